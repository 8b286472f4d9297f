"""A history as CSV: what is in it comes back, and none of it is computed."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.history import Entry, EntryKind
from hankeapp.domain.project import ProjectId
from hankeapp.exchange.history_csv import history_csv


def entry(new: str = "uusi", *, old: str = "vanha", note: str = "", actor: str = "Käyttäjä A") -> Entry:
    return Entry(
        id="1",
        act="2",
        act_name="”Perhonen”: Päättyy muutettiin.",
        actor=actor,
        moment=datetime(2026, 11, 24, 22, 5, tzinfo=UTC),
        kind=EntryKind.EDITED,
        project=ProjectId("3"),
        number="H-2026-001",
        title="Perhonen",
        table="project",
        row="3",
        field="end",
        label="Päättyy",
        old=old,
        new=new,
        note=note,
    )


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_an_entry_is_a_line_with_the_local_day_and_time() -> None:
    assert history_csv([entry()]).decode() == (
        "\ufeffpäivä;klo;kuka;toimi;rekisterinumero;hanke;tieto;vanha;uusi\r\n"
        "25.11.2026;0.05;Käyttäjä A;”Perhonen”: Päättyy muutettiin.;H-2026-001;Perhonen;Päättyy;vanha;uusi\r\n"
    )


def test_what_more_a_step_says_stands_beside_the_new_value() -> None:
    assert read(history_csv([entry("Päättynyt", note="31.12.2023; toteutunut")]))[1][8] == (
        "Päättynyt · 31.12.2023; toteutunut"
    )


@pytest.mark.parametrize("text", ["=1+1", "+358 2 123", "-5,00 €", "@SUM(A1)", "\t=1", "\r=1", "=\n"])
def test_no_text_is_a_formula(text: str) -> None:
    row = read(history_csv([entry(text, old=text, actor=text)]))[1]
    assert [row[2], row[7], row[8]] == [f"'{text}"] * 3


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_every_text_comes_back(texts: list[str]) -> None:
    _, *rows = read(history_csv(entry(text, old=text) for text in texts))
    for text, row in zip(texts, rows, strict=True):
        assert len(row) == 9
        assert row[7] == row[8]
        assert row[8] in {text, f"'{text}"}
        assert not row[8].startswith(("=", "+", "-", "@", "\t", "\r"))

"""The query language on the command line: what is listed, exported and printed, and what of it is doubted."""

from __future__ import annotations

from contextlib import closing

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query, Sort, View
from hankeapp.services.opening import open_register
from hankeapp.services.printing import ReportKind, Wish
from hankeapp.services.wishes import to_json


def listed(said):
    return {each["acronym"] or each["name"] for each in said.document}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("rahoittaja:Interreg", 2),
        ("funder:interreg", 2),
        ("ohitettu", 9),
        ("pian", 2),
        ("-ohitettu", 21),
        ("tila:aktiivinen", 30),
        ("päättyy:2026-2027", 2),
        ("päättyy:<2026", 9),
        ("käynnissä:2025", 2),
        ("alkaa:2024", 1),
        ("laji:kampanja ohitettu", 1),
        ("puuttuu:päättyy", 19),
        ("on:päättyy -ohitettu", 2),
        ("yksikkö:elinvoima", 1),
        ("budjetti:>100000", 0),
    ],
)
def test_filters_list_what_they_ask(say, register, query, count):
    said = say("list", register, "--query", query, "--json")
    assert len(said.document) == count
    assert bool(said.err) is (count == 0)  # an empty list is never without a reason


@pytest.mark.parametrize(
    ("query", "blamed"),
    [("perhonen tila:aktiivinen", "”perhonen”"), ("budjetti:>100000 hulevesi", "”budjetti:"), ("xyzzyq", "”xyzzyq”")],
)
@pytest.mark.parametrize("day", [[], ["--on", "2024"]])
def test_what_finds_nothing_is_told_why(say, register, query, blamed, day):
    said = say("list", register, "--query", query, *day)
    assert said.err.count("\n") == 1
    assert blamed in said.err


def test_words_and_filters_together(say, register):
    assert listed(say("list", register, "--query", "rahoittaja:Interreg stormwater", "--json")) == {"MUSTBE"}


def test_a_query_may_begin_with_a_minus(say, register):
    assert say("list", register, "--query", "-tila:aktiivinen", "--json").document == []
    assert say("list", register, "--query=-tila:päättynyt", "--json").document


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("tlia:aktiivinen", "tila:"),
        ("tila:xyzzy", "aktiivinen"),
        ("päättyy:31.2.2026", "28.2.2026"),
        ("rahoittaja:Interrek", "Interreg"),
        ("tila:", "tila:"),
    ],
)
def test_a_doubt_is_one_line_on_stderr(say, register, query, told):
    said = say("list", register, "--query", query, "--json")
    assert isinstance(said.document, list)
    assert said.err.count("\n") == 1
    assert told in said.err


@pytest.mark.parametrize(
    "query",
    ["", " ", ",", "-", '"', "'", '"""', "*", "%", "NEAR(a b)", "a AND OR", "'; DROP TABLE project; --", "😀", "(",
     "x" * 10_000, "tila:" * 2000, '"' * 5001, "a:b " * 2500, "päättyy:" + "9" * 500, "budjetti:" + "9" * 500,
     "-" * 10_000, "\u0308"],
)  # fmt: skip
def test_any_query_is_answered(say, register, query):
    assert isinstance(say("list", register, "--query", query, "--json").document, list)


def test_a_past_day_is_asked_alike(say, register):
    said = say("list", register, "--query", "rahoittaja:Interreg päättyy:2026", "--on", "1.1.2025", "--json")
    assert listed(said) == {"MUSTBE"}
    assert "tila:" in say("list", register, "--query", "tlia:x", "--on", "1.1.2025").err


def test_only_what_is_asked_for_is_exported(say, register, tmp_path):
    said = say("export", register, tmp_path / "sivu.txt", "--query", "rahoittaja:Interreg tlia:x,")
    assert "tila:" in said.err
    say("export", register, tmp_path / "sivu.txt", "--query", "rahoittaja:Interreg")
    page = (tmp_path / "sivu.txt").read_text("utf-8")
    assert "MUSTBE" in page
    assert "ILPI" not in page


def test_only_what_is_asked_for_is_printed(say, register, tmp_path):
    assert say("report", register, tmp_path / "k.pdf", "--query", "ohitettu", "--json").document["count"] == 9


def test_the_help_names_the_filters(say):
    said = say("list", "--help")
    assert all(key in said.out for key in ("tila:", "rahoittaja:", "päättyy:", "puuttuu:"))


def test_every_kind_of_report_is_made_in_groups(say, register, tmp_path):
    for kind, pages in (("overview", 8), ("table", 3), ("card", 30)):
        path = tmp_path / f"{kind}.pdf"
        printed = say("report", register, path, "--kind", kind, "--group", "funder", "--json").document
        assert (printed["count"], printed["pages"]) == (30, pages)
        assert path.read_bytes().startswith(b"%PDF")


def test_a_query_is_exported_as_html(say, register, tmp_path):
    path = tmp_path / "sivu.html"
    assert say("export", register, path, "--query", "ohitettu").code == 0
    assert path.read_text(encoding="utf-8").count("<h3>") == 9


def test_a_report_is_made_by_a_preset(say, register, tmp_path):
    path = tmp_path / "k.pdf"
    with closing(open_register(register, Desk("Maija", Clock.standing(2026, 11, 24)))) as opened:
        opened.presets.save("Ohitetut", to_json(Wish(Query(View.OVERDUE, sorts=(Sort("title"),)), ReportKind.CARD)))
    printed = say("report", register, path, "--preset", "ohitetut", "--json").document
    assert (printed["count"], printed["pages"]) == (9, 9)
    assert say("report", register, path, "--preset", "ohitetut", "--kind", "table", "--json").document["pages"] == 1
    assert "Ohitetut" in say("report", register, path, "--preset", "kuukausi").err

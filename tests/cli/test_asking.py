"""`list`, `show`, `overdue` and `check`."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from hankeapp.cli.asking import require_sound
from hankeapp.db.opening import open_store
from hankeapp.db.sums import keep_anew
from hankeapp.domain.errors import DamagedRegister

KEYS = {"number", "acronym", "name", "kind", "status", "start", "end", "time_text", "public_text"}


def test_a_project_has_the_keys_of_the_contract(say, register):
    for project in say("list", register, "--json").document:
        assert project.keys() >= KEYS


def test_projects_are_listed_in_columns(say, register):
    header, first, *rows = say("list", register).out.splitlines()
    assert header.split() == ["Rekisterinumero", "Tila", "Alkaa", "Päättyy", "Lyhenne", "Hankkeen", "nimi"]
    place = header.index("Hankkeen nimi")
    assert first[place:] == "Ilmastokestävät pientaloalueet"
    assert first.split()[:4] == ["H-2026-001", "Aktiivinen", "2024", "2026"]
    assert rows[-1] == "30 hanketta · Päättymispäivä ohitettu: 9"
    assert all(row[place - 2 : place] == "  " for row in rows[:-2])


def test_what_is_not_known_is_a_dash(say, register):
    row = say("list", register, "--query", "oppilashuollon").out.splitlines()[1]
    assert row.split()[:5] == ["H-2026-002", "Aktiivinen", "–", "–", "–"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("hulevesien HALLINTAA", ["H-2026-003"]),
        ("h-2026-012", ["H-2026-012"]),
        ("sellaista ei ole", []),
    ],
)
def test_a_query_asks_for_every_word(say, register, words, numbers):
    found = say("list", register, "--query", words, "--json").document
    assert [project["number"] for project in found] == numbers


def test_an_empty_register_has_no_projects(say, tmp_path):
    register = tmp_path / "uusi.hanke"
    made = say("new", register, "--json").document
    assert made == {"register": str(register)}
    assert say("list", register, "--json").document == []
    assert say("list", register).out == "0 hanketta\n"


def test_a_project_is_shown_in_full(say, register):
    said = say("show", register, "H-2026-001").out
    assert said.startswith("ILPI – Ilmastokestävät pientaloalueet\n")
    for words in ("Perustiedot", "Alkaa +2024", "kolmevuotinen", "Tila +Aktiivinen\n", "Julkaisuteksti\n    ILPI – "):
        assert re.search(words, said)
    assert "Tilamuutokset" not in said
    document = say("show", register, "H-2026-001", "--json").document
    assert document == say("list", register, "--json").document[0]


def test_steps_are_shown(say, register):
    say("end", register, "H-2026-012", "--on", "12/2023", "--note", "Raportti hyväksyttiin.")
    said = say("show", register, "H-2026-012").out
    assert "Päättynyt · Toteutunut" in said
    assert "12/2023 · Aktiivinen → Päättynyt · Toteutunut · kirjattu 24.11.2026 14.00, kirjaaja testaaja" in said
    assert "Raportti hyväksyttiin." in said


def test_an_overdue_project_says_so(say, register):
    assert "Aktiivinen · Päättymispäivä ohitettu" in say("show", register, "H-2026-012").out


@pytest.mark.parametrize(("on", "count"), [("2021-01-01", 1), ("2021", 1), ("12/2020", 0), ("1.1.2024", 7)])
def test_the_end_lies_before_the_first_possible_day(say, register, on, count):
    assert len(say("overdue", register, "--on", on, "--json").document) == count


def test_an_end_within_the_year_asked_for_is_not_overdue(say, register):
    say("set", register, "H-2026-012", "end=6/2023")
    overdue = say("overdue", register, "--on", "2023", "--json").document
    assert "H-2026-012" not in {project["number"] for project in overdue}


def test_overdue_is_seen_from_the_day_asked_for(say, register):
    assert say("overdue", register, "--on", "2021").out.splitlines()[-1] == "1 hanke · Päättymispäivä ohitettu: 1"


def test_a_sound_register(say, register):
    assert say("check", register).out == "Rekisteri on kunnossa.\n30 hanketta\n"
    assert say("check", register, "--json").document == {"ok": True, "count": 30}


def test_a_quick_check_looks_at_pages_and_rows_alone(say, register):
    assert say("check", register, "--quick").out == "Rekisteri on kunnossa.\n30 hanketta\n"
    with closing(open_store(register)) as store, store.write() as writing:
        writing._connection.exec_driver_sql("UPDATE project SET notes = 'vieras' WHERE number = 'H-2026-001'")
        keep_anew(writing._connection, "project")
    assert say("check", register, "--quick").code == 0
    assert say("check", register).refusal


def test_a_fault_is_told():
    with pytest.raises(DamagedRegister, match=r"”r\.hanke” on vahingoittunut: row 3 missing from index; more"):
        require_sound("r.hanke", ["row 3 missing from index", "more"])


def test_a_value_that_cannot_be_read_is_found(say, register):
    with closing(sqlite3.connect(register)) as connection:
        connection.execute("UPDATE project SET start='eilen' WHERE number='H-2026-001'")
        connection.commit()
    assert say("overdue", register).refusal
    assert say("check", register).refusal.startswith("Rekisteri ”hankkeet.hanke” on vahingoittunut.")


def test_what_the_log_does_not_lead_to_is_found(say, register):
    with closing(open_store(register)) as store, store.write() as writing:
        writing._connection.exec_driver_sql("UPDATE project SET notes = 'vieras' WHERE number = 'H-2026-001'")
        keep_anew(writing._connection, "project")
    refusal = say("check", register).refusal
    assert refusal.startswith("Rekisteri ”hankkeet.hanke” on vahingoittunut: project ")
    assert ": notes. " in refusal

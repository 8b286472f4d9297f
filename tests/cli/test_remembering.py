"""`history`, `undo`, `redo`, `delete`, `restore`, `trash` and `erase`."""

from __future__ import annotations

import csv
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.parts import Contact
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from tests.cli.conftest import Said

ONE = "H-2026-001"


def numbers(said: Said) -> set[str]:
    return {project["number"] for project in said.document}


def test_a_history_tells_field_old_new_and_who(say: Callable[..., Said], register: Path) -> None:
    say("set", register, ONE, "notes=Ensin")
    say("set", register, ONE, "end=12/2026")
    first, second, *_ = say("history", register, ONE, "--json").document
    assert (first["field"], first["old"], first["new"], first["actor"]) == ("end", "2026", "12/2026", "testaaja")
    assert (second["label"], second["new"], second["restorable"]) == ("Muistiinpanot", "Ensin", True)
    assert first["number"] == ONE
    text = say("history", register, ONE).out
    assert text.startswith("24.11.2026\n")
    assert "Päättyy: 2026 → 12/2026" in text
    assert "Lisätty: Hanke: ILPI – Ilmastokestävät pientaloalueet" in text


def test_a_history_of_the_register_tells_of_all(say: Callable[..., Said], register: Path) -> None:
    begun = [entry for entry in say("history", register, "--json").document if entry["table"] == "project"]
    assert [entry["kind"] for entry in begun] == ["added"] * 30
    say("set", register, ONE, "notes=Ensin")
    assert len(say("history", register, "--field", "notes", "--json").document) == 1
    assert len(say("history", register, "--field", "muistiinpanot", "--json").document) == 1
    assert len(say("history", register, "--by", "joku muu", "--json").document) == 0
    assert len(say("history", register, "--to", "23.11.2026", "--json").document) == 0
    assert say("history", register, "--from", "11/2026", "--json").document[0]["new"] == "Ensin"


def test_acts_of_other_runs_are_undone_one_by_one_and_done_again(say: Callable[..., Said], register: Path) -> None:
    say("set", register, ONE, "notes=Ensin")
    say("end", register, ONE, "H-2026-002", "--on", "2026")
    say("delete", register, "H-2026-003")
    deleted = say("undo", register, "--json").document["undone"]
    assert "roskakoriin" in deleted
    assert say("undo", register).out == "Kumottiin: 2 hanketta päätettiin.\n"
    assert "Muistiinpanot" in say("undo", register).out
    assert say("show", register, ONE, "--json").document["notes"] == ""
    for _ in range(3):
        assert say("redo", register).code == 0
    assert say("redo", register).refusal == "Ei ole mitään tehtäväksi uudelleen. Mitään ei muutettu."
    shown = say("show", register, ONE, "--json").document
    assert (shown["notes"], shown["status"]) == ("Ensin", "ended")
    assert "H-2026-003" not in numbers(say("list", register, "--json"))
    assert say("check", register).code == 0


def test_where_nothing_was_done_there_is_nothing_to_undo(say: Callable[..., Said], tmp_path: Path) -> None:
    say("new", tmp_path / "uusi.hanke")
    assert "kumottavaa" in say("undo", tmp_path / "uusi.hanke").refusal
    assert say("redo", tmp_path / "uusi.hanke").code == 1


def test_the_trash_is_listed_restored_and_emptied(say: Callable[..., Said], register: Path) -> None:
    assert say("delete", register, ONE, "H-2026-002", "--json").document["deleted"] == 2
    assert numbers(say("trash", register, "--json")) == {ONE, "H-2026-002"}
    assert ONE in say("delete", register, ONE).refusal
    assert say("history", register, ONE, "--json").document[0]["kind"] == "removed"
    assert say("restore", register, ONE).code == 0
    assert say("restore", register, ONE).code == 1
    assert say("trash", register, "--empty", "--json").document == {"erased": 1, "erased_reports": 0}
    assert numbers(say("trash", register, "--json")) == set()
    assert len(numbers(say("list", register, "--json"))) == 29
    assert say("history", register, "H-2026-002").code == 1
    assert "tyhjä" in say("trash", register, "--empty").out
    assert say("check", register).code == 0


def test_a_person_is_erased_by_name_also_where_the_contact_was_removed(
    say: Callable[..., Said], register: Path, desk: Desk
) -> None:
    with closing(open_register(register, desk)) as opened:
        old = opened.numbered([ONE, "H-2026-002"])
        matti = (Contact(name="Matti Meikäläinen", email="matti@example.org"),)
        with opened.journal.act("Yhteyshenkilöt") as acting:
            acting.change(old, [replace(each, contacts=matti) for each in old])
        (one,) = opened.numbered([ONE])
        with opened.journal.act("Pois") as acting:
            acting.change([one], [replace(one, contacts=())])
    assert "Matti" in say("history", register).out
    assert say("erase", register, "matti meikalainen", "--json").document == {"erased": 2}
    assert "Matti" not in say("history", register).out
    assert b"Matti" not in register.read_bytes()
    assert say("erase", register, "Matti Meikäläinen").code == 1
    assert say("erase", register, "").code == 1
    assert say("check", register).code == 0


def test_a_history_is_written_as_a_table_of_what_was_asked_for(
    say: Callable[..., Said], register: Path, tmp_path: Path
) -> None:
    say("set", register, ONE, "notes=Ensin; sitten")
    say("set", register, ONE, "end=12/2026")
    table = tmp_path / "historia.csv"
    assert say("history", register, ONE, "--field", "notes", "--csv", table, "--json").document == {
        "file": str(table),
        "count": 1,
    }
    names, row = csv.reader(table.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert names == ["päivä", "klo", "kuka", "toimi", "rekisterinumero", "hanke", "tieto", "vanha", "uusi"]
    assert row[0] == "24.11.2026"
    assert row[2] == "testaaja"
    assert row[4] == ONE
    assert row[6:] == ["Muistiinpanot", "", "Ensin; sitten"]
    assert say("history", register, "--csv", table).out.endswith(" muutosta\n")
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) > 30


def test_a_table_of_the_history_is_not_written_over_a_register(say: Callable[..., Said], register: Path) -> None:
    assert "hankerekisteri" in say("history", register, "--csv", register).refusal
    assert say("check", register).code == 0

"""The window cares for its file: one edits and another follows, backups are made and put back."""

from __future__ import annotations

import os
import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.clock import Desk
from hankeapp.domain.query import Query, View
from hankeapp.domain.status import Status
from hankeapp.services.backups import Backups
from hankeapp.services.opening import create, open_register
from hankeapp.ui.info_bar import InfoBar
from hankeapp.ui.lock import Lock
from tests.ui.person import Person
from tests.ui.test_lock import NOON, elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    yield person
    person.leave()


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    """A register with one project."""
    (tmp_path / "levy").mkdir()
    path = tmp_path / "levy" / "hankkeet.hanke"
    with closing(create(path, desk)) as register:
        register.add({"name": "Jokiranta", "status": Status.PLANNED})
    return path


@pytest.fixture
def other(path: Path) -> Iterator[Lock]:
    """Pekka, who has the register open."""
    lock = Lock(path, Desk("Pekka", Desk("x", _clock()).clock))
    assert lock.take()
    yield lock
    lock.release()


def _clock():
    from hankeapp.domain.clock import Clock

    return Clock(lambda: NOON)


def bar(person: Person) -> InfoBar:
    found = person.workspace.findChild(InfoBar, "safety_bar")
    assert isinstance(found, InfoBar)
    return found


def hurt(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = random.Random(1).randbytes(4096 * 3)
    path.write_bytes(data)
    return bytes(data)


def backups(person: Person, path: Path) -> list:
    return Backups(person.window.desk.clock).of(path)


def test_the_second_reads_and_sees_what_the_first_changes(person: Person, path: Path, other: Lock, desk: Desk) -> None:
    person.window.open_register(path)
    assert not person.workspace.register.is_writable
    said = bar(person).accessibleName()
    assert said.startswith("Rekisteriä muokkaa Pekka (")
    assert "tänään" in said
    assert person.workspace.status.text in said
    with closing(open_register(path, Desk("Pekka", desk.clock))) as register:
        register.add({"name": "Satama", "status": Status.PLANNED})
    person.window.safety.follow()
    assert sorted(person.listed) == ["Jokiranta", "Satama"]
    assert person.count(View.ALL) == 2


def test_the_second_can_edit_when_the_first_has_gone(person: Person, path: Path, other: Lock) -> None:
    person.window.open_register(path)
    other.release()
    person.window.safety.follow()
    assert bar(person).accessibleName().startswith("Rekisteriä voi nyt muokata.")
    bar(person).first_requested.emit()
    person.settle()
    assert person.workspace.register.is_writable
    assert bar(person).isHidden()
    assert not other.take()
    person.choose("close")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("answer", "is_writable"), [("edit", True), ("read", False)])
def test_a_silent_machine_is_asked_about(person: Person, path: Path, answer: str, is_writable: bool) -> None:
    from datetime import timedelta

    elsewhere(path, NOON - timedelta(hours=1))
    person.answer(answer)
    person.window.open_register(path)
    assert person.asked[0].startswith("”hankkeet.hanke” on auki toisella tietokoneella. Avaaja: Pekka")
    assert person.workspace.register.is_writable is is_writable


def test_a_backup_is_made_at_opening_at_closing_and_in_between(person: Person, path: Path) -> None:
    person.window.open_register(path)
    assert len(backups(person, path)) == 1
    person.window.safety.back_up()
    assert len(backups(person, path)) == 1
    person.select("Jokiranta")
    person.write("notes", "Uusi.")
    person.window.safety.back_up()
    assert len(backups(person, path)) == 2
    person.write("notes", "Uudempi.")
    person.choose("close")
    newest = backups(person, path)[0]
    with closing(open_register(newest.path, person.window.desk)) as register:
        assert [each.notes for each in register.projects(register.ids(Query()))] == ["Uudempi."]


def test_a_damaged_register_is_put_back_from_a_backup(person: Person, path: Path) -> None:
    person.window.open_register(path)
    person.choose("close")
    damaged = hurt(path)
    shown: list[list[str]] = []

    def restore(dialog) -> None:
        shown.append([dialog.table.item(0, column).text() for column in range(4)])
        dialog.accept()

    person.answer("restore", restore, "close")
    person.window.open_register(path)
    assert person.listed == ["Jokiranta"]
    ((made, projects, acts, last),) = shown
    assert made == "24.11.2026 14.00"
    assert (projects, acts) == ("1", "1")
    assert last == "24.11.2026 14.00 ”Jokiranta” lisättiin."
    (kept,) = path.parent.glob("*.damaged-*")
    assert kept.read_bytes() == damaged
    assert kept.name in person.asked[-1]


def test_without_a_wish_a_damaged_register_is_left(person: Person, path: Path) -> None:
    person.window.open_register(path)
    person.choose("close")
    damaged = hurt(path)
    person.answer("close")
    person.window.open_register(path)
    assert person.window.workspace is None
    assert path.read_bytes() == damaged
    assert list(path.parent.iterdir()) == [path]


def test_an_older_state_is_put_back_from_the_menu(person: Person, path: Path) -> None:
    person.window.open_register(path)
    person.select("Jokiranta")
    person.write("notes", "Väärin.")
    person.answer(lambda dialog: (dialog.table.selectRow(dialog.table.rowCount() - 1), dialog.accept()), "close")
    person.choose("restore")
    person.select("Jokiranta")
    assert person.shown.notes == ""
    assert person.workspace.register.is_writable
    assert len(list(path.parent.glob("*.damaged-*"))) == 1


def test_what_another_edits_is_not_replaced(person: Person, path: Path, other: Lock) -> None:
    person.window.open_register(path)
    other.release()
    person.window.open_register(path)
    person.choose("close")
    assert other.take()
    before = path.read_bytes()
    person.answer(path, lambda dialog: dialog.accept(), "close")
    person.choose("restore")
    assert "Pekka" in person.asked[-1]
    assert path.read_bytes() == before


def test_no_backup_is_told(person: Person, tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "tyhjä.hanke"
    create(path, desk).close()
    person.answer(path, "close")
    person.choose("restore")
    assert person.asked[-1].startswith("Rekisteristä ”tyhjä.hanke” ei ole varmuuskopiota")


def test_what_is_found_later_is_told(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large register is checked by another process, while it is shown."""
    monkeypatch.setattr("hankeapp.db.opening.CHECKED_AT_ONCE", 0)
    with closing(open_register(path, person.window.desk)) as register:
        assert not register.sums_checked
        with register._store._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE project SET notes = 'väärin'")
    person.window.open_register(path)
    assert bar(person).isHidden()
    person.window.safety.check()
    person.finish_tasks()
    assert bar(person).accessibleName().startswith("Rekisteri on vahingoittunut.")


@pytest.mark.skipif(os.name == "nt", reason="a limit of files' sizes is of POSIX")
def test_a_full_disk_leaves_in_the_form_what_was_typed(person: Person, path: Path) -> None:
    import resource

    person.window.open_register(path)
    person.select("Jokiranta")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    person.workspace.detail.edit("notes")
    person.type("Tärkeä muistiinpano.")
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, hard))  # the journal cannot be written
        person.press("Tab")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert person.shown.notes == ""
    assert "odottaa" in person.workspace.status.text
    person.workspace.detail.edit("notes")
    assert person.focus.toPlainText() == "Tärkeä muistiinpano."
    person.choose("save")
    assert person.shown.notes == "Tärkeä muistiinpano."
    assert "tallennettu" in person.workspace.status.text


def test_a_place_for_backups_that_fails_is_told_once(
    person: Person, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "este").touch()
    monkeypatch.setattr("hankeapp.services.backups.default_root", lambda: tmp_path / "este")
    person.window.open_register(path)
    assert bar(person).accessibleName().startswith("Varmuuskopiota ei voitu tehdä")
    person.choose("close")
    assert person.asked == []

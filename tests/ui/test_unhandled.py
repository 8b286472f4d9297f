"""A register that cannot be read while it is open: the person is told, once, whatever they did."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.errors import KnownError
from hankeapp.services import opening
from hankeapp.ui import questions, unhandled
from hankeapp.ui.project_model import PAGE
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    yield person
    person.leave()


def spoil(path: Path) -> None:
    """Another program writes over the file."""
    path.write_bytes(b"x" * path.stat().st_size)


def test_a_known_error_where_qt_calls_is_told(person: Person) -> None:
    person.open_example()
    spoil(person.workspace.register.path)
    with unhandled.told(person.window):
        # A test closes the message before other reading has failed too; before a person it would stand still.
        person.answer(*["close"] * 4)
        person.choose("reload")
        person.settle()
    told = person.asked
    questions.forget_answers()
    assert len(set(told)) == 1


def test_rows_that_cannot_be_read_are_told_once(person: Person, desk: Desk, tmp_path: Path) -> None:
    register = opening.create(tmp_path / "suuri.hanke", desk)
    with register.journal.act("Täytetään.") as acting:
        acting.add(register._new(acting, [{"name": f"Hanke {n:03}"} for n in range(2 * PAGE)]))
    register.close()
    person.window.open_register(tmp_path / "suuri.hanke")
    # The list is painted first, then the rest of it asked for and the project beside it opened.
    for _ in range(5):
        person.finish_tasks()
    assert person.shown
    spoil(tmp_path / "suuri.hanke")
    person.answer("close")
    model = person.workspace.list.model
    assert [model.project_at(PAGE + row).name for row in range(2)] == ["Ei voida lukea juuri nyt"] * 2
    person.settle()
    assert len(person.asked) == 1


def test_a_bug_takes_its_usual_way(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: seen.append(error))
    bug = ValueError("bug")
    with unhandled.told(person.window):
        sys.excepthook(ValueError, bug, None)
        person.answer("close")
        sys.excepthook(KnownError, KnownError("Rekisteriä ei voitu lukea."), None)
        person.settle()
    assert seen == [bug]
    assert person.asked == ["Rekisteriä ei voitu lukea."]

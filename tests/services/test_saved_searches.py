"""Saved searches: kept in the register, each change an act that can be taken back tomorrow."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.history import EntryKind
from hankeapp.domain.query import Query, Sort, View
from hankeapp.services.opening import open_register
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.saved_searches import SavedSearch
    from hankeapp.services.register import Register

RAIN = Query(View.ACTIVE, 'hulevesi "märkä maa"', (Sort("end", descending=True), Sort("title")), "unit")


@pytest.fixture
def rain(register: Register) -> SavedSearch:
    return register.searches.add("Hulevedet", RAIN)


def names(register: Register) -> list[str]:
    return [each.name for each in register.searches.all()]


def test_a_query_is_kept_whole_under_its_name(register: Register, rain: SavedSearch, desk: Desk) -> None:
    assert rain.query == RAIN
    with closing(open_register(register.path, desk)) as other:
        (kept,) = other.searches.all()
        assert (kept.name, kept.query) == ("Hulevedet", RAIN)
        assert other.searches.named("HULEVEDET") == kept
        with pytest.raises(NotFoundError, match="Hulevedet"):
            other.searches.named("Helsinki")


def test_everything_is_undone_also_from_another_window(register: Register, rain: SavedSearch, desk: Desk) -> None:
    second = register.searches.add("Toinen", Query(text="b"))
    register.searches.rename(rain, "Sadevedet")
    register.searches.ask(second, Query(text="c"))
    register.searches.pin(second, is_pinned=True)
    assert names(register) == ["Toinen", "Sadevedet"]
    register.searches.remove(second)
    assert names(register) == ["Sadevedet"]
    with closing(open_register(register.path, desk)) as other:
        for _ in range(4):
            assert other.journal.undo()
    assert [(each.name, each.text, each.is_pinned) for each in register.searches.all()] == [
        ("Hulevedet", RAIN.text, 0),
        ("Toinen", "b", 0),
    ]
    while register.journal.undo():
        pass
    assert names(register) == []
    while register.journal.redo():
        pass
    assert names(register) == ["Sadevedet"]


def test_acts_have_names_and_the_history_tells_of_them(register: Register, rain: SavedSearch) -> None:
    assert register.journal.undoable
    assert register.journal.undoable.name == tr("The search “{name}” was saved.", name="Hulevedet")
    register.searches.rename(rain, "Sadevedet")
    renamed, added = register.history()
    assert (renamed.kind, renamed.old, renamed.new) == (EntryKind.EDITED, "Hulevedet", "Sadevedet")
    assert renamed.label == f"{tr('Saved search')}: {tr('Name')}"
    assert (added.kind, added.project) == (EntryKind.ADDED, None)
    register.restore(renamed)
    assert names(register) == ["Hulevedet"]


def test_a_deleted_search_is_restored_from_the_history(register: Register, rain: SavedSearch) -> None:
    register.searches.remove(rain)
    (removed, _) = register.history()
    assert removed.kind is EntryKind.REMOVED
    register.restore(removed)
    assert register.searches.all() == [rain]


def test_moving_changes_places_among_the_like(register: Register) -> None:
    searches = register.searches
    for name in "abc":
        searches.add(name, Query(text=name))
    searches.move(searches.named("c"), -1)
    assert names(register) == ["a", "c", "b"]
    searches.move(searches.named("b"), 1)
    searches.move(searches.named("a"), -1)
    assert names(register) == ["a", "c", "b"]
    searches.pin(searches.named("b"), is_pinned=True)
    searches.move(searches.named("b"), 1)
    assert names(register) == ["b", "a", "c"]
    searches.pin(searches.named("b"), is_pinned=False)
    assert names(register) == ["a", "c", "b"]
    assert "2" in {entry.old for entry in register.history()}


def test_places_that_two_windows_gave_at_once_are_parted(register: Register, elsewhere: Register) -> None:
    for name in ("a", "b"):
        register.searches.add(name, Query(text=name))
    a, b = register.searches.all()
    with register.journal.act("Sama paikka") as acting:
        acting.change_shared(b, replace(b, position=a.position))
    register.searches.move(register.searches.named("b"), -1)
    assert names(elsewhere) == ["b", "a"]


def test_a_name_must_be_given_once_only(register: Register, rain: SavedSearch) -> None:
    other = register.searches.add("Toinen", Query())
    for name in ("", "  ", "hulevedet ", "x" * 501, "a\ud800"):
        with pytest.raises(FieldError):
            register.searches.rename(other, name)
        with pytest.raises(FieldError):
            register.searches.add(name, RAIN)
    register.searches.rename(rain, "HULEVEDET")
    assert names(register) == ["HULEVEDET", "Toinen"]


def test_what_another_window_changed_meanwhile_stays(
    register: Register, elsewhere: Register, rain: SavedSearch
) -> None:
    elsewhere.searches.rename(rain, "Sadevedet")
    register.searches.pin(rain, is_pinned=True)
    (both,) = register.searches.all()
    assert (both.name, both.is_pinned) == ("Sadevedet", 1)
    elsewhere.searches.remove(both)
    with pytest.raises(NotFoundError):
        register.searches.rename(rain, "x")
    with pytest.raises(NotFoundError):
        register.searches.move(rain, 1)

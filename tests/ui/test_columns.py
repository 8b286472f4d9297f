"""Narrow windows and large texts: what is shown when not all panes have room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hankeapp.domain.query import View
from hankeapp.ui.look import ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.ui.look import Look
    from tests.ui.person import Person


def at_scale(*scales: float) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("worn", [(ThemeChoice.LIGHT, scale) for scale in scales], indirect=True, ids=str)


def narrow(person: Person, width: int) -> None:
    person.window.resize(width, 800)
    person.settle()


def shown(person: Person) -> str:
    workspace = person.workspace
    panes = {
        "sidebar": workspace.sidebar,
        "list": workspace.list,
        "detail": workspace.detail,
        "review": workspace.review.view,
    }
    return " ".join(name for name, pane in panes.items() if pane.isVisible())


@pytest.mark.parametrize(
    ("worn", "panes"),
    [
        ((ThemeChoice.LIGHT, 1.0), {1024: "sidebar list detail", 800: "list detail"}),
        ((ThemeChoice.LIGHT, 1.5), {1280: "sidebar list detail", 1024: "list detail"}),
        ((ThemeChoice.LIGHT, 2.0), {1440: "list detail", 1024: "list"}),
    ],
    indirect=["worn"],
)
def test_as_many_panes_as_there_is_room_for(person: Person, panes: dict[int, str]) -> None:
    for width, names in panes.items():
        narrow(person, width)
        assert shown(person) == names
        assert person.workspace.width() == width
        for pane in (person.workspace.list, person.workspace.detail):
            assert pane.isHidden() or pane.mapTo(person.window, pane.rect().topRight()).x() < width
    narrow(person, 2400)
    assert shown(person) == "sidebar list detail"


def test_panes_go_and_come_with_the_size_of_the_text(person: Person, look: Look) -> None:
    narrow(person, 1024)
    look.wear(ThemeChoice.LIGHT, 1.5)
    person.settle()
    assert shown(person) == "list detail"
    look.wear(ThemeChoice.LIGHT, 1.0)
    person.settle()
    assert shown(person) == "sidebar list detail"


@at_scale(2.0)
def test_the_form_stands_in_the_lists_place_and_esc_returns(person: Person) -> None:
    narrow(person, 1024)
    person.workspace.list.view.setFocus()
    person.press("Return")
    assert shown(person) == "detail"
    assert person.focus.objectName() == "name"
    person.type("Uusi nimi")
    person.press("Escape")
    assert shown(person) == "list"
    assert person.focus is person.workspace.list.view
    assert "Uusi nimi" in {each.split(" – ")[-1] for each in person.listed}


@at_scale(2.0)
def test_what_is_being_written_stays_when_the_window_gets_narrow(person: Person) -> None:
    person.workspace.edit()
    narrow(person, 1024)
    assert shown(person) == "detail"
    assert person.focus.objectName() == "name"


@at_scale(1.5)
def test_the_sidebar_is_called_in_a_narrow_window(person: Person) -> None:
    narrow(person, 1024)
    assert not person.window.commands["sidebar"].isChecked()
    person.choose("sidebar")
    assert shown(person) == "sidebar list"
    person.workspace.sidebar.setFocus()
    person.choose("sidebar")
    assert shown(person) == "list detail"
    assert person.focus is person.workspace.list.view


@at_scale(1.5)
def test_the_review_takes_the_room_of_both(person: Person) -> None:
    narrow(person, 1024)
    person.view(View.OVERDUE)
    assert shown(person) == "review"
    person.view(View.ALL)
    assert shown(person) == "list detail"


def test_widths_are_kept_though_a_pane_was_away(person: Person) -> None:
    before = person.workspace._columns.widths
    person.choose("table")
    assert person.workspace._columns.widths[2] == before[2]
    person.choose("cards")
    assert shown(person) == "sidebar list detail"


def test_esc_leaves_the_form_for_the_list(person: Person) -> None:
    person.select("CIRCWASTE")
    for field in ("name", "kind", "public_text"):
        person.workspace.detail.edit(field)
        assert QApplication.focusWidget() is not person.workspace.list.view
        person.press("Escape")
        assert QApplication.focusWidget() is person.workspace.list.view


def test_a_long_path_does_not_hold_the_window_wide(person: Person, tmp_path: Path) -> None:
    person.workspace.status.show_file(tmp_path / ("pitkä kansio " * 40) / "pori.hanke")
    person.window.resize(1024, 700)
    person.settle()
    assert person.workspace.width() == 1024
    assert person.workspace.status._count.geometry().right() < 1024


@at_scale(1.0, 1.5, 2.0)
def test_nothing_of_the_toolbar_lies_over_anything(person: Person) -> None:
    assert_search_has_room(person)
    for called in (False, True):
        for width in (800, 1024, 1440):
            narrow(person, width)
            person.workspace.panes.show_sidebar(shown=called)
            person.settle()
            assert_side_by_side(person, width)


def assert_search_has_room(person: Person) -> None:
    """The words end before the keys that are named."""
    narrow(person, 1024)
    search = person.workspace.toolbar.search
    parts = [search.edit, search._keys, search.build]
    edges = [edge for part in parts for edge in (part.geometry().left(), part.geometry().right())]
    assert edges == sorted(edges)
    search.edit.setText("kierto")
    person.settle()
    assert not search._keys.isVisible()
    assert search.edit.geometry().right() < search._clear.geometry().left()
    search.edit.clear()


def assert_side_by_side(person: Person, width: int) -> None:
    toolbar = person.workspace.toolbar
    parts = [toolbar._new, toolbar.search, toolbar.modes, toolbar._print]
    edges = [0]
    for part in parts:
        if part.isVisible():
            left = part.mapTo(toolbar, part.rect().topLeft()).x()
            assert left >= edges[-1], (width, part)
            edges.append(left + part.width())
    assert edges[-1] <= width

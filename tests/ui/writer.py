"""A person who writes into one declared field over and over, in a register that has names to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.values import Codes, Key
from tests.ui.part_bench import FIRST
from tests.ui.person import Person

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.fields import Field
    from hankeapp.ui.editor import Editor

NAMES = ("Alfa", "Beeta")
"""What keys and codes are chosen from."""


@dataclass(frozen=True)
class Place:
    """Where a field is: of the project, or of the first row of a part."""

    field: Field
    part: str = ""

    def __str__(self) -> str:
        return f"{self.part}.{self.field.name}".lstrip(".")


PLACES = [
    *(Place(field) for field in fields_of(Project) if field.editable),
    *(
        Place(field, part.name)
        for part in parts_of(Project)
        if part.one
        for field in fields_of(part.type)
        if field.editable
    ),
]


class Writer(Person):
    """Someone who writes into one field over and over."""

    place: Place
    _waiting = 0

    @property
    def drafts(self) -> int:
        """How many fields wait for correction since the project was opened."""
        return self.workspace.detail.drafts - self._waiting

    def go(self, place: Place) -> None:
        """Open a new project, with a row of the part, at the field."""
        self.place = place
        self._waiting = self.workspace.detail.drafts
        rows = {place.part: (FIRST[place.part],)} if place.part else {}
        project = self.workspace.register.add({"name": f"Hanke {place}", **rows})
        self.workspace.show_project(project.id)
        self.settle()
        self.enter()

    @property
    def editor(self) -> Editor:
        """The field's editor."""
        form = self.workspace.detail.page.form
        if not self.place.part:
            return form.editors[self.place.field.name]
        (item,) = next(each for each in form.lists if each.part.name == self.place.part).items
        item.open()
        return item.editors[self.place.field.name]

    def enter(self) -> None:
        """Go into the field, from wherever the keyboard is."""
        if self.place.part:
            widget = self.editor.widget
            if not widget.isVisible():
                (item,) = next(
                    each for each in self.workspace.detail.page.form.lists if each.part.name == self.place.part
                ).items
                assert item.form is not None
                item.form.more.click()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.workspace.detail.edit(self.place.field.name)
        self.settle()

    def put(self, text: str) -> None:
        """Write a text over what is there, and leave the field."""
        self.enter()
        self.press("Ctrl+A")
        self.press("Del")
        self.type(text)
        if QApplication.activePopupWidget():
            self.press("Escape")
        self.press("Tab")

    def pick(self, *keys: str) -> None:
        """Choose by keys, and leave the field."""
        self.enter()
        for each in keys:
            self.press(each)
        self.press("Tab")

    @property
    def kept(self) -> object:
        """What the register has in the field; of keys and codes, their names."""
        (project,) = self.workspace.register.projects([self.shown.id])
        row = getattr(project, self.place.part)[0] if self.place.part else project
        value = getattr(row, self.place.field.name)
        return self._named(value)

    def _named(self, value: object) -> object:
        if isinstance(value, Key):
            return self.workspace.names.text(self.place.field, value).partition(" – ")[0]
        if isinstance(value, Codes):
            return tuple(self.workspace.names.text(self.place.field, Codes((code,))) for code in value)
        return value


def begun(folder: Path) -> Writer:
    """The writer before a new register with names to choose from."""
    writer = Writer(Desk("testaaja", Clock.standing(2026, 11, 24)), folder)
    writer.answer(folder / "koe.hanke")
    writer.choose("create")
    register = writer.workspace.register
    for name in NAMES:
        register.add({"name": name})
        for table in ("unit", "organisation"):
            register.lists.add_shared(table, name)
        for values in {field.values for field in fields_of(Project) if field.values}:
            register.lists.add_listed(values, name)
    return writer

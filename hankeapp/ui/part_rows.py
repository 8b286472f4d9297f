"""What belongs to a project in rows of its own, to be read in the form: a paragraph a row, from the declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from hankeapp.domain.dates import interval_text
from hankeapp.domain.fields import fields_of
from hankeapp.ui.labels import breakable, label
from hankeapp.ui.project_rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.fields import Part
    from hankeapp.domain.project import Project
    from hankeapp.ui.names import Names


SPAN = ("start", "end")
"""The fields of a row that are told and laid out together."""


class PartRow(Row):
    """One kind of part; folded away while the project has none."""

    def __init__(self, part: Part) -> None:
        super().__init__(part.title)
        self.part = part
        self.setObjectName(part.name)
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(part.title)
        self.label.setBuddy(self.text)
        self.content.addWidget(self.text)
        self.hide()

    def show_parts(self, project: Project, names: Names) -> None:
        """Show the project's rows of this kind."""
        rows = getattr(project, self.part.name)
        self.text.setText(breakable("\n".join(part_text(row, names) for row in rows)))
        self.setVisible(bool(rows))


def part_text(row: Any, names: Names) -> str:
    """A part in a line: what is known of it, each with its name; what it is stands first, without one."""
    return " · ".join(_said(row, names))


def _said(row: Any, names: Names) -> Iterator[str]:
    kind: type = type(row)
    for place, field in enumerate(fields_of(kind)):
        value = getattr(row, field.name)
        text = names.text(field, value)
        is_flag = field.type is int and not field.optional  # a count may be unknown, a yes or no never is
        if field.name in SPAN:
            yield from _span(row, field.name)
        elif not text or not field.editable or (is_flag and not value):
            continue
        elif is_flag:
            yield field.title
        else:
            yield text if place == 0 else f"{field.title}: {text}"


def _span(row: Any, name: str) -> Iterator[str]:
    """`2016–2021`, once for both sides."""
    text = interval_text(*(getattr(row, each) for each in SPAN))
    if text and name == SPAN[0]:
        yield text

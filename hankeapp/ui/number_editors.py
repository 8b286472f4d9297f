"""The editors of whole numbers: a count that may be unknown, months after a day or before it, and a yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.domain.templates import MINUS, Months
from hankeapp.translation import tr
from hankeapp.ui.editor import Editor
from hankeapp.ui.line_editor import LineEditor

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field

_LONGEST = 9
"""Digits: nothing that an office counts has more."""
_MOST_MONTHS = 1_200
"""A hundred years: no project is followed longer."""


class CountEditor(LineEditor):
    """How many there are, or nothing where that is not known."""

    @override
    def _write(self, value: object) -> str:
        return "" if value is None else str(value)

    @override
    def _read(self, content: str) -> object:
        digits = "".join(content.split())
        if not digits:
            return None
        if not _is_number(digits):
            raise FieldError(
                self.field.name,
                tr("“{text}” is not a count.", text=content),
                tr("Write a whole number, for example 8."),
            )
        return int(digits)


class MonthsEditor(LineEditor):
    """How many months after a day something is, or with a minus before it."""

    @override
    def _write(self, value: object) -> str:
        return "" if value is None else str(value)

    @override
    def _read(self, content: str) -> object:
        text = "".join(content.split()).replace(MINUS, "-").replace("\N{EN DASH}", "-").removeprefix("+")
        if not text:
            return None
        if not _is_number(text.removeprefix("-")) or abs(int(text)) > _MOST_MONTHS:
            raise FieldError(
                self.field.name,
                tr("“{text}” is no number of months.", text=content),
                tr("Write for example 4, or −6 for what is due before the end."),
            )
        return Months(text)


def _is_number(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST


class _Box(QCheckBox):
    """Can be read-only and still be reached and read."""

    is_read_only = False

    @override
    def nextCheckState(self) -> None:
        if not self.is_read_only:
            super().nextCheckState()


class FlagEditor(Editor):
    """A yes or no, saved as soon as it is ticked."""

    def __init__(self, field: Field) -> None:
        self._box = _Box(field.title)
        super().__init__(field, self._box)
        self._box.toggled.connect(self.edited)
        self._box.clicked.connect(self.commit)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._box.is_read_only = read_only

    @override
    def _write(self, value: object) -> str:
        return "1" if value else "0"

    @override
    def _read(self, content: str) -> object:
        return int(content)

    @override
    def _content(self) -> str:
        return "1" if self._box.isChecked() else "0"

    @override
    def _put(self, content: str) -> None:
        self._box.setChecked(content == "1")

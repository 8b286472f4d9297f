"""The editor of a text of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from hankeapp.domain.pasted import plain_line
from hankeapp.ui.editor import Editor
from hankeapp.ui.look import look
from hankeapp.ui.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from hankeapp.domain.fields import Field
    from hankeapp.ui.proofreader import Proofreader

LONGEST_LINE = 1_000_000
"""Characters; Qt's own limit of 32,767 would cut silently."""
WIDEST = 600
"""Px at 100 %: no field is wider."""


class LineEditor(Editor):
    """A text of one line; a pasted line break becomes a blank."""

    def __init__(self, field: Field, line: QLineEdit | None = None) -> None:
        self._line = line or TextLine()
        self._line.setMaxLength(LONGEST_LINE)
        super().__init__(field, self._line)
        self._line.textChanged.connect(self.edited)

    @override
    def proofread(self, proofreader: Proofreader) -> None:
        if self.field.prose and isinstance(self._line, TextLine):
            self._line.proofread(proofreader)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    @override
    def fit(self) -> None:
        self._line.setMaximumWidth(look().fonts.px(self.field.width or WIDEST))

    @override
    def _write(self, value: object) -> str:
        return str(value)

    @override
    def _read(self, content: str) -> object:
        return plain_line(content)

    @override
    def _content(self) -> str:
        return self._line.text()

    @override
    def _put(self, content: str) -> None:
        self._line.setText(content)
        self._line.setCursorPosition(0)

    @override
    def _can_undo(self) -> bool:
        return self._line.isUndoAvailable()

    @override
    def _can_redo(self) -> bool:
        return self._line.isRedoAvailable()

    @override
    def _forget_undo(self) -> None:
        # A line edit forgets only when it is given a text.
        if self._line.isUndoAvailable() or self._line.isRedoAvailable():
            at = self._line.cursorPosition()
            self._line.setText(self._line.text())
            self._line.setCursorPosition(at)

"""The editor of a text of many lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF
from typing_extensions import override

from hankeapp.translation import counted, trn
from hankeapp.ui.editor import Editor
from hankeapp.ui.labels import restyle
from hankeapp.ui.line_editor import WIDEST
from hankeapp.ui.look import look
from hankeapp.ui.text_area import TextArea

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field
    from hankeapp.ui.proofreader import Proofreader

COUNTED_FROM = 200
"""Characters: how long a shorter text is, anyone sees."""
_PAUSE_MS = 250
"""How long nothing is typed before the text is looked over."""


class TextEditor(Editor):
    """A text of many lines, kept to the letter; grows with it to twice the declared lines, then scrolls."""

    def __init__(self, field: Field) -> None:
        self.area = TextArea()
        self._newline = "\n"
        super().__init__(field, self.area)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_over)
        self.area.textChanged.connect(self.edited)
        self.area.textChanged.connect(self._pause.start)
        self.area.refused.connect(self._tell_refusal)
        # A new dress takes the fonts of single widgets away.
        look().changed.connect(self._pause.start)
        self.area.document().documentLayout().documentSizeChanged.connect(self.fit)

    @override
    def proofread(self, proofreader: Proofreader) -> None:
        self.area.proofread(proofreader)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)
        # A read-only text takes no keyboard focus by itself, and could not be scrolled without a mouse.
        self.area.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            if read_only
            else Qt.TextInteractionFlag.TextEditorInteraction
        )
        restyle(self.area)

    @override
    def fit(self) -> None:
        self.area.setMaximumWidth(look().fonts.px(WIDEST))
        # Of a plain text, the document's height is a number of lines.
        lines = min(max(self.area.document().size().height(), self.field.lines), 2 * self.field.lines)
        around = 2 * (self.area.document().documentMargin() + look().fonts.px(4) + 1)
        self.area.setFixedHeight(round(lines * QFontMetricsF(self.area.font()).lineSpacing() + around))

    @override
    def _write(self, value: object) -> str:
        text = str(value)
        self._newline = "\r\n" if "\r\n" in text else "\n"
        return text.replace("\r\n", "\n")

    @override
    def _read(self, content: str) -> object:
        return content.replace("\n", self._newline)

    @override
    def _content(self) -> str:
        # `toPlainText` would turn no-break spaces into plain ones.
        return self.area.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @override
    def _put(self, content: str) -> None:
        self.area.setPlainText(content)

    @override
    def _can_undo(self) -> bool:
        return self.area.document().isUndoAvailable()

    @override
    def _can_redo(self) -> bool:
        return self.area.document().isRedoAvailable()

    @override
    def _forget_undo(self) -> None:
        self.area.document().clearUndoRedoStacks()

    @override
    def _is_commit(self, modifiers: Qt.KeyboardModifier) -> bool:
        return bool(modifiers & Qt.KeyboardModifier.ControlModifier)

    def _look_over(self) -> None:
        self.area.look_for_long_paragraphs()
        self._tell_length()

    def _tell_length(self) -> None:
        content = self._content()
        words = trn("{n} word", "{n} words", len(content.split()))
        told = f"{_characters(len(content))}, {words}"
        self.remarked.emit(told if len(content) >= COUNTED_FROM else "")

    def _tell_refusal(self, why: str) -> None:
        """Say it beside the text until it is written in again, and to screen readers at once."""
        self.remarked.emit(why)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.widget, why))


def _characters(n: int) -> str:
    return trn("{grouped} character", "{grouped} characters", n, grouped=counted(n))

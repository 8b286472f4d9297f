"""The kinds of editors: a line, many lines, a date, an amount, a choice; and the text of a field that is not edited."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy
from typing_extensions import override

from hankeapp.domain.amounts import parse_cents, parse_share
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.values import Cents
from hankeapp.ui import formatting
from hankeapp.ui.editor import Editor
from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import label, restyle
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from hankeapp.domain.fields import Field

LONGEST_LINE = 1_000_000
"""Characters; Qt's own limit of 32,767 would cut silently."""
WIDEST = 600
"""Px at 100 %: no field is wider."""
_BREAKS = re.compile(r"[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]+")


class LineEditor(Editor):
    """A text of one line; a pasted line break becomes a blank."""

    def __init__(self, field: Field) -> None:
        self._line = QLineEdit()
        self._line.setMaxLength(LONGEST_LINE)
        super().__init__(field, self._line)
        self._line.textChanged.connect(self.edited)

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
        return _BREAKS.sub(" ", content).strip()

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


class DateEditor(LineEditor):
    """A partial date, as a Finn writes it or as ISO; its normal form stands there once it is saved."""

    @override
    def fit(self) -> None:
        super().fit()
        self._line.setFont(look().fonts.font(Role.BODY, tabular=True))

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value)

    @override
    def _read(self, content: str) -> object:
        return PartialDate.parse(content) if content.strip() else None


class AmountEditor(DateEditor):
    """An amount of money or a share; its Finnish form stands there once it is saved."""

    @override
    def _read(self, content: str) -> object:
        if not content.strip():
            return None
        return parse_cents(content) if self.field.type is Cents else parse_share(content)


class TextEditor(Editor):
    """A text of many lines, kept to the letter; grows with it to twice the declared lines, then scrolls."""

    def __init__(self, field: Field) -> None:
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._newline = "\n"
        super().__init__(field, self._text)
        self._text.textChanged.connect(self.edited)
        self._text.document().documentLayout().documentSizeChanged.connect(self.fit)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._text.setReadOnly(read_only)
        # A read-only text takes no keyboard focus by itself, and could not be scrolled without a mouse.
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            if read_only
            else Qt.TextInteractionFlag.TextEditorInteraction
        )
        restyle(self._text)

    @override
    def fit(self) -> None:
        self._text.setMaximumWidth(look().fonts.px(WIDEST))
        # Of a plain text, the document's height is a number of lines.
        lines = min(max(self._text.document().size().height(), self.field.lines), 2 * self.field.lines)
        around = 2 * (self._text.document().documentMargin() + look().fonts.px(4) + 1)
        self._text.setFixedHeight(round(lines * QFontMetricsF(self._text.font()).lineSpacing() + around))

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
        return self._text.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @override
    def _put(self, content: str) -> None:
        self._text.setPlainText(content)

    @override
    def _can_undo(self) -> bool:
        return self._text.document().isUndoAvailable()

    @override
    def _can_redo(self) -> bool:
        return self._text.document().isRedoAvailable()

    @override
    def _forget_undo(self) -> None:
        self._text.document().clearUndoRedoStacks()

    @override
    def _is_commit(self, modifiers: Qt.KeyboardModifier) -> bool:
        return bool(modifiers & Qt.KeyboardModifier.ControlModifier)


class EnumEditor(Editor):
    """One of an enum's members, or none where the field is not required."""

    def __init__(self, field: Field) -> None:
        self._members: dict[str, object] = {} if field.required else {"": None}
        self._members |= {str(member.value): member for member in _members(field.type)}
        self._combo = _Combo()
        for code, member in self._members.items():
            self._combo.addItem(formatting.value_text(member) or formatting.NOTHING, code)
        super().__init__(field, self._combo)
        self._combo.currentIndexChanged.connect(self.edited)
        self._combo.activated.connect(self._commit_picked)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._combo.set_read_only(read_only)

    @override
    def fit(self) -> None:
        self._combo.setMaximumWidth(look().fonts.px(self.field.width or WIDEST))

    @override
    def _write(self, value: object) -> str:
        return str(value.value) if isinstance(value, Enum) else ""

    @override
    def _read(self, content: str) -> object:
        return self._members[content]

    @override
    def _content(self) -> str:
        return str(self._combo.currentData())

    @override
    def _put(self, content: str) -> None:
        self._combo.setCurrentIndex(self._combo.findData(content))

    def _commit_picked(self) -> None:
        if self._combo.was_opened:
            self.commit()


class ShownText(Editor):
    """A field that is not edited, as text that can be selected."""

    def __init__(self, field: Field) -> None:
        self._label = label()
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(field, self._label)

    @override
    def set_read_only(self, read_only: bool) -> None:
        """It is, always."""

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value) or formatting.NOTHING

    @override
    def _content(self) -> str:
        return self._label.text()

    @override
    def _put(self, content: str) -> None:
        self._label.setText(content)


class _Combo(QComboBox):
    """A choice that the wheel scrolls past, and that can be read-only and still be read."""

    def __init__(self) -> None:
        super().__init__()
        self.was_opened = False
        """The list was opened: what is activated now was picked from it, and not passed by with the arrow keys."""
        self._read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.setProperty("readOnly", read_only)
        restyle(self)

    @override
    def showPopup(self) -> None:
        self.was_opened = not self._read_only
        if self.was_opened:
            super().showPopup()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.was_opened = False
        if self._read_only:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _members(kind: type) -> list[Enum]:
    return list(kind) if issubclass(kind, Enum) else []

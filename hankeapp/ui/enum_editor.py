"""The editor of a choice among an enum's members."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from hankeapp.ui import formatting
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.editor import Editor
from hankeapp.ui.labels import restyle
from hankeapp.ui.line_editor import WIDEST
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from hankeapp.domain.fields import Field


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

    def keep_only(self, members: Collection[Enum]) -> None:
        """Offer these members alone."""
        for code, member in self._members.items():
            if member not in members:
                self._combo.removeItem(self._combo.findData(code))

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


class _Combo(ChoiceBox):
    """A choice that the wheel scrolls past, and that can be read-only and still be read."""

    def __init__(self) -> None:
        super().__init__()
        self.was_opened = False
        """The list was opened: what is activated now was picked from it, and not passed by with the arrow keys."""
        self._read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

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

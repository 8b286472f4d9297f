"""A page of the settings: its title, and rows of a form under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from hankeapp.ui.flow import Flow
from hankeapp.ui.labels import buddy, label, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.stacking import bare_column, dialog_body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

_LABELS = 150
"""Px at 100 % text for the labels before the fields."""
_WIDE = 670
"""From this width on, in px at 100 % text, the labels stand before the fields, and in less above them."""


class SettingsPage(QWidget):
    """`read` is called when the page is come to, `leave` when it is left: what is written in it is taken by then."""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        self.title = title
        self._widths: dict[QWidget, int] = {}
        body, self.column = dialog_body()
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(body)
        self.column.addWidget(label(title, "dialog"))
        if sentence:
            self.column.addWidget(label(sentence, "secondary", wrap=True))
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._form = QGridLayout()
        self._form.setColumnStretch(1, 1)
        self.column.addSpacing(look().fonts.px(4))
        self.column.addLayout(self._form)
        look().changed.connect(self._fit)
        self._fit()

    def read(self) -> None:
        """Show what is set."""

    def leave(self) -> None:
        """Take what is written."""

    def add_row(self, name: str, field: QWidget, hint: str = "", width: int = 0) -> None:
        """Put a field under the others; `width` in px at 100 % text, if it is not to take the whole row."""
        box = QWidget()
        column = bare_column(box)
        column.setSpacing(look().fonts.px(4))
        column.addWidget(field)
        if hint:
            column.addWidget(label(hint, "hint", wrap=True))
        self._rows.append((buddy(name, field), box))
        field.setAccessibleDescription(hint)
        self._widths |= {field: width} if width else {}
        self._fit()

    def add_acts(self, *acts: QWidget) -> None:
        """Put buttons in a row under what there is."""
        self.column.addLayout(flowing(*acts))

    def finish(self) -> None:
        """Let what there is stand at the top."""
        self.column.addStretch()

    @property
    def is_narrow(self) -> bool:
        """Whether the labels stand above the fields."""
        return self.width() < look().fonts.px(_WIDE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the sizes of the look's text, and the labels above the fields where there is little room."""
        px, is_narrow = look().fonts.px, self.is_narrow
        for field, width in self._widths.items():
            field.setMaximumWidth(px(width))
        self._form.setVerticalSpacing(px(4 if is_narrow else 12))
        self._form.setColumnMinimumWidth(0, 0 if is_narrow else px(_LABELS))
        for row, (named, box) in enumerate(self._rows):
            named.setContentsMargins(0, px(8 if is_narrow else 5), 0, 0)
            if is_narrow:
                self._form.addWidget(named, 2 * row, 0, 1, 2)
                self._form.addWidget(box, 2 * row + 1, 0, 1, 2)
            else:
                self._form.addWidget(named, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
                self._form.addWidget(box, 2 * row, 1)


def flowing(*parts: QWidget) -> Flow:
    """Parts side by side, and below one another where there is little room."""
    px = look().fonts.px
    flow = Flow(px(10), px(8))
    for part in parts:
        flow.addWidget(part)
    return flow


def say_why(fields: Iterable[QWidget], reason: str) -> None:
    """Let fields be used, or say why they cannot be."""
    for field in fields:
        field.setEnabled(not reason)
        set_tool_tip(field, reason)

"""Parts stacked without a gap: what parts them are lines and grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.ui.labels import label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

_LEAST_WORDS = 180
"""Px at 100 % text for words beside buttons: in less they would stand in a column of single words."""


def bare_column(parent: QWidget) -> QVBoxLayout:
    """A column for a widget's parts, without margins and spaces."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def page_head(title: str, sentence: QLabel) -> QWidget:
    """What stands above a page shown in place of the projects: its name, and a sentence on what it holds."""
    px = look().fonts.px
    head = QWidget()
    column = bare_column(head)
    column.setContentsMargins(px(24), px(20), px(24), px(12))
    column.setSpacing(px(4))
    column.addWidget(label(title, "dialog"))
    column.addWidget(sentence)
    return head


def dialog_body() -> tuple[QWidget, QVBoxLayout]:
    """What a dialog says and asks, over its foot: the widget, and the column for its parts."""
    px = look().fonts.px
    body = QWidget()
    body.setProperty("ground", "base")
    body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(body)
    column.setContentsMargins(px(24), px(20), px(24), px(14))
    column.setSpacing(px(8))
    return body, column


class Foot(QWidget):
    """What stands below a page or a dialog: its buttons at the right, and what has to be said at their left.

    Where there is little room at their left, the words stand above them.
    """

    def __init__(self, buttons: Iterable[QWidget], words: QLabel | None = None, lead: Iterable[QWidget] = ()) -> None:
        """`lead` are buttons that stand before the words."""
        super().__init__()
        px = look().fonts.px
        self.setProperty("kind", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(px(20), px(12), px(20), px(12))
        self._parts.setSpacing(px(8))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(8))
        self._lead = QHBoxLayout()
        self._lead.setSpacing(px(8))
        for button in lead:
            self._lead.addWidget(button)
        self._buttons.addStretch()
        for button in buttons:
            self._buttons.addWidget(button)
        said = QHBoxLayout()
        said.setSpacing(px(8))
        if self._lead.count():
            said.addLayout(self._lead)
        if words is not None:
            said.addWidget(words, 1)
        else:
            said.addStretch()
        self._parts.addLayout(said, 1)
        self._parts.addLayout(self._buttons)

    @override
    def heightForWidth(self, width: int) -> int:
        self._turn(width)
        return self._parts.totalHeightForWidth(width)

    @override
    def minimumSizeHint(self) -> QSize:
        margins = self._parts.contentsMargins()
        width = self._buttons.minimumSize().width() + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        margins = self._parts.contentsMargins()
        taken = self._buttons.minimumSize().width() + self._lead.minimumSize().width() + 2 * self._parts.spacing()
        room = width - margins.left() - margins.right() - taken
        is_low = self._words is not None and room < min(_text_width(self._words), look().fonts.px(_LEAST_WORDS))
        direction = QBoxLayout.Direction.TopToBottom if is_low else QBoxLayout.Direction.LeftToRight
        if self._parts.direction() is not direction:
            self._parts.setDirection(direction)


def _text_width(words: QLabel) -> int:
    return words.fontMetrics().horizontalAdvance(words.text())

"""Parts stacked without a gap: what parts them are lines and grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hankeapp.ui.labels import label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLabel


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


def foot(buttons: Iterable[QWidget], words: QLabel | None = None) -> QWidget:
    """What stands below a page or a dialog: its buttons at the right, and what has to be said at their left."""
    px = look().fonts.px
    bar = QWidget()
    bar.setProperty("kind", "footer")
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(bar)
    row.setContentsMargins(px(20), px(12), px(20), px(12))
    row.setSpacing(px(8))
    if words is None:
        row.addStretch(1)
    else:
        row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    return bar

"""What would not be seen whole in a window: words cut off, controls pressed together, one over the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)

from hankeapp.ui.icons import IconLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 1
"""Px by which Qt rounds."""


def settle() -> None:
    """Layouts of wrapped texts settle in several rounds of events."""
    for _ in range(5):
        QApplication.processEvents()


def misfits(root: QWidget) -> list[str]:
    """All that is cut off, pressed or covered below a widget."""
    return [*(f"cut: {each}" for each in cut(root)), *(f"covered: {each}" for each in covered(root))]


def cut(root: QWidget) -> list[str]:
    """The labels and controls that have less room than their words need, or stand partly outside of what holds them."""
    return [_told(each) for each in _seen(root) if _is_pressed(each) or _is_outside(each, root)]


def covered(root: QWidget) -> list[str]:
    """The labels and controls that lie over a sibling."""
    found = []
    for parent in (root, *_seen_widgets(root)):
        if isinstance(parent, QAbstractScrollArea | QStackedWidget | QSplitter | QLineEdit | QCalendarWidget):
            continue
        children = [each for each in _children(parent) if isinstance(each, _SOLID) and not _floats(each)]
        found += [
            f"{_told(one)} by {_told(other)}"
            for at, one in enumerate(children)
            for other in children[at + 1 :]
            if _overlap(one.geometry(), other.geometry())
        ]
    return found


_SOLID = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractScrollArea)


def _floats(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return above is not None and above.layout() is None


def _seen_widgets(root: QWidget) -> Iterator[QWidget]:
    return (each for each in root.findChildren(QWidget) if each.isVisible() and each.window() is root.window())


def _children(parent: QWidget) -> list[QWidget]:
    return [each for each in parent.children() if isinstance(each, QWidget) and each.isVisible()]


def _seen(root: QWidget) -> Iterator[QWidget]:
    for each in _seen_widgets(root):
        if isinstance(each, QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox) and not _is_qts_own(
            each
        ):
            yield each


def _is_qts_own(widget: QWidget) -> bool:
    """Parts of Qt's controls: a choice's line, the button that clears it, a table's corner, the way to more tabs."""
    above = widget.parentWidget()
    return isinstance(above, QComboBox | QLineEdit | QAbstractSpinBox | QTabBar) or widget.objectName().startswith(
        "qt_"
    )


def _is_pressed(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return _is_label_pressed(widget)
    if widget.layout() is not None:
        return False  # what it says stands in labels of its own
    if isinstance(widget, QToolButton) and not widget.text():
        needed = widget.iconSize()
    else:
        needed = widget.minimumSizeHint() if isinstance(widget, QLineEdit | QComboBox) else widget.sizeHint()
    # Higher than its words is enough: what a style sheet wants above and below them may be less in a bar.
    high = min(needed.height(), widget.fontMetrics().height() + 2)
    return widget.height() + _SLACK < high or widget.width() + _SLACK < needed.width()


def _is_label_pressed(words: QLabel) -> bool:
    if isinstance(words, IconLabel) or not words.text():
        return False
    if words.wordWrap():
        return words.height() + _SLACK < words.heightForWidth(words.width())
    # What shortens its words by itself says how little it can do with.
    needed, written = words.minimumSizeHint(), words.fontMetrics().size(0, words.text())
    return words.width() + _SLACK < min(needed.width(), written.width()) or words.height() + _SLACK < written.height()


def _is_outside(widget: QWidget, root: QWidget) -> bool:
    """Whether a part of it lies where none can look or scroll to."""
    place = QRect(QPoint(0, 0), widget.size())
    child = widget
    while child is not root and (above := child.parentWidget()) is not None:
        place.translate(child.pos())
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return place.right() > above.width() - 1 + _beyond(area) + _SLACK
        if not above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
            return True
        child = above
    return False


def _beyond(area: QAbstractScrollArea) -> int:
    """How far one can scroll to the right."""
    never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return 0 if never else area.horizontalScrollBar().maximum()


def _overlap(one: QRect, other: QRect) -> bool:
    common = one.intersected(other)
    return common.width() > _SLACK and common.height() > _SLACK


def _told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    above = widget.parentWidget()
    where = type(above).__name__ if above is not None else ""
    size, hint = widget.size(), widget.sizeHint()
    return (
        f"{type(widget).__name__} {widget.objectName()!r} {words!r} in {where}, "
        f"{size.width()}×{size.height()} of {hint.width()}×{hint.height()}"
    )

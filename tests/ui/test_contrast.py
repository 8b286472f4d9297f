"""What is painted can be read: the words of real screens, measured in their pictures in every theme."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from hankeapp.domain.query import View
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.theme import contrast
from tests.ui.fitting import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QDialog

    from tests.ui.person import Person

pytestmark = pytest.mark.usefixtures("qapp", "look")

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3 at level AA, for text of any size."""
FINE = 3
"""Pixels painted for each of the window: so fine, strokes of letters have their whole colour in the middle."""


def _picture(widget: QWidget) -> QImage:
    image = QImage(widget.size() * FINE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(FINE)
    painter = QPainter(image)
    widget.render(
        painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren
    )
    painter.end()
    return image


def _words(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """What shows words, and may be used."""
    for each in root.findChildren(QWidget):
        if not isinstance(each, QLabel | QPushButton | QToolButton | QLineEdit) or not each.isEnabled():
            continue
        if isinstance(each, QToolButton) and each.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            continue  # its text is for the ear; the tokens of icons are measured by themselves
        words = each.text() or (each.placeholderText() if isinstance(each, QLineEdit) else "")
        if words.strip() and each.isVisible() and not each.visibleRegion().isEmpty():
            yield each, words


def _ratio(picture: QImage, box: QRect) -> float:
    """The contrast of the ink that stands out most from the ground that most of a box has."""
    part = picture.copy(QRect(box.topLeft() * FINE, box.size() * FINE))
    colours = Counter(memoryview(part.constBits()).cast("I"))
    (ground, _), *_ = colours.most_common(1)
    inks = [colour for colour, count in colours.items() if count > FINE]
    return max((contrast(_hex(colour), _hex(ground)) for colour in inks), default=1.0)


def _hex(colour: int) -> str:
    return QColor(colour & 0xFFFFFF).name()


def pale(root: QWidget) -> list[str]:
    """The words that cannot be read well enough."""
    picture = _picture(root)
    faults = []
    for each, words in _words(root):
        inside = each.visibleRegion().boundingRect()
        # A button's outline would count as ink.
        inside = inside.adjusted(4, 4, -4, -4) if isinstance(each, QAbstractButton | QLineEdit) else inside
        ratio = _ratio(picture, QRect(each.mapTo(root, inside.topLeft()), inside.size()))
        if ratio < ENOUGH:
            faults.append(f"{ratio:.1f}: {words!r} in {type(each.parentWidget()).__name__}")
    return faults


def _wrong(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("end", "31.2.2026")


def _trash(person: Person) -> None:
    person.select("Healint")
    person.choose("throw_away")
    person.view(View.TRASH)


def _history(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("name", "Kiertotalous")
    person.choose("history")


def _quality(person: Person) -> None:
    person.choose("quality")
    person.finish_tasks()


SCREENS: dict[str, Callable[[Person], None]] = {
    "project": lambda person: person.select("ILPI"),
    "wrong field": _wrong,
    "trash": _trash,
    "review": lambda person: person.view(View.OVERDUE),
    "history": _history,
    "quality": _quality,
}


THEMES = [(each, 1.0) for each in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)]
in_every_theme = pytest.mark.parametrize("worn", THEMES, indirect=True, ids=str)


@in_every_theme
def test_words_of_every_screen_can_be_read(person: Person) -> None:
    faults = []
    for name, go in SCREENS.items():
        person.view(View.ALL)
        go(person)
        settle()
        faults += [f"{name}: {each}" for each in pale(person.window)]
    assert not faults, "\n".join(faults)


@in_every_theme
def test_words_of_a_dialog_can_be_read(person: Person) -> None:
    faults: list[str] = []

    def measure(dialog: QDialog) -> None:
        faults.extend(pale(dialog))

    person.select("CIRCWASTE")
    person.dialog(measure)
    person.choose("end")
    assert not faults, "\n".join(faults)


def test_pale_words_are_found(qtbot, look) -> None:
    words = QLabel("Hankkeen nimi", alignment=Qt.AlignmentFlag.AlignCenter)
    words.setStyleSheet("color: #9AA4AF; background: #FFFFFF")
    box = QWidget()
    words.setParent(box)
    qtbot.addWidget(box)
    box.show()
    assert len(pale(box)) == 1
    words.setStyleSheet("color: #1A2330; background: #FFFFFF")
    assert pale(box) == []

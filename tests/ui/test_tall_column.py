"""The column that is scrolled: laid out as Qt's own would be, and at once when it is settled."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.ui.labels import label
from hankeapp.ui.tall_column import HeightByWidth, TallColumn, settle

TEXTS = ("lyhyt", "pitkä teksti " * 20, "piilossa", "sanoja " * 12)


class Part(HeightByWidth):
    def __init__(self, text):
        super().__init__()
        self.words = label(text, wrap=True)
        QVBoxLayout(self).addWidget(self.words)


@pytest.fixture
def shown(qtbot):
    def show(column):
        body = QWidget()
        qtbot.addWidget(body)
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        parts = [Part(text) for text in TEXTS]
        for part in parts:
            column.addWidget(part)
        parts[2].hide()
        body.resize(240, 10)
        body.show()
        body.resize(240, body.heightForWidth(240))
        settle(body)
        return body, parts

    return show


def places(parts):
    return [part.geometry() for part in parts if part.isVisible()]


def test_it_lays_out_as_a_column_of_qt_does(shown):
    (ours, our_parts), (theirs, their_parts) = shown(TallColumn()), shown(QVBoxLayout())
    assert ours.heightForWidth(240) == theirs.heightForWidth(240)
    assert places(our_parts) == places(their_parts)
    assert ours.layout().minimumSize().width() == theirs.layout().minimumSize().width()


def test_what_changed_deep_inside_is_laid_out_as_soon_as_it_is_settled(shown):
    body, parts = shown(TallColumn())
    before = body.heightForWidth(240)
    parts[0].words.setText(TEXTS[1])
    parts[2].show()
    settle(body)
    assert parts[0].height() == parts[1].height() == parts[0].heightForWidth(240)
    assert parts[2].y() == parts[1].geometry().bottom() + 1 + 7
    assert body.heightForWidth(240) > before

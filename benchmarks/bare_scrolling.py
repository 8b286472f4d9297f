"""The floor of scrolling: Qt's own views, delegates and model, all in C++, with as many rows and letters on each.

They are in the same typeface, size and digits, but in one weight and colour, and without signs.
The model is a `QStandardItemModel` that holds every text in memory: it asks no database and calls no Python.
Prints what `our_scrolling` prints.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTableView

from benchmarks.our_scrolling import frames
from hankeapp.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence


def _model(texts: Sequence[Sequence[str]], rows: int) -> QStandardItemModel:
    """The texts over and over, each an item of its own."""
    model = QStandardItemModel(rows, len(texts[0]))
    for row in range(rows):
        for column, text in enumerate(texts[row % len(texts)]):
            model.setItem(row, column, QStandardItem(text))
    return model


def _table(widths: Sequence[int], row: int, model: QStandardItemModel) -> QTableView:
    table = QTableView()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(row)
    table.verticalHeader().setDefaultSectionSize(row)
    table.setModel(model)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    return table


def _list(row: int, model: QStandardItemModel) -> QListView:
    cards = QListView()
    cards.setUniformItemSizes(True)
    model.item(model.rowCount() - 1).setSizeHint(QSize(200, row))
    cards.setModel(model)
    return cards


def main(form: dict[str, Any], rows: int) -> None:
    """Show as many rows of that form, scroll, and print."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    fonts.load()
    app.setFont(fonts.Fonts().font(fonts.Role.CELL if "columns" in form else fonts.Role.CARD_DETAIL, tabular=True))
    view: QAbstractItemView
    if "columns" in form:
        view = _table(form["columns"], form["row"], _model(form["texts"], rows))
    else:
        view = _list(form["row"], _model(form["texts"], rows))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(*form["size"])
    view.show()
    app.processEvents()
    sys.stdout.write(json.dumps(frames(view)))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), int(sys.argv[2]))

"""The sheet that a document is set on: its size and direction, the size of its type, its margins and colours."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hankeapp.reports.paper import Paper
from hankeapp.services.printing import ReportKind
from hankeapp.translation import mark, tr
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.labels import buddy, label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import bare_column

_SIZES = {
    ("a4", False): mark("A4, upright"),
    ("a4", True): mark("A4, across"),
    ("a3", True): mark("A3, across"),
}
_OFFERED = {
    ReportKind.OVERVIEW: (("a4", False), ("a4", True)),
    ReportKind.TABLE: (("a4", True), ("a4", False), ("a3", True)),
    ReportKind.CARD: (("a4", False), ("a4", True)),
}
"""The first of each is what the kind is made for."""

LARGE = 1.25


class PrintPaper(QWidget):
    """`changed` tells of every new wish."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind: ReportKind | None = None
        self._size = ChoiceBox()
        self._large = QCheckBox(tr("Large type"))
        self._two_sided = QCheckBox(tr("Room for binding (both sides printed)"))
        self._grey = QCheckBox(tr("Black and white"))
        column = bare_column(self)
        column.setSpacing(look().fonts.px(6))
        column.addWidget(label(tr("Paper"), "strong"))
        column.addWidget(buddy(tr("Size of the paper"), self._size))
        for widget in (self._size, self._large, self._two_sided, self._grey):
            column.addWidget(widget)
        self._size.currentIndexChanged.connect(self.changed)
        for check in (self._large, self._two_sided, self._grey):
            check.toggled.connect(self.changed)

    @property
    def paper(self) -> Paper:
        """The chosen sheet."""
        size, is_landscape = self._size.currentData()
        scale = LARGE if self._large.isChecked() else 1.0
        return Paper(
            size, is_landscape, scale, is_two_sided=self._two_sided.isChecked(), is_grey=self._grey.isChecked()
        )

    def show_paper(self, paper: Paper | None) -> None:
        """Choose a sheet of the kind that is shown, without telling; its first where none is said."""
        wanted = paper or Paper(*_OFFERED[self._kind or ReportKind.OVERVIEW][0])
        with QSignalBlocker(self):
            self._size.setCurrentIndex(max(self._size.findData((wanted.size, wanted.is_landscape)), 0))
            self._large.setChecked(wanted.scale > 1)
            self._two_sided.setChecked(wanted.is_two_sided)
            self._grey.setChecked(wanted.is_grey)

    def show_kind(self, kind: ReportKind) -> None:
        """Offer the sheets of a kind of document; the first, where another kind was shown."""
        if kind is self._kind:
            return
        self._kind = kind
        with QSignalBlocker(self._size):
            self._size.clear()
            for size in _OFFERED[kind]:
                self._size.addItem(tr(_SIZES[size]), size)

"""The lists of an import, of projects and of what was found of one; Space or a click on a check takes or leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.import_delegates import CHECK, CandidateDelegate, FindingDelegate
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from hankeapp.ui.import_model import CandidateModel, FindingModel


class _Checks(QListView):
    """Works by keyboard and by mouse."""

    def __init__(self, rows: CandidateModel | FindingModel) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look().changed.connect(self.doItemsLayout)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_check = event.position().x() < look().fonts.px(CHECK)
        if on_check and index.isValid() and index == self.currentIndex():
            self._rows.toggle(index.row())
        super().mouseReleaseEvent(event)


class CandidateList(_Checks):
    """The projects of the source."""

    def __init__(self, model: CandidateModel) -> None:
        super().__init__(model)
        self.setItemDelegate(CandidateDelegate(self))
        self.setProperty("ground", "sidebar")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Projects in the text"))


class FindingList(_Checks):
    """What was found of one."""

    def __init__(self, model: FindingModel) -> None:
        super().__init__(model)
        self.setItemDelegate(FindingDelegate(self))
        self.setAccessibleName(tr("Recognised"))
        self.setResizeMode(QListView.ResizeMode.Adjust)

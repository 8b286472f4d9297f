"""The list of projects that were read off a text; Space or a click on the check takes one along or leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.import_delegates import CHECK, CandidateDelegate
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from hankeapp.ui.import_model import CandidateModel


class CandidateList(QListView):
    """Works by keyboard and by mouse."""

    def __init__(self, model: CandidateModel) -> None:
        super().__init__()
        self._candidates = model
        self.setModel(model)
        self.setItemDelegate(CandidateDelegate(self))
        self.setProperty("ground", "sidebar")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Projects in the text"))
        look().changed.connect(self.doItemsLayout)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._candidates.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_check = event.position().x() < look().fonts.px(CHECK)
        if on_check and index.isValid() and index == self.currentIndex():
            self._candidates.toggle(index.row())
        super().mouseReleaseEvent(event)

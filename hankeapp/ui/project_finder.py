"""A small window in which a project of the register is found by its name or number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.entry_picker import EntryRole, RowList
from hankeapp.ui.labels import label
from hankeapp.ui.stacking import Foot, bare_column, dialog_body
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.matches import Match
    from hankeapp.services.titles import Titles

_SIZE = (560, 480)
"""Px at 100 % text."""
_TO_LIST = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class ProjectFinder(QDialog):
    """`found` is the project that was chosen, once it is accepted. The search field's arrows move in the list."""

    def __init__(self, titles: Titles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_finder")
        self.setWindowTitle(tr("Update a project"))
        self._titles = titles
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Name or number of the project"))
        self.search.setPlaceholderText(tr("Name or number of the project"))
        buttons.offer_clearing(self.search)
        self.list = RowList(tr("Projects"))
        self._nothing = label(tr("No matches."), "hint")
        self._cancel = buttons.ordinary(tr("Cancel"))
        self.main = buttons.primary(tr("Update this"))
        self.main.setDefault(True)
        self._lay_out()
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.list.opened.connect(self._choose)
        self.list.itemDoubleClicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self._choose)
        self._fill("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def found(self) -> Match | None:
        """The project in the current row."""
        item = self.list.currentItem()
        match: Match | None = item.data(EntryRole) if item is not None else None
        return match

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TO_LIST:
            self.list.keyPressEvent(event)
            return True
        return False

    def _fill(self, text: str) -> None:
        self.list.clear()
        for each in self._titles.matches(text):
            self.list.add(each.title, each, each.number, f"{each.title}, {each.number}")
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not self.list.count())
        self.main.setEnabled(self.list.count() > 0)

    def _choose(self) -> None:
        if self.found is not None:
            self.accept()

    def _lay_out(self) -> None:
        body, column = dialog_body()
        column.addWidget(label(tr("Which project of the register is it?"), "dialog", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        parts = bare_column(self)
        parts.addWidget(body, 1)
        parts.addWidget(Foot((self._cancel, self.main)))
        open_at(self, *_SIZE)

"""What is missing or contradictory in the register, in place in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QWidget
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.labels import label, line
from hankeapp.ui.look import look
from hankeapp.ui.quality_delegate import QualityDelegate
from hankeapp.ui.quality_model import QualityModel
from hankeapp.ui.stacking import Foot, bare_column, page_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from hankeapp.services.quality import Finding

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TURNS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


class QualityList(QListView):
    """Enter opens a project, and opens or closes a problem; so do → and ←, and a click on a problem."""

    open_requested = Signal(object)
    """The `Found` of a project's row."""

    def __init__(self, model: QualityModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(QualityDelegate(self))
        self.setAccessibleName(tr("Problems of the data"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def make_current(self, row: int) -> None:
        """Make a row current without taking the focus."""
        index = self._rows.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not index.isValid() or not is_plain:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._open(index)
        elif event.key() in _TURNS:
            self._turn(index.row(), is_open=_TURNS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open the project of the current row, or open or close its problem."""
        if self.currentIndex().isValid():
            self._open(self.currentIndex())

    def _click(self, index: QModelIndex) -> None:
        if self._rows.rows[index.row()].found is None:
            self._toggle(index.row())

    def _open(self, index: QModelIndex) -> None:
        found = self._rows.rows[index.row()].found
        if found is None:
            self._toggle(index.row())
        else:
            self.open_requested.emit(found)

    def _turn(self, row: int, *, is_open: bool) -> None:
        """→ opens a problem; ← goes from a project to its problem, and closes that."""
        head = self._rows.head_of(row)
        if head == row:
            self._rows.set_open(head, is_open)
        self.make_current(row if is_open else head)

    def _toggle(self, row: int) -> None:
        self._rows.toggle(row)
        self.make_current(row)


class QualityView(QWidget):
    """The problems of the register's data, each with its projects; nothing is changed here."""

    open_requested = Signal(object)
    asked_for_data = Signal(object)
    """The ids of all projects that are shown with a problem."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quality_view")
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = QualityModel(self)
        self.list = QualityList(self.model)
        self._sentence = label(role="secondary", wrap=True)
        self._open = buttons.primary(tr("Open project"), "pencil")
        self._open.setEnabled(False)
        self._ask = buttons.ordinary(tr("Ask contact persons…"), "file-down")
        self._close = buttons.ordinary(tr("Close"))
        self._nothing = EmptyState()
        self._pages = QStackedWidget()
        self._lay_out()
        self.list.open_requested.connect(self.open_requested)
        self.list.selectionModel().currentChanged.connect(self._tell_open)
        self._open.clicked.connect(self.list.open_current)
        self._ask.clicked.connect(self._ask_for_data)
        self._close.clicked.connect(self.left)
        self._nothing.acted.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show problems; the current row stays, as far as it is still there."""
        current = self.list.currentIndex().row()
        key = self.model.rows[current].key if 0 <= current < len(self.model.rows) else None
        self.model.show_findings(findings)
        self._sentence.setText(_told(findings))
        self._pages.setCurrentIndex(0 if findings else 1)
        if findings:
            self.list.make_current(self.model.find(key) if key else 0)

    def tell_looking(self) -> None:
        """Say that problems are being looked for; those that are shown stay until they have been found anew."""
        self._sentence.setText(tr("Problems are being looked for."))
        self._pages.setCurrentIndex(0)

    def tell_failure(self) -> None:
        """Say that they could not be looked for."""
        self._sentence.setText(tr("Problems could not be looked for."))

    def take_focus(self) -> None:
        """Take the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_data(self) -> None:
        self.asked_for_data.emit(self.model.projects())

    def _tell_open(self, now: QModelIndex) -> None:
        row = now.row()
        self._open.setEnabled(row >= 0 and self.model.rows[row].found is not None)

    def _lay_out(self) -> None:
        page = QWidget()
        inner = bare_column(page)
        inner.addWidget(page_head(tr("Data quality"), self._sentence))
        inner.addWidget(line())
        inner.addWidget(self.list, 1)
        inner.addWidget(Foot((self._close, self._open), lead=(self._ask,)))
        self._nothing.show_case(
            "circle-check",
            tr("The data is in order"),
            tr("Nothing is missing or contradictory."),
            tr("Show the projects"),
        )
        for shown in (page, self._nothing):
            self._pages.addWidget(shown)
        bare_column(self).addWidget(self._pages)


def _told(findings: Sequence[Finding]) -> str:
    projects = {found.id for finding in findings for found in finding.projects}
    count = trn("{n} project has something to look at.", "{n} projects have something to look at.", len(projects))
    return " ".join((count, tr("Nothing here keeps anything from being saved.")))

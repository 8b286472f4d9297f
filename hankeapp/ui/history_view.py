"""The history of a project or of the whole register: by day, the newest first, to be filtered and restored from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.history import by_day
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, history_words
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.history_rows import HistoryRow
from hankeapp.ui.labels import label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QAbstractButton

    from hankeapp.domain.history import Entry

PAGE = 60
"""Entries that are laid out at once; a button brings older ones."""
WIDEST = 900
_MARGIN = 28


class HistoryView(QWidget):
    """Shows entries that it is given; `restore_asked` and `open_asked` give an entry."""

    restore_asked = Signal(object)
    open_asked = Signal(object)
    export_asked = Signal()
    """The entries that are wanted have to be written into a file."""

    def __init__(self, *, names_projects: bool = False) -> None:
        super().__init__()
        self._names_projects = names_projects
        self._entries: Sequence[Entry] = ()
        self._today: date | None = None
        self._can_restore = True
        self._most = PAGE
        self.words = _Words()
        self.people = ChoiceBox()
        self.export = _export_button(has_room=names_projects)
        self.older = buttons.ordinary(tr("Show older changes"))
        self.nothing = EmptyState()
        self._area = QScrollArea()
        self._body = QWidget()
        self._lay_out()
        self.words.textChanged.connect(self._begin_again)
        self.people.currentIndexChanged.connect(self._begin_again)
        self.older.clicked.connect(self._show_older)
        self.export.clicked.connect(self.export_asked)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def rows(self) -> list[HistoryRow]:
        """The entries that are laid out, from the top."""
        return [row for row in self._body.findChildren(HistoryRow) if row.parent() is not None]

    def show_entries(self, entries: Sequence[Entry], today: date, *, can_restore: bool = True) -> None:
        """Show a history, the newest entry first; what it is filtered by stays."""
        self._entries, self._today, self._can_restore = entries, today, can_restore
        self._offer_people()
        self._show()

    def rewind(self) -> None:
        """Begin at the newest entry again."""
        self._most = PAGE
        self._area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Go to the words to look for."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def wanted(self) -> list[Entry]:
        """The entries that the filters let through, laid out or not."""
        person, words = self.people.currentData() or "", self.words.text()
        return [entry for entry in self._entries if person in {"", entry.actor} and history_words.holds(entry, words)]

    def _show(self) -> None:
        focus = self._body.focusWidget()
        was_inside = focus is not None and focus.hasFocus()
        self._fill()
        if was_inside:
            # What was pressed is gone: the newest entry now tells of what it did.
            stops = (row.restore for row in self.rows if not row.restore.isHidden())
            stop: QWidget = next(stops, None) or self.words
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self._clear()
        wanted = self.wanted()
        for day, entries in by_day(wanted[: self._most]):
            heading = label(history_words.day_heading(day, self._today or day), "group")
            heading.setContentsMargins(0, 14 if self._rows.count() else 2, 0, 2)
            self._rows.addWidget(heading)
            for entry in entries:
                self._rows.addWidget(self._row(entry))
        self.older.setVisible(len(wanted) > self._most)
        self.export.setEnabled(bool(wanted))
        self._tell_nothing(is_empty=not wanted)

    def _row(self, entry: Entry) -> HistoryRow:
        row = HistoryRow(entry, names_project=self._names_projects, can_restore=self._can_restore)
        row.restore_asked.connect(self.restore_asked)
        row.open_asked.connect(self.open_asked)
        return row

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _tell_nothing(self, *, is_empty: bool) -> None:
        self._area.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        if is_empty and self._entries:
            self.nothing.show_case("search", tr("No matches"), tr("No change holds these words or is by this person."))
        elif is_empty:
            self.nothing.show_case("clock", tr("No changes"), tr("Nothing has been changed yet."))

    def _offer_people(self) -> None:
        chosen = self.people.currentData()
        with QSignalBlocker(self.people):
            self.people.clear()
            self.people.addItem(tr("All persons"), "")
            for person in sorted({entry.actor for entry in self._entries}):
                self.people.addItem(person, person)
            self.people.setCurrentIndex(max(self.people.findData(chosen), 0))

    def _begin_again(self) -> None:
        self.rewind()
        self._show()

    def _show_older(self) -> None:
        self._most += PAGE
        self._show()

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(tr("Search the history"))
        self.words.setAccessibleName(tr("Search the history"))
        buttons.offer_clearing(self.words)
        self.people.setAccessibleName(tr("Person"))
        self.people.addItem(tr("All persons"), "")
        self._filters = QWidget()
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(_MARGIN, 16, _MARGIN, 8)
        filters.setSpacing(8)
        filters.addWidget(self.words, 3)
        filters.addWidget(self.people, 2)
        filters.addWidget(self.export)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        inner.addLayout(self._rows)
        inner.addWidget(self.older, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addStretch()
        for ground in (self, self._body):
            ground.setProperty("ground", "base")
            ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area.setWidget(self._body)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._filters)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self.nothing, 1)

    def _fit(self) -> None:
        for part in (self._filters, self._body):
            part.setMaximumWidth(look().fonts.px(WIDEST))
        self.people.setMinimumWidth(look().fonts.px(150))


def _export_button(*, has_room: bool) -> QAbstractButton:
    words = tr("Export the history…")
    return buttons.ordinary(words, "download") if has_room else buttons.icon_button("download", words)


class _Words(QLineEdit):
    """With nothing to undo of its own it leaves Ctrl+Z and Ctrl+Y to the window: acts are undone here above all."""

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)


class RegisterHistory(QWidget):
    """The history of the whole register, with its head; `left` when the person goes back to the projects."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = HistoryView(names_projects=True)
        self._count = label(role="hint")
        self._back = buttons.ordinary(tr("Back to the projects"))
        self._back.clicked.connect(self.left)
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 18, _MARGIN, 0)
        head.setSpacing(10)
        head.addWidget(label(tr("History of the register"), "title"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def show_entries(self, entries: Sequence[Entry], today: date, *, can_restore: bool) -> None:
        """Show all that was ever done in the register."""
        self._count.setText(trn("{n} change", "{n} changes", len(entries)))
        self.view.show_entries(entries, today, can_restore=can_restore)

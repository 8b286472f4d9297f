"""Qt's model of the overdue review: a row a project, with its check, its words, the act and the date."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.translation import mark, tr
from hankeapp.ui import formatting
from hankeapp.ui.overdue_choices import Choice, ReviewAct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.project import Project

    AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in their order."""

    CHECK = 0
    PROJECT = 1
    ACT = 2
    DATE = 3


_HEADERS = {
    Column.CHECK: mark("Chosen"),
    Column.PROJECT: mark("Project"),
    Column.ACT: mark("Act"),
    Column.DATE: mark("Date"),
}
ChoiceRole = Qt.ItemDataRole.UserRole
"""The `Choice` of a row."""

_NOWHERE = QModelIndex()
_Flag = Qt.ItemFlag


class OverdueModel(QAbstractTableModel):
    """Holds the choices; with a checked row something is done, an unchecked one is left for later."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._today: date | None = None
        self._shows_missing = False

    @property
    def today(self) -> date:
        """The day on which the projects were shown."""
        assert self._today is not None
        return self._today

    @property
    def choices(self) -> Sequence[Choice]:
        return self._choices

    def show_projects(self, projects: Iterable[Project], today: date, kept: Iterable[Choice] = ()) -> None:
        """Show projects, those whose end passed first first; `kept` are choices to go on with."""
        before = {choice.project.id: choice for choice in kept}
        self.beginResetModel()
        self._today = today
        self._shows_missing = False
        self._choices = [_carried_on(project, before.get(project.id)) for project in sorted(projects, key=_end)]
        self.endResetModel()
        self.chosen.emit()

    def count(self, act: ReviewAct) -> int:
        """How many projects an act is chosen for."""
        return sum(choice.act is act for choice in self._choices)

    def visible_fault(self, choice: Choice) -> str:
        """Why a choice cannot be saved; a date that is only missing is no fault before saving was tried."""
        if choice.date_text or self._shows_missing:
            return choice.fault(self.today)
        return ""

    def show_missing(self) -> None:
        """Show missing dates as faults from now on."""
        self._shows_missing = True
        self._tell_all()

    def first_fault(self) -> QModelIndex:
        """The topmost date that cannot stand, invalid where all can."""
        for row, choice in enumerate(self._choices):
            if choice.fault(self.today):
                return self.index(row, Column.DATE)
        return QModelIndex()

    def choose(self, row: int, choice: Choice) -> None:
        """Put a choice in a row."""
        self._choices[row] = choice
        self.dataChanged.emit(self.index(row, Column.CHECK), self.index(row, Column.DATE))
        self.chosen.emit()

    def toggle(self, row: int) -> None:
        """Take a project up, or leave it for later."""
        choice = self._choices[row]
        self.choose(row, replace(choice, is_taken=not choice.is_taken))

    def take_all(self, *, taken: bool) -> None:
        """Take all projects up, or leave them all for later."""
        self._change_all(lambda choice: replace(choice, is_taken=taken))

    def end_taken(self) -> None:
        """End those that are checked on their recorded ends."""
        self._change_all(lambda choice: Choice.proposed(choice.project) if choice.is_taken else choice)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._choices)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return _Flag.NoItemFlags
        flags = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable
        match Column(index.column()):
            case Column.CHECK:
                return flags | _Flag.ItemIsUserCheckable
            case Column.ACT:
                return flags | _Flag.ItemIsEditable
            case Column.DATE if self._choices[index.row()].is_taken:
                return flags | _Flag.ItemIsEditable
        return flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[Column(section)])
        return None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice, column = self._choices[index.row()], Column(index.column())
        if role == ChoiceRole:
            return choice
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.CHECK:
            return Qt.CheckState.Checked if choice.is_taken else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._text(choice, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(choice, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<span>{escape(self._whole(choice))}</span>"
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle(index.row())
        elif index.column() == Column.ACT:
            self.choose(index.row(), choice.with_act(ReviewAct(value)))
        else:
            self.choose(index.row(), choice.with_date(str(value)))
        return True

    def _change_all(self, change: Callable[[Choice], Choice]) -> None:
        self._choices = [change(choice) for choice in self._choices]
        self._tell_all()
        self.chosen.emit()

    def _tell_all(self) -> None:
        if self._choices:
            self.dataChanged.emit(self.index(0, Column.CHECK), self.index(len(self._choices) - 1, Column.DATE))

    def _text(self, choice: Choice, column: Column) -> str:
        match column:
            case Column.CHECK:
                return ""
            case Column.PROJECT:
                return choice.project.title
            case Column.ACT:
                return choice.act.label
            case Column.DATE:
                return choice.date_text

    def _whole(self, choice: Choice) -> str:
        """What may be cut in the row."""
        return self.visible_fault(choice) or choice.project.title

    def _spoken(self, choice: Choice, column: Column) -> str:
        if column is Column.CHECK:
            return choice.project.title
        if column is Column.PROJECT:
            return ", ".join((choice.project.title, ended_words(choice), passed_words(choice, self.today)))
        fault = self.visible_fault(choice) if column is Column.DATE else ""
        if fault:
            return tr("Error: {text}", text=f"{choice.date_text} {fault}".strip())
        return self._text(choice, column)


def ended_words(choice: Choice) -> str:
    """ "Päättyi 12/2022": the end that is recorded."""
    return tr("Ended {date}", date=choice.project.end)


def passed_words(choice: Choice, today: date) -> str:
    """ "ohitettu 4 v sitten": how long ago that was."""
    return formatting.age_text(_end(choice.project), today)


def _carried_on(project: Project, kept: Choice | None) -> Choice:
    if kept is None or kept.project.end != project.end:
        return Choice.proposed(project)
    return replace(kept, project=project)


def _end(project: Project) -> date:
    assert project.end is not None
    return project.end.latest

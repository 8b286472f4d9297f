"""Qt's model of an import's queue: the projects that were read off a source, and what was decided of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.proposals import Certainty
from hankeapp.services.import_entries import Verdict
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.services.import_entries import Entry
    from hankeapp.services.import_review import Review

    AnyIndex = QModelIndex | QPersistentModelIndex

ItemRole = Qt.ItemDataRole.UserRole
"""The `Candidate` in a row."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Candidate:
    """A project that was read, as the queue shows it."""

    entry: Entry

    @property
    def title(self) -> str:
        """The name as a list would show it."""
        return self.entry.title or tr("no name found")

    @property
    def duration(self) -> str:
        """`2024–2026`, or that it is not known."""
        told = {each.field: each.value for each in self.entry.findings if isinstance(each.value, PartialDate)}
        return interval_text(told.get("start"), told.get("end")) or tr("duration unknown")

    @property
    def is_known(self) -> bool:
        """Whether nothing of it goes into the register: it has it all, was told of it before, or is not to have it."""
        return self.entry.is_unchanged or self.entry.verdict is Verdict.LEFT_OUT

    @property
    def is_doubtful(self) -> bool:
        """Whether it waits for a person to look at it."""
        return not self.entry.is_settled and not self.entry.is_certain

    @property
    def remark(self) -> str:
        """What stands at the end of its row."""
        if self.entry.verdict is Verdict.LEFT_OUT:
            return tr("Left out") if self.entry.repeats is None else tr("Told twice")
        if self.entry.is_unchanged:
            return tr("Already in the register")
        if self.is_doubtful:
            return Certainty.UNCERTAIN.label
        return tr("Updates") if self.entry.target else ""

    @property
    def sign(self) -> tuple[str, str]:
        """The icon before its name, and the token of its colour."""
        if self.entry.verdict is Verdict.ACCEPTED:
            return "circle-check", "act_fg"
        if self.is_known:
            return ("check" if self.entry.is_unchanged else "minus"), "text2"
        return ("circle-alert", "soon_fg") if self.is_doubtful else ("circle", "text2")


class CandidateModel(QAbstractListModel):
    """The projects of a review; what is accepted is checked."""

    decided = Signal()
    refused = Signal(int, object)
    """A project that cannot be accepted, and the `KnownError` that says why."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review

    def candidate(self, row: int) -> Candidate:
        return Candidate(self.review.entries[row])

    def accept(self, row: int) -> bool:
        """Take a project in; whether it can be."""
        problem = self.review.problem(row)
        if problem is not None:
            self.refused.emit(row, problem)
            return False
        self.review.accept(row)
        self.tell(row)
        return True

    def leave_out(self, row: int) -> None:
        """Take nothing of a project in."""
        self.review.leave_out(row)
        self.tell(row)

    def toggle(self, row: int) -> None:
        """Accept a project, or decide of it later."""
        if self.review.entries[row].verdict is Verdict.ACCEPTED:
            self.review.decide(row, Verdict.OPEN)
            self.tell(row)
        else:
            self.accept(row)

    def accept_several(self, rows: Iterable[int]) -> None:
        """Take several in that can be."""
        self.review.accept_several(rows)
        self.dataChanged.emit(self.index(0), self.index(len(self.review.entries) - 1))
        self.decided.emit()

    def tell(self, row: int) -> None:
        """Tell that something was decided of a project."""
        self.dataChanged.emit(self.index(row), self.index(row))
        self.decided.emit()

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.review.entries)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        candidate = self.candidate(index.row())
        if role == ItemRole:
            return candidate
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.title
        if role == Qt.ItemDataRole.CheckStateRole:
            is_accepted = candidate.entry.verdict is Verdict.ACCEPTED
            return Qt.CheckState.Checked if is_accepted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (candidate.title, candidate.duration, candidate.remark) if part)
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

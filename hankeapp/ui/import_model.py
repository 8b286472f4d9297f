"""Qt's models of the import review: the projects that were read off a source, and what was read of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.fields import Field, field_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Certainty
from hankeapp.services.import_review import Verdict
from hankeapp.translation import tr
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.naming import Names as NamesOfRows
    from hankeapp.domain.proposals import Suggestion
    from hankeapp.services.comparing import Finding
    from hankeapp.services.import_review import Entry, Review

    AnyIndex = QModelIndex | QPersistentModelIndex

ItemRole = Qt.ItemDataRole.UserRole
"""The `Candidate` or what is `Shown` in a row."""
READ = ("name", "acronym", "kind", "start", "end", "time_text")
"""The fields that are looked for in a source, in the order of the form."""

_NOWHERE = QModelIndex()
_PARTS = {part.name: part for part in parts_of(Project)}


@dataclass(frozen=True)
class Candidate:
    """A project that was read, as the list shows it."""

    entry: Entry

    @property
    def title(self) -> str:
        """The name as a list would show it."""
        return self.entry.title or tr("no name found")

    @property
    def duration(self) -> str:
        """`2024–2026`, or that it is not known."""
        start, end = self.entry.proposal.value("start"), self.entry.proposal.value("end")
        assert start is None or isinstance(start, PartialDate)
        assert end is None or isinstance(end, PartialDate)
        return interval_text(start, end) or tr("duration unknown")

    @property
    def is_known(self) -> bool:
        """Whether the register has all of it, or the source told of it before."""
        return self.entry.is_unchanged or self.entry.repeats is not None

    @property
    def is_uncertain(self) -> bool:
        """Whether anything should be looked at before it is taken in."""
        return not self.entry.is_certain

    @property
    def remark(self) -> str:
        """What stands at the end of its row."""
        if self.entry.repeats is not None:
            return tr("Told twice")
        if self.entry.is_unchanged:
            return tr("Already in the register")
        if self.is_uncertain:
            return Certainty.UNCERTAIN.label
        return tr("Updates") if self.entry.target else ""


@dataclass(frozen=True)
class Shown:
    """A field and what was found for it; without a finding nothing was. `is_taken` is None where there is no choice."""

    title: str
    value: str
    finding: Finding | None = None
    is_taken: bool | None = None

    @property
    def suggestion(self) -> Suggestion | None:
        return self.finding.suggestion if self.finding else None

    @property
    def certainty(self) -> str:
        return self.suggestion.certainty.label if self.suggestion else tr("Not found")

    @property
    def reason(self) -> str:
        return self.suggestion.reason if self.suggestion else ""


def shown(entry: Entry, names: NamesOfRows) -> tuple[Shown, ...]:
    """What was looked for in a project's text and what was found, in the order of the form."""
    found: dict[str, list[Finding]] = {}
    for each in entry.findings:
        found.setdefault(each.field, []).append(each)
    return tuple(
        _shown(name, each, entry, names) for name in dict.fromkeys((*READ, *found)) for each in found.get(name, [None])
    )


class CandidateModel(QAbstractListModel):
    """The projects of a review with their checks; what is new, or changes something certainly, is checked at first."""

    chosen = Signal()

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review
        for at, each in enumerate(review.entries):
            if not each.is_settled and (each.target is None or each.target.is_certain):
                review.accept(at)

    @property
    def checked(self) -> list[Entry]:
        """What is checked and changes the register, in the order of the source."""
        return self.review.accepted

    def is_checked(self, row: int) -> bool:
        return self.review.entries[row].verdict is Verdict.ACCEPTED

    def candidate(self, row: int) -> Candidate:
        return Candidate(self.review.entries[row])

    def toggle(self, row: int) -> None:
        """Check a project, or leave it out."""
        (self.review.leave_out if self.is_checked(row) else self.review.accept)(row)
        self.tell(row)

    def check_all(self, *, checked: bool) -> None:
        """Check every project that is not told twice, or none."""
        for row, each in enumerate(self.review.entries):
            (self.review.accept if checked and each.repeats is None else self.review.leave_out)(row)
        self._tell_all()

    def accept_certain(self) -> None:
        """Check what need not be looked at, beside what is checked."""
        self.review.accept_certain()
        self._tell_all()

    def tell(self, row: int) -> None:
        """Tell that something was decided of a project."""
        self.dataChanged.emit(self.index(row), self.index(row))
        self.chosen.emit()

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
            return Qt.CheckState.Checked if self.is_checked(index.row()) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (candidate.title, candidate.duration, candidate.remark) if part)
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self.review.entries) - 1))
        self.chosen.emit()


class FindingModel(QAbstractListModel):
    """What was found of one project; of one that the register has, each difference has a check."""

    toggled = Signal(str)
    """The key of a finding that is to be taken, or not any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Shown, ...] = ()

    def show_findings(self, found: tuple[Shown, ...]) -> None:
        """Show those of a project; as many rows as before stay where they are."""
        if len(found) == len(self._findings):
            self._findings = found
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self._findings = found
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Take a difference, or leave what the register has."""
        shown = self._findings[row]
        if shown.finding is not None and shown.is_taken is not None:
            self.toggled.emit(shown.finding.key)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role == ItemRole:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (finding.title, finding.value, finding.certainty, finding.reason)
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.CheckStateRole and finding.is_taken is not None:
            return Qt.CheckState.Checked if finding.is_taken else Qt.CheckState.Unchecked
        return None


def _shown(name: str, finding: Finding | None, entry: Entry, names: NamesOfRows) -> Shown:
    declared = _PARTS[name] if name in _PARTS else field_of(Project, name)
    if finding is None:
        return Shown(declared.title, formatting.NOTHING)
    value = _text(finding, finding.value, names)
    if entry.target is None:
        return Shown(declared.title, value, finding)
    if not finding.is_change:
        return Shown(
            declared.title, tr("{value} (as in the register)", value=_text(finding, finding.old, names)), finding
        )
    changed = tr("{old} → {new}", old=_text(finding, finding.old, names), new=value)
    return Shown(declared.title, changed, finding, entry.takes(finding))


def _text(finding: Finding, value: object, names: NamesOfRows) -> str:
    if value is None or value == "":
        return formatting.NOTHING
    declared = finding.declared
    return names.text(declared, value) if isinstance(declared, Field) else names.sentence(value)

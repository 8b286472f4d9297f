"""Qt's models of the import review: the projects that were read off a source, and what was read of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.fields import field_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Certainty, Suggestion
from hankeapp.translation import tr
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.proposals import Proposal

    AnyIndex = QModelIndex | QPersistentModelIndex

ItemRole = Qt.ItemDataRole.UserRole
"""The `Candidate` or the `Finding` of a row."""
READ = ("name", "acronym", "kind", "start", "end", "time_text")
"""The fields that are looked for in a source, in the order of the form."""

_NOWHERE = QModelIndex()
_PARTS = {part.name: part for part in parts_of(Project)}


@dataclass(frozen=True)
class Candidate:
    """A project that was read, and whether its paragraph is in the register already."""

    proposal: Proposal
    is_known: bool

    @property
    def title(self) -> str:
        """The name as a list would show it."""
        name, acronym = self.proposal.value("name"), self.proposal.value("acronym")
        if not name or not acronym or str(acronym).casefold() in str(name).casefold():
            return str(name or acronym or tr("no name found"))
        return f"{acronym} – {name}"

    @property
    def duration(self) -> str:
        """`2024–2026`, or that it is not known."""
        start, end = self.proposal.value("start"), self.proposal.value("end")
        assert start is None or isinstance(start, PartialDate)
        assert end is None or isinstance(end, PartialDate)
        return interval_text(start, end) or tr("duration unknown")

    @property
    def is_uncertain(self) -> bool:
        """Whether anything should be looked at before it is taken in."""
        doubts = (each.certainty is Certainty.UNCERTAIN for each in self.proposal.suggestions)
        return any(doubts) or bool(self.proposal.remarks) or self.proposal.value("name") is None

    @property
    def remark(self) -> str:
        """What stands at the end of its row."""
        if self.is_known:
            return tr("Already in the register")
        return Certainty.UNCERTAIN.label if self.is_uncertain else ""


@dataclass(frozen=True)
class Finding:
    """A field and what was found for it; without a suggestion nothing was."""

    title: str
    value: str
    suggestion: Suggestion | None = None

    @property
    def certainty(self) -> str:
        return self.suggestion.certainty.label if self.suggestion else tr("Not found")

    @property
    def reason(self) -> str:
        return self.suggestion.reason if self.suggestion else ""


def findings(proposal: Proposal, layout: PageLayout | None) -> tuple[Finding, ...]:
    """What was looked for in a paragraph and what was found, in the order of the form; the heading tells the status."""
    found: dict[str, list[Suggestion]] = {}
    for each in (_status(proposal, layout), *proposal.suggestions):
        found.setdefault(each.field, []).append(each)
    names = dict.fromkeys((*READ, *found))
    return tuple(_finding(name, each) for name in names for each in _told(name, found))


class CandidateModel(QAbstractListModel):
    """The projects with their checks; those that are new are checked at first."""

    chosen = Signal()

    def __init__(self, proposals: Iterable[Proposal], new: Collection[Proposal], parent: QObject | None = None) -> None:
        super().__init__(parent)
        orders = {proposal.order for proposal in new}
        self._candidates = [Candidate(proposal, proposal.order not in orders) for proposal in proposals]
        self._checked = {row for row, each in enumerate(self._candidates) if not each.is_known}

    @property
    def candidates(self) -> Sequence[Candidate]:
        return self._candidates

    @property
    def checked(self) -> list[Proposal]:
        """The proposals that are checked, in the order of the source."""
        return [self._candidates[row].proposal for row in sorted(self._checked)]

    def is_checked(self, row: int) -> bool:
        return row in self._checked

    def toggle(self, row: int) -> None:
        """Check a project, or leave it out."""
        self._checked ^= {row}
        self.dataChanged.emit(self.index(row), self.index(row))
        self.chosen.emit()

    def check_all(self, *, checked: bool) -> None:
        """Check every project, or none."""
        self._checked = set(range(len(self._candidates))) if checked else set()
        self.dataChanged.emit(self.index(0), self.index(len(self._candidates) - 1))
        self.chosen.emit()

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._candidates)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        candidate = self._candidates[index.row()]
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


class FindingModel(QAbstractListModel):
    """What was found in one paragraph."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Show those of another paragraph."""
        self.beginResetModel()
        self._findings = found
        self.endResetModel()

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
        return None


def _status(proposal: Proposal, layout: PageLayout | None) -> Suggestion:
    has_headings = layout is not None and any(section.heading for section in layout.sections)
    return Suggestion(
        field="status",
        value=proposal.status,
        span=(0, 0),
        certainty=Certainty.CERTAIN if has_headings else Certainty.UNCERTAIN,
        reason=tr("The heading above it says so.") if has_headings else tr("The text has no headings."),
    )


def _told(name: str, found: Mapping[str, list[Suggestion]]) -> Sequence[Suggestion | None]:
    """All that was found of a part, of a field the first; None where nothing was."""
    several = found.get(name, [None])
    return several if name in _PARTS else several[:1]


def _finding(name: str, suggestion: Suggestion | None) -> Finding:
    value = formatting.value_text(suggestion.value) if suggestion else ""
    declared = _PARTS[name] if name in _PARTS else field_of(Project, name)
    return Finding(declared.title, value or formatting.NOTHING, suggestion)

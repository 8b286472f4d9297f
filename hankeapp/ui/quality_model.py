"""Qt's model of the data-quality view: a row a problem, and under it, while it is open, a row a project that has it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from typing_extensions import override

from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.problems import Rule
    from hankeapp.domain.project import ProjectId
    from hankeapp.services.quality import Finding, Found

    AnyIndex = QModelIndex | QPersistentModelIndex

QualityRole = Qt.ItemDataRole.UserRole
"""The `QualityRow` of a row."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class QualityRow:
    """A problem with its projects, or one of those."""

    finding: Finding
    is_open: bool
    found: Found | None = None

    @property
    def key(self) -> tuple[Rule, str, str]:
        """What tells it from the other rows, before and after the register is read again."""
        found = self.found
        return self.finding.rule, found.id if found else "", found.problem.sentence if found else ""


class QualityModel(QAbstractListModel):
    """What contradicts itself is open at first, what is missing is not: it may well be much."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._turned: set[Rule] = set()
        self._rows: list[QualityRow] = []

    @property
    def rows(self) -> Sequence[QualityRow]:
        return self._rows

    def projects(self) -> list[ProjectId]:
        """The projects that have any of the problems, each once."""
        return list(dict.fromkeys(found.id for finding in self._findings for found in finding.projects))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show problems; those that were opened or closed stay so."""
        self.beginResetModel()
        self._findings = findings
        self._rows = [row for finding in findings for row in self._group(finding)]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Open or close the problem of a row."""
        self.set_open(row, not self._rows[row].is_open)

    def set_open(self, row: int, is_open: bool) -> None:
        """Open or close the problem of a row."""
        if self._rows[row].is_open != is_open:
            self._turned ^= {self._rows[row].finding.rule}
            self.show_findings(self._findings)

    def head_of(self, row: int) -> int:
        """The row of the problem under which a row stands."""
        return next(at for at in range(row, -1, -1) if self._rows[at].found is None)

    def find(self, key: tuple[Rule, str, str]) -> int:
        """The row with a key; else that of its problem, else the first."""
        keys = {row.key: at for at, row in enumerate(self._rows)}
        return keys.get(key, keys.get((key[0], "", ""), 0))

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == QualityRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.found.title if row.found else row.finding.rule.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.found:
            return f"<span>{escape(row.found.title)}<br>{escape(row.found.problem.sentence)}</span>"
        return None

    def _group(self, finding: Finding) -> list[QualityRow]:
        is_open = (finding.rule in self._turned) == finding.rule.is_missing
        under = [QualityRow(finding, is_open, found) for found in finding.projects] if is_open else []
        return [QualityRow(finding, is_open), *under]


def count_text(finding: Finding) -> str:
    """ "3 hanketta"."""
    return trn("{n} project", "{n} projects", len(finding.projects))


def _spoken(row: QualityRow) -> str:
    if row.found:
        return f"{row.found.title}, {row.found.number}. {row.found.problem.sentence}"
    state = tr("open") if row.is_open else tr("closed")
    return f"{row.finding.rule.label}, {count_text(row.finding)}, {state}"

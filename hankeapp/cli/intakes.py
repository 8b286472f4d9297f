"""What `import` answers: what was taken in from a file, or would be, and what the file says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hankeapp.cli.documents import project_document
from hankeapp.cli.tables import NOTHING, project_table, table
from hankeapp.domain.fields import Field, field_of
from hankeapp.domain.project import Project
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from hankeapp.domain.naming import Names
    from hankeapp.services.comparing import Finding
    from hankeapp.services.import_entries import Entry
    from hankeapp.services.import_review import Review


@dataclass(frozen=True)
class Intake:
    """`projects` are the new ones, in the order of the review's; `updates` says that differences were asked for."""

    register: Path
    review: Review
    projects: Sequence[Project]
    today: date
    names: Names
    mapping: str = ""
    """The name by which the columns of a table were kept."""
    updates: bool = False
    is_trial: bool = False

    def text(self) -> str:
        lines = [counted(len(self.projects), is_trial=self.is_trial), *self._known()]
        if self.is_trial:
            lines.append(tr("Nothing was changed."))
        if self.mapping:
            lines.append(tr("The columns were read as they are kept by the name “{name}”.", name=self.mapping))
        lines += self.remarks
        if self.is_trial and self.projects:
            lines += ["", project_table(self.projects)]
        differing = list(self._differences())
        if differing:
            head = [field_of(Project, "number").title, tr("Field"), tr("In the register"), tr("In the file")]
            rows = [[number, field, old or NOTHING, new or NOTHING] for number, _, field, old, new in differing]
            lines += ["", table([head, *rows])]
        return "\n".join(lines)

    def document(self) -> dict[str, object]:
        return {
            "register": str(self.register),
            "dry_run": self.is_trial,
            "mapping": self.mapping or None,
            "added": len(self.projects),
            "already": len(self._already),
            "updated": self._updated,
            "differences": [
                {"number": number, "field": name, "old": old, "new": new}
                for number, name, _, old, new in self._differences()
            ],
            "remarks": self.remarks,
            "captions": [each.caption for each in self.review.reading.attachments],
            "projects": [self._project(project) for project in self.projects],
        }

    @property
    def remarks(self) -> list[str]:
        """Sentences about what could not be taken as it stood, those about a project after its name."""
        about = [
            tr("“{name}”: {remark}", name=each.title, remark=remark)
            for each in self.review.entries
            if each.target is None
            for remark in (*each.proposal.remarks, *_doubts(each))
        ]
        return [*self.review.reading.remarks, *about]

    @property
    def _already(self) -> list[Entry]:
        """The projects of the file that were in the register before."""
        return [each for each in self.review.entries if each.target is not None]

    @property
    def _updated(self) -> int:
        return sum(each.target is not None for each in self.review.accepted)

    def _differences(self) -> Iterator[tuple[str, str, str, str, str]]:
        """The number, the field's name and title, and the two values, of what differs: taken if it was asked for."""
        for entry in self._already:
            assert entry.target is not None
            for each in entry.changes if self.updates else entry.findings:
                if each.is_change and not entry.repeats:
                    old, new = (_told(each, value, self.names) for value in (each.old, each.value))
                    yield entry.target.number, each.field, each.declared.title, old, new

    def _known(self) -> Iterator[str]:
        n = len(self._already)
        if n:
            yield trn(
                "{n} project of the file was in the register already.",
                "{n} projects of the file were in the register already.",
                n,
            )
        if self._updated and self.is_trial:
            yield trn("{n} project would be changed.", "{n} projects would be changed.", self._updated)
        elif self._updated:
            yield trn("{n} project was changed.", "{n} projects were changed.", self._updated)
        elif next(self._differences(), None):
            yield tr("What the file says otherwise was left as it is; --update takes it.")

    def _project(self, project: Project) -> dict[str, Any]:
        document = project_document(project, self.today, self.names)
        return document | {"number": None} if self.is_trial else document


def counted(n: int, *, is_trial: bool) -> str:
    """How many projects were taken in, or would be."""
    if is_trial:
        return trn("{n} project would be taken in.", "{n} projects would be taken in.", n)
    return trn("{n} project was taken in.", "{n} projects were taken in.", n)


def _doubts(entry: Entry) -> Iterator[str]:
    if entry.repeats:
        yield tr("The source told of the same project before ({n}.), and it was left out.", n=entry.repeats)
    elif entry.matches:
        match = entry.matches[0]
        yield tr("It may be “{name}” ({number}), and was taken in as new.", name=match.title, number=match.number)


def _told(finding: Finding, value: object, names: Names) -> str:
    if value is None or value == "":
        return ""
    declared = finding.declared
    return names.text(declared, value) if isinstance(declared, Field) else names.sentence(value)

"""An open register: what a person asks of it and does with it. A use case is a method is a transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.db.keys import new_key
from hankeapp.domain import rules, status
from hankeapp.domain.errors import ConflictError, NotFoundError, StepError
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Ending
from hankeapp.services import intake
from hankeapp.services.acts import Journal
from hankeapp.services.review import Continued, Ended
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.proposals import PageReading, Proposal
    from hankeapp.domain.status import Outcome
    from hankeapp.services.acts import Acting
    from hankeapp.services.review import Decision

OVERDUE = Query(View.OVERDUE, sort=Sort("end"))


class Register:
    """The one door to an open register; its `journal` tells of every act and takes it back."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk
        self.journal = Journal(store)

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def is_writable(self) -> bool:
        return self._store.writable

    def today(self) -> date:
        """The day it is at this workplace."""
        return self._desk.clock.today()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def ids(self, query: Query, on: date | None = None) -> list[ProjectId]:
        """The ids of a query's projects, in its order; what is past or soon is seen from today or the given day."""
        return self._store.ids(query, on or self.today())

    def projects(self, ids: Sequence[ProjectId]) -> list[Project]:
        """The projects of the ids, in their order; ids that are gone are left out."""
        return self._store.projects(ids)

    def numbered(self, numbers: Sequence[str]) -> list[Project]:
        """The projects of register numbers, in their order; `NotFoundError` for the first that is not there."""
        return self.projects([self._id_of(number) for number in numbers])

    def counts(self) -> dict[View, int]:
        """How many projects each view holds."""
        return self._store.counts(self.today())

    def page_layout(self) -> PageLayout | None:
        """The layout of the page that was taken in, or None."""
        return self._store.layout()

    def faults(self) -> list[str]:
        """What is broken in the file, in SQLite's words; empty when all is well."""
        return self._store.faults()

    def add(self, values: Mapping[str, object]) -> Project:
        """A new project with the values of its fields and the next register number; `FieldError`."""
        with self.journal.act(tr("“{name}” was added.", name=values["name"])) as acting:
            acting.add(self._new(acting, [values]))
        return acting.after[0]

    def save(self, project: Project, values: Mapping[str, object]) -> Project:
        """Change fields of a project that was read before; the project as it then stands.

        What was changed elsewhere meanwhile stays, unless it is among the values: then `ConflictError`.
        `FieldError` for a value that cannot stand.
        """
        changed = {name: value for name, value in values.items() if getattr(project, name) != value}
        if not changed:
            return project
        with self.journal.act(_edited(project, changed)) as acting:
            (now,) = acting.writing.projects([project.id])
            _require_unmoved(project, now, changed)
            new = replace(now, **changed)  # type: ignore[arg-type]
            rules.check(new)
            acting.change([now], [new])
        return acting.after[0]

    def end(self, endings: Mapping[ProjectId, Ending]) -> None:
        """End projects as one act; `StepError` names the first that cannot be ended, and then none is."""
        with self.journal.act(trn("{n} project was ended.", "{n} projects were ended.", len(endings))) as acting:
            old = acting.writing.projects(list(endings))
            acting.change(old, [status.end(each, endings[each.id], self._desk) for each in old])

    def activate(self, ids: Sequence[ProjectId], note: str = "", end: PartialDate | None = None) -> None:
        """Start planned projects, or take ended ones back to active, as one act; `end` is their new end, if given."""
        name = trn("{n} project was made active.", "{n} projects were made active.", len(ids))
        with self.journal.act(name) as acting:
            old = acting.writing.projects(ids)
            new = [status.activate(each, self._desk, note=note) for each in old]
            acting.change(old, [replace(each, end=end) if end else each for each in new])

    def review(self, decisions: Mapping[ProjectId, Decision]) -> None:
        """Carry out what was decided of projects whose end has passed, as one act."""
        with self.journal.act(_reviewed(decisions.values())) as acting:
            old = acting.writing.projects(list(decisions))
            new = [self._decided(project, decisions[project.id]) for project in old]
            for project in new:
                rules.check(project)
            acting.change(old, new)

    def take_in(self, reading: PageReading, chosen: Sequence[Proposal]) -> list[Project]:
        """Put the chosen projects of a page in as one act; the projects as they then stand."""
        with self.journal.act(trn("{n} project was taken in.", "{n} projects were taken in.", len(chosen))) as acting:
            first = acting.writing.last_page_order()
            if not first:
                acting.writing.keep_layout(reading.layout)
            acting.add(self._new(acting, [intake.values(proposal, first) for proposal in chosen]))
        return acting.after

    def unknown(self, reading: PageReading) -> list[Proposal]:
        """The projects of a page whose paragraph is not in the register yet."""
        known = self._store.public_texts()
        return [proposal for proposal in reading.proposals if proposal.text not in known]

    def _id_of(self, number: str) -> ProjectId:
        found = self._store.id_of(number)
        if found is None:
            raise NotFoundError(
                tr("There is no project {number} in the register.", number=number),
                tr("Nothing was changed."),
                tr("The list shows the numbers."),
            )
        return found

    def _new(self, acting: Acting, several: Sequence[Mapping[str, object]]) -> list[Project]:
        numbers = acting.writing.new_numbers(self.today().year, len(several))
        new = [
            Project(id=ProjectId(new_key()), number=number, **values)  # type: ignore[arg-type]
            for number, values in zip(numbers, several, strict=True)
        ]
        for project in new:
            rules.check(project)
        return new

    def _decided(self, project: Project, decision: Decision) -> Project:
        match decision:
            case Ended(effective):
                return status.end(project, Ending(effective=effective), self._desk)
            case Continued(end):
                return replace(project, end=end)


def on_recorded_end(project: Project, outcome: Outcome | None = None, note: str = "") -> Ending:
    """An ending on the end that is recorded of the project; `StepError` where none is."""
    if project.end is None:
        raise StepError(
            tr("“{name}” has no recorded end.", name=project.title),
            tr("Nothing was changed."),
            tr("Give the day, month or year when it ended."),
        )
    return Ending(effective=project.end, outcome=outcome, note=note)


def _edited(project: Project, changed: Mapping[str, object]) -> str:
    if len(changed) > 1:
        return tr("“{name}” was edited.", name=project.title)
    (field,) = changed
    return tr("“{name}”: {field} was changed.", name=project.title, field=field_of(Project, field).title.lower())


def _reviewed(decisions: Collection[Decision]) -> str:
    ended = sum(isinstance(decision, Ended) for decision in decisions)
    continued = len(decisions) - ended
    parts = [trn("{n} project was ended.", "{n} projects were ended.", ended)] if ended else []
    if continued:
        parts.append(trn("{n} project goes on.", "{n} projects go on.", continued))
    return " ".join(parts)


def _require_unmoved(read: Project, now: Project, names: Collection[str]) -> None:
    moved = [name for name in names if getattr(read, name) != getattr(now, name)]
    if moved:
        raise ConflictError(
            tr("{field} was changed elsewhere meanwhile.", field=field_of(Project, moved[0]).title),
            tr("Nothing was overwritten."),
            tr("Read the register again (F5) and make the change again."),
        )

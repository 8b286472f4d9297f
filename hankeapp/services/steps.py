"""Status steps as use cases: projects end, start, come back and go on for longer, all of them in one act or none."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.db.changing import moved
from hankeapp.domain import status
from hankeapp.domain.errors import StepError
from hankeapp.domain.records import PROJECT
from hankeapp.domain.status import Ending, Extension, Outcome, Status
from hankeapp.services.acts import standing
from hankeapp.services.memory import Memory
from hankeapp.services.review import Continued, Corrected, Ended
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.services.review import Decision


class Steps(Memory):
    """What takes projects from status to status: `StepError` names the first that cannot go, and then none goes."""

    def end(self, endings: Mapping[ProjectId, Ending]) -> None:
        """End projects; `FieldError` for a date or a text that cannot stand."""
        outcomes = {ending.outcome for ending in endings.values()}
        name = _ended(outcomes.pop() if len(outcomes) == 1 else None, len(endings))
        self._step(name, endings, lambda each: status.end(each, endings[each.id], self._desk))

    def activate(self, ids: Iterable[ProjectId], note: str = "", end: PartialDate | None = None) -> None:
        """Start planned projects, or take ended ones back to active; `end` is their new end, if given."""
        once = dict.fromkeys(ids)
        name = trn("{n} project was made active.", "{n} projects were made active.", len(once))
        self._step(name, once, lambda each: status.activate(each, self._desk, note=note, until=end))

    def plan(self, ids: Iterable[ProjectId], note: str = "") -> None:
        """Take ended projects back to planned."""
        once = dict.fromkeys(ids)
        name = trn("{n} project was taken back to planned.", "{n} projects were taken back to planned.", len(once))
        self._step(name, once, lambda each: status.plan(each, self._desk, note=note))

    def extend(self, extensions: Mapping[ProjectId, Extension]) -> None:
        """Give active projects later ends, the earlier ones kept; `FieldError` for an end that is not later."""
        name = _extended(len(extensions))
        self._step(name, extensions, lambda each: status.extend(each, extensions[each.id], self._desk))

    def review(self, decisions: Mapping[ProjectId, Decision]) -> None:
        """Carry out what was decided of projects whose end has passed, as one act.

        `StepError` where one was ended elsewhere meanwhile, `ConflictError` where it was given another end.
        """
        self._step(_reviewed(decisions.values()), decisions, lambda each: self._decided(each, decisions[each.id]))

    def _step(self, name: str, ids: Collection[ProjectId], take: Callable[[Project], Project]) -> None:
        self._secure(len(ids))
        with self.journal.act(name) as acting:
            old = standing(acting, ids)
            acting.change(old, [take(each) for each in old])

    def _decided(self, project: Project, decision: Decision) -> Project:
        match decision:
            case Ended(effective):
                return status.end(project, Ending(effective=effective), self._desk)
            case Continued(end, seen):
                _require_unmoved(project, end, seen)
                goes_on = project.end != end  # it may have been given the same end elsewhere meanwhile
                return status.extend(project, Extension(end=end), self._desk) if goes_on else project
            case Corrected(end, seen):
                _require_unmoved(project, end, seen)
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


def _require_unmoved(project: Project, end: PartialDate, seen: PartialDate | None) -> None:
    """`ConflictError` where another gave the project another end or status than the one that was read."""
    if seen is None:
        return
    if project.end not in {seen, end}:
        raise moved(PROJECT, "end")
    if project.status is not Status.ACTIVE:
        raise moved(PROJECT, "status")


def _ended(outcome: Outcome | None, count: int) -> str:
    match outcome:
        case Outcome.DISCONTINUED:
            return trn("{n} project was discontinued.", "{n} projects were discontinued.", count)
        case Outcome.NOT_FUNDED:
            return trn("{n} project was left without funding.", "{n} projects were left without funding.", count)
        case Outcome.CANCELLED:
            return trn("{n} project was cancelled.", "{n} projects were cancelled.", count)
    return trn("{n} project was ended.", "{n} projects were ended.", count)


def _extended(count: int) -> str:
    return trn("{n} project was extended.", "{n} projects were extended.", count)


def _corrected(count: int) -> str:
    return trn("The end date of {n} project was corrected.", "The end dates of {n} projects were corrected.", count)


def _reviewed(decisions: Iterable[Decision]) -> str:
    counts = Counter(type(decision) for decision in decisions)
    parts = [
        _ended(None, counts[Ended]) if counts[Ended] else "",
        _extended(counts[Continued]) if counts[Continued] else "",
        _corrected(counts[Corrected]) if counts[Corrected] else "",
    ]
    return " ".join(filter(None, parts))

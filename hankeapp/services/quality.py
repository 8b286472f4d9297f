"""The quality of a register's data: what is missing, contradictory or perhaps there twice."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from hankeapp.db.opening import open_beside
from hankeapp.domain.parts import Relation, RelationKind
from hankeapp.domain.problems import Rule
from hankeapp.domain.quality import problems
from hankeapp.domain.query import Query
from hankeapp.domain.values import Key
from hankeapp.services import duplicates
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.organisations import Unit
    from hankeapp.domain.problems import Problem
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.services.acts import Journal
    from hankeapp.services.duplicates import Duplicate

QUICKLY_COMPARED = 5_000
"""Names that are compared with one in the blink of an eye: a thread of Python's slows the window as long."""
_BATCH = 500
"""Projects that are read at a time."""


@dataclass(frozen=True)
class Found:
    """A project in which a problem was found, by what a list shows of it."""

    id: ProjectId
    number: str
    title: str
    problem: Problem


@dataclass(frozen=True)
class Finding:
    """All projects that have the same problem, in the order of their titles."""

    rule: Rule
    projects: Sequence[Found]


class Quality:
    """What an open register tells of its data; nothing of it stands in the way of saving."""

    def __init__(self, store: Store, journal: Journal, today: Callable[[], date]) -> None:
        self._store = store
        self._journal = journal
        self._today = today

    def findings(self) -> list[Finding]:
        """What is wrong in the whole register, problem by problem, in the order of the rules."""
        return _findings(self._store, self._today(), _never)

    def findings_beside(self, stop: Callable[[], bool]) -> list[Finding]:
        """`findings` from another thread, over a connection of its own; only some of them, once `stop` says so."""
        with closing(open_beside(self._store.path)) as store:
            return _findings(store, self._today(), stop)

    def problems(self, project: Project) -> tuple[Problem, ...]:
        """What is wrong with one project, likely duplicates left out."""
        return problems(project, self._today(), _units(self._store))

    def duplicates(self, project: Project) -> list[Duplicate]:
        """The projects that may be the same as one, of which nobody has said that they are others."""
        return duplicates.of_project(self._store, project)

    def duplicates_beside(self, project: Project) -> list[Duplicate]:
        """`duplicates` from another thread, over a connection of its own."""
        with closing(open_beside(self._store.path)) as store:
            return duplicates.of_project(store, project)

    @property
    def compares_quickly(self) -> bool:
        """Whether there were so few names, when it was first asked, that nobody notices when they are compared."""
        return self._names <= QUICKLY_COMPARED

    @cached_property
    def _names(self) -> int:
        return self._store.size()

    def tell_apart(self, project: ProjectId, other: ProjectId) -> None:
        """Remember that two projects are not the same, as an act; where one is gone, there is nothing to remember."""
        apart = Relation(kind=RelationKind.NOT_DUPLICATE, project=Key(other))
        with self._journal.act(tr("Two projects were told apart.")) as acting:
            both = acting.writing.projects([project, other])
            if len(both) > 1:
                acting.change(both[:1], [replace(both[0], relations=(*both[0].relations, apart))])


def _findings(store: Store, today: date, stop: Callable[[], bool]) -> list[Finding]:
    ids = store.ids(Query(), today)
    twice = duplicates.in_register(store)
    units = _units(store)
    found: dict[Rule, list[Found]] = defaultdict(list)
    for first in range(0, len(ids), _BATCH):
        if stop():
            break
        for project in store.projects(ids[first : first + _BATCH]):
            alike = [each.problem for each in twice.get(project.id, ())]
            for problem in (*problems(project, today, units), *alike):
                found[problem.rule].append(Found(project.id, project.number, project.title, problem))
    return [Finding(rule, found[rule]) for rule in Rule if rule in found]


def _units(store: Store) -> dict[str, Unit]:
    return {unit.id: unit for unit in store.shared("unit")}


def _never() -> bool:
    return False

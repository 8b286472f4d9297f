"""The register of a day, to be read only: what was in force then, what the register said then, or both."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hankeapp.db.called import storable
from hankeapp.db.search.asking import Asked
from hankeapp.domain.attention import in_view
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.letterheads import TABLE as LETTERHEAD
from hankeapp.domain.letterheads import present
from hankeapp.domain.packed_ids import PackedIds
from hankeapp.domain.query import Found, View
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Term
from hankeapp.domain.standing import on_day
from hankeapp.domain.tally import Tally, values_of
from hankeapp.language.collation import first_level, sort_key
from hankeapp.services.hits import Hits
from hankeapp.services.ordering import Ordering
from hankeapp.services.query_matching import Shared, holds
from hankeapp.services.unknown_names import unknown_names, with_near_names
from hankeapp.services.ways_out import dead_end
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from hankeapp.db.past import Known
    from hankeapp.db.search.in_memory import PassingIndex
    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.query import GroupRow, Query
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Named, Parsed
    from hankeapp.domain.status import Status
    from hankeapp.services.dictionary import Dictionary
    from hankeapp.services.ways_out import DeadEnd


class Past:
    """Projects as they were, asked like a register. `today` is the day that they are seen from."""

    is_writable = False

    def __init__(
        self,
        known_then: Known,
        day: date,
        acts: int,
        *,
        on: date | None,
        known: date | None,
        dictionary: Dictionary,
        pictures_beside: Callable[[Iterable[str]], dict[str, bytes]],
    ) -> None:
        self.pictures_beside = pictures_beside
        self._dictionary = dictionary
        self.on, self.known = on, known
        self._day = day
        self._acts = acts
        self._shared = known_then.shared
        self._names = known_then.names
        standing = (on_day(project, on) for project in known_then.projects) if on else known_then.projects
        self._projects = {project.id: project for project in standing if project is not None}

    def today(self) -> date:
        """The day that is looked at."""
        return self._day

    def acts(self) -> int:
        """The number of the last act whose changes it knows."""
        return self._acts

    @property
    def printed_situation(self) -> str:
        """What a document says of its day; one of what the register said then is the one that was printed then."""
        return self.situation if self.on is not None else ""

    @property
    def situation(self) -> str:
        """Which of the two questions about the day is answered, in words."""
        day = str(PartialDate.of(self._day))
        if self.known is None:
            return tr("Situation on {date}, as known afterwards", date=day)
        if self.on is None:
            return tr("Situation on {date}, as the register had it then", date=day)
        known = str(PartialDate.of(self.known))
        return tr("Situation on {date}, as the register had it on {known}", date=day, known=known)

    def ids(self, query: Query, on: date | None = None) -> list[ProjectId]:
        """The ids of a query's projects, in its order, by the same rules as of the register of today."""
        day = on or self._day
        parsed = self._parsed(query)
        asked = self._texts.asked(parsed.words) if parsed.words else Asked()
        holding = [self._projects[each] for each in self._texts.ids(asked)] if parsed.words else self._projects.values()
        found = [each for each in holding if in_view(each, query.view, day)]
        found = [each for each in found if all(holds(term, each, self._called, day) for term in parsed.filters)]
        if asked.ranked and not query.sorts and not query.group:
            return [each.id for each in found]
        return [project.id for project in Ordering(self._names).in_order(found, query)]

    def ids_beside(self, query: Query, stop: Callable[[], bool]) -> PackedIds:  # noqa: ARG002
        """All ids of a query: the projects are in memory."""
        return PackedIds.of(self.ids(query))

    def hits(self, query: Query) -> Hits | None:
        """Where the words of a query stand in the texts of projects; None where it looks for none."""
        words = self._texts.asked(terms).words if (terms := self._parsed(query).words) else ()
        return Hits(words, self._texts.lemmas_of, lambda _: self._names) if words else None

    def groups_beside(self, query: Query) -> list[GroupRow]:
        """The groups of a query: the projects are in memory."""
        return self.groups(query)

    def groups(self, query: Query) -> list[GroupRow]:
        """The groups of a query that has some, in their order."""
        return Ordering(self._names).groups(self.projects(self.ids(query)), query)

    def dead_end_beside(self, query: Query) -> DeadEnd:
        """Why a query finds nothing, and what does: the projects are in memory."""
        return dead_end(self, query)

    def find(self, query: Query) -> Found:
        """What a query finds, all of it at once."""
        asked = self._parsed(query)
        near = self._texts.asked(asked.words).near if asked.words else ""
        ids = self.ids(query)
        # An empty list is never without a reason.
        unknown = () if ids else unknown_names(asked, self._names_of, self._count)
        return Found(ids, near=near, doubts=(*asked.doubts, *unknown))

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:  # noqa: ARG002
        """The projects of the ids, in their order; nobody's trash is told of."""
        return [self._projects[each] for each in ids if each in self._projects]

    def listed(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """The same, as a list asks for them."""
        return self.projects(ids, gone=gone)

    def layout(self) -> None:
        """The web page is that of today."""

    def statuses(self, ids: Sequence[ProjectId], *, gone: bool = False) -> dict[ProjectId, Status]:
        """The statuses of the ids, in their order."""
        return {project.id: project.status for project in self.projects(ids, gone=gone)}

    def beginning_with(self, text: str) -> list[ProjectId]:
        """The ids of the projects whose title begins so, whatever the case and the accents."""
        key = first_level(text)
        return [each.id for each in self._projects.values() if key and sort_key(each.title).startswith(key)]

    def shared(self, table: str) -> Sequence[Any]:
        """The organisations, units or listed values."""
        return self._shared[table]

    def letterhead(self) -> Letterhead:
        """Whose documents were printed then."""
        return present(self._shared[LETTERHEAD])

    def name_of(self, key: str) -> str:
        """What an organisation, a unit or a project is called; empty where it is not among these."""
        return self._names.by_id.get(key, "")

    def names(self) -> Names:
        """What a person reads in place of keys and codes."""
        return self._names

    def with_near_names(self, text: str) -> str:
        """A query's text with near names in the place of those that nothing was called by."""
        return with_near_names(text, self._day, self._names_of, self._count)

    def _names_of(self, asked: FilterKey) -> Iterable[str]:
        return self._called.names_of(asked, self._projects.values())

    def _count(self, asked: Named) -> int:
        term = Term((0, 0), is_negated=False, any_of=(asked,))
        return sum(holds(term, each, self._called, self._day) for each in self._projects.values())

    def _parsed(self, query: Query) -> Parsed:
        return parse(storable(query.text), self._day)

    @cached_property
    def _texts(self) -> PassingIndex:
        return self._dictionary.index_of(self._projects.values(), self._names)

    @cached_property
    def _called(self) -> Shared:
        return Shared.of(self._shared)

    def counts(self) -> dict[View, int]:
        """How many projects each view holds."""
        several = self._projects.values()
        return {view: sum(in_view(each, view, self._day) for each in several) for view in View}

    def tally(self) -> Tally:
        """What is counted beside the list; the saved searches are those of that day."""
        searches = {each.id: len(self.ids(each.query)) for each in self.shared("saved_search")}
        return Tally(self.counts(), values_of(self._projects.values()), searches)


def end_of(day: date) -> datetime:
    """The last moment of a local day."""
    return datetime.combine(day + timedelta(days=1), time.min).astimezone() - timedelta(microseconds=1)

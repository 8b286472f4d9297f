"""What the list asks of the register, or of one of its past days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from hankeapp.domain.packed_ids import PackedIds
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.query import Found, GroupRow, Query
    from hankeapp.services.hits import Hits
    from hankeapp.services.ways_out import DeadEnd


class ProjectSource(Protocol):
    """A `Register` or a `Past`."""

    @property
    def is_writable(self) -> bool:
        """Whether anything can be changed or saved there."""
        ...

    def find(self, query: Query) -> Found:
        """What a query finds: the first page of it, or all."""
        ...

    def dead_end_beside(self, query: Query) -> DeadEnd:
        """Why a query finds nothing and what does, asked from another thread."""
        ...

    def ids_beside(self, query: Query, stop: Callable[[], bool]) -> PackedIds:
        """All ids that a query finds, in its order, asked from another thread; some of them, once `stop` says so."""
        ...

    def hits(self, query: Query) -> Hits | None:
        """Where the words of a query stand; None where it searches none."""
        ...

    def groups(self, query: Query) -> Sequence[GroupRow]:
        """The groups of a query that has some, in their order."""
        ...

    def groups_beside(self, query: Query) -> Sequence[GroupRow]:
        """The same, asked from another thread."""
        ...

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> Sequence[Project]:
        """These projects, in this order; those in the trash only where they are wanted."""
        ...

    def listed(self, ids: Sequence[ProjectId], *, gone: bool = False) -> Sequence[Project]:
        """The same with no more than a list tells of them."""
        ...

    def beginning_with(self, text: str) -> Collection[ProjectId]:
        """The projects whose title begins so."""
        ...

    def today(self) -> date:
        """The day by which flags are told."""
        ...

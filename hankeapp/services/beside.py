"""An open register asked from another thread than the window's, over a connection of that thread."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.letterheads import TABLE as LETTERHEAD
from hankeapp.domain.letterheads import present

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.domain.naming import Names
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.query import Query
    from hankeapp.services.register import Register


@dataclass(frozen=True)
class Beside:
    """As much of the register as is compared and printed; each method answers like the register's own."""

    register: Register
    store: Store

    on: date | None = None
    known: date | None = None
    printed_situation: str = ""

    def today(self) -> date:
        """The day it is at this workplace."""
        return self.register.today()

    def acts(self) -> int:
        """The number of the last act."""
        return self.store.last_act()

    def ids(self, query: Query) -> list[ProjectId]:
        """The ids of a query's projects, in its order."""
        return self.store.ids(query, self.today())

    def projects(self, ids: Sequence[ProjectId]) -> list[Project]:
        """The projects of the ids, in their order."""
        return self.store.projects(ids)

    def names(self) -> Names:
        """What a person reads in place of keys and codes."""
        return self.store.names()

    def letterhead(self) -> Letterhead:
        """Whose documents are printed."""
        return present(self.store.shared(LETTERHEAD))

    def page_layout(self) -> PageLayout | None:
        """The layout of the page that was taken in, or None."""
        return self.store.layout()

    def pictures_beside(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The pictures to print under SHA-256s."""
        return self.register.pictures_beside(keys)


@contextmanager
def beside(register: Register) -> Iterator[Beside]:
    """The register for the thread that asks."""
    with register.search.store_beside() as store:
        yield Beside(register, store)

"""Which projects a list shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hankeapp.translation import mark, tr


class View(Enum):
    """The views of the register, in the order of the sidebar."""

    ALL = "all"
    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"
    SOON = "soon"
    OVERDUE = "overdue"
    TRASH = "trash"

    @property
    def label(self) -> str:
        return tr(_VIEW_LABELS[self])


_VIEW_LABELS = {
    View.ALL: mark("All projects"),
    View.PLANNED: mark("Planned projects"),
    View.ACTIVE: mark("Active projects"),
    View.ENDED: mark("Ended projects"),
    View.SOON: mark("Ending soon"),
    View.OVERDUE: mark("End date passed"),
    View.TRASH: mark("Trash"),
}


@dataclass(frozen=True)
class Sort:
    """A field to sort by; missing values come last in both directions."""

    field: str = "title"
    descending: bool = False


@dataclass(frozen=True)
class Query:
    """`text` is what must be found in a project's texts, every word of it, folded."""

    view: View = View.ALL
    text: str = ""
    sort: Sort = Sort()

"""Which projects a list shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.values import Cents


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


TITLE_ORDER = Sort()


def in_first_order(sorts: tuple[Sort, ...], field: str) -> tuple[Sort, ...]:
    """The orders once a field has been asked for: it alone, turned round where it was that already."""
    return (Sort(field, sorts == (Sort(field),)),)


def in_further_order(sorts: tuple[Sort, ...], field: str) -> tuple[Sort, ...]:
    """The orders once a further field has been asked for: it comes last, is then turned round, then goes."""
    if Sort(field) in sorts:
        return tuple(Sort(field, descending=True) if sort.field == field else sort for sort in sorts)
    others = tuple(sort for sort in sorts if sort.field != field)
    return others if len(others) < len(sorts) else (*sorts, Sort(field))


@dataclass(frozen=True)
class Query:
    """`text` is what a person typed: words to find, and filters (`status:active ends:2026`).

    `sorts` are the orders, the first one first; none means the best hits first where words are looked for, else the
    titles' order. `group` is the field whose values part the list, in their order; empty for one list.
    """

    view: View = View.ALL
    text: str = ""
    sorts: tuple[Sort, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class Found:
    """What a query finds: the ids of its first page, or of all, in its order.

    `is_whole` tells whether these are all. `near` is the word that was looked for in place of one that stands nowhere
    ("Did you mean …"), `doubts` what of the text was not understood, in words.
    """

    ids: Sequence[ProjectId]
    is_whole: bool = True
    near: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroupRow:
    """A group of a query's projects: its key as `Column.group_key` has it, None for those without a value.

    `total` is the sum of the amounts that are known, and `known` of how many of the `count` projects one is.
    """

    key: str | None
    count: int
    total: Cents | None = None
    known: int = 0

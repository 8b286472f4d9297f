"""The statements behind the counts of the sidebar; indexes of their own hold all that they read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, union_all

from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.db.views import in_view
from hankeapp.domain.query import View
from hankeapp.domain.records import OWNER, STATE
from hankeapp.domain.status import Status
from hankeapp.domain.tally import TALLIED
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy import Executable, Select

_OF_A_STATUS = PROJECT.c.status.in_([status.value for status in Status])
"""True of every project: an index that begins with the status is read part by part, and not whole."""
_LIVE = PROJECT.c[STATE] == RowState.LIVE.value
_FUNDING = ROWS["funding"].c
_COUNTED = tuple(view for view in View if view is not View.ALL)


def counts(today: date) -> Executable:
    """One row with the number of projects of each view but that of all, a column a view."""
    return select(*(_counted(view, today).label(view.value) for view in _COUNTED))


def views_of(row: Sequence[int]) -> dict[View, int]:
    """What `counts` found, by view; every live project has one of the statuses."""
    found: dict[View, int] = dict(zip(_COUNTED, row, strict=True))
    found[View.ALL] = sum(found[view] for view in (View.PLANNED, View.ACTIVE, View.ENDED))
    return {view: found[view] for view in View}


def values() -> Executable:
    """A row for each value of the tallied columns: column, key, codes or None, and how many live projects have it."""
    gone = select(PROJECT.c.id).where(_OF_A_STATUS, PROJECT.c[STATE] != RowState.LIVE.value)
    funded = select(literal("funder"), _FUNDING.funder, func.count(_FUNDING[OWNER].distinct())).where(
        _FUNDING[STATE] == RowState.LIVE.value, _FUNDING[OWNER].not_in(gone)
    )
    return union_all(*map(_grouped, ("themes", "unit")), funded.group_by(_FUNDING.funder))


def added_up(rows: Iterable[Any]) -> dict[str, dict[str, int]]:
    """What `values` found, by column and by key or single code."""
    found: dict[str, Counter[str]] = {name: Counter() for name in TALLIED}
    for column, value, count in rows:
        # Of keys there is one, of codes as many as a project has.
        found[column].update(dict.fromkeys((value or "").split(), count))
    return {name: dict(counter) for name, counter in found.items()}


def _counted(view: View, today: date) -> Any:
    which = in_view(view, today)
    if view is View.TRASH:
        which &= _OF_A_STATUS
    return select(func.count()).select_from(PROJECT).where(which).scalar_subquery()


def _grouped(name: str) -> Select[Any]:
    column = PROJECT.c[name]
    return select(literal(name), column, func.count()).where(_OF_A_STATUS, _LIVE).group_by(column)

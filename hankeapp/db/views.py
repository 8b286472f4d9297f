"""The views as conditions of a statement; the same rules as in `domain.attention`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, literal

from hankeapp.db.tables import PROJECT
from hankeapp.domain.attention import SOON
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement


@lru_cache(maxsize=len(View))
def in_view(view: View, today: date) -> ColumnElement[bool]:
    """Whether a project belongs to a view: made once a day, and not at each key that is pressed."""
    if view is View.TRASH:
        return PROJECT.c.state == RowState.TRASH.value
    return and_(PROJECT.c.state == RowState.LIVE.value, noticed(view, today))


def noticed(view: View, today: date) -> ColumnElement[bool]:
    """Whether a project, live or not, has the status or the end that a view is of."""
    active = _has(Status.ACTIVE)
    match view:
        case View.PLANNED:
            return _has(Status.PLANNED)
        case View.ACTIVE:
            return active
        case View.ENDED:
            return _has(Status.ENDED)
        case View.SOON:
            # Few enough to be read off the index of the ends, and sorted.
            return and_(
                PROJECT.c.status == Status.ACTIVE.value,
                PROJECT.c.end_last.between(today.isoformat(), (today + SOON).isoformat()),
            )
        case View.OVERDUE:
            return and_(active, PROJECT.c.end_last < today.isoformat())
    return literal(1) == 1


def _has(status: Status) -> ColumnElement[bool]:
    """Likely, so that a list follows the order of the titles: a third of all projects would be long to sort."""
    return func.likely(PROJECT.c.status == status.value)

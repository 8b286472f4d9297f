"""The printed overview of a register, or of some of its projects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.query_telling import in_words
from hankeapp.reports.summary import overview
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from hankeapp.domain.project import ProjectId
    from hankeapp.reports.summary import Overview
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register

PAGE_ORDER = Sort("page_order")
"""A board knows the projects in the order of the web page."""


def overview_of(
    register: Register | Past, query: Query, office: str = "", chosen: Collection[ProjectId] | None = None
) -> Overview:
    """What an overview of a query's projects says today, or on a past day; `reports.typesetting.typeset` sets it.

    `chosen` are projects that were picked by hand: then they are printed, in the query's order, whatever it finds.
    """
    return overview_maker(register, query, office, chosen)()


def overview_maker(
    register: Register | Past, query: Query, office: str = "", chosen: Collection[ProjectId] | None = None
) -> Callable[[], Overview]:
    """Read the projects of an overview now; what makes the overview of them can run in another thread."""
    asked = query if chosen is None else Query(sorts=query.sorts)
    ids = register.ids(asked)
    if chosen is not None:
        picked = frozenset(chosen)
        ids = [each for each in ids if each in picked]
    selection = _selection(query, register.today()) if chosen is None else tr("Chosen projects")
    return partial(
        overview,
        register.projects(ids),
        today=register.today(),
        office=office,
        selection=selection,
        situation=register.situation,
    )


def _selection(query: Query, today: date) -> str:
    parts = [query.view.label] if query.view is not View.ALL else []
    if asked := in_words(query.text, today):
        parts.append(asked)
    return ", ".join(parts)

"""The printed overview of a register, or of some of its projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.query import Sort, View
from hankeapp.reports.summary import overview
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.domain.query import Query
    from hankeapp.reports.summary import Overview
    from hankeapp.services.register import Register

PAGE_ORDER = Sort("page_order")
"""A board knows the projects in the order of the web page."""


def overview_of(register: Register, query: Query, office: str = "") -> Overview:
    """What an overview of a query's projects says today; `reports.typesetting.typeset` makes the PDF of it."""
    projects = register.projects(register.ids(query))
    return overview(projects, today=register.today(), office=office, selection=_selection(query))


def _selection(query: Query) -> str:
    parts = [query.view.label] if query.view is not View.ALL else []
    if query.text:
        parts.append(tr("“{words}”", words=query.text))
    return ", ".join(parts)

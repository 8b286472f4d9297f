"""The city's web page, marked as published or put onto the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from hankeapp.domain.kept_reports import Form
from hankeapp.domain.query import Query
from hankeapp.services.beside import beside
from hankeapp.services.lots import in_lots
from hankeapp.services.past import Past
from hankeapp.services.web_page import BY_PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.proposals import Progress
    from hankeapp.exchange.page_writing import PageWriting
    from hankeapp.services.beside import Beside
    from hankeapp.services.register import Register


@dataclass(frozen=True)
class PastedText:
    """Public texts of so many projects as HTML and as plain text."""

    html: str
    plain: str
    count: int


def publish(register: Register, form: Form, query: Query = BY_PAGE) -> KeptReport:
    """Remember the page of a query's projects as published, in the form that it was written in."""
    return register.kept_reports.put_in(*_written(register, form, query, register))


def written_beside(
    register: Register, form: Form, query: Query = BY_PAGE, progress: Progress | None = None
) -> tuple[KeptReport, bytes]:
    """What `publish` keeps, written from another thread: `KeptReports.put_in` takes it, in the window's."""
    with beside(register) as today:
        return _written(register, form, query, today, progress)


def _written(
    register: Register, form: Form, query: Query, source: Register | Beside, progress: Progress | None = None
) -> tuple[KeptReport, bytes]:
    write = _writing(form, source)
    return register.web_page.written(form, lambda several: write(several).data, query, source, progress)


def _writing(form: Form, source: Register | Beside) -> Callable[[Sequence[Project]], PageWriting]:
    if form is Form.PAGE:
        from hankeapp.exchange.page_writing import write_page

        return partial(write_page, source.page_layout())
    from hankeapp.exchange.html_writing import write_html

    return write_html


def for_pasting(
    source: Register | Past, wanted: Query | Sequence[ProjectId], progress: Progress | None = None
) -> PastedText:
    """The public texts of projects, to be pasted into a content system; one without a text is left out.

    Read from another thread, over a connection of its own; a past day is in memory.
    """
    if isinstance(source, Past):
        return _pasted(source, wanted, progress)
    with beside(source) as today:
        return _pasted(today, wanted, progress)


def _pasted(source: Past | Beside, wanted: Query | Sequence[ProjectId], progress: Progress | None) -> PastedText:
    from hankeapp.exchange.html_writing import html_fragment

    ids = source.ids(wanted) if isinstance(wanted, Query) else wanted
    projects = [project for project in in_lots(source, ids, progress) if project.public_text.strip()]
    texts = "\n\n".join(project.public_text for project in projects)
    return PastedText(html_fragment(projects), texts, len(projects))

"""The city's web page, marked as published or put onto the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.kept_reports import Form
from hankeapp.services.web_page import BY_PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Query
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register


@dataclass(frozen=True)
class PastedText:
    """Public texts of so many projects as HTML and as plain text."""

    html: str
    plain: str
    count: int


def publish(register: Register, form: Form, query: Query = BY_PAGE) -> KeptReport:
    """Remember the page of a query's projects as published, in the form that it was written in."""
    if form is Form.PAGE:
        from hankeapp.exchange.page_writing import write_page

        layout = register.page_layout()
        return register.web_page.publish(form, lambda several: write_page(layout, several).data, query)
    from hankeapp.exchange.html_writing import write_html

    return register.web_page.publish(form, lambda several: write_html(several).data, query)


def for_pasting(register: Register | Past, ids: Sequence[ProjectId]) -> PastedText:
    """The public texts of projects, to be pasted into a content system; one without a text is left out."""
    from hankeapp.exchange.html_writing import html_fragment

    projects = [project for project in register.projects(ids) if project.public_text.strip()]
    texts = "\n\n".join(project.public_text for project in projects)
    return PastedText(html_fragment(projects), texts, len(projects))

"""Kept reports: what was printed or published, frozen as it was, with what is needed to compare it with today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from datetime import date

SERIES = "R"
"""The letter of their register numbers: R-2026-003."""


class Form(Enum):
    """What is kept: a report in print, or the city's web page as it was published."""

    PDF = "pdf"
    PAGE = "page"
    HTML = "html"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])

    @property
    def suffix(self) -> str:
        """The ending of its file."""
        return {Form.PDF: "pdf", Form.PAGE: "txt", Form.HTML: "html"}[self]


_LABELS = {
    Form.PDF: mark("Report"),
    Form.PAGE: mark("Web page as text"),
    Form.HTML: mark("Web page"),
}
PUBLISHED = frozenset({Form.PAGE, Form.HTML})


@dataclass(frozen=True, kw_only=True)
class KeptReport:
    """A frozen copy. Nothing of it is ever changed; it can only be removed, so that undoing brings it back.

    `day` is the day that it tells of, `on` and `known` the past days that were asked for. `acts` is the number of the
    last act whose changes it knows: by it the register of that moment is read again. `wish` is JSON of
    `services.wishes`; `projects` are the register numbers of what stands on it, in its order. Its bytes are among the
    contents under `sha256`.
    """

    id: str = ""
    number: Annotated[str, Field(label=mark("Report number"), group=Group.BASICS, editable=False)]
    name: Annotated[str, Field(label=mark("Title"), group=Group.BASICS, required=True, editable=False)]
    note: Annotated[str, Field(label=mark("Note"), group=Group.BASICS, editable=False)] = ""
    form: Annotated[Form, Field(label=mark("What is kept"), group=Group.BASICS, editable=False)] = Form.PDF
    day: Annotated[PartialDate, Field(label=mark("Situation on"), group=Group.BASICS, editable=False)]
    on: Annotated[PartialDate | None, Field(label=mark("In force on"), group=Group.BASICS, editable=False)] = None
    known: Annotated[PartialDate | None, Field(label=mark("As known on"), group=Group.BASICS, editable=False)] = None
    made: Annotated[datetime, Field(label=mark("Kept at"), group=Group.BASICS, editable=False)]
    maker: Annotated[str, Field(label=mark("Kept by"), group=Group.BASICS, editable=False)]
    acts: Annotated[int, Field(label=mark("Last act it knows"), group=Group.BASICS, editable=False)]
    wish: Annotated[str, Field(label=mark("What is printed"), group=Group.BASICS, editable=False)]
    projects: Annotated[str, Field(label=mark("Projects"), group=Group.BASICS, editable=False)] = ""
    pages: Annotated[int | None, Field(label=mark("Pages"), group=Group.BASICS, editable=False)] = None
    sha256: Annotated[str, Field(label=mark("SHA-256"), group=Group.BASICS, editable=False)]
    size: Annotated[int, Field(label=mark("Bytes"), group=Group.BASICS, editable=False)]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The register numbers of what stands on it, in its order."""
        return tuple(self.projects.split())

    @property
    def is_published(self) -> bool:
        """Whether it is the city's web page."""
        return self.form in PUBLISHED

    @property
    def made_on(self) -> date:
        """The local day on which it was kept."""
        return self.made.astimezone().date()


def newest_first(report: KeptReport) -> tuple[datetime, str]:
    """The key of an order in which the newest comes last."""
    return report.made.astimezone(UTC), report.id

"""What was read off a source: suggestions with the exact words behind them, for a person to accept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.parts import Attachment
    from hankeapp.domain.status import Status


class Certainty(Enum):
    """How sure the reading is."""

    CERTAIN = "certain"
    UNCERTAIN = "uncertain"

    @property
    def label(self) -> str:
        return tr(_CERTAINTY_LABELS[self])


_CERTAINTY_LABELS = {Certainty.CERTAIN: mark("Certain"), Certainty.UNCERTAIN: mark("Uncertain")}


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A value for a field of `Project`, and the span of characters in the source that says so."""

    field: str
    value: object
    span: tuple[int, int]
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A project read off a paragraph. `text` is the paragraph to the byte; `order` its place on the page, from 1."""

    text: str
    status: Status
    order: int
    suggestions: tuple[Suggestion, ...]
    remarks: tuple[str, ...] = ()
    """Sentences about what could not be taken as it stands: an impossible date, an end before the start."""

    def value(self, field: str) -> object | None:
        """The suggested value of a field, or None."""
        return next((each.value for each in self.suggestions if each.field == field), None)


@dataclass(frozen=True, kw_only=True)
class PageReading:
    """A web page, read: its layout, its projects, and remarks about the page as a whole (its encoding).

    `attachments` are the page's own pictures, by their captions; the layout keeps those among the words before the
    projects.
    """

    layout: PageLayout
    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()

"""What was read off a source: suggestions with the exact words behind them, for a person to accept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.domain.mappings import ColumnUse
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


Progress = Callable[[int, int], None]
"""Told how much is read of how much; it may raise to stop the reading."""


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """Another value that the source might mean, with the words that say so and what speaks for it."""

    value: object
    span: tuple[int, int]
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A value for a field of `Project`, and the span of characters in the source that says so.

    Organisations, units and listed values are named by their words (`Named`, `Labels`).
    """

    field: str
    value: object
    span: tuple[int, int]
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    alternatives: tuple[Alternative, ...] = ()
    is_by_person: bool = False
    """Whether a person wrote it, or chose it among what the source offers."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A project read off a source. `text` is what the source says of it; `order` its place there, from 1.

    Spans of suggestions point into the text: a paragraph to the byte, or a row as a line for each cell.
    """

    text: str
    status: Status | None
    """None where the source tells none."""
    order: int
    suggestions: tuple[Suggestion, ...]
    remarks: tuple[str, ...] = ()
    """Sentences about what could not be taken as it stands: an impossible date, an end before the start."""
    is_paragraph: bool = False
    """Whether the text is a paragraph of a web page: the project's public text too."""
    key: str = ""
    """The key of the register's project that the source was made of, where it tells one."""
    before: tuple[Suggestion, ...] = ()
    """What the source said when it was made of the register: that is no news."""
    row: int = 0
    """The row of a table on which it begins, from 1; 0 for what is in no table."""
    sheet: str = ""
    """What the sheet is called that it stands on; empty for what has none."""
    source: str = ""
    """What the file is called that it was read off, where several were read together."""

    @property
    def paragraph(self) -> str:
        """The text where it is a paragraph; empty where it is a row."""
        return self.text if self.is_paragraph else ""

    def value(self, field: str) -> object | None:
        """The suggested value of a field, or None."""
        return next((each.value for each in self.suggestions if each.field == field), None)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A source, read: its projects, and remarks about it as a whole (its encoding).

    A web page has a layout, and `attachments`: the page's own pictures, by their captions; the layout keeps those among
    the words before the projects.
    """

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    layout: PageLayout | None = None
    source: str = ""
    """What the file is called, for a person."""
    columns: tuple[ColumnUse, ...] = ()
    """Of a spreadsheet, what its columns were taken for."""
    again: Callable[[Mapping[str, str], Progress], Reading] | None = field(default=None, compare=False, repr=False)
    """Reads the same rows with other places for columns: the keys of `mappings.Place` by heads, empty for none."""

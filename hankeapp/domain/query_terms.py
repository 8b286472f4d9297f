"""What a query asks, as it was understood: terms that all hold, each any of some conditions.

Dates known only to the month, season or year are asked as what is sure: `päättyy:2026` finds what ends on some day of
2026 for sure (2026, 5/2026 and 1.2.2026), `päättyy:<2027` what has surely ended before 2027. What is missing is found
by no comparison, only by `puuttuu:`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.query import View


@dataclass(frozen=True)
class Word:
    """A word to find in the texts of a project."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """Words to find beside one another, as they stood in quotes; nothing closes those of an open phrase yet.

    The last word of an open one may be half written.
    """

    text: str
    is_open: bool = False


@dataclass(frozen=True)
class Choice:
    """A field with codes of its own has this one: `tila:aktiivinen`."""

    filter: str
    code: str


@dataclass(frozen=True)
class Named:
    """A name, label or text of a field holds these words, beginning at the beginning of a word.

    If it is `whole`, the name is these words and nothing else (`yksikkö:=Sivistys`); case and accents count never.
    """

    filter: str
    text: str
    whole: bool = False


@dataclass(frozen=True)
class Ahead:
    """A length of time from today, ahead or (below zero) behind; `unit` is one of d, w, m and y."""

    number: int
    unit: str


@dataclass(frozen=True)
class Dates:
    """A date that surely lies from the first possible day of `first` to the last possible one of `last`.

    None is open; `ahead` is what was typed where the two were worked out from today.
    """

    filter: str
    first: PartialDate | None
    last: PartialDate | None
    ahead: Ahead | None = None


@dataclass(frozen=True)
class Running:
    """The duration may touch the time from `first` to `last`; one side of it may be unknown, not both."""

    first: PartialDate | None
    last: PartialDate | None
    ahead: Ahead | None = None


@dataclass(frozen=True)
class Amounts:
    """A number from `least` to `most`, both included, as it is stored: money in cents, a share in hundredths."""

    filter: str
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Known:
    """Anything stands in a field, or any row in a part: `on:liite`; if not `is_known` nothing does: `puuttuu:liite`."""

    filter: str
    is_known: bool = True


@dataclass(frozen=True)
class Flagged:
    """What the register notices by itself: the end date has passed (`ohitettu`), or it ends soon (`pian`)."""

    view: View


@dataclass(frozen=True)
class Unread:
    """What stands after the colon of a filter where none of it was understood: no project has it."""

    filter: str
    typed: str


Text: TypeAlias = Word | Phrase
Filter: TypeAlias = Choice | Named | Dates | Running | Amounts | Known | Flagged | Unread
Condition: TypeAlias = Text | Filter


@dataclass(frozen=True)
class Term:
    """Any of the conditions holds, or none does if it is negated; they are all texts, or none is.

    `span` is where it stands in the text that was typed, the sign before it included; for what it asks it is nothing.
    """

    span: tuple[int, int] = field(compare=False)
    is_negated: bool
    any_of: tuple[Condition, ...]

    @property
    def is_text(self) -> bool:
        """Whether it is looked for in the texts."""
        return isinstance(self.any_of[0], Word | Phrase)


@dataclass(frozen=True)
class Parsed:
    """A query: `terms` that all hold, and `doubts`, sentences on what was not understood."""

    terms: tuple[Term, ...] = ()
    doubts: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[Term, ...]:
        """The terms to look for in the texts."""
        return tuple(term for term in self.terms if term.is_text)

    @cached_property
    def filters(self) -> tuple[Term, ...]:
        """The terms that ask for values of fields."""
        return tuple(term for term in self.terms if not term.is_text)

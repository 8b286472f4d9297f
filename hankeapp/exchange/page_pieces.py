"""What a block under a heading looks like: a project's text, a title above one, or a note about the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hankeapp.exchange.heads import read_head, read_title
from hankeapp.exchange.label_reading import title_above_labels, told_by_labels
from hankeapp.exchange.labels import Label, label_of, labelled_line
from hankeapp.exchange.words import ONE_PROJECT
from hankeapp.language.folding import fold
from hankeapp.language.time_expressions import TimeRole, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.exchange.heads import Head
    from hankeapp.exchange.page_parts import Block

_NO_TELLING = frozenset((Label.NAME, Label.OTHER, Label.CONTACT, Label.LINK))
_BULLET = re.compile(r"\s{0,8}[•·*–-]\s+(?=\S)")
_SHORT = 100
_TELLING = 80
_BEGINNING = 200
_LONGEST_OPENING = 40
_BLANK = " :()\u00a0\r\n\t"
NOTE = re.compile(
    r"\W{0,4}(?:(?:sivua?\s+(?:on\s+)?)?(?:päivitetty|muokattu)|julkaistu|lisätie(?:toja|dot)|lue\s+lisää|katso\s+myös"
    r"|yhteystie\w+|yhteyshenkilö\w*|jaa\s|tulosta|takaisin|palaa|evästeet|copyright|©|https?://|www\.|puh\.|\S{1,60}@\S"
    r"|(?:kuva|kuvat|valokuva|foto|bild|lähde|källa)\s?:|uppdaterad|läs\s+mer|kontakt|updated|read\s+more|contact)",
    re.IGNORECASE,
)
_A_PROJECT = re.compile(rf"\b{ONE_PROJECT}\b", re.IGNORECASE)
_PROJECTS = re.compile(r"\b(?:hankkei\w{1,8}|hankkeet|projektei\w{1,6}|projektit|projects|projekten)\b", re.IGNORECASE)
_SORT = re.compile(r"(?:hanke|projekti|ohjelma|kampanja|verkosto|kokeilu)$", re.IGNORECASE)
_TIME = re.compile(r"\([^()]{0,80}\)|vuosina|vuosi|[\d./–-]+")


@dataclass(frozen=True)
class Piece:
    """A block with its text, and the head that was read off it."""

    block: Block
    words: str
    head: Head

    @classmethod
    def of(cls, text: str, block: Block) -> Piece:
        """The piece that a block of a text is."""
        words = block.of(text)
        lead = len(words) if block.level else _lead(words, block.lead) or title_above_labels(words)
        return cls(block, words, read_title(words, lead) if lead else read_head(words))

    @property
    def title_end(self) -> int:
        """How many characters a document marks as the name at the beginning; 0 where it marks none."""
        return 0 if self.is_labelled else len(self.words) if self.block.level else _lead(self.words, self.block.lead)

    @cached_property
    def is_item(self) -> bool:
        """Whether it is marked as an item of a list, or begins with the sign of one."""
        return self.block.is_item or _BULLET.match(self.words) is not None

    @cached_property
    def is_labelled(self) -> bool:
        """Lines that begin with a label of what they tell of a project: not its name, and no note."""
        told = labelled_line(self.words.lstrip(" •*·-–\t\u00a0"))
        return told is not None and told[0] not in _NO_TELLING and not self.block.is_record

    @cached_property
    def has_labels(self) -> bool:
        """Whether any of its lines has a label of what it tells of a project."""
        return any(each.label not in _NO_TELLING for each in told_by_labels(self.words))

    @property
    def opening(self) -> str:
        """The words before the first colon, to be compared; none where there is no colon near."""
        before, colon, _ = self.words[:_LONGEST_OPENING].partition(":")
        return fold(before.strip()) if colon else ""

    @cached_property
    def is_note(self) -> bool:
        """A link, contact details or a word about the page itself."""
        short = len(self.words) <= 2 * _SHORT and not self.block.level
        return short and NOTE.match(self.words) is not None

    @cached_property
    def is_title(self) -> bool:
        """One short line that is no sentence and tells nothing: a sub-heading, or a project's name."""
        if self.block.level:
            return True
        line = self.words.rstrip()
        whole = len(line) <= _SHORT and "\n" not in line and "\r" not in line and not line.endswith((".", "!", "?"))
        return whole and not self.is_note and not self._tells

    @property
    def is_year(self) -> bool:
        """Whether it says no more than years: a heading above the projects of that time."""
        return not any(sign.isalpha() for sign in self.words)

    @cached_property
    def is_text(self) -> bool:
        """A paragraph that tells of a project, not of projects in general."""
        if self.block.is_record:
            return True
        general = not self.head.found and _PROJECTS.search(self.words) and not _A_PROJECT.search(self.words)
        return not self.is_note and not self.is_title and not general

    @cached_property
    def is_headed(self) -> bool:
        """A text that surely names its project itself."""
        named = self.head.found and not self.head.naming.name.reason
        return self.is_text and named and not self.is_labelled

    @cached_property
    def is_project_alone(self) -> bool:
        """Even where no heading says that projects stand here, this is one."""
        if not self.is_text or not self.head.found:
            return False
        telling = len(self.words) >= _TELLING and self.tells_of_one
        return telling or (self.head.strong and self._tells)

    @cached_property
    def tells_of_one(self) -> bool:
        """Whether the words speak of one project."""
        return _A_PROJECT.search(self.words) is not None

    @cached_property
    def tells_a_time(self) -> bool:
        """Whether the words tell a time that may be a project's."""
        return any(each.role is TimeRole.PROJECT and (each.start or each.end) for each in read(self.words))

    @cached_property
    def names_a_project(self) -> bool:
        """Whether a title is a project's name by its form alone: “… -hanke”, “ILPI – …”, “… kehittämishanke”."""
        naming = self.head.naming
        name = self.words[naming.name.start : naming.name.end]
        acronym = naming.acronym is not None and not naming.acronym.reason
        return self.head.strong or acronym or _SORT.search(name) is not None

    @cached_property
    def _tells(self) -> bool:
        behind = self.words[self.head.end : self.head.end + _BEGINNING]
        return self.head.found and bool(_TIME.sub("", behind).strip(_BLANK))

    def repeats(self, title: Piece) -> bool:
        """Whether the text begins by saying the name again that stands above it."""
        name = title.head.naming.name
        return fold(title.words[name.start : name.end]) in fold(self.words[:_BEGINNING])


def _lead(words: str, lead: int) -> int:
    """How many characters stand out at the beginning; a label that does names nothing."""
    return 0 if label_of(words[:lead]) else lead


def repeated_openings(runs: Sequence[Sequence[Piece]]) -> set[str]:
    """What pieces below several headings begin with before a colon: a label, though it may be an unknown one."""
    below = Counter(opening for run in runs for opening in {piece.opening for piece in run[1:]} if opening)
    return {opening for opening, count in below.items() if count > 1}


def named_above(pieces: Sequence[Piece]) -> dict[int, int]:
    """How many texts belong to each title that is a project's name, by the title's place.

    A title above texts that name their projects themselves is a sub-heading, and so is one above several texts unless
    the whole section is written in titles and texts.
    """
    below = {at: _texts_below(pieces, at) for at, piece in enumerate(pieces) if piece.is_title and not piece.is_item}
    above = {at: count for at, count in below.items() if count}
    headed = sum(piece.is_headed and not _belongs(pieces, at) for at, piece in enumerate(pieces))
    if not headed and len(above) > 1:
        return above
    single = {at: count for at, count in above.items() if count == 1 or pieces[at].names_a_project}
    return dict.fromkeys(single, 1) if len(single) >= max(headed, 1) else {}


def is_name_list(pieces: Sequence[Piece]) -> bool:
    """Whether a section is nothing but titles: then each is a project."""
    return not any(piece.is_text for piece in pieces) and not any(
        piece.words.rstrip().endswith(":") for piece in pieces
    )


def is_item_list(pieces: Sequence[Piece]) -> bool:
    """Whether a list is all that tells of projects in a section: then each item is one."""
    items = sum(piece.is_item for piece in pieces)
    return items > 1 and not any(piece.tells_of_one or piece.is_headed for piece in pieces if not piece.is_item)


def _texts_below(pieces: Sequence[Piece], at: int) -> int:
    below = at + 1
    while below < len(pieces) and pieces[below].is_text:
        if pieces[below].is_headed and not _belongs(pieces, below):
            break
        below += 1
    return below - at - 1


def _belongs(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a headed text stands right under a title that it repeats."""
    return at > 0 and pieces[at - 1].is_title and pieces[at].repeats(pieces[at - 1])

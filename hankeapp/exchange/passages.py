"""Passages: the headings, paragraphs, list items and rows of a document, in the order in which a person reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.page_parts import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

BOLD = 7
"""The level of a short line in bold type: it stands below every heading that is marked as one."""
_GAP = "\n\n"


@dataclass(frozen=True)
class Passage:
    """Words that belong together, lines parted by line feeds.

    `level` is that of a heading, 1 to 6 or `BOLD`, and 0 of other passages. The first `lead` characters stand out in
    bold type. A record is a row of a table that tells one project, a line for each cell; an item stands in
    a list. Passages of one shape stand in places that look alike.
    """

    words: str
    level: int = 0
    lead: int = 0
    is_record: bool = False
    is_item: bool = False
    shape: str = ""


def _badges(passages: Sequence[Passage]) -> set[int]:
    """Where a word of status alone stands right below the heading of a project and tells the status of that one.

    Below the heading of a theme it is a heading too: then names of projects follow it.
    """
    found = set()
    for at, (above, passage, below) in enumerate(zip(passages, passages[1:], [*passages[2:], None], strict=False), 1):
        is_word = not passage.level and len(passage.words.split()) == 1 and status_of(passage.words) is not None
        named = above.level and status_of(above.words) is None
        if is_word and named and (below is None or not below.level or below.level <= above.level):
            found.add(at)
    return found if len(found) > 1 else set()


def joined(passages: Sequence[Passage]) -> tuple[str, list[Block]]:
    """The text of passages with a blank line between them, and the block of each; a heading has its status."""
    blocks, pieces, at = [], [], 0
    badges = _badges(passages)
    for number, passage in enumerate(passages):
        is_none = passage.is_record or "\n" in passage.words or number in badges
        status = None if is_none else status_of(passage.words)
        marks = passage.level, passage.lead, passage.is_record, passage.is_item, passage.shape
        blocks.append(Block(at, at + len(passage.words), status, *marks))
        pieces.append(passage.words)
        at += len(passage.words) + len(_GAP)
    return _GAP.join(pieces), blocks

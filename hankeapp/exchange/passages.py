"""Passages: the headings, paragraphs, list items and rows of a document, in the order in which a person reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.page_parts import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

BOLD = 7
"""The level of a short line in bold type: it stands below every heading that is marked as one."""
_GAP = "\n\n"


@dataclass(frozen=True)
class Passage:
    """Words that belong together, lines parted by line feeds.

    `level` is that of a heading, 1 to 6 or `BOLD`, and 0 of other passages. The first `lead` characters stand out in
    bold type. A record is a row of a table that tells one project, a line for each cell; an item stands in
    a list.
    """

    words: str
    level: int = 0
    lead: int = 0
    is_record: bool = False
    is_item: bool = False


def joined(passages: Iterable[Passage]) -> tuple[str, list[Block]]:
    """The text of passages with a blank line between them, and the block of each; a heading has its status."""
    blocks, pieces, at = [], [], 0
    for passage in passages:
        status = None if passage.is_record or "\n" in passage.words else status_of(passage.words)
        marks = passage.level, passage.lead, passage.is_record, passage.is_item
        blocks.append(Block(at, at + len(passage.words), status, *marks))
        pieces.append(passage.words)
        at += len(passage.words) + len(_GAP)
    return _GAP.join(pieces), blocks

"""The parts of a page's text: headings with a status, and blocks of lines between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.labels import Label, labelled_line
from hankeapp.language.time_expressions import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.status import Status

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"\s{0,8}[•·*–-]\s+(?=\S)")
_END_OF_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Block:
    """Whole lines of a text without a blank line between, the last without its line end.

    A heading has the status that it gives. What a document marks is known of a block too: the level of a heading, how
    many characters stand out at the beginning, that it is a table row of one project, or an item of a list, and what
    its place in the document looks like.
    """

    start: int
    end: int
    status: Status | None = None
    level: int = 0
    lead: int = 0
    is_record: bool = False
    is_item: bool = False
    shape: str = ""

    def of(self, text: str) -> str:
        """The lines."""
        return text[self.start : self.end]


def blocks(text: str) -> list[Block]:
    """The blocks of a text in order; where projects stand line under line, every line is one."""
    found: list[Block] = []
    for block in _with_headings(text):
        found += _items(text, block, under_heading=bool(found) and found[-1].status is not None)
    if _is_line_under_line(text, found):
        return [line for block in found for line in _split(text, block)]
    return found


def _with_headings(text: str) -> Iterator[Block]:
    for lines in _paragraphs(text):
        begun: list[Block] = []
        for line in lines:
            status = _heading(text, line, begun)
            if status is None:
                begun.append(line)
                continue
            yield from _joined(begun)
            begun = []
            yield Block(line.start, line.end, status)
        yield from _joined(begun)


def _items(text: str, block: Block, *, under_heading: bool) -> list[Block]:
    """The lines of a block where each begins with an item's sign, under a heading or most with a time: projects."""
    if block.status is not None or "\n" not in block.of(text):
        return [block]
    lines = [Block(*match.span()) for match in _LINE.finditer(text, block.start, block.end)]
    if not all(_BULLET.match(line.of(text)) for line in lines):
        return [block]
    dated = sum(bool(read(line.of(text))) for line in lines)
    return lines if under_heading or dated * 2 > len(lines) else [block]


def _paragraphs(text: str) -> Iterator[list[Block]]:
    lines: list[Block] = []
    for match in _LINE.finditer(text):
        line = Block(*match.span())
        blank = not match[0].strip()
        apart = lines and len(_END_OF_LINE.findall(text, lines[-1].end, line.start)) > 1
        if lines and (blank or apart):
            yield lines
            lines = []
        if not blank:
            lines.append(line)
    if lines:
        yield lines


def _heading(text: str, line: Block, above: Sequence[Block]) -> Status | None:
    """A heading stands at the top of its lines; among lines it begins with a capital, or ends with a colon."""
    status = status_of(line.of(text))
    words = line.of(text).strip(" #*\u00a0")
    return status if not above or words[:1].isupper() or words.endswith(":") else None


def _joined(lines: list[Block]) -> Iterator[Block]:
    if lines:
        yield Block(lines[0].start, lines[-1].end)


def _is_line_under_line(text: str, found: list[Block]) -> bool:
    """No blank line parts two paragraphs anywhere under a heading, and some of them have several lines."""
    under_heading = False
    in_section = 0
    several_lines = False
    for block in found:
        if block.status is not None:
            under_heading, in_section = True, 0
            continue
        in_section += under_heading
        if in_section > 1:
            return False
        several_lines = several_lines or (under_heading and bool(_END_OF_LINE.search(text, block.start, block.end)))
    return several_lines


def _split(text: str, block: Block) -> list[Block]:
    """The lines of a block, unless one begins with a small letter (a paragraph runs on), or they are one record."""
    lines = [Block(*match.span()) for match in _LINE.finditer(text, block.start, block.end)]
    if len(lines) < 2 or any(_continues(line.of(text)) for line in lines[1:]) or _is_record(text, lines):
        return [block]
    return lines


def _is_record(text: str, lines: list[Block]) -> bool:
    """Whether the first line names a project by a label, and no other does."""
    told = [labelled_line(line.of(text)) for line in lines]
    names = [at for at, each in enumerate(told) if each and each[0] is Label.NAME]
    return names == [0]


def _continues(line: str) -> bool:
    word = line.split(maxsplit=1)[0] if line.strip() else ""
    return word[:1].islower() and word.islower()

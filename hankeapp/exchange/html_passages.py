"""From the tree of a web page to its passages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hankeapp.exchange.html_tree import is_bullet
from hankeapp.exchange.labels import label_of
from hankeapp.exchange.passages import BOLD, Passage
from hankeapp.exchange.table_passages import labelled_rows, plain_rows, record_rows, told_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 6, "legend": 6, "caption": 6, "button": 6}
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
    "tfoot", "tr", "td", "th", "blockquote", "pre", "figure", "figcaption", "details", "fieldset", "form",
    "header", "address", "center", "hr", "body", "html",
)) | _HEADINGS.keys()  # fmt: skip
_BOLD = frozenset(("b", "strong"))
_WORD_HEADING = re.compile(r"\b(?:Mso(?:Heading|Otsikko)(\d)|Heading(\d)|Otsikko(\d)|Mso(Title))\b")
_WORD_ITEM = re.compile(r"mso-list\s*:\s*l\d", re.IGNORECASE)
_BREAK = "\v"
"""A line's end that is marked; others are white space."""
_WHITE = re.compile(r"[ \t\r\n\f]+")
_MOST_DEEP = 400
_LONGEST_BOLD = 160
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_PASSING = re.compile(r"\b(?:first|last|odd|even|active|open|show|collapsed|collapse|in)\b")
_NUMBER = re.compile(r"\d+")
_LONGEST_DRESS, _LONGEST_WAY = 40, 160


@dataclass
class _Line:
    """Words that are being gathered until a block ends."""

    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)

    def add(self, words: str, *, bold: bool) -> None:
        if words:
            self.pieces.append(words)
            self.bold.append(bold)

    @property
    def is_at_start(self) -> bool:
        """Whether nothing stands in the line yet, or in what follows its last break."""
        return not self.pieces or self.pieces[-1] == _BREAK or not "".join(self.pieces).strip()


@dataclass(frozen=True)
class _Place:
    """Where a block stands: the level of the heading around it, how deep, and what the way to it looks like."""

    level: int = 0
    depth: int = 0
    shape: str = ""

    def of(self, element: HtmlElement) -> _Place:
        """The place of what stands in a block that stands here."""
        dress = _NUMBER.sub("", _PASSING.sub("", element.get("class") or ""))[:_LONGEST_DRESS].strip()
        way = f"{self.shape}/{element.tag!s} {dress}"
        return _Place(_level(element) or self.level, self.depth + 1, way[-_LONGEST_WAY:])


def passages_of(body: HtmlElement) -> list[Passage]:
    """The passages of a page, in order."""
    return list(_of_block(body, _Place()))


def _of_block(element: HtmlElement, around: _Place) -> Iterator[Passage]:
    """The passages of a block: those of the blocks in it, and of the words that stand between them."""
    place = around.of(element)
    line = _Line()
    line.add(element.text or "", bold=False)
    for child in element:
        if _is_block(child) and place.depth < _MOST_DEEP:
            yield from _passage(line, place)
            line = _Line()
            yield from _of_child(child, place)
        else:
            yield from _inline(child, line, place, place.depth, bold=False)
        line.add(child.tail or "", bold=False)
    yield from _passage(line, place)


def _of_child(child: HtmlElement, place: _Place) -> Iterator[Passage]:
    if child.tag == "li" or _WORD_ITEM.search(child.get("style") or ""):
        yield from (replace(each, is_item=not each.level) for each in _of_block(child, place))
    elif child.tag == "table":
        yield from _of_table(child, place)
    elif child.tag == "dl":
        yield from _of_list_of_terms(child, place)
    else:
        yield from _of_block(child, place)


def _inline(element: HtmlElement, line: _Line, place: _Place, depth: int, *, bold: bool) -> Iterator[Passage]:
    """Gather the words of what runs within a line; a block that stands in it all the same ends the line."""
    if is_bullet(element):
        return
    if element.tag == "br":
        line.add(_BREAK, bold=bold)
    bold = bold or _is_bold(element)
    line.add(_said_first(element) if line.is_at_start else element.text or "", bold=bold)
    for child in element if depth < _MOST_DEEP else ():
        if _is_block(child):
            yield from _passage(line, place)
            line.pieces.clear()
            line.bold.clear()
            yield from _of_child(child, replace(place, depth=depth))
        else:
            yield from _inline(child, line, place, depth + 1, bold=bold)
        line.add(child.tail or "", bold=bold)
    if depth >= _MOST_DEEP:
        line.add("".join(element.itertext())[len(element.text or "") :], bold=bold)


def _passage(line: _Line, place: _Place) -> Iterator[Passage]:
    words, lead = _plain(line)
    level = place.level
    if not words:
        return
    if not level and lead == len(words) <= _LONGEST_BOLD and "\n" not in words:
        yield Passage(words, BOLD, lead, shape=place.shape)
        return
    told = " ".join(words.split("\n")) if level else words
    yield Passage(told, level, 0 if level else lead, shape=place.shape)


def _said_first(element: HtmlElement) -> str:
    """The words of what a line begins with; a label that stands out before its value gets the colon it does without."""
    words = element.text or ""
    behind = (element.tail or "").strip() or element.getnext() is not None
    is_bare = not len(element) and behind and not (element.tail or "").lstrip().startswith(":")
    return f"{words.rstrip()}: " if is_bare and words.rstrip()[-1:].isalpha() and label_of(words) else words


def _plain(line: _Line) -> tuple[str, int]:
    """The words with single blanks, without white space around the lines, and how many at the beginning are bold."""
    text, lead, leading = "", 0, True
    for piece, bold in zip(line.pieces, line.bold, strict=True):
        plain = "\n" if piece == _BREAK else _WHITE.sub(" ", piece.replace(_BREAK, " "))
        if plain == "\n" or not text or text[-1] in " \n":
            plain = plain.lstrip(" ")
        elif text[-1].islower() and plain[:1].isupper():
            plain = f"\n{plain}"  # “kuvaaHankkeen nimi”: two elements that stand below one another
        text = text.rstrip(" ") + plain if plain == "\n" else text + plain
        leading = leading and (bold or not plain.strip(" \u00a0:"))
        lead = len(text.rstrip()) if leading else lead
    stripped = text.strip(" \n\u00a0")
    blank = len(text) - len(text.lstrip(" \n\u00a0"))
    return stripped, min(max(0, lead - blank), len(stripped))


def _of_table(table: HtmlElement, place: _Place) -> Iterator[Passage]:
    if table.find(".//table") is not None:
        # It only places others. Looking for words in its cells first would read those twice at each level.
        for child in table:
            yield from _of_block(child, place)
        return
    rows = list(table.iter("tr"))
    cells = [[_cell_words(cell) for cell in row if cell.tag in {"td", "th"}] for row in rows]
    records = record_rows(cells)
    labelled = labelled_rows(cells) if records is None else None
    if records:
        for caption in table.iter("caption"):
            yield from _of_block(caption, place)
        yield from records
    elif labelled:
        yield labelled
    elif (plain := told_rows(cells) or plain_rows(cells)) is not None:
        yield from plain
    else:
        for child in table:
            yield from _of_block(child, place)


def _cell_words(cell: HtmlElement) -> str:
    return "\n".join(passage.words for passage in _of_block(cell, _Place()) if not passage.is_record)


def _of_list_of_terms(terms: HtmlElement, place: _Place) -> Iterator[Passage]:
    """Terms that are labels with their values as lines; others are headings above what is told of them."""
    lines: list[str] = []
    for term in terms.iter("dt", "dd"):
        if term.tag == "dt":
            words = " ".join(term.text_content().split())
            known = label_of(words) is not None
            if known:
                lines.append(words.rstrip(":") + ":")
                continue
            yield from _said(lines)
            lines = []
            yield from (replace(each, level=each.level or 6, lead=0) for each in _of_block(term, place))
        elif lines:
            lines[-1] += " " + " ".join(term.text_content().split())
        else:
            yield from _of_block(term, place)
    yield from _said(lines)


def _said(lines: list[str]) -> Iterator[Passage]:
    if lines:
        yield Passage("\n".join(lines))


def _is_bold(element: HtmlElement) -> bool:
    return element.tag in _BOLD or _HEAVY.search(element.get("style") or "") is not None


def _is_block(element: HtmlElement) -> bool:
    return element.tag in _BLOCKS


def _level(element: HtmlElement) -> int:
    if element.get("role") == "heading":
        told = element.get("aria-level") or ""
        return int(told) if told in {"1", "2", "3", "4", "5", "6"} else 2
    if element.tag == "p" and (match := _WORD_HEADING.search(element.get("class") or "")):
        digit = match[1] or match[2] or match[3]
        return min(max(int(digit), 1), 6) if digit else 1
    return _HEADINGS.get(str(element.tag), 0)

"""How a recorded text stands on paper: in paragraphs of a bounded length, without a lead-in that repeats the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hankeapp.translation import tr

LONGEST_TEXT = 20_000
"""Characters of one text that are printed: about six pages."""

LONGEST_PARAGRAPH = 3_000
"""Characters in one paragraph: the time to set one grows with the square of its length."""

LONGEST_TITLE = 500
"""Characters in a line of text that is printed; the register takes no longer names, other files may."""

_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile("[^\\S\N{NO-BREAK SPACE}]+")
"""What parts words, but for what an amount is held together by."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s")


@dataclass(frozen=True)
class Passage:
    """Paragraphs as they are printed; `remark` says that the text was shortened, and is empty otherwise."""

    paragraphs: tuple[str, ...] = ()
    remark: str = ""


def passage(text: str, *titles: str) -> Passage:
    """A text's paragraphs, whole up to the longest that is printed."""
    text = _without_lead_in(text, titles)
    kept = _cut(text, LONGEST_TEXT)
    lines = (line.strip() for line in _LINE_ENDS.split(kept))
    paragraphs = tuple(part for line in lines if line for part in _parts(line))
    return Passage(paragraphs, _remark(len(text)) if kept != text else "")


def line(text: str) -> str:
    """A text of one line, cut with an ellipsis where it is longer than a title may be."""
    return _cut(_BLANKS.sub(" ", text).strip(), LONGEST_TITLE)


def _without_lead_in(text: str, titles: tuple[str, ...]) -> str:
    """Leave out "Title: " where the rest stands as a sentence; words are never changed."""
    lead_in, colon, rest = text.partition(":")
    repeats = " ".join(lead_in.split()) in {" ".join(title.split()) for title in titles}
    rest = rest.lstrip()
    return rest if colon and repeats and rest[:1].isupper() else text


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    kept = text[:longest]
    blank = max(kept.rfind(" "), kept.rfind("\n"))
    return kept[: blank if blank > longest * 0.9 else longest].rstrip() + "…"


def _remark(length: int) -> str:
    return tr(
        "The text was shortened here: it has {length} characters, of which {most} are printed.",
        length=_grouped(length),
        most=_grouped(LONGEST_TEXT),
    )


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def _parts(line: str) -> list[str]:
    """A line in paragraphs of a bounded length, divided where a sentence ends, or a word, if there is none."""
    parts = []
    while len(line) > LONGEST_PARAGRAPH:
        ends = [match.end() for match in _SENTENCE_END.finditer(line, 0, LONGEST_PARAGRAPH)]
        at = ends[-1] if ends else line.rfind(" ", 0, LONGEST_PARAGRAPH) + 1 or LONGEST_PARAGRAPH
        parts.append(line[:at].rstrip())
        line = line[at:].lstrip()
    return [*parts, line]

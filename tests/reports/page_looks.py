"""What looks wrong on printed pages, told by where poppler finds their words."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.reports.paper import Paper

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_CM = 72 / 2.54
_BODY = (2.2 * _CM, 2.05 * _CM)
"""Of a page's height what is no header above and no footer below."""
_HEADING = 11.2 * 1.24
"""How high a word of the smallest title is in type of the ordinary size, in points."""
_OVERLAP = (0.8, 0.55)
"""Points side by side, and parts of the lower one's height: letters that touch; a large type's box has air in it."""


@dataclass(frozen=True)
class _Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def is_on(self, other: _Word) -> bool:
        """Whether it covers another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _OVERLAP[0] and down > _OVERLAP[1] * min(self.height, other.height)


def faults_of(pdf: Path, paper: Paper) -> list[str]:
    """Words outside the margins, words upon words, and headings that nothing follows on their page."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return [
        f"page {number}: {fault}"
        for number, page in enumerate(_PAGE.finditer(told), 1)
        for fault in _faults(float(page[1]), float(page[2]), _words(page[3]), paper)
    ]


def _words(page: str) -> list[_Word]:
    found = (
        _Word(float(word[1]), float(word[2]), float(word[3]), float(word[4]), word[5]) for word in _WORD.finditer(page)
    )
    return sorted(found, key=lambda word: word.top)


def _faults(width: float, height: float, words: list[_Word], paper: Paper) -> Iterator[str]:
    margin = (1.6 if paper.is_two_sided else 2.1) * _CM - 1
    yield from (f"“{word.text}” is outside" for word in words if word.left < margin or word.right > width - margin)
    for place, word in enumerate(words):
        below = [other for other in words[place + 1 :] if other.top < word.bottom]
        yield from (f"“{word.text}” lies on “{other.text}”" for other in below if word.is_on(other))
    body = [word for word in words if word.top > _BODY[0] and word.bottom < height - _BODY[1]]
    lowest = max((word.bottom for word in body), default=0.0)
    last = [word for word in body if word.bottom > lowest - 2]
    if max((word.height for word in last), default=0.0) > (_HEADING - 0.3) * paper.scale:
        yield f"“{' '.join(word.text for word in last)}” is the last line"

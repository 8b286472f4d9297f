"""Which words of a text stand behind which label: on its line, or below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.exchange.labels import Label, label_of, labelled_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.exchange.suggesting import Span

PROSE = frozenset((Label.SUMMARY, Label.AIMS, Label.ACTIONS, Label.RESULTS))
"""Labels that paragraphs stand behind; what those tell of the project is read like any other text."""

_LISTED = frozenset(
    (Label.FUNDER, Label.APPLICANT, Label.IMPLEMENTER, Label.CO_IMPLEMENTER, Label.PARTNER, Label.CONTACT, Label.AREA,
     Label.TARGET, Label.THEME)
)  # fmt: skip
_SURE = frozenset((Label.TIME, Label.START, Label.END, Label.STATUS))
"""Labels within prose that begin a row of labels; “Rahoitus: …” as a sentence of its own is prose."""
_LINE = re.compile(r"[^\n]+")
_BAR = re.compile(r"\s[|•·]\s|[.;,]\s+(?=[^\W\d_a-zåäö])")
_LONGEST_TITLE = 160
_BEFORE = " •*·-–\t\n\r\u00a0"
_LONGEST_VALUE = 300
"""Characters behind the label of a single value: what is longer is a sentence that only begins like one."""
_MANY = 12
_FEW = 3
_LONGEST_PROSE = 20_000


@dataclass(frozen=True)
class Told:
    """A label, the span of what stands behind it, and the span of both."""

    label: Label
    span: Span
    whole: Span


@dataclass(frozen=True)
class _Line:
    span: Span
    apart: bool
    label: Label | None
    value: int


def told_by_labels(text: str) -> list[Told]:
    """What the labels of a text tell, in order; a label without a value tells nothing."""
    lines = list(_lines(text))
    return [told for at in range(len(lines)) if (told := _told(lines, at)) is not None]


def title_above_labels(text: str) -> int:
    """How many characters the first line has, where it stands as a title above a line with a label; 0 otherwise."""
    first, _, below = text.lstrip().partition("\n")
    told = labelled_line(below.lstrip(_BEFORE).partition("\n")[0])
    if told is None or told[0] is Label.NAME or len(first) > _LONGEST_TITLE:
        return 0
    end = len(text) - len(text.lstrip()) + len(first.rstrip())
    return 0 if labelled_line(first.strip(_BEFORE)) or first.rstrip().endswith((".", "!", "?")) else end


def whole_record(text: str) -> Span | None:
    """Where a text tells one project by labels, from the first to the end; None for other texts.

    So are the project pages of the structural funds' information services: a code, a name, and more than two others.
    """
    told = told_by_labels(text)
    labels = [each.label for each in told]
    alone = labels.count(Label.CODE) == 1 and labels.count(Label.NAME) == 1 and len(set(labels)) > _FEW
    return (min(each.whole[0] for each in told), len(text.rstrip())) if alone else None


def masked(text: str, told: list[Told]) -> str:
    """The text with blanks in place of what labels tell, so that it is not read as prose too."""
    pieces, at = [], 0
    for each in told:
        if each.label is Label.NAME:
            continue
        end = each.span[0] if each.label in PROSE else each.whole[1]
        start = max(at, each.whole[0])
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    for match in _LINE.finditer(text):
        if not match[0].strip():
            continue
        apart = text.count("\n", before, match.start()) > 1
        for first, last in _parts(text, *match.span()):
            words = text[first:last]
            start, end = first + len(words) - len(words.lstrip(_BEFORE)), first + len(words.rstrip())
            line = text[start:end]
            found = labelled_line(line)
            label, value = found or (label_of(line), len(line))
            yield _Line((start, end), apart and first == match.start(), label, start + value)
        before = match.end()


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a line that tells several things: “Aika: 2025 | Rahoittaja: ESR+”."""
    is_parted = labelled_line(text[start:end].strip(_BEFORE)) is not None
    for bar in _BAR.finditer(text, start, end):
        found = labelled_line(text[bar.end() : end])
        if found and (is_parted or bar[0][0].isspace() or found[0] in _SURE):
            yield start, bar.start()
            start, is_parted = bar.end(), True
    yield start, end


def _told(lines: list[_Line], at: int) -> Told | None:
    line = lines[at]
    if line.label is None:
        return None
    below = [] if line.value < line.span[1] and line.label not in PROSE else _below(lines, at)
    value = line.value if line.value < line.span[1] else below[0].span[0] if below else line.span[1]
    end = below[-1].span[1] if below else line.span[1]
    length = end - value
    most = _LONGEST_PROSE if line.label in PROSE else _LONGEST_VALUE
    return Told(line.label, (value, end), (line.span[0], end)) if 0 < length <= most else None


def _below(lines: list[_Line], at: int) -> list[_Line]:
    """The lines that belong to a label on a line of its own: a value, the lines of a list, or paragraphs."""
    label = lines[at].label
    below: list[_Line] = []
    for line in lines[at + 1 :]:
        if line.label is not None or (below and line.apart and label not in PROSE) or len(below) >= _MANY:
            break
        below.append(line)
        if label not in PROSE and label not in _LISTED:
            break
    return below

"""The unit that a page repeats: titles in places that look alike, each with a time told below it before the next."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from hankeapp.domain.status import Status
from hankeapp.exchange.headings import status_of
from hankeapp.exchange.label_reading import told_by_labels
from hankeapp.exchange.labels import Label, label_of, labelled_line
from hankeapp.exchange.page_parts import Block
from hankeapp.exchange.page_pieces import NOTE
from hankeapp.exchange.page_sections import Paragraph, Section
from hankeapp.exchange.passages import BOLD
from hankeapp.exchange.words import SENTENCE_END, tells_something
from hankeapp.language.folding import fold
from hankeapp.language.time_expressions import TimeKind, TimeRole, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_LASTING = {TimeKind.RANGE, TimeKind.LIST}
_OF_TIME = {Label.TIME, Label.START}
_LONGEST_TITLE = 160
_BEFORE = " •*·-–\t\u00a0"
_SIGN = re.compile(r"\s*([•*·–#-]{1,6}|\d{1,3}[.)])\s")
_NAMED = "named"
"""A title that a label says to be a name."""
_BELOW = " below"
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d\d\b")
_MOST_CUTS = 24
_MOST = 20_000
"""Blocks of a page in which its unit is looked for."""


@dataclass(frozen=True)
class _View:
    """A block of the page with its words."""

    block: Block
    words: str

    @property
    def place(self) -> str:
        """What its place looks like: blocks that look alike have the same."""
        if 0 < self.block.level < BOLD:
            return f"h{self.block.level}"
        sign = _SIGN.match(self.words)
        marks = "9." if sign and sign[1][0].isdigit() else sign[1] if sign else ""
        return f"{self.block.shape} {self.block.level} {marks}"

    @cached_property
    def status(self) -> Status | None:
        """The status that it says and nothing else, be it a heading or a word beside a name."""
        return self.block.status or (None if self.block.is_record else status_of(self.words))

    @property
    def awaits_a_value(self) -> bool:
        """Whether it is a label alone, so that its value comes next; “Projekt” as a heading of the page is none."""
        label = label_of(self.words.strip(_BEFORE))
        return label is not None and not (label is Label.NAME and self.block.level)

    @cached_property
    def begins_with_time(self) -> bool:
        """Whether it is a short line that begins with a time."""
        return len(self.words) <= _LONGEST_TITLE and _begins_with_time(self.words)

    @cached_property
    def titles(self) -> dict[str, int]:
        """How many characters the title has that it may begin with, or be, by the way in which it stands out."""
        if self.block.is_record:
            return {}
        first, _, below = self.words.partition("\n")
        named = labelled_line(first.strip(_BEFORE))
        if named is not None and named[0] is Label.NAME:
            return {_NAMED: len(first)}
        lead = self.block.lead if self.block.level == 0 else 0
        told = {"lead": lead} if 0 < lead < len(self.words) else {"line" if below else "whole": len(first)}
        sentence = SENTENCE_END.search(first)
        if sentence is not None and not tells_something(first[: sentence.start()]):
            told["sentence"] = sentence.start()
        return {way: end for way, end in told.items() if _may_be_title(self.words[:end], way)}

    @cached_property
    def times(self) -> frozenset[object]:
        """The spans of time that it tells of a project."""
        told = (each for each in read(self.words) if each.kind in _LASTING and each.role is TimeRole.PROJECT)
        return frozenset((each.start, each.end) for each in told)

    @cached_property
    def hints_at_time(self) -> bool:
        """Whether it tells any time, or is or holds a label of one."""
        if self.times or _YEAR_FIRST.match(self.words) or label_of(self.words) in _OF_TIME:
            return True
        told = any(each.label in _OF_TIME for each in told_by_labels(self.words))
        return told or any(each.start or each.end for each in read(self.words) if each.role is TimeRole.PROJECT)


def _may_be_title(words: str, way: str) -> bool:
    bare = words.strip(_BEFORE)
    if not 2 < len(bare) <= _LONGEST_TITLE or "\n" in bare or NOTE.match(bare) or status_of(bare):
        return False
    if label_of(bare) or labelled_line(bare) or (way in {"whole", "line"} and bare.endswith((".", "!", ","))):
        return False
    return any(sign.isalpha() for sign in bare) and not _begins_with_time(bare)


def _begins_with_time(words: str) -> bool:
    at_first = next(iter(read(words)), None)
    return _YEAR_FIRST.match(words) is not None or (at_first is not None and at_first.span[0] == 0)


@dataclass(frozen=True)
class _Cut:
    """A way to cut the page: the places of the titles, and by which of their words."""

    views: Sequence[_View]
    at: tuple[int, ...]
    way: str

    @cached_property
    def above(self) -> int:
        """How many blocks of a unit stand above its title: one where nearly all have their time there."""
        times = sum(at > 0 and self.views[at - 1].begins_with_time for at in self.at)
        first = self.at[0]
        return int(times * 5 >= len(self.at) * 4 and first > 0 and self.views[first - 1].begins_with_time)

    @cached_property
    def starts(self) -> dict[int, None]:
        """Where the units begin, in order."""
        return dict.fromkeys(max(0, at - self.above) for at in self.at)

    @cached_property
    def badges(self) -> frozenset[int]:
        """Words of status that stand right below nearly every title: they tell the status of that one."""
        below = [at + 1 for at in self.at if at + 1 < len(self.views) and self.views[at + 1].status]
        return frozenset(below) if len(below) * 5 >= len(self.at) * 4 else frozenset()

    @cached_property
    def _inner(self) -> set[str]:
        """Places of headings that come again within the units, not only before the next title."""
        places: Counter[str] = Counter()
        for start, end in pairwise((*self.starts, len(self.views))):
            below = self.views[start + 1 + self.above : end - 1]
            places.update({view.place for view in below if view.block.level})
        return {place for place, count in places.items() if count > 1}

    def is_border(self, at: int) -> bool:
        """Whether a block that is no title ends the unit above it."""
        view = self.views[at]
        if view.status is not None and at not in self.badges:
            return True
        level = view.block.level
        if not level or at in self.badges:
            return False
        if at + 1 in self.starts or (at + 1 < len(self.views) and self.views[at + 1].status is not None):
            return True
        upper = self.views[self.at[0]].block.level or BOLD
        return level < BOLD and level <= upper and view.place not in self._inner

    @cached_property
    def units(self) -> list[tuple[int, int]]:
        """The units, each from its title to where it ends."""
        titles = set(self.at)
        found: list[tuple[int, int]] = []
        is_open = False
        for at in range(len(self.views)):
            if at in self.starts:
                found.append((at, at + 1))
                is_open = True
            elif is_open and (at in titles or not self.is_border(at)):
                found[-1] = found[-1][0], at + 1
            else:
                is_open = False
        return found

    def _tells(self, start: int, end: int) -> bool:
        """Whether a unit tells a time, or anything at all between others that do."""
        return any(view.hints_at_time for view in self.views[start:end])

    @cached_property
    def projects(self) -> dict[int, int]:
        """The units without what stands above the first that tells a time, and without titles that have no text."""
        first = next((start for start, end in self.units if self._tells(start, end)), 0)
        alone = [end - start == 1 + self.above for start, end in self.units]
        is_rare = sum(alone) * 2 < len(alone)
        kept = zip(self.units, alone, strict=True)
        return {
            start: end
            for (start, end), is_alone in kept
            if start >= first and not (is_alone and is_rare and not self._tells(start, end))
        }

    @property
    def told(self) -> int:
        """How many units tell a time."""
        return sum(self._tells(*unit) for unit in self.projects.items())

    @cached_property
    def worth(self) -> int:
        """How many units tell one time, less those that tell several, and less the times beside them."""
        units = list(self.projects.items())
        told = [set[object]().union(*(view.times for view in self.views[slice(*unit)])) for unit in units]
        several = sum(len(times) > 1 for times in told)
        right = self.told - several
        inside = sum(len(view.times) for unit in units for view in self.views[slice(*unit)])
        beside = sum(len(view.times) for view in self.views) - inside
        return right - several - beside if right * 2 >= len(units) else 0


def lines_of(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The lines of blocks, each as one: the first with the marks of its block."""
    found = []
    for block in blocks:
        for match in _LINE.finditer(text, block.start, block.end):
            is_first = match.start() == block.start
            marks = (block.level, min(block.lead, len(match[0])), block.is_record, block.is_item) if is_first else ()
            shape = block.shape if is_first else f"{block.shape}{_BELOW}"
            status = block.status or status_of(match[0])
            found.append(Block(*match.span(), status, *marks, shape=shape))  # type: ignore[misc]
    return found


def unit_sections(text: str, blocks: Sequence[Block], most: float = 0) -> list[Section]:
    """The sections by the unit that the page repeats; none where no more than `most` of its units tell a time."""
    if len(blocks) > _MOST:
        return []
    views = [_View(block, block.of(text)) for block in blocks]
    cuts = sorted(_cuts(views), key=lambda cut: (-cut.worth, cut.at[0]))
    return _sections(cuts[0]) if cuts and cuts[0].worth > 1 and cuts[0].told > most else []


def _cuts(views: Sequence[_View]) -> Iterator[_Cut]:
    alike: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, view in enumerate(views):
        for way in () if at and views[at - 1].awaits_a_value else view.titles:
            alike[view.place, way].add(at)
            alike[view.place.replace(_BELOW, ""), way].add(at)
    largest = sorted(alike.items(), key=lambda each: len(each[1]), reverse=True)[:_MOST_CUTS]
    for (_, way), unordered in largest:
        places = sorted(unordered)
        titles = {fold(views[at].words[: views[at].titles[way]]) for at in places}
        if len(places) > 1 and len(titles) * 10 >= len(places) * 9:
            yield _Cut(views, tuple(places), way)


def _sections(cut: _Cut) -> list[Section]:
    units = cut.projects
    found: list[tuple[Block | None, Status, list[Paragraph]]] = [(None, Status.ACTIVE, [])]
    for at, view in enumerate(cut.views):
        if at in units:
            end = cut.views[units[at] - 1].block.end
            title = cut.views[at + cut.above]
            title_end = 0 if cut.way == _NAMED else title.titles[cut.way]
            title_start = title.block.start - view.block.start
            found[-1][2].append(Paragraph(view.block.start, end, title_end, title_start=title_start))
        elif view.status is not None and at not in cut.badges:
            found.append((view.block, view.status, []))
    return list(_told(found))


def _told(found: Iterable[tuple[Block | None, Status, list[Paragraph]]]) -> Iterator[Section]:
    for heading, status, paragraphs in found:
        if heading is not None or paragraphs:
            yield Section(heading, status, tuple(paragraphs))

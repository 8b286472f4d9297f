"""Reading a city's web page, as plain text, into its layout and the projects that stand on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import PageError
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.proposals import Reading
from hankeapp.domain.status import Status
from hankeapp.exchange.captions import captions
from hankeapp.exchange.described_names import without_descriptions
from hankeapp.exchange.encodings import decode
from hankeapp.exchange.label_reading import whole_record
from hankeapp.exchange.organisations import home_town
from hankeapp.exchange.page_parts import blocks
from hankeapp.exchange.page_sections import sections
from hankeapp.exchange.recognition import propose
from hankeapp.exchange.repeated_units import lines_of, unit_sections
from hankeapp.exchange.soundness import soundness
from hankeapp.exchange.told_twice import told_once
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal
    from hankeapp.exchange.encodings import Decoded
    from hankeapp.exchange.page_parts import Block
    from hankeapp.exchange.page_sections import Paragraph, Section

LARGEST = 5_000_000
"""Bytes; the page of a city with a thousand projects is a tenth of this."""
MOST = 50_000
"""Paragraphs and headings."""
LONGEST_PARAGRAPH = 200_000
"""Characters: a book in one line is nobody's project."""


def read_page(data: bytes) -> Reading:
    """The layout and the projects of a page; `PageError` for what is no text, too large or without projects."""
    if len(data) > LARGEST:
        raise PageError(
            tr(
                "The file has {size} MB, and a web page has at most {most}.",
                size=_megabytes(len(data)),
                most=_megabytes(LARGEST),
            ),
            tr("Nothing was changed."),
            tr("Check that you chose the right file."),
        )
    decoded = decode(data)
    return read_blocks(decoded, _blocks(decoded.text))


def read_blocks(decoded: Decoded, blocks: Sequence[Block]) -> Reading:
    """The layout and the projects of a text that was parted into blocks; `PageError` where there are no projects."""
    text = decoded.text
    if any(block.end - block.start > LONGEST_PARAGRAPH for block in blocks):
        raise _no_projects()
    record = whole_record(text)
    if record is not None:
        project = propose(text[slice(*record)], Status.ACTIVE, 1, is_record=True)
        return Reading(proposals=(project,), remarks=(decoded.remark,) if decoded.remark else ())
    found, proposals = _best(text, blocks)
    if not proposals:
        raise _no_projects()
    remarks = (*([decoded.remark] if decoded.remark else []), *_unheaded(found))
    layout = _layout(text, found, decoded.encoding)
    return Reading(layout=layout, proposals=proposals, remarks=remarks, attachments=captions(layout))


def _best(text: str, blocks: Sequence[Block]) -> tuple[list[Section], tuple[Proposal, ...]]:
    """Of the ways to part the page, by its headings or by the unit it repeats, the one whose projects are soundest."""
    home = home_town(text)
    best = sections(text, blocks)
    proposals = _proposals(text, best, home)
    lines = lines_of(text, blocks)
    for parts in (blocks, *([lines] if len(lines) > len(blocks) else [])):
        units = unit_sections(text, parts, soundness(proposals))
        others = _proposals(text, units, home)
        if others and soundness(others) > soundness(proposals):
            best, proposals = units, others
    return _once(best, without_descriptions(proposals))


def _once(found: Sequence[Section], proposals: Sequence[Proposal]) -> tuple[list[Section], tuple[Proposal, ...]]:
    """Without the projects that are told of twice; the words of those that go stay in the layout."""
    kept = told_once(proposals)
    sections_left, at = [], 0
    for section in found:
        places = range(at, at + len(section.paragraphs))
        at = places.stop
        left = tuple(each for place, each in zip(places, section.paragraphs, strict=True) if place in kept)
        sections_left += [replace(section, paragraphs=left)] if left or section.heading is not None else []
    return sections_left, tuple(replace(each, order=order) for order, each in enumerate(kept.values(), 1))


def _proposals(text: str, found: Sequence[Section], home: str) -> tuple[Proposal, ...]:
    told = [(section, paragraph) for section in found for paragraph in section.paragraphs]
    return tuple(_proposed(text, section, each, order, home) for order, (section, each) in enumerate(told, 1))


def _proposed(text: str, section: Section, paragraph: Paragraph, order: int, home: str) -> Proposal:
    words = text[paragraph.start : paragraph.end]
    title = paragraph.title_start, paragraph.title_end
    return propose(words, section.status, order, home, title, is_record=paragraph.is_record)


def _blocks(text: str) -> list[Block]:
    found = blocks(text)
    if len(found) > MOST:
        raise PageError(
            tr("The text has {n} paragraphs, and a web page has at most {most}.", n=len(found), most=MOST),
            tr("Nothing was changed."),
            tr("Check that you chose the right file."),
        )
    return found


def _megabytes(size: int) -> int:
    """Rounded up: what is too large must not look as if it fitted."""
    return -(-size // 1_000_000)


def _no_projects() -> PageError:
    return PageError(
        tr("No projects were recognised in the text."),
        tr("Nothing was changed."),
        tr("Check that each project is in a paragraph of its own."),
    )


def _unheaded(found: Sequence[Section]) -> list[str]:
    if found[0].heading is not None:
        return []
    if len(found) == 1:
        return [
            tr("The page has no heading that tells the projects' status, so they were taken as active."),
        ]
    return [tr("The projects above the first heading were taken as active.")]


def _layout(text: str, found: Sequence[Section], encoding: str) -> PageLayout:
    """Everything that is not a paragraph: what stands between one mark and the next belongs to the next."""
    headed, gaps = [], []
    opening, at, order = "", 0, 0
    for number, section in enumerate(found):
        start, end = (section.heading.start, section.heading.end) if section.heading else (at, at)
        if number == 0:
            start = start if section.heading else _behind_words(text, section.paragraphs[0].start)
            end = end if section.heading else start
            at = _behind_words(text, start)
            opening = text[:at]
        headed.append(PageSection(text[start:end], section.status, text[at:start], order + 1))
        at = end
        for paragraph in section.paragraphs:
            order += 1
            gaps.append((order, text[at : paragraph.start]))
            at = paragraph.end
    usual = _usual_gap(text, gaps)
    unusual = tuple((order, gap) for order, gap in gaps if gap != usual)
    return PageLayout(opening, tuple(headed), text[at:], usual, unusual, encoding)


def _behind_words(text: str, end: int) -> int:
    """Where the words before a place end and the white space begins."""
    return len(text[:end].rstrip())


def _usual_gap(text: str, gaps: Sequence[tuple[int, str]]) -> str:
    white = Counter(gap for _, gap in gaps if not gap.strip())
    return white.most_common(1)[0][0] if white else "\r\n\r\n" if "\r\n" in text else "\n\n"

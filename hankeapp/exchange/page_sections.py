"""Sections of a page: the headings with a status, and the paragraphs of the projects under them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hankeapp.domain.status import Status
from hankeapp.exchange.page_outline import has_outline, outlined
from hankeapp.exchange.page_pieces import Piece, is_item_list, is_name_list, named_above, repeated_openings
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.exchange.page_parts import Block

_WORD = re.compile(r"\w+")
_BEGINNING = 200


@dataclass(frozen=True)
class Paragraph:
    """Where a project's text stands, how many characters are its name and where they begin, and whether it is a row."""

    start: int
    end: int
    title_end: int = 0
    is_record: bool = False
    title_start: int = 0


@dataclass(frozen=True)
class Section:
    """A heading (None where projects stand without one), the status it gives, and its paragraphs."""

    heading: Block | None
    status: Status
    paragraphs: tuple[Paragraph, ...]


def sections(text: str, blocks: Sequence[Block]) -> list[Section]:
    """The sections in order; what stands before the first heading is one where projects are recognised in it."""
    parted: list[tuple[Block | None, list[Piece]]] = [(None, [])]
    is_over = False
    for block in blocks:
        heading, pieces = parted[-1]
        if block.status is not None:
            parted.append((block, []))
            is_over = False
        elif is_over or _ends(block, heading, pieces):
            is_over = True
        else:
            pieces.append(Piece.of(text, block))
    found = [_section(heading, pieces) for heading, pieces in parted]
    return [section for section in found if section.heading is not None or section.paragraphs]


def _ends(block: Block, heading: Block | None, pieces: list[Piece]) -> bool:
    """Whether a heading that says no status ends a section; on a page where all are of one level it names a project."""
    if heading is None or not heading.level or not 0 < block.level <= heading.level or not pieces:
        return False
    return not 0 < pieces[0].block.level <= heading.level


def _section(heading: Block | None, pieces: list[Piece]) -> Section:
    if heading is None or heading.status is None:
        groups = _outlined(pieces) if has_outline(pieces) else [[each] for each in pieces]
        items = _dated_items(pieces)
        alone = [group for group in _beside(groups) if not (items and group[0].is_item)]
        in_order = sorted((*alone, *items), key=lambda group: group[0].block.start)
        return Section(None, Status.ACTIVE, _paragraphs(in_order))
    grouped = _outlined(pieces) if has_outline(pieces) else _groups(pieces)
    return Section(heading, heading.status, _paragraphs(grouped))


def _dated_items(pieces: list[Piece]) -> list[list[Piece]]:
    """The items of a list that is all that tells of projects, where most of them tell their time."""
    items = [[piece] for piece in pieces if piece.is_item and not piece.is_labelled] if is_item_list(pieces) else []
    return items if sum(group[0].tells_a_time for group in items) * 2 > len(items) else []


def _beside(groups: list[list[Piece]]) -> list[list[Piece]]:
    """The projects that stand here though no heading says so, and what stands in the same form beside most of them."""
    alone = [group for group in groups if _is_alone(group)]
    levels = {group[0].block.level for group in alone} - {0}
    shaped = [group for group in groups if group[0].block.level in levels and any(each.is_text for each in group[1:])]
    if len(alone) < 2 or 2 * sum(group in alone for group in shaped) < len(shaped):
        return alone
    return [group for group in groups if group in alone or group in shaped]


def _is_alone(group: list[Piece]) -> bool:
    """Whether a project stands here though no heading says so."""
    if group[0].block.is_record or group[0].is_project_alone:
        return True
    return group[0].block.level > 0 and len(group) > 1 and any(each.has_labels or each.tells_of_one for each in group)


def _paragraphs(groups: Iterable[list[Piece]]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(group[0].block.start, group[-1].block.end, group[0].title_end, group[0].block.is_record)
        for group in groups
    )


def _outlined(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each project where a document marks headings: of a heading, or of the texts below a theme."""
    groups: list[list[Piece]] = []
    runs = outlined(pieces)
    again = repeated_openings(runs)
    for run in runs:
        title, below = run[0], run[1:]
        named = [each for each in below if each.is_headed and not each.repeats(title) and each.opening not in again]
        if not title.block.level:
            groups += [group for group in _groups(run) if group[0].is_headed or group[0].block.is_record]
        elif title.is_year:
            items = [[each] for each in below if each.is_item]
            groups += items or _groups(below)
        elif len(named) > 1 or any(each.block.is_record for each in below):
            groups += _groups(below)
        elif any(not each.is_note for each in below) or title.names_a_project:
            groups.append(_without_echo(run))
    return groups


def _without_echo(run: list[Piece]) -> list[Piece]:
    """Without a heading whose words all stand where the text below it begins: it is the page's, not the project's."""
    title, below = run[0], run[1:]
    is_echo = bool(below) and below[0].is_headed and _words(title.words) <= _words(below[0].words[:_BEGINNING])
    return below if is_echo else run


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _groups(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each project: its paragraph, or its name with the text below it. Others are none's."""
    texts = named_above(pieces)
    only_names = is_name_list(pieces)
    if is_item_list(pieces):
        return [[piece] for piece in pieces if piece.is_item and not piece.is_labelled]
    groups: list[list[Piece]] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        below = texts.get(at, 0)
        if piece.is_labelled and groups and groups[-1][-1] is pieces[at - 1]:
            groups[-1] += pieces[at : at + 1 + below]
        elif below or piece.is_text or (piece.is_title and (piece.names_a_project or only_names)):
            groups.append(pieces[at : at + 1 + below])
        at += 1 + below
    return _with_notes(pieces, groups)


def _with_notes(pieces: list[Piece], groups: list[list[Piece]]) -> list[list[Piece]]:
    """Where more than one project is followed by a link or contact details, those go with their project."""
    notes = {before.block.end: note for before, note in pairwise(pieces) if note.is_note}
    noted = [(group, notes[group[-1].block.end]) for group in groups if group[-1].block.end in notes]
    if len(noted) > 1:
        for group, note in noted:
            group.append(note)
    return groups

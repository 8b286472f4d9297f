"""Sections of a page: the headings with a status, and the paragraphs of the projects under them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hankeapp.domain.status import Status
from hankeapp.exchange.page_pieces import Piece, is_name_list, named_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.exchange.page_parts import Block


@dataclass(frozen=True)
class Section:
    """A heading (None where projects stand without one), the status it gives, and the spans of its paragraphs."""

    heading: Block | None
    status: Status
    paragraphs: tuple[tuple[int, int], ...]


def sections(text: str, blocks: Sequence[Block]) -> list[Section]:
    """The sections in order; what stands before the first heading is one where projects are recognised in it."""
    parted: list[tuple[Block | None, list[Piece]]] = [(None, [])]
    for block in blocks:
        if block.status is not None:
            parted.append((block, []))
        else:
            parted[-1][1].append(Piece.of(text, block))
    found = [_section(heading, pieces) for heading, pieces in parted]
    return [section for section in found if section.heading is not None or section.paragraphs]


def _section(heading: Block | None, pieces: list[Piece]) -> Section:
    if heading is None or heading.status is None:
        alone = ([each] for each in pieces if each.is_project_alone)
        return Section(None, Status.ACTIVE, _spans(alone))
    return Section(heading, heading.status, _spans(_groups(pieces)))


def _spans(groups: Iterable[list[Piece]]) -> tuple[tuple[int, int], ...]:
    return tuple((group[0].block.start, group[-1].block.end) for group in groups)


def _groups(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each project: its paragraph, or its name with the text below it. Others are none's."""
    texts = named_above(pieces)
    only_names = is_name_list(pieces)
    groups: list[list[Piece]] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        below = texts.get(at, 0)
        if below or piece.is_text or (piece.is_title and (piece.names_a_project or only_names)):
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

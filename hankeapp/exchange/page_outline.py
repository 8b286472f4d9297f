"""Which headings of a section name projects: the lowest ones, unless they stand within every project alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from hankeapp.exchange.labels import label_of
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.exchange.page_pieces import Piece


def has_outline(pieces: Sequence[Piece]) -> bool:
    """Whether a document marks headings among the pieces."""
    return any(_is_heading(piece) for piece in pieces)


def outlined(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in runs: each begins with a heading that names a project and what belongs to it, or has none."""
    inner = _inner_titles(pieces)
    names = [at for at, piece in enumerate(pieces) if _is_heading(piece) and _is_lowest(pieces, at, inner)]
    borders = [at for at, piece in enumerate(pieces) if _is_heading(piece) and not _is_inner(piece, inner)]
    runs: list[list[Piece]] = []
    starts = sorted({0, *borders})
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        run = list(pieces[start:end])
        runs.append(run if start in names else [each for each in run if not _is_heading(each)])
    return [run for run in runs if run]


def _is_heading(piece: Piece) -> bool:
    return piece.block.level > 0


def _is_inner(piece: Piece, inner: set[str]) -> bool:
    return label_of(piece.words) is not None or fold(piece.words) in inner


def _is_lowest(pieces: Sequence[Piece], at: int, inner: set[str]) -> bool:
    """Whether a heading has no other below it but those that stand within a project."""
    if _is_inner(pieces[at], inner):
        return False
    level = pieces[at].block.level
    for piece in pieces[at + 1 :]:
        if not _is_heading(piece) or _is_inner(piece, inner):
            continue
        return piece.block.level <= level
    return True


def _inner_titles(pieces: Sequence[Piece]) -> set[str]:
    """Headings that come again below different ones, and questions: they part a project and name none."""
    above: dict[str, set[int]] = defaultdict(set)
    levels: Counter[str] = Counter()
    path: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        if not _is_heading(piece):
            continue
        level, title = piece.block.level, fold(piece.words)
        path = {each: place for each, place in path.items() if each < level} | {level: at}
        upper = max((each for each in path if each < level), default=None)
        above[title].add(-1 if upper is None else path[upper])
        levels[title] += 1
    again = {title for title, count in levels.items() if count > 1 and len(above[title]) > 1}
    return again | {fold(piece.words) for piece in pieces if _is_heading(piece) and piece.words.endswith("?")}

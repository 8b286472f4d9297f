"""Pages that list their projects in a table and tell of each again below: each is one project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.status import Status
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal

_FEWEST = 3
_NOWHERE = 0, 0
"""What a row says stands nowhere in the text."""
_TIMES = ("start", "end", "time_text")
_FIELDS = frozenset(("acronym", "kind", "unit", *_TIMES))
"""What a row may add to a text: one value each."""


def told_once(proposals: Sequence[Proposal]) -> dict[int, Proposal]:
    """The projects to keep, by their places: without the rows that a text tells of again, which adds what those say.

    What stands above such a list, and is in it not, is the page's own opening.
    """
    names = [_bare(str(each.value("name"))) for each in proposals]
    rows = {name: at for at, (name, each) in enumerate(zip(names, proposals, strict=True)) if not each.is_paragraph}
    texts = [at for at, each in enumerate(proposals) if each.is_paragraph]
    again = [at for at in texts if names[at] in rows]
    if len(again) < _FEWEST or len(again) * 5 < len(rows) * 4:
        return dict(enumerate(proposals))
    told = {names[at] for at in again}
    kept = {at: each for at, each in enumerate(proposals) if at in again or (each.is_paragraph and at > min(again))}
    kept |= {at: proposals[at] for name, at in rows.items() if name not in told}
    return {at: _with(kept[at], proposals[rows[names[at]]]) if at in again else kept[at] for at in sorted(kept)}


def _bare(name: str) -> str:
    """A name to be compared: without “-kampanja Porissa” behind it."""
    return fold(name).partition(" -")[0]


def _with(text: Proposal, row: Proposal) -> Proposal:
    """A text with what its row tells beside it; the row's times go together."""
    has = {each.field for each in text.suggestions}
    wanted = _FIELDS - has - (set(_TIMES) if has & {"start", "end"} else set())
    added = tuple(replace(each, span=_NOWHERE) for each in row.suggestions if each.field in wanted)
    status = row.status if text.status is Status.ACTIVE else text.status
    return replace(text, status=status, suggestions=(*text.suggestions, *added))

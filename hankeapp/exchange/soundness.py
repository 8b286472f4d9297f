"""How well the projects that were read off a page hold together: whether each has a name and one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.heads import NOT_FOUND
from hankeapp.exchange.labels import label_of
from hankeapp.exchange.words import tells_something
from hankeapp.language.time_expressions import read
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal

_UNTIMED, _DOUBTED, _SENTENCE = 0.4, 0.6, 0.9
"""A project may have no time; where most have one, it is rather a piece of another. A name may be
within a sentence, and a sentence may be none."""


def soundness(proposals: Sequence[Proposal]) -> float:
    """One for each project with a name and a single time, less those that lack or have too much of them."""
    return sum(map(_of_one, proposals))


def _of_one(proposal: Proposal) -> float:
    told = {each.field: each for each in proposal.suggestions}
    sides = [told[side] for side in ("start", "end") if side in told]
    name = told["name"]
    if name.reason == tr(NOT_FOUND) or _is_no_name(str(name.value)) or any(side.alternatives for side in sides):
        return -1
    if not sides:
        return -_UNTIMED
    if proposal.text.startswith(". ", name.span[1]):
        return _SENTENCE
    return _DOUBTED if name.reason and tells_something(str(name.value)) else 1


def _is_no_name(words: str) -> bool:
    """Whether words begin with a time, are a status or a label, or no words at all."""
    at_first = next(iter(read(words)), None)
    begins_with_time = at_first is not None and at_first.span[0] == 0
    is_other = status_of(words) is not None or label_of(words) is not None
    return begins_with_time or is_other or not any(sign.isalpha() for sign in words)

"""One list of suggestions from what labels tell and what prose says: labels go before, and nothing is said twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.fields import parts_of
from hankeapp.domain.parts import Funding, Participation
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Alternative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Suggestion

_PARTS = frozenset(part.name for part in parts_of(Project))


def merged(labelled: Sequence[Suggestion], read: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """What both say, in the order of what prose says; another value for a field that has one is an alternative."""
    first: dict[str, Suggestion] = {}
    rows: list[Suggestion] = []
    for each in (*labelled, *read):
        if each.field in _PARTS:
            rows += [] if any(_is_said(each, other) for other in rows) else [each]
        elif each.field not in first:
            first[each.field] = each
        elif each.value not in _values(first[each.field]):
            first[each.field] = _with(first[each.field], each)
    order = {each.field: at for at, each in reversed(list(enumerate((*read, *labelled))))}
    return (*sorted(first.values(), key=lambda each: order[each.field]), *rows)


def _values(suggestion: Suggestion) -> list[object]:
    return [suggestion.value, *(each.value for each in suggestion.alternatives)]


def _with(suggestion: Suggestion, other: Suggestion) -> Suggestion:
    alternative = Alternative(value=other.value, span=other.span, reason=other.reason)
    return replace(suggestion, alternatives=(*suggestion.alternatives, alternative))


def _is_said(new: Suggestion, old: Suggestion) -> bool:
    """Whether a row says no more than another: the same organisation in any role, or nothing that a funding lacks."""
    if new.field != old.field:
        return False
    one, other = new.value, old.value
    if isinstance(one, Participation) and isinstance(other, Participation):
        return one.organisation is not None and (one.organisation, one.role) == (other.organisation, other.role)
    if isinstance(one, Funding) and isinstance(other, Funding):
        said = {(name, getattr(one, name)) for name in ("funder", "fund", "programme") if getattr(one, name)}
        return bool(said) and all(getattr(other, name) == value for name, value in said)
    return one == other

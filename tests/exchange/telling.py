"""What a proposal tells beside name, kind and time, as short facts that data can list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.parts import Funding, Participation, Period, Relation, RelationKind
from hankeapp.domain.proposals import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Proposal, Suggestion

_FIELDS = {"unit": "unit", "city_role": "city role", "target_groups": "target group", "areas": "area"}


def told(proposal: Proposal) -> set[str]:
    """`kind: value` for everything that is suggested; of objectives only that the text speaks of any."""
    return {f"{kind}: {value}" for each in proposal.suggestions for kind, value in _facts(each)}


def _facts(suggestion: Suggestion) -> Iterator[tuple[str, object]]:
    value = suggestion.value
    match value:
        case Funding():
            yield from _of_funding(value)
        case Participation():
            yield from _of_participation(value)
        case Period():
            start, end = (side.iso if side else "" for side in (value.start, value.end))
            yield "period", f"{value.kind.value} {start}/{end}"
        case Relation(kind=RelationKind.PROGRAMME):
            yield "programme", value.name
        case Relation():
            yield "relation", f"{value.name} ({value.kind.value})"
        case tuple():
            yield from ((_FIELDS[suggestion.field], each) for each in value)
        case _ if suggestion.field in _FIELDS:
            yield _FIELDS[suggestion.field], getattr(value, "value", value)
        case _ if suggestion.field == "objectives" and suggestion.certainty is Certainty.CERTAIN:
            yield "objective", "told"


def _of_funding(funding: Funding) -> Iterator[tuple[str, object]]:
    facts = (
        ("funder", funding.funder),
        ("fund", funding.fund),
        ("programme", funding.programme),
        ("instrument", funding.instrument),
        ("priority", funding.priority),
        ("priority", funding.objective),
    )
    return ((kind, value) for kind, value in facts if value)


def _of_participation(participation: Participation) -> Iterator[tuple[str, object]]:
    if participation.organisation:
        yield "organisation", f"{participation.organisation} ({participation.role.value})"
    if participation.count:
        yield "count", participation.count
    if participation.countries:
        yield "countries", participation.countries

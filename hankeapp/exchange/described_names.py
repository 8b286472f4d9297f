"""Names on a page that tells behind a dash what each project does: “Luontokoulu metsään – lapset oppivat luonnosta”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.proposals import Alternative, Certainty, Suggestion
from hankeapp.exchange.names import read_naming
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal

BEHIND_DASH = mark("On this page the words behind the dash tell of each project.")
_DESCRIBED = re.compile(r"(?P<name>[^–—]{3,100}?)\s[–—-]\s[^\W\d_A-ZÅÄÖ][^–—]{9,}")
_FEWEST = 3


def without_descriptions(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The projects with their names up to the dash, where most names of a page go on behind one with a small letter.

    A single such name is one name: “Taide – kaikkien oikeus”.
    """
    described = [_DESCRIBED.fullmatch(str(each.value("name"))) is not None for each in proposals]
    if sum(described) < _FEWEST or sum(described) * 5 < len(described) * 3:
        return tuple(proposals)
    return tuple(_shortened(each) if told else each for each, told in zip(proposals, described, strict=True))


def _shortened(proposal: Proposal) -> Proposal:
    whole = next(each for each in proposal.suggestions if each.field == "name")
    match = _DESCRIBED.fullmatch(str(whole.value))
    if match is None:
        return proposal
    start = whole.span[0]
    naming = read_naming(proposal.text, start, start + len(match["name"]))
    others = (Alternative(value=whole.value, span=whole.span), *whole.alternatives)
    name = Suggestion(
        field="name",
        value=naming.name.words(proposal.text),
        span=(naming.name.start, naming.name.end),
        certainty=Certainty.UNCERTAIN,
        reason=tr(BEHIND_DASH),
        alternatives=others,
    )
    rest = tuple(name if each is whole else each for each in proposal.suggestions)
    acronym = naming.acronym
    if acronym is None or proposal.value("acronym") is not None:
        return replace(proposal, suggestions=rest)
    short = Suggestion(
        field="acronym",
        value=acronym.words(proposal.text),
        span=(acronym.start, acronym.end),
        certainty=Certainty.UNCERTAIN,
        reason=tr(acronym.reason or BEHIND_DASH),
    )
    return replace(proposal, suggestions=(*rest, short))

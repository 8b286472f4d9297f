"""Recognition: what a paragraph says of its project, as suggestions with the words that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.proposals import Certainty, Proposal, Suggestion
from hankeapp.domain.rules import LONGEST_LINE
from hankeapp.exchange.fundings import read_fundings
from hankeapp.exchange.further_periods import read_further_periods
from hankeapp.exchange.groups import read_areas, read_target_groups
from hankeapp.exchange.heads import read_head
from hankeapp.exchange.kinds import read_kind
from hankeapp.exchange.objectives import read_objectives
from hankeapp.exchange.participations import read_participations
from hankeapp.exchange.periods import read_period
from hankeapp.exchange.relations import read_relations
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.status import Status
    from hankeapp.exchange.heads import Head
    from hankeapp.exchange.names import Part
    from hankeapp.exchange.periods import Period


_LONGEST_PROSE = 8_000
"""Characters of a paragraph in which more is looked for: what is longer is no prose about one project."""
ONCE = ("unit", "city_role")
"""Fields that several words may tell; what stands first in the text counts."""


def propose(text: str, status: Status, order: int, home: str = "") -> Proposal:
    """The project of a paragraph. It always has a name; what the text does not say is not suggested.

    `home` is the town whose page it is: it is no partner of its own projects.
    """
    head = read_head(text)
    period = read_period(text, head.end)
    naming, remarks = _naming(text, head)
    kind = read_kind(text, head)
    return Proposal(
        text=text,
        status=status,
        order=order,
        is_paragraph=True,
        suggestions=(*naming, *([kind] if kind else []), *_times(text, period), *_more(text, head, home)),
        remarks=(*remarks, *period.remarks),
    )


def _more(text: str, head: Head, home: str) -> Iterator[Suggestion]:
    """What is told beside name, kind and time: parts, of which there may be several, and further fields."""
    text = text[:_LONGEST_PROSE]
    told = [*read_fundings(text, home), *read_participations(text, home)]
    once = {each.field: each for each in sorted(told, key=lambda each: each.span, reverse=True) if each.field in ONCE}
    yield from (once[field] for field in ONCE if field in once)
    yield from read_target_groups(text)
    yield from read_areas(text, head)
    yield from read_objectives(text, head)
    yield from (each for each in told if each.field not in ONCE)
    yield from read_further_periods(text)
    yield from read_relations(text, head)


def _naming(text: str, head: Head) -> tuple[list[Suggestion], list[str]]:
    suggestions, remarks = [], []
    for field, part in (("name", head.naming.name), ("acronym", head.naming.acronym)):
        if part is None:
            continue
        words = part.words(text)
        suggestions.append(_suggestion(field, _shortened(words), (part.start, part.end), _reason(part)))
        if len(words) > LONGEST_LINE:
            remarks.append(
                tr(
                    "The name has {n} characters, and at most {most} fit. The public text has it whole.",
                    n=len(words),
                    most=LONGEST_LINE,
                )
            )
    return suggestions, remarks


def _reason(part: Part) -> str:
    return tr(part.reason) if part.reason else ""


def _shortened(words: str) -> str:
    """At most `LONGEST_LINE` characters, cut between words where there is a place."""
    if len(words) <= LONGEST_LINE:
        return words
    cut = words[: LONGEST_LINE - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > LONGEST_LINE // 2 else cut).rstrip(" ,;:–-") + "…"


def _times(text: str, period: Period) -> list[Suggestion]:
    times = []
    for field, side in (("start", period.start), ("end", period.end)):
        if side is not None:
            times.append(_suggestion(field, side.date, side.span, side.reason or period.reason))
    if period.words is not None:
        times.append(_suggestion("time_text", text[slice(*period.words)], period.words))
    return times


def _suggestion(field: str, value: object, span: tuple[int, int], reason: str = "") -> Suggestion:
    certainty = Certainty.UNCERTAIN if reason else Certainty.CERTAIN
    return Suggestion(field=field, value=value, span=span, certainty=certainty, reason=reason)

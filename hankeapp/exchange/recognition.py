"""Recognition: what a paragraph says of its project, as suggestions with the words that say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.proposals import Alternative, Certainty, Proposal, Suggestion
from hankeapp.domain.rules import LONGEST_LINE
from hankeapp.exchange.fundings import read_fundings
from hankeapp.exchange.further_periods import read_further_periods
from hankeapp.exchange.groups import read_areas, read_target_groups
from hankeapp.exchange.heads import Head, read_head, read_title
from hankeapp.exchange.kinds import read_kind
from hankeapp.exchange.label_reading import masked, title_above_labels, told_by_labels
from hankeapp.exchange.label_values import status_told, values_told
from hankeapp.exchange.labels import Label
from hankeapp.exchange.merging import merged
from hankeapp.exchange.names import Naming, Part, read_naming
from hankeapp.exchange.objectives import read_objectives
from hankeapp.exchange.participations import read_participations
from hankeapp.exchange.periods import read_period
from hankeapp.exchange.relations import read_relations
from hankeapp.exchange.results import read_results
from hankeapp.exchange.suggesting import suggest
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.status import Status
    from hankeapp.exchange.label_reading import Told
    from hankeapp.exchange.periods import Period


_LONGEST_PROSE = 8_000
"""Characters of a paragraph in which more is looked for: what is longer is no prose about one project."""
ONCE = ("unit", "city_role")
"""Fields that several words may tell; what stands first in the text counts."""


def propose(
    text: str, status: Status, order: int, home: str = "", title: tuple[int, int] = (0, 0), *, is_record: bool = False
) -> Proposal:
    """The project of a paragraph. It always has a name; what the text does not say is not suggested.

    `home` is the town whose page it is: it is no partner of its own projects. `title` says where its name begins, and
    how many characters it has, where the page marks it. A record tells its project by labels alone, and its words
    are no paragraph.
    """
    told = told_by_labels(text)
    prose = masked(text, told)
    head = _head(text, title, told)
    period = read_period(prose, head.end)
    naming, remarks = _naming(text, head)
    kind = read_kind(prose, head)
    read = [*naming, *([kind] if kind else []), *_times(text, period), *_more(prose, head, home)]
    labelled = [*values_told(text, told, home), *(_summary(text, told) if is_record else [])]
    return Proposal(
        text=text,
        status=status_told(text, told) or status,
        order=order,
        is_paragraph=not is_record,
        suggestions=merged(labelled, read),
        remarks=(*remarks, *period.remarks),
    )


def _head(text: str, title: tuple[int, int], told: Sequence[Told]) -> Head:
    start, length = title
    length = length or title_above_labels(text)
    if length:
        return _moved(read_title(text[start:], length), start)
    name = next((each.span for each in told if each.label is Label.NAME), None)
    if name is None:
        return read_head(text)
    head = read_head(text)
    if head.naming.name.start == name[0]:
        return head
    by_itself = any(each.label is Label.ACRONYM for each in told)
    naming = Naming(Part(*name)) if by_itself else read_naming(text, *name)
    return Head(naming, name[1], strong=True)


def _moved(head: Head, by: int) -> Head:
    """The head of a text that begins so many characters later."""
    if not by:
        return head
    naming = Naming(head.naming.name.moved(by), head.naming.acronym and head.naming.acronym.moved(by))
    return replace(head, naming=naming, end=head.end + by, called=head.called and head.called.moved(by))


def _summary(text: str, told: Sequence[Told]) -> Iterator[Suggestion]:
    for each in told:
        if each.label is Label.SUMMARY:
            yield suggest("public_text", text[slice(*each.span)], each.span)
            return


def _more(text: str, head: Head, home: str) -> Iterator[Suggestion]:
    """What is told beside name, kind and time: parts, of which there may be several, and further fields."""
    text = text[:_LONGEST_PROSE]
    told = [*read_fundings(text, home), *read_participations(text, home)]
    once = {each.field: each for each in sorted(told, key=lambda each: each.span, reverse=True) if each.field in ONCE}
    yield from (once[field] for field in ONCE if field in once)
    yield from read_target_groups(text)
    yield from read_areas(text, head)
    yield from read_objectives(text, head)
    yield from read_results(text)
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
            told = _suggestion(field, side.date, side.span, side.reason or period.reason)
            others = tuple(Alternative(value=each.date, span=each.span) for each in side.others)
            times.append(replace(told, alternatives=others))
    if period.words is not None:
        told = _suggestion("time_text", text[slice(*period.words)], period.words)
        times.append(replace(told, alternatives=_other_words(text, period)))
    return times


def _other_words(text: str, period: Period) -> tuple[Alternative, ...]:
    """The words of the other times that may be meant, in the order of those."""
    spans = {tuple(each.span for each in side.others) for side in (period.start, period.end) if side is not None}
    (others,) = spans if len(spans) == 1 else ((),)
    return tuple(Alternative(value=text[slice(*span)], span=span) for span in others)


def _suggestion(field: str, value: object, span: tuple[int, int], reason: str = "") -> Suggestion:
    certainty = Certainty.UNCERTAIN if reason else Certainty.CERTAIN
    return Suggestion(field=field, value=value, span=span, certainty=certainty, reason=reason)

"""What is missing or contradictory in a project: worth a second look, never in the way of saving.

What cannot stand at all is refused by `rules.check`; it shows here too, where a file came by it otherwise.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hankeapp.domain import rules, schedule_quality
from hankeapp.domain.addresses import is_mail
from hankeapp.domain.closing import left_open
from hankeapp.domain.errors import FieldError
from hankeapp.domain.funding_quality import funding_problems
from hankeapp.domain.kinds import Kind
from hankeapp.domain.pictures import is_photo
from hankeapp.domain.problems import Problem, Rule
from hankeapp.domain.status import Outcome, Status
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hankeapp.domain.organisations import Unit
    from hankeapp.domain.project import Project

_OPEN_ENDED = {Kind.NETWORK, Kind.SERVICE}
"""Kinds that may well have no end."""


NO_UNITS: Mapping[str, Unit] = {}


def problems(project: Project, today: date, units: Mapping[str, Unit] = NO_UNITS) -> tuple[Problem, ...]:
    """What is wrong with a project as seen from a day, in the order of the rules; `units` are the city's by id."""
    found = chain(
        _blocking(project),
        schedule_quality.schedule_problems(project, today),
        _unit(project, units, today),
        _mail(project),
        funding_problems(project),
        _closing(project, today),
        _missing_times(project),
        _missing_facts(project),
        _missing_texts(project),
        _untold_pictures(project),
        _repeated_files(project),
    )
    return tuple(sorted(found, key=_order))


def _order(problem: Problem) -> int:
    return _PLACES[problem.rule]


_PLACES = {rule: place for place, rule in enumerate(Rule)}


def _blocking(project: Project) -> Iterator[Problem]:
    try:
        rules.check(project)
    except FieldError as error:
        yield Problem(Rule.CANNOT_STAND, error.field, str(error))


def _unit(project: Project, units: Mapping[str, Unit], today: date) -> Iterator[Problem]:
    unit = units.get(project.unit) if project.unit is not None and project.status is not Status.ENDED else None
    if unit is None or unit.end is None or unit.end.latest >= today:
        return
    told = tr("The unit “{unit}” ended: {end}.", unit=unit.name, end=unit.end)
    successor = units.get(unit.successor) if unit.successor is not None else None
    if successor is not None:
        told = tr(
            "The unit “{unit}” ended: {end}. Its successor: “{successor}”.",
            unit=unit.name,
            end=unit.end,
            successor=successor.name,
        )
    yield Problem(Rule.UNIT_ENDED, "unit", told)


def _mail(project: Project) -> Iterator[Problem]:
    for contact in project.contacts:
        if contact.email and not is_mail(contact.email):
            told = tr("“{text}” does not look like an e-mail address.", text=contact.email)
            yield Problem(Rule.MAIL, "contacts", told, contact.id)


def _closing(project: Project, today: date) -> Iterator[Problem]:
    items = left_open(project, today)
    if items:
        told = ", ".join(item.label for item in items).lower()
        yield Problem(Rule.NOT_CLOSED, "status", tr("Left open when the project ended: {items}.", items=told))


def _missing_times(project: Project) -> Iterator[Problem]:
    ended = project.ended and project.ended.effective
    if project.status is Status.ENDED:
        if project.end is None and not ended:
            yield Problem(Rule.ENDED_WITHOUT_END, "end", tr("The project has ended, but its end date is missing."))
    elif project.start is None and project.end is None:
        yield Problem(Rule.NO_DATES, "start", tr("Neither the start nor the end is known."))
    elif project.end is None and project.kind not in _OPEN_ENDED:
        yield Problem(Rule.NO_END, "end", tr("Without an end date nobody is told when the project should end."))


def _missing_facts(project: Project) -> Iterator[Problem]:
    if project.unit is None:
        yield Problem(Rule.NO_UNIT, "unit", tr("The responsible unit is not known."))
    if not any(each.funder or each.fund or each.programme for each in project.fundings):
        yield Problem(Rule.NO_FUNDER, "fundings", tr("Neither a funder nor a fund nor a programme is known."))
    if project.status is not Status.ENDED and not any(each.name or each.title for each in project.contacts):
        yield Problem(Rule.NO_CONTACT, "contacts", tr("Nobody is named whom to ask about the project."))


def _missing_texts(project: Project) -> Iterator[Problem]:
    if project.status is Status.ACTIVE and not project.public_text.strip():
        yield Problem(Rule.NO_PUBLIC_TEXT, "public_text", tr("The web page has nothing to say about the project."))
    if project.outcome is Outcome.COMPLETED and not project.results.strip():
        yield Problem(Rule.NO_RESULTS, "results", tr("The project was completed, but its results are not told."))


def _untold_pictures(project: Project) -> Iterator[Problem]:
    """Paper and web page owe a picture in words to those who do not see it (WCAG 2.1, 1.1.1)."""
    for attachment in project.attachments:
        if is_photo(attachment) and not attachment.alt_text.strip():
            told = tr("Nothing is told of the picture “{name}” to those who do not see it.", name=attachment.name)
            yield Problem(Rule.NO_ALT_TEXT, "attachments", told, attachment.id)


def _repeated_files(project: Project) -> Iterator[Problem]:
    """Told and never refused: a file may be wanted twice, under another caption."""
    first: dict[str, str] = {}
    for attachment in project.attachments:
        if attachment.sha256 in first:
            told = tr("“{name}” is the same file as “{other}”.", name=attachment.name, other=first[attachment.sha256])
            yield Problem(Rule.SAME_FILE, "attachments", told, attachment.id)
        elif attachment.sha256:
            first[attachment.sha256] = attachment.name

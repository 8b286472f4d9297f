"""Contradictions in a project's money: budget, shares, rates, and what was applied for, granted and paid.

A euro either way is rounding, and half a percentage point of a rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.fields import fields_of
from hankeapp.domain.problems import Problem, Rule
from hankeapp.domain.project import Project
from hankeapp.domain.status import Outcome
from hankeapp.domain.values import Cents, Share
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.parts import Funding

_ROUNDING = 100
"""Cents."""
_RATE_ROUNDING = 50
"""Hundredths of a per cent."""
_WHOLE = 10_000
"""100 % in hundredths of a per cent."""


def funding_problems(project: Project) -> Iterator[Problem]:
    """What of a project's money contradicts another part of it."""
    yield from _negative(project)
    yield from _budget(project)
    yield from _shares(project)
    yield from _rates_together(project)
    for funding in project.fundings:
        yield from _funding(project, funding)


def _negative(project: Project) -> Iterator[Problem]:
    for field in fields_of(Project):
        amount = getattr(project, field.name)
        if field.type is Cents and amount is not None and amount < 0:
            yield Problem(Rule.NEGATIVE, field.name, tr("The amount is negative: {amount}.", amount=amount))
    for funding in project.fundings:
        for amount in (funding.applied, funding.granted, funding.paid):
            if amount is not None and amount < 0:
                told = tr("The amount is negative: {amount}.", amount=amount)
                yield Problem(Rule.NEGATIVE, "fundings", told, funding.id)


def _budget(project: Project) -> Iterator[Problem]:
    whole, city, own = project.budget_whole, project.budget_city, project.budget_own
    if city is not None and whole is not None and city > whole:
        told = tr("The city's share {share} is larger than the whole budget {whole}.", share=city, whole=whole)
        yield Problem(Rule.SHARE_OVER_WHOLE, "budget_city", told)
    share = city if city is not None else whole
    if own is not None and share is not None and own > share:
        told = tr("The own funding {own} is larger than the share it is of: {share}.", own=own, share=share)
        yield Problem(Rule.OWN_OVER_SHARE, "budget_own", told)


def _shares(project: Project) -> Iterator[Problem]:
    """Grants and own funding against the budget: never more than all of it, and no less than the city's share."""
    granted = [each.granted for each in project.fundings if each.granted is not None]
    own, city = project.budget_own, project.budget_city
    most = project.budget_whole if project.budget_whole is not None else city
    if not granted or most is None:
        return
    together = Cents(sum(granted) + (own or 0))
    if together > most + _ROUNDING:
        told = tr("The shares of funding are {sum} together, more than the budget {whole}.", sum=together, whole=most)
        yield Problem(Rule.SHARES, "fundings", told)
    is_all_known = own is not None and len(granted) == len(project.fundings)
    if is_all_known and city is not None and together < city - _ROUNDING:
        told = tr(
            "The shares of funding are {sum} together, less than the city's share {share}.", sum=together, share=city
        )
        yield Problem(Rule.SHARES, "fundings", told)


def _rates_together(project: Project) -> Iterator[Problem]:
    rates = [each.rate for each in project.fundings if each.rate is not None]
    together = Share(sum(rates))
    if together > _WHOLE and all(0 <= rate <= _WHOLE for rate in rates):
        told = tr("The aid rates are {sum} together, more than 100 %.", sum=together)
        yield Problem(Rule.SHARES, "fundings", told)


def _funding(project: Project, funding: Funding) -> Iterator[Problem]:
    rate, granted, applied, paid = funding.rate, funding.granted, funding.applied, funding.paid
    if rate is not None and not 0 <= rate <= _WHOLE:
        told = tr("The aid rate {rate} is not between 0 and 100 %.", rate=rate)
        yield Problem(Rule.RATE_RANGE, "fundings", told, funding.id)
    elif rate is not None and granted is not None and not _fits(project, rate, granted):
        told = tr("The aid rate {rate} does not match: {granted} was granted.", rate=rate, granted=granted)
        yield Problem(Rule.RATE, "fundings", told, funding.id)
    if paid is not None and granted is not None and paid > granted:
        told = tr("More was paid ({paid}) than granted ({granted}).", paid=paid, granted=granted)
        yield Problem(Rule.PAID_OVER_GRANTED, "fundings", told, funding.id)
    if granted is not None and applied is not None and granted > applied:
        told = tr("More was granted ({granted}) than applied for ({applied}).", granted=granted, applied=applied)
        yield Problem(Rule.GRANTED_OVER_APPLIED, "fundings", told, funding.id)
    if project.outcome is Outcome.NOT_FUNDED and granted:
        told = tr("The project ended without funding, but {granted} was granted.", granted=granted)
        yield Problem(Rule.NOT_FUNDED_BUT_GRANTED, "fundings", told, funding.id)


def _fits(project: Project, rate: Share, granted: Cents) -> bool:
    """Whether the grant is the rate of the whole budget or of the city's share; true where neither is known."""
    wholes = [whole for whole in (project.budget_whole, project.budget_city) if whole is not None]
    return not wholes or any(_is_rate_of(whole, rate, granted) for whole in wholes)


def _is_rate_of(whole: Cents, rate: Share, granted: Cents) -> bool:
    return abs(granted * _WHOLE - whole * rate) <= max(whole * _RATE_ROUNDING, _ROUNDING * _WHOLE)

"""What labels tell of the money: funder, fund, authority, programme, code and amounts, put into shares of funding."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.amounts import parse_share
from hankeapp.domain.errors import FieldError
from hankeapp.domain.parts import Funding
from hankeapp.domain.values import Named
from hankeapp.exchange import programmes
from hankeapp.exchange.label_lists import AMOUNT, LONGEST, bare_name, cents_in, parts_of_list
from hankeapp.exchange.labels import Label
from hankeapp.exchange.suggesting import plain_words, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.domain.values import Share
    from hankeapp.exchange.label_reading import Told
    from hankeapp.exchange.suggesting import Span

_GRANTS = {Label.GRANTED: "granted", Label.APPLIED: "applied", Label.PAID: "paid"}
_PHRASES = {Label.PROGRAMME: "programme", Label.FUND: "fund", Label.PRIORITY: "priority", Label.OBJECTIVE: "objective",
            Label.CODE: "code"}  # fmt: skip
_OF_FUNDING = frozenset((Label.FUNDER, Label.AUTHORITY, Label.RATE))
_FUND = re.compile(r"(?<![\w+])(?:ESR\+?|EAKR|JTF|AMIF|RRF|ESF\+?|ERDF|ERUF|EMKVR|EMKR|CEF)(?![\w])")
_PROGRAMME = re.compile(r"(?:Erasmus\+|Interreg\b|LIFE\b|Horisontti\b|Horizon\b|Luova\sEurooppa|URBACT|CERV)")


def fundings_told(text: str, told: Sequence[Told]) -> Iterator[Suggestion]:
    """One share of funding with everything that labels tell of it; further funders have shares of their own."""
    spans = [each.span for each in told if each.label in _PHRASES | _GRANTS.keys() or each.label in _OF_FUNDING]
    if not spans:
        return
    first, *others = _funders(text, told) or [Funding()]
    details: dict[str, Any] = {}
    for each in told:
        if each.label in _PHRASES:
            details.setdefault(_PHRASES[each.label], plain_words(text, each.span)[:300])
        elif each.label in _GRANTS and (found := cents_in(text, each.span)):
            details.setdefault(_GRANTS[each.label], found[0])
        elif each.label is Label.AUTHORITY:
            details.setdefault("authority", Named(plain_words(text, each.span)))
        elif each.label is Label.RATE and (share := _share(plain_words(text, each.span))) is not None:
            details.setdefault("rate", share)
    whole = replace(first, **details, words=plain_words(text, spans[0]))
    for funding in (whole, *others):
        if funding != Funding(words=funding.words):
            yield suggest("fundings", funding, spans[0])


def _funders(text: str, told: Sequence[Told]) -> list[Funding]:
    found: list[Funding] = []
    for each in told:
        if each.label is Label.FUNDER:
            found += [funding for span in parts_of_list(text, each.span) if (funding := _funder(text, span))]
    return found


def _funder(text: str, span: Span) -> Funding | None:
    """“Euroopan aluekehitysrahasto (EAKR)” is a fund, “Interreg Aurora” a programme, all else a funder."""
    words = plain_words(text, span)
    name = bare_name(words)
    if fund := _FUND.search(name):
        return Funding(fund=fund[0], words=words)
    if AMOUNT.fullmatch(name) or not name[:1].isalpha() or len(name) > LONGEST:
        return None
    programme = programmes.programme_of(name)
    if programme or _PROGRAMME.match(name):
        whose = Named(programme.funder) if programme and programme.funder else None
        return Funding(funder=whose, programme=programme.name if programme else name, words=words)
    return Funding(funder=Named(name), words=words)


def _share(words: str) -> Share | None:
    try:
        return parse_share(words)
    except FieldError:
        return None

"""Counts without names: how many partners, towns or schools, from how many countries, and from which."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.parts import Participation, Role
from hankeapp.exchange.suggesting import plain_words, suggest, with_another
from hankeapp.language.baseforms import nominative, nominative_of_place
from hankeapp.language.numerals import NUMERAL, number_of
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion

TOWNS_COUNTED = mark("The text counts towns and does not call them partners.")
WITH_THE_TOWN = mark("The town itself is counted too.")
PLACES_COUNTED = mark("The text counts places where it is done.")

_PARTNERS = re.compile(
    rf"\b(?P<number>{NUMERAL})\s(?:(?:eri|muun|muuta)\s)?(?:\w+(?:ta|tä)\s)?"
    r"(?:(?:hanke|yhteistyö)?(?:partneri|kumppani)(?:a|n)|(?:osa)?toteuttaj(?:aa|an)|organisaatio(?:ta|n))"
    rf"(?:\s(?:{NUMERAL}|useasta)\s(?:eri\s)?maasta)?",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    rf"\byhdessä\s(?P<number>{NUMERAL})\s(?:muun\s)?(?:[\w-]+n\s){{0,2}}(?:kaupungin|kunnan)\b", re.IGNORECASE
)
_OF_TOWNS = re.compile(
    rf"\b(?P<number>{NUMERAL})\s(?:[\w-]+sta\s)?(?:kaupungista|kunnasta)\skoostuva\w*", re.IGNORECASE
)
_PILOTS = re.compile(
    rf"\b(?P<number>{NUMERAL})\s(?:(?:pilotti|kokeilu)\w+(?:ssa|ssä)|(?:\w*koulu|päiväkodi|kunna|kaupungi)ssa)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\bmuun\b", re.IGNORECASE)
_COUNTS = (
    (Role.PARTNER, _PARTNERS, ""),
    (Role.PARTNER, _TOGETHER, TOWNS_COUNTED),
    (Role.PARTNER, _OF_TOWNS, TOWNS_COUNTED),
    (Role.TARGET, _PILOTS, PLACES_COUNTED),
)
_PLACE = r"[A-ZÅÄÖ][a-zåäö]+"
_BESIDE = re.compile(
    rf"\b[mM]ukana\s(?:ovat|on)\s(?:(?P<beside>{_PLACE}n)\slisäksi\s)?"
    rf"(?P<listed>{_PLACE}(?:,\s{_PLACE})*(?:\s(?:ja|sekä)\s{_PLACE})?)(?=[.,;])"
)
_FROM_COUNTRIES = re.compile(rf"\s{_PLACE}st[aä](?:,\s{_PLACE}st[aä])*\s(?:ja|sekä)\s{_PLACE}st[aä]")
_OF_COUNTRIES = re.compile(r"\bma(?:asta|ista|assa|issa|at)\b")


def read_counts(text: str) -> Iterator[Suggestion]:
    """A participation for each count; the countries, where they are listed, belong to the partners."""
    countries = _countries(text)
    for role, pattern, reason in _COUNTS:
        for match in pattern.finditer(text):
            span, listed = match.span(), ""
            if pattern is _PARTNERS and countries is not None:
                span, listed = (match.start(), countries.end()), _listed(countries)
                countries = None
            straight = _FROM_COUNTRIES.match(text, match.end()) if pattern is _PARTNERS else None
            if straight is not None:
                span, listed = (match.start(), straight.end()), _based(straight[0])
            words = plain_words(text, span)
            counted = Participation(role=role, count=number_of(match["number"]), countries=listed, words=words)
            told = suggest("participations", counted, span, reason)
            if pattern is _TOGETHER and _OTHERS.search(match[0]) and counted.count:
                told = with_another(told, replace(counted, count=counted.count + 1), WITH_THE_TOWN)
            yield told


def _countries(text: str) -> re.Match[str] | None:
    told = _OF_COUNTRIES.search(text)
    return _BESIDE.search(text, told.end()) if told else None


def _based(words: str) -> str:
    """“Suomesta, Virosta ja Latviasta” → “Suomi, Viro, Latvia”"""
    return ", ".join(nominative_of_place(place) for place in re.findall(rf"{_PLACE}st[aä]", words))


def _listed(match: re.Match[str]) -> str:
    beside = [nominative(match["beside"])] if match["beside"] else []
    return ", ".join([*beside, *re.findall(_PLACE, match["listed"])])

"""Who does what in a project, by the words of a paragraph: organisations by their roles, and counts without names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.kinds import CityRole
from hankeapp.domain.parts import Participation, Role
from hankeapp.domain.values import Named as NamedKey
from hankeapp.exchange.counts import read_counts
from hankeapp.exchange.organisations import agents, end_of_list, is_office, is_unit, subjects, town_and_unit, towns
from hankeapp.exchange.suggesting import plain_words, suggest
from hankeapp.language.baseforms import nominative
from hankeapp.language.numerals import NUMERAL
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.organisations import Named
    from hankeapp.exchange.suggesting import Span

NOT_NAMED = mark("The text does not name the organisation.")
IN_WHAT_ROLE = mark("The text does not say in which role.")

_PLACE_OF = re.compile(
    r"(?<![\w-])(?P<place>[A-ZÅÄÖ][\w-]*n\s(?:[A-ZÅÄÖ][\w-]*n\s){0,2}(?:koulu|päiväkodi|lukio|kirjasto|museo|sairaala)n)"
    r"(?=\s(?:[\w-]+ss[aä]\b|ja\s|sekä\s))"
)
_CASES = r"(?:a|ä|an|än|at|ät|aa|ää|assa|ässä|alla|ällä|ien)"
_PARTICIPLES = (
    (Role.COORDINATOR, re.compile(rf"\bkoordinoim{_CASES}\b")),
    (Role.LEAD, re.compile(rf"\b(?:hallinnoim|johtam){_CASES}\b")),
    (Role.IMPLEMENTER, re.compile(rf"\btoteuttam{_CASES}\b")),
    (Role.OWNER, re.compile(rf"\b(?:järjestäm|organisoim){_CASES}\b")),
)
_IS = r"\s?(?:(?::|on|ovat|oli|olivat|toimii|toimivat)\s+|(?=\s))"
_NAMED_AS = (
    (Role.COORDINATOR, re.compile(rf"\bkoordinaattori(?:na)?{_IS}|\b[kK]oordinoi\s+", re.IGNORECASE)),
    (Role.CO_IMPLEMENTER, re.compile(rf"\bosatoteuttaj(?:a|at|ana|ina){_IS}", re.IGNORECASE)),
    (Role.LEAD, re.compile(rf"\bpäätoteuttaj(?:a|ana){_IS}|\bhallinnoi\s+|\bhallinnoijana?{_IS}", re.IGNORECASE)),
    (
        Role.IMPLEMENTER,
        re.compile(
            r"\b(?:hanketta|hankkeen|projekti[an]|kokeilu[an]|kampanja[an]|selvityksen)\s"
            r"(?:toteutta(?:a|vat)|toteutti(?:vat)?|teke(?:e|vät)|teki(?:vät)?)\s+",
            re.IGNORECASE,
        ),
    ),
    (Role.PARTNER, re.compile(rf"\b(?:yhteistyö)?kumppan(?:i|it|ina|eina|eita)\b{_IS}", re.IGNORECASE)),
    (Role.SUBCONTRACTOR, re.compile(rf"\balihankkija(?:t|na|ina)?{_IS}", re.IGNORECASE)),
)
_STOP = re.compile(
    r"[.;()\n]|,\s(?:jo|mu|ke|se|toteut)\w*|,?\s(?:ja|sekä)\s\w+(?:[jr]ana|[jnr](?:e?i)na)\b|:(?=\s)"
    r"|\s(?:yhteistyössä|vuosina|vuonna|yhdessä|sekä\s\w+a\s|\d)|$"
)
_WITH = re.compile(r"\b(?:yhteistyössä|yhdessä)\s(?P<whom>[^.;()\n]{3,120}?)\skanssa\b", re.IGNORECASE)
_COUNTED = re.compile(rf"\s{NUMERAL}\s", re.IGNORECASE)
_LISTED_STOP = re.compile(r"[.;()\n]|$")
_OWNED = re.compile(r"\bkampanja\w{0,5}\b")
_TAKING_PART = re.compile(r"\bmukana\s(?:(?:ovat|on|myös|lisäksi|olivat)\s){0,3}", re.IGNORECASE)
_JOINTLY = r"(?P<what>kaupunkien|kuntien)\syhtei\w+"
_TARGETS = r"(?P<what>kaupunki|kunta)?(?:organisaatio(?:issa|ssa)|kaupungeissa|kunnissa)\b"
CITY_ROLES = {Role.IMPLEMENTER: CityRole.IMPLEMENTER, Role.LEAD: CityRole.LEAD, Role.COORDINATOR: CityRole.LEAD,
               Role.CO_IMPLEMENTER: CityRole.CO_IMPLEMENTER, Role.PARTNER: CityRole.PARTNER}  # fmt: skip


def read_participations(text: str, home: str = "") -> list[Suggestion]:
    """Participations in the order of the text; what is said of the town of the page is its role and its unit."""
    ways = (_by_participle, _by_noun, _owners, _taking_part, _towns, _together, _places)
    found = [each for way in ways for each in way(text, home)]
    found += read_counts(text)
    kept: list[Suggestion] = []
    for each in sorted(found, key=lambda each: each.span):
        if not any(_same(each, other) for other in kept):
            kept.append(each)
    return kept


def _same(one: Suggestion, other: Suggestion) -> bool:
    if one.field != other.field:
        return False
    if not isinstance(one.value, Participation) or not isinstance(other.value, Participation):
        return True
    named = one.value.organisation is not None
    return named and (one.value.organisation, one.value.role) == (other.value.organisation, other.value.role)


def _by_participle(text: str, home: str) -> Iterator[Suggestion]:
    for role, pattern in _PARTICIPLES:
        for match in pattern.finditer(text):
            for each in agents(text, match.start()):
                yield from _of(text, each, role, (each.span[0], match.end()), home)


def _by_noun(text: str, home: str) -> Iterator[Suggestion]:
    for role, pattern in _NAMED_AS:
        for match in pattern.finditer(text):
            for each in subjects(text, match.end(), end_of_list(text, match.end(), _STOP)):
                yield from _of(text, each, role, (match.start(), each.span[1]), home)


def _together(text: str, home: str) -> Iterator[Suggestion]:
    """“yhteistyössä Satakunnan ammattikorkeakoulun kanssa”; a number of towns is a count."""
    for match in _WITH.finditer(text):
        for each in () if _COUNTED.search(match[0]) else agents(text, match.end("whom")):
            if each.span[0] >= match.start("whom"):
                yield from _of(text, each, Role.PARTNER, (match.start(), match.end()), home)


def _owners(text: str, home: str) -> Iterator[Suggestion]:  # noqa: ARG001 - called like the others
    """“PSS ry:n kampanjan”"""
    for match in _OWNED.finditer(text):
        for each in agents(text, match.start()):
            if not each.is_own_town and ":" in text[slice(*each.span)]:
                yield _participation(text, Role.OWNER, each.name, (each.span[0], match.end()))


def _taking_part(text: str, home: str) -> Iterator[Suggestion]:
    """“mukana ovat Havumaan ja Lehtolan kunnat ja Vesitaito Oy”; what else is there stays out."""
    for match in _TAKING_PART.finditer(text):
        for each in subjects(text, match.end(), end_of_list(text, match.end(), _LISTED_STOP)):
            town, _ = town_and_unit(each.name)
            if is_office(each.name) and not (town and nominative(town) == home):
                yield _participation(text, Role.PARTNER, each.name, (match.start(), each.span[1]))


def _towns(text: str, home: str) -> Iterator[Suggestion]:
    """“Oulun, Porin ja Tampereen kaupunkiorganisaatiossa”, “Espoon ja Turun kaupunkien yhteinen hanke”"""
    for role, behind, reason in ((Role.PARTNER, _JOINTLY, ""), (Role.TARGET, _TARGETS, IN_WHAT_ROLE)):
        for named, match in towns(text, behind):
            for each in named:
                if nominative(each.name.split()[0]) != home:
                    yield _participation(text, role, each.name, match.span(), reason)


def _places(text: str, home: str) -> Iterator[Suggestion]:  # noqa: ARG001 - called like the others
    """“Mäkelän koulun englanninkielisessä ja Lyseon lukion kaksikielisessä opetuksessa”"""
    for match in _PLACE_OF.finditer(text):
        name = nominative(" ".join(match["place"].split()))
        yield _participation(text, Role.TARGET, name, match.span("place"), IN_WHAT_ROLE)


def _of(text: str, named: Named, role: Role, span: Span, home: str) -> Iterator[Suggestion]:
    town, unit = town_and_unit(named.name)
    is_home = named.is_own_town or (town and home in {"", nominative(town)}) or (unit and not town)
    if is_home:
        if role in CITY_ROLES:
            yield suggest("city_role", CITY_ROLES[role], span)
        if unit:
            yield suggest("unit", NamedKey(unit), span)
    elif is_unit(named.name) and role in CITY_ROLES:
        yield suggest("unit", NamedKey(named.name), span)
    elif named.is_common:
        yield suggest("participations", Participation(role=role, words=plain_words(text, span)), span, NOT_NAMED)
    else:
        yield _participation(text, role, named.name, span)


def _participation(text: str, role: Role, name: str, span: Span, reason: str = "") -> Suggestion:
    words = plain_words(text, span)
    return suggest("participations", Participation(role=role, organisation=NamedKey(name), words=words), span, reason)

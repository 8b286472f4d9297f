"""Whom a project is for and where it is done, as a paragraph says it: target groups and areas in base form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.values import Labels
from hankeapp.exchange.suggesting import suggest, with_another
from hankeapp.language.baseforms import nominative, nominative_of_place, plural_base
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.heads import Head
    from hankeapp.exchange.suggesting import Span

HOW_WIDE = mark("The text says how wide the project is.")
FROM_SENTENCE = mark("It was concluded from whom the sentence speaks of.")

_NAMED = re.compile(
    r"\bkohderyhm(?:änä(?=\s\d)|(?:änä|ä|ään|inä|ät)\s?(?::|on|ovat|ovat\s+muun\s+muassa|kuuluvat))\s(?P<group>[^.;\n]+?)"
    r"(?=\s(?:ja|sekä)\s(?:hanke|projekti|se)\b|[.;\n]|$)",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:tarjo\w+|mahdollista\w+|järjest\w+|suunnat\w+|suunnattu\w*|anta\w+|annetaan)\s(?:[\w-]+\s)??"
    r"(?P<group>(?:(?:kaikille|jokaiselle)\s)?(?:[\w-]+(?:ss[aä]|ll[aä])\s)?"
    r"[\w-]+lle(?:(?:,|\s(?:ja|sekä))?\s[\w-]+lle)*)(?=[\s.,;]|$)"
)
_MAY_GET = re.compile(
    r"\b(?:josta|jossa|jolta|jonka\skautta)\s(?P<group>[\w-]+(?:set|jat|jät|vat|vät|ret|aat|äät))\svoivat\b"
)
_GENITIVE = r"(?:[\w–-]+n|tukea|apua)"
_SPOKEN_OF = re.compile(
    rf"\b(?:koskee\s|kartoitetaan\s|tarkastel\w+\s|\w+(?:ää|aa|ään|aan)\s(?:\w+a\s)?(?=(?:yli|alle)\s\d))"
    rf"(?P<group>(?:erityistä\s|yli\s|alle\s)?(?:{_GENITIVE}\s|(?:ja|sekä)\s){{0,9}}{_GENITIVE})(?=[\s.,;]|$)"
)
_PERSONS = re.compile(
    r"(?:oppilaiden|nuorten|lasten|perheiden|laisten|läisten|jien|vuotiaiden|asukkaiden|esihenkilöiden|opiskelijoiden"
    r"|vanhempien|ikäihmisten|asiakkaiden|yritysten)$"
)
_AND = re.compile(r"(?:ja|sekä)")

_LONGEST_LABEL = 200
_CAPITAL = r"[A-ZÅÄÖ]"
_REGION = re.compile(
    rf"(?P<area>{_CAPITAL}[\w-]*n\s(?:(?!maakunnan)[a-zåäö]+n\s)?(?:yhteistoiminta-aluee|maakunna|aluee|seudu|kylä|jokisuisto)n?)"
    r"(?:\salue(?:ella|elle|en)|lla|lle|lta|ssa|n)(?=\s|[.,;])"
)
_SCOPE = re.compile(
    r"(?:\bon\s|(?:^|(?<=[.:]))\s?)(?P<scope>valtakunnallinen|alueellinen|maakunnallinen|seudullinen|kansainvälinen)\s"
    r"(?=[^.]{0,200}\b(?:hanke|projekti|ohjelma|kampanja|verkosto)\b)",
    re.IGNORECASE,
)
_IN_NAME = re.compile(rf"(?<=\s)(?P<place>{_CAPITAL}[a-zåäö]+(?:ssa|ssä))(?=\s|,|$)")
_OF_NAME = re.compile(
    rf"^(?P<area>{_CAPITAL}[\w-]*n\s\w*(?:suisto|saaristo|keskusta|ranta|seutu|kylä|kaupunginosa))n\s"
)
_LIVING = re.compile(rf"\b(?P<place>{_CAPITAL}[a-zåäö]+(?:ssa|ssä))\sasuv\w+")
_OF_SUBPROJECT = re.compile(rf"\b(?P<place>{_CAPITAL}[\w-]*n)\s[a-zåäö]+hanke\s{_CAPITAL}")


def read_target_groups(text: str) -> Iterator[Suggestion]:
    """At most one suggestion: the group that is named as one, or else that which something is offered to."""
    ways = ((_NAMED, _as_it_is, ""), (_OFFERED, _offered, FROM_SENTENCE), (_MAY_GET, _as_it_is, FROM_SENTENCE),
            (_SPOKEN_OF, _spoken_of, FROM_SENTENCE))  # fmt: skip
    for pattern, base, reason in ways:
        for match in pattern.finditer(text):
            words = match["group"].rstrip()
            if pattern is _SPOKEN_OF:
                words = _up_to_persons(words)
            label = base(" ".join(words.split()))
            if 0 < len(label) <= _LONGEST_LABEL:
                start = match.start("group")
                yield suggest("target_groups", Labels((label,)), (start, start + len(words)), reason)
                return


def read_areas(text: str, head: Head) -> Iterator[Suggestion]:
    """One suggestion with every area that the name or the text says; its span is that of the first."""
    name = head.naming.name
    found = dict(_told(text, head.end))
    wholes = {nominative(area.split()[0]) for area in found if " " in area}
    for base, span in _of_name(name.words(text), name.start):
        if base not in wholes:
            found.setdefault(base, span)
    scope = _SCOPE.search(text, head.end)
    widely = (scope["scope"].lower(), scope.span("scope")) if scope else None
    if found:
        told = suggest("areas", Labels(found), next(iter(found.values())))
        yield with_another(told, Labels((*found, widely[0])), HOW_WIDE, widely[1]) if widely else told
    elif widely:
        yield suggest("areas", Labels((widely[0],)), widely[1], HOW_WIDE)


def _told(text: str, start: int) -> Iterator[tuple[str, Span]]:
    for match in _REGION.finditer(text, start):
        area = match["area"]
        yield nominative(area if area.endswith("n") else f"{area}n"), match.span()
    for pattern in (_LIVING, _OF_SUBPROJECT):
        for match in pattern.finditer(text, start):
            yield nominative_of_place(match["place"]), match.span("place")


def _of_name(name: str, start: int) -> Iterator[tuple[str, Span]]:
    for match in _IN_NAME.finditer(name):
        yield nominative_of_place(match["place"]), _moved(match.span("place"), start)
    for match in _OF_NAME.finditer(name):
        yield nominative(f"{match['area']}n"), _moved(match.span("area"), start)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _as_it_is(words: str) -> str:
    return words.strip()


def _offered(words: str) -> str:
    """“kaikille Satakunnassa asuville maahanmuuttajille” → “kaikki Satakunnassa asuvat maahanmuuttajat”"""
    base = [_of_one(word) for word in words.split()]
    return " ".join(base) if None not in base else ""  # type: ignore[arg-type]


def _of_one(word: str) -> str | None:
    bare = word.rstrip(",")
    if not bare.endswith("lle"):
        return word
    base = nominative(f"{bare[:-3]}n") if re.fullmatch(r"jokaiselle|lapselle|nuorelle", bare) else plural_base(bare)
    return None if base is None else base + word[len(bare) :]


def _up_to_persons(words: str) -> str:
    """“maahanmuuttajataustaisten perusopetuksen oppilaiden opetuskielen” without what is told of the persons."""
    tokens = list(re.finditer(r"\S+", words))
    return next((words[: token.end()] for token in reversed(tokens) if _PERSONS.search(token[0])), "")


def _spoken_of(words: str) -> str:
    return " ".join(map(_of_many, words.split()))


def _of_many(token: str) -> str:
    plural = plural_base(token) if re.search(r"(?:ten|ien|den)$", token) else None
    return plural or token

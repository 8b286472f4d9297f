"""Other projects and programmes that a paragraph speaks of as what it belongs to or what belongs to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.parts import Relation, RelationKind
from hankeapp.exchange.programmes import programme_of
from hankeapp.exchange.suggesting import sentences, suggest, with_another
from hankeapp.language.baseforms import nominative
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.heads import Head

OWNED = mark("The text says whose it is.")
WITHOUT_PLACE = mark("The text speaks of it without the place that is in the name.")

_CAPITAL = r"[A-ZÅÄÖ]"
_BELONGS = re.compile(
    r"\bkuuluu\s(?P<name>(?:[\w-]+n\s){0,4}[\w-]*(?:ohjelma|hankkee|projekti|kampanja)n)\s(?:alle|alaisuuteen)\b"
)
_PART_OF = re.compile(
    rf"\bosa(?:na)?\s(?:(?:[a-zåäö]+-\sja\s)?[a-zåäö]+n\s)?(?P<name>(?:\w+:n\s)?{_CAPITAL}[^.,;()\n]{{2,80}}?)\s?-(?P<word>\w*(?:ohjelma|hanke|kampanja|verkosto))"
    r"(?:n|a|ta|tta)?\b"
)
_ACCORDING = re.compile(
    rf"(?<![\w-])(?P<name>{_CAPITAL}[\w-]*(?:\s[a-zåäö][\w-]*){{0,3}})\s-(?P<word>\w*ohjelma)n\s(?:mukais\w+|mukaan|mukaisesti)"
)
_CONTAINS = re.compile(r"\b(?:mukana|osahank\w+|sisältää|koostuu|kuuluvat|muodostuu)\b", re.IGNORECASE)
_SUBPROJECT = re.compile(rf"\b(?P<word>[a-zåäö]{{2,20}}hanke|osaprojekti)\s(?P<name>{_CAPITAL}[\w-]+)")
_OWNER = re.compile(rf"(?P<whose>{_CAPITAL}\w*(?:\s\w+)?:n)\s(?:kampanja|hankkee|ohjelma)n\b")
_CALLED_AT = re.compile(rf"(?P<whole>\S.*\s-(?:kampanja|hanke|ohjelma))\s{_CAPITAL}[\w-]*(?:ssa|ssä|lla|llä)$")


def read_relations(text: str, head: Head) -> Iterator[Suggestion]:
    """The parents, programmes and sub-projects that are named; those of which no name is told are left out."""
    for match in _BELONGS.finditer(text):
        yield _relation(RelationKind.PARENT, nominative(match["name"]), match.span("name"))
    for match in _PART_OF.finditer(text):
        is_programme = match["word"].endswith("ohjelma")
        kind = RelationKind.PROGRAMME if is_programme else RelationKind.PARENT
        yield _relation(kind, _called(match["name"], match["word"]), (match.start("name"), match.end()))
    for match in _ACCORDING.finditer(text):
        span = match.start("name"), match.end("word") + 1
        yield _relation(RelationKind.PROGRAMME, f"{match['name']} -{match['word']}", span)
    yield from _subprojects(text, head.end)
    yield from _parent_of_place(text, head)


def _subprojects(text: str, start: int) -> Iterator[Suggestion]:
    """“mukana Itä-Porin lähiöhanke Kulttuuriviritin sekä Pihlavan lähiöhanke Viherpolku”"""
    for first, last in sentences(text, start):
        told = _CONTAINS.search(text, first, last)
        for match in _SUBPROJECT.finditer(text, told.end(), last) if told else ():
            yield _relation(RelationKind.SUBPROJECT, match["name"], match.span("name"))


def _parent_of_place(text: str, head: Head) -> Iterator[Suggestion]:
    """“X -kampanja Porissa: X -kampanjaa on toteutettu muutamissa kaupungeissa”"""
    called = _CALLED_AT.fullmatch(head.naming.name.words(text))
    if called is None:
        return
    again = re.compile(re.escape(called["whole"]) + r"\w{0,4}").search(text, head.end)
    if again is not None:
        parent = _relation(RelationKind.PARENT, called["whole"], again.span(), WITHOUT_PLACE)
        owner = _OWNER.search(text, head.end)
        if owner is not None:
            whole = Relation(kind=RelationKind.PARENT, name=f"{owner['whose']} {called['whole']}")
            parent = with_another(parent, whole, OWNED)
        yield parent


def _called(name: str, word: str) -> str:
    whole = f"{name} -{word}"
    programme = programme_of(whole)
    return programme.name if programme else whole


def _relation(kind: RelationKind, name: str, span: tuple[int, int], reason: str = "") -> Suggestion:
    return suggest("relations", Relation(kind=kind, name=" ".join(name.split())), span, reason)

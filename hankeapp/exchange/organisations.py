"""Organisations in a text: the noun phrase before or behind a verb, in base form, with the words that name it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.exchange.words import ONE_PROJECT
from hankeapp.language.baseforms import nominative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OFFICE = (
    r"(?:ministeriö|virasto|hallitus|keskus|liitto|kaupunki|kunta|unioni|rahasto|säätiö|yliopisto|korkeakoulu|laitos"
    r"|yhtiö|yhdistys|seura|osuuskunta|pankki|yhtymä|valtio|komissio|viranomainen|instituutti|neuvosto|opisto|koulu"
    r"|järjestö|alue|museo|kirjasto|virkamiesliitto|osakeyhtiö)"
)
_LEGAL = r"(?:oyj?|ab|ry|rf|sr|ky|kh|ay|as)"
_ENDS_AS_OFFICE = re.compile(rf"(?:{_OFFICE}|\b{_LEGAL})$", re.IGNORECASE)
_COMMON = re.compile(
    r"(?:ministeriö|yliopisto|(?:ammatti)?korkeakoulu|virasto|kaupunki|kaupunkimme|kunta|kuntamme|rahasto|säätiö|koulu"
    r"|yhdistys|yhtiö|seura|keskus|laitos|järjestö|hankkeen|maakunta|alue)",
    re.IGNORECASE,
)
OWN_TOWN = re.compile(r"(?:kaupunki|kunta|kaupunkimme|kuntamme)", re.IGNORECASE)
"""The town whose page it is, as it speaks of itself."""

_UNIT = re.compile(
    r"(?:toimiala|yksikkö|osasto|palvelut|keskushallinto|virasto|tulosalue|palvelualue|vastuualue|toimisto)$",
    re.IGNORECASE,
)
_OF_TOWN = re.compile(r"(?:(?P<town>[A-ZÅÄÖ][\w-]*n)\s)?(?:[Kk]aupun(?:ki|gin)|[Kk]un(?:ta|nan))(?:\s(?P<unit>\S.*))?")
_TOWN = re.compile(r"\b([A-ZÅÄÖ][\w-]*n)\s(?:kaupun|kun[nt])")
_OPENING = 200
"""Characters in which a page says whose it is."""
_GENITIVE_NAME = r"[A-ZÅÄÖ][\w-]*n"
_TOWN_LIST = rf"\b(?P<towns>(?:{_GENITIVE_NAME},\s)*{_GENITIVE_NAME}\s(?:ja|sekä)\s{_GENITIVE_NAME})\s"
_TOWNS = re.compile(_TOWN_LIST + r"(?P<what>kaupungit|kunnat)\b")
_TOKEN = re.compile(r"\S+")
_GENITIVE = re.compile(r"(?:[\w.&+-]*[\w+]n|[\w.&+-]+:n)", re.IGNORECASE)
_NO_NOUN = re.compile(
    rf"(?:on|kuin|niin|kun|jonka|minkä|myös|sen|hän|tämän|vuoden|{ONE_PROJECT}|kampanjan|ohjelmakauden|noin|vain|siten"
    r"|lisäksi|mukaan|kanssa|joka|ja|sekä)",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:\([\w+]{2,8}\)|[(]?\d[\d.–-]*[),]?|vuosina|vuonna|vuosille)")
_AND = re.compile(r"(?:ja|sekä)")
_PARTED = re.compile(r"(?<!-)\s(?:ja|sekä)\s|,\s(?=\S)")
_REACH = 160
_LONGEST_LIST = 500
"""Characters."""


@dataclass(frozen=True)
class Named:
    """What a phrase names: in base form, and the span of its words. A `common` noun alone is no name."""

    name: str
    span: tuple[int, int]

    @property
    def is_common(self) -> bool:
        return _COMMON.fullmatch(self.name) is not None

    @property
    def is_own_town(self) -> bool:
        return OWN_TOWN.fullmatch(self.name) is not None


def agents(text: str, end: int) -> list[Named]:
    """Who does what the participle at `end` says: “Suomen ympäristökeskuksen koordinoima”, in order."""
    tokens = list(_TOKEN.finditer(text, max(0, end - _REACH), end))
    while tokens and _TIME.fullmatch(tokens[-1][0]):
        tokens.pop()
    first = _first_of_phrase(tokens)
    if first is None:
        return []
    start, stop = tokens[first].start(), tokens[-1].end()
    found = [Named(nominative(text[slice(*span)]), span) for span in map(_by_name(text), _parts(text, start, stop))]
    return [each for each in found if looks_like_one(each.name)]


def subjects(text: str, start: int, end: int) -> list[Named]:
    """The organisations that a stretch lists in base form: “ELY-keskus ja kaupunki”; what is none is left out."""
    found: list[Named] = []
    at = start
    for match in [*_TOWNS.finditer(text, start, end), None]:
        spans = map(_by_name(text), _parts(text, at, match.start() if match else end))
        found += [Named(" ".join(text[slice(*span)].split()), span) for span in spans]
        found += _of_towns(match) if match else []
        at = match.end() if match else end
    return [each for each in found if looks_like_one(each.name)]


def end_of_list(text: str, start: int, stop: re.Pattern[str]) -> int:
    """Where a list of organisations ends that begins at a place; none is longer than a few lines."""
    end = min(len(text), start + _LONGEST_LIST)
    match = stop.search(text, start, end)
    return match.start() if match else end


def towns(text: str, behind: str) -> Iterator[tuple[list[Named], re.Match[str]]]:
    """The towns of each list like “Oulun, Porin ja Tampereen” before the words of a pattern."""
    for match in re.finditer(_TOWN_LIST + behind, text):
        yield _of_towns(match), match


def _of_towns(match: re.Match[str]) -> list[Named]:
    kind = "kunta" if match["what"].startswith("kun") else "kaupunki"
    return [Named(f"{town} {kind}", match.span()) for town in re.findall(_GENITIVE_NAME, match["towns"])]


def home_town(text: str) -> str:
    """The town whose page a text is: that which it calls a town most often, or at its beginning; empty for none."""
    towns = [(nominative(match[1]), match.start()) for match in _TOWN.finditer(text)]
    counted = Counter(town for town, _ in towns).most_common(1)
    if not counted:
        return ""
    name, times = counted[0]
    return name if times > 1 or towns[0][1] < _OPENING else ""


def is_unit(name: str) -> bool:
    """Whether a phrase in base form that begins small names a unit of the town: “elinvoima- ja ympäristö -toimiala”."""
    return name[:1].islower() and _UNIT.search(name) is not None


def town_and_unit(name: str) -> tuple[str, str]:
    """The town of “Porin kaupunki” as it stands there, and its unit where one is named; empty for other names."""
    match = _OF_TOWN.fullmatch(name)
    return (match["town"] or "", match["unit"] or "") if match else ("", "")


def is_office(name: str) -> bool:
    """Whether a name ends as those of organisations do."""
    return name[:1].isupper() and _ENDS_AS_OFFICE.search(name) is not None


def looks_like_one(name: str) -> bool:
    """Whether a phrase in base form may name an organisation: by its last word, or by a capital letter."""
    return _ENDS_AS_OFFICE.search(name) is not None or name[:1].isupper() or is_unit(name)


def _by_name(text: str) -> Callable[[tuple[int, int]], tuple[int, int]]:
    """A phrase without the small words that only say what the named one is: “elinkeinoyhtiö Prizztech Oy”."""

    def named(span: tuple[int, int]) -> tuple[int, int]:
        words = text[slice(*span)]
        capital = re.search(r"(?<=\s)[A-ZÅÄÖ]", words)
        if not words[:1].islower() or capital is None or "-" in words[: capital.start()]:
            return span
        return span[0] + capital.start(), span[1]

    return named


def _first_of_phrase(tokens: list[re.Match[str]]) -> int | None:
    """How far to the left the genitive phrase reaches that the tokens end with."""
    first = None
    at = len(tokens) - 1
    while at >= 0:
        token = tokens[at][0]
        if _AND.fullmatch(token) and first is not None and at > 0 and _before_and(tokens[at - 1][0]):
            at -= 1
            first = at
        elif _belongs(token, tokens[at + 1][0] if at + 1 < len(tokens) else None):
            first = at
        else:
            break
        at -= 1
    return first


def _before_and(token: str) -> bool:
    return token.endswith("-") or (_GENITIVE.fullmatch(token) is not None and not _NO_NOUN.fullmatch(token))


def _belongs(token: str, following: str | None) -> bool:
    if _NO_NOUN.fullmatch(token):
        return False
    if following is not None and (following.startswith("-") or re.match(rf"{_LEGAL}:n", following, re.IGNORECASE)):
        return token[-1].isalnum() or token[-1] == "+"
    bare = token.lstrip('(”"')
    return _GENITIVE.fullmatch(bare.lstrip("-")) is not None or (following is not None and _is_name(bare))


def _is_name(token: str) -> bool:
    """A capitalised word in the middle of a name that is not inflected: “Interreg Central Baltic -ohjelman”."""
    return token[:1].isupper() and re.fullmatch(r"[\w+&-]+", token) is not None and not token.endswith(("a", "ä"))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in [*_PARTED.finditer(text, start, end), None]:
        stop = match.start() if match else end
        piece = text[at:stop]
        lead = len(piece) - len(piece.lstrip(' \u00a0(”"'))
        if piece.strip():
            yield at + lead, at + len(piece.rstrip(' \u00a0.,;)”"'))
        at = match.end() if match else end

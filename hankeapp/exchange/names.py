"""From the words that name a project to its name and its acronym or short name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.words import FUNDS, is_acronym, is_coined, kind_of
from hankeapp.language.time_expressions import TimeKind, read
from hankeapp.translation import mark

ONE_WORD = mark("The name is one word, so it is taken as the short name too.")
AT_THE_END = mark("It stands at the end of the name.")
LIKE_A_WORD = mark("It stands before the dash, but is written like any word.")
AMONG_WORDS = mark("Other words stand beside it before the dash.")

_DASH = re.compile(r"\s[–—-]\s")
_BRACKETS = re.compile(r"\s{0,2}\(([^()]{1,200})\)$")
_LEADING = re.compile(r"([\w+&.-]{2,24}),\s{1,2}(?=\S{2,})")
_COLON = re.compile(r"([\w+&.-]{2,24}):\s{1,2}(?=\S{2,})")
_TAIL = re.compile(r",\s{1,2}([\w+&.-]{2,40})$")
_CALLED = re.compile(r"([^\s-]{2,60})\s?-\s?(?:hanke|projekti|projekt(?:et)?)(?!\w)", re.IGNORECASE)
_CALLED_BEHIND = re.compile(r",\s(?:hanke|projekti|projekt|kampanja|kokeilu|ohjelma)$", re.IGNORECASE)
_EDGES = " *\t\r\n\u00a0\u202f,;:–—-"
_QUOTED = re.compile(r"[\"“”„»«'’]([^\"“”„»«]+)[\"“”„»«'’]")
_LONGEST_SHORT = 12
_LONG_WORD = 12
"""Letters of a word that an acronym may stand for; shorter ones in brackets are towns and funds."""
_GENERIC_HEAD = re.compile(
    r"(?:piste|palvelu|malli|hanke|projekti|ohjelma|kampanja|verkosto|keskus|talo|alusta|tiimi|konsepti|kokeilu|paikka"
    r"|asema|toiminta|pilotti|kioski|studio|tila)$",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_COMPOUND = re.compile(r"-[a-zåäö]{3,}$")
_INFLECTED = re.compile(r"(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|een|iin|an|än|en)$")
_SHUT = {TimeKind.RANGE, TimeKind.LIST, TimeKind.FROM, TimeKind.UNTIL}


@dataclass(frozen=True)
class Part:
    """A span of a text that says something, and the reason where that is not certain."""

    start: int
    end: int
    reason: str = ""

    def words(self, text: str) -> str:
        """The words in one line, with plain blanks."""
        return " ".join(text[self.start : self.end].split())

    def moved(self, by: int) -> Part:
        """The part of a text that begins so many characters later."""
        return Part(self.start + by, self.end + by, self.reason)


@dataclass(frozen=True)
class Naming:
    """Where a text says the name and the acronym or short name."""

    name: Part
    acronym: Part | None = None


def read_naming(text: str, start: int, end: int, reason: str = "") -> Naming:
    """The name within a span that holds it, and the acronym beside or in it; years at its end are passed over."""
    whole = _without_state(text, _trimmed(text, start, end))
    whole, bracketed = _without_brackets(text, _without_time(text, whole))
    whole = _without_calling(text, _without_state(text, _without_time(text, whole)))
    naming = (
        _leading(text, whole)
        or _before_colon(text, whole)
        or _tail(text, whole)
        or _dashed(text, whole)
        or _inverted(text, whole, bracketed)
    )
    if naming is None:
        naming = Naming(whole, bracketed or _own(text, whole))
    elif naming.acronym is None or bracketed:
        naming = Naming(naming.name, bracketed or naming.acronym)
    return Naming(Part(naming.name.start, naming.name.end, reason), naming.acronym)


def _trimmed(text: str, start: int, end: int) -> Part:
    words = text[start:end]
    left = len(words) - len(words.lstrip(_EDGES))
    right = len(words.rstrip(_EDGES))
    if right <= left:
        return Part(start, end)
    quoted = _QUOTED.fullmatch(text, start + left, start + right)
    return Part(*quoted.span(1)) if quoted else Part(start + left, start + right)


def _without_time(text: str, whole: Part) -> Part:
    """Leave out the range of years or days at the end, with its brackets; a single year is part of a name."""
    since = max(whole.start, whole.end - 160)
    tail = text[since : whole.end]
    for each in read(tail):
        dated = each.kind in _SHUT or (
            each.kind is TimeKind.POINT and tail[: each.span[0]].rstrip().endswith(("(", ","))
        )
        if dated and each.span[1] == len(tail.rstrip(") ")) and since + each.span[0] > whole.start:
            at = since + each.span[0]
            part = _trimmed(text, whole.start, at - (text[at - 1] == "("))
            called = _CALLED_BEHIND.search(text, part.start, part.end)
            return _trimmed(text, part.start, called.start()) if called else part
    return whole


def _without_state(text: str, whole: Part) -> Part:
    """“Kylän raitti (päättynyt)” tells its status in brackets."""
    match = _BRACKETS.search(text, whole.start, whole.end)
    told = match is not None and match.start() > whole.start and status_of(match[1])
    return _trimmed(text, whole.start, match.start()) if match and told else whole


def _without_calling(text: str, whole: Part) -> Part:
    """“Etähoitaja-hanke” and “Kulttuuria kyliin -hanke” are called so; an “EU-hanke” is not."""
    match = _CALLED.search(text, whole.start, whole.end)
    if match is None or match.end() != whole.end or match[1] in FUNDS:
        return whole
    return _trimmed(text, whole.start, match.end(1))


def _without_brackets(text: str, whole: Part) -> tuple[Part, Part | None]:
    """Take the acronym in brackets off the end; other brackets belong to the name."""
    match = _BRACKETS.search(text, max(whole.start, whole.end - 210), whole.end)
    if match is None or match.start() <= whole.start or not is_acronym(match[1].strip()):
        return whole, None
    return _trimmed(text, whole.start, match.start()), Part(match.start(1), match.end(1))


def _leading(text: str, whole: Part) -> Naming | None:
    """“ILMO, Ilmastoviisas maaseutu”"""
    match = _LEADING.match(text, whole.start, whole.end)
    if match is None or not is_acronym(match[1]) or "," in text[match.end() : whole.end]:
        return None
    return Naming(_trimmed(text, match.end(), whole.end), Part(match.start(1), match.end(1)))


def _before_colon(text: str, whole: Part) -> Naming | None:
    """“ILMO: Ilmastoviisas maaseutu”"""
    match = _COLON.match(text, whole.start, whole.end)
    return (
        Naming(_trimmed(text, match.end(), whole.end), Part(*match.span(1))) if match and is_acronym(match[1]) else None
    )


def _tail(text: str, whole: Part) -> Naming | None:
    """“Asunnottomuuden puolittaminen Porissa, Aspu”"""
    match = _TAIL.search(text, max(whole.start, whole.end - 50), whole.end)
    if match is None or not match[1][0].isupper() or kind_of(match[1]):
        return None
    return Naming(_trimmed(text, whole.start, match.start()), Part(match.start(1), match.end(1)))


def _dashed(text: str, whole: Part) -> Naming | None:
    """“ILPI – Ilmastokestävät pientaloalueet”, or the other way round; a dash may also be part of the name."""
    match = _DASH.search(text, whole.start, whole.end)
    if match is None:
        return None
    left, right = _trimmed(text, whole.start, match.start()), _trimmed(text, match.end(), whole.end)
    acronym = _before_dash(text, left, right)
    if acronym is not None:
        return Naming(right, acronym)
    last = right.words(text)
    return Naming(left, right) if " " not in last and is_acronym(last) and not last.isdigit() else None


def _before_dash(text: str, left: Part, right: Part) -> Part | None:
    words = left.words(text)
    tokens = words.split()
    if words.isupper() and right.words(text).isupper() and len(tokens) > 1:
        return None
    if len(tokens) <= 3 and all(is_coined(token) or token.isdigit() for token in tokens):
        if all(token.isupper() and token not in FUNDS for token in tokens):
            return left
        numbered = len(tokens) == 2 and tokens[1].isdigit()
        return left if len(tokens) == 1 or numbered else _last_token(text, left, AMONG_WORDS)
    like_a_name = words.isalpha() and words[0].isupper() and len(words) <= _LONGEST_SHORT
    return Part(left.start, left.end, LIKE_A_WORD) if like_a_name and text[right.start].isupper() else None


def _last_token(text: str, part: Part, reason: str) -> Part:
    length = len(text[part.start : part.end].rsplit(maxsplit=1)[-1])
    return Part(part.end - length, part.end, reason)


def _inverted(text: str, whole: Part, bracketed: Part | None) -> Naming | None:
    """“ILMO (Ilmastoviisas maaseutu)”"""
    match = None if bracketed else _BRACKETS.search(text, max(whole.start, whole.end - 210), whole.end)
    if match is None or (len(match[1].split()) < 2 and not (match[1].isalpha() and len(match[1]) >= _LONG_WORD)):
        return None
    before = _trimmed(text, whole.start, match.start())
    return Naming(_trimmed(text, match.start(1), match.end(1)), before) if is_acronym(before.words(text)) else None


def _own(text: str, whole: Part) -> Part | None:
    """The short name that is part of the name: its last word, or its only one."""
    tokens = whole.words(text).split()
    if not tokens:
        return None
    if len(tokens) == 1:
        word = tokens[0]
        if is_coined(word):
            return whole
        named = word[:1].isupper() and len(word) <= 40 and kind_of(word) is None
        return Part(whole.start, whole.end, ONE_WORD) if named else None
    last, before = tokens[-1], tokens[-2]
    if len(tokens) == 2 and before.isupper() and is_acronym(before) and _VERSION.fullmatch(last):
        return whole
    if is_acronym(last.strip("()")) and not before.isupper() and not _COMPOUND.search(last):
        return _last_token(text, whole, AT_THE_END)
    beside = last[:1].isupper() and last.isalpha() and before.islower() and _GENERIC_HEAD.search(before)
    return _last_token(text, whole, AT_THE_END) if beside and not _INFLECTED.search(last) else None

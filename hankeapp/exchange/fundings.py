"""Who pays, by the words of a paragraph: funder, fund, programme, instrument, and what the city has to do with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.kinds import CityRole
from hankeapp.domain.parts import Funding
from hankeapp.domain.values import Named as NamedKey
from hankeapp.exchange import programmes
from hankeapp.exchange.organisations import agents, end_of_list, subjects, town_and_unit
from hankeapp.exchange.suggesting import plain_words, sentence_around, suggest, with_another
from hankeapp.language.baseforms import nominative, nominative_of_place
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.organisations import Named
    from hankeapp.exchange.suggesting import Span

NOT_NAMED = mark("The text does not name the funder.")
BEHIND_PROGRAMME = mark("The text names a programme as the funder, and this is who is behind it.")
PROGRAMME_PAYS = mark("The text names the programme as the funder.")
BEFORE_PROJECT = mark("It stands before the word for the project.")

_MONEY = (
    r"(?:avustu(?:s|ksen|sta|ksella)|määräraha(?:n|a|lla)?|tu(?:ki|en|kea|ella)|rahoitu(?:s|ksen|sta|ksella)"
    r"|apuraha(?:n|a|lla)?)"
)
_PARTICIPLE = re.compile(
    r"\b(?:(?P<partly>osa)?rahoittam|myöntäm|tukem|avustam)(?:a|ä|an|än|at|ät|aa|ää|assa|ässä|alla|ällä|ien)\b"
)
_GRANTED = re.compile(rf"\s+(?P<instrument>(?:[\w-]+n\s+){{0,3}}[\w-]*{_MONEY})\b")
_FINITE = re.compile(
    r"\b(?:(?P<partly>osa)?(?:rahoitta(?:a|vat)|rahoitti(?:vat)?)(?!\s(?:hank|projekt))"
    r"|(?:hanketta|projektia|kampanjaa|toimintaa|työtä)\s(?:tuke(?:e|vat)|avusta(?:a|vat)))\s+",
    re.IGNORECASE,
)
_FUNDERS = re.compile(
    r"\b(?P<partly>osa)?(?:pää)?(?:rahoitus(?=\s?:)|rahoittaj(?:at|a|ina|ana))\s?(?::|on|ovat|oli|olivat|toimii|toimivat)\s+",
    re.IGNORECASE,
)
_HAS_GRANTED = re.compile(
    rf"(?:\bon|\bovat)\s+(?P<verb>myöntäny\w*|rahoittan\w+)(?P<whom>[^.]{{0,80}}?)\s"
    rf"(?P<instrument>(?:valtion\s+)?[\w+-]*{_MONEY})\b"
)
_RECEIVES = re.compile(
    rf"\b(?:(?:saa(?:nut|tu)?|myönnetty|myönnetään)\s+(?:\w+\s+){{0,2}}?\w*{_MONEY}|rahoitus\stulee)\s+"
    r"(?P<from>(?:[^.,;:()\n]|:n)+?(?:st[aä]|lt[aä]))(?=[\s.,;:)]|$)"
)
_GRANT_OF = re.compile(
    r"\b(?P<instrument>(?:valtion|erityis|hanke)?avustus|(?:valtion|erityis|hanke)?avustuksella|tuki|tuella"
    r"|rahoituksella|määräraha|määrärahalla)(?=[\s.,;:)]|$)"
)
_MONEY_OF = re.compile(rf"\bsaa(?:nut|vat|neet)?\s(?P<whose>[^.;\n]{{2,90}}?)\s[\w-]*{_MONEY}\b")
_STOP = re.compile(
    r"[.,;()\n]|:(?=\s)|\s(?:ohjelmakau\w+|vuosi(?:na|lle)|vuonna|vuoteen|hanke\w*|projekti\w*|projektet|yhdessä|\d)|$"
)
_LISTED_STOP = re.compile(r"[.;()\n]|:(?=\s)|\s(?:ohjelmakau\w+|vuosi(?:na|lle)|vuonna|vuoteen|yhdessä|\d)|$")
_FINANCES = re.compile(
    r"\b(?:(?P<partly>osa)?rahoitta(?:a|vat)|rahoitti(?:vat)?)\s(?:hank|projekt)\w*|\bfinansier(?:ar|ade)\b"
)
_TO_THE_TOWN = re.compile(r"\b(?:kaupunkimme|kuntamme|kaupungille|kunnalle|kaupungillemme)\b")
_EU = "EU"
_INSTRUMENTS = (
    (re.compile(r"(avustu|rahoitu)(?:ksen|sta|ksella)$"), r"\1s"),
    (re.compile(r"tu(?:en|kea|ella)$"), "tuki"),
    (re.compile(r"(raha)(?:n|a|lla)$"), r"\1"),
)


@dataclass(frozen=True)
class _Found:
    """A funding as the words say it, and the span of those."""

    funding: Funding
    span: Span
    reason: str = ""
    other: Funding | None = None
    """Who else may be meant as the funder."""


def read_fundings(text: str, home: str = "") -> list[Suggestion]:
    """A suggestion for each share of funding that the text speaks of, in its order, and for the city's part in it.

    `home` is the town whose page it is.
    """
    found: list[_Found] = []
    roles: list[Suggestion] = []
    for way in (_participles, _finites, _finances, _has_granted, _receives, _grants):
        for each in way(text):
            if isinstance(each, _Found):
                _add(found, each)
            else:
                roles.append(each)
    paid_by_home = [each for each in found if home and _is_of(each, home)]
    roles += [suggest("city_role", CityRole.CO_FUNDER, each.span) for each in paid_by_home]
    found = [each for each in found if each not in paid_by_home]
    for each in _by_fund(text):
        _join(found, each)
    found.sort(key=lambda each: each.span)
    return [*(_suggestion(text, each) for each in found), *roles[:1]]


def _suggestion(text: str, found: _Found) -> Suggestion:
    words = plain_words(text, found.span)
    told = suggest("fundings", replace(found.funding, words=words), found.span, found.reason)
    return with_another(told, replace(found.other, words=words), PROGRAMME_PAYS) if found.other else told


def _is_of(each: _Found, home: str) -> bool:
    town, _ = town_and_unit(str(each.funding.funder or ""))
    return bool(town) and nominative(town) == home


def _add(found: list[_Found], new: _Found) -> None:
    """Keep what is said first of the same words or the same funder."""
    for each in found:
        overlaps = each.span[0] < new.span[1] and new.span[0] < each.span[1]
        same = each.funding.funder == new.funding.funder and new.funding.programme in {"", each.funding.programme}
        if overlaps and each.funding.funder is not None and not same and each.funding.words == new.funding.words:
            continue
        if same or (overlaps and new.funding.funder is None):
            return
    found.append(new)


def _join(found: list[_Found], new: _Found) -> None:
    """A fund or programme belongs to the funding that names none; it stands alone where there is no such."""
    for place, each in enumerate(found):
        if each.funding.programme or each.funding.fund:
            if {each.funding.programme, each.funding.fund} & {new.funding.programme or "-", new.funding.fund or "-"}:
                return
        elif each.funding.funder == _EU or (each.span[0] < new.span[1] and new.span[0] < each.span[1]):
            whole = min(each.span[0], new.span[0]), max(each.span[1], new.span[1])
            joined = replace(each.funding, programme=new.funding.programme, fund=new.funding.fund)
            found[place] = _Found(joined, whole)
            return
    found.append(new)


def _participles(text: str) -> Iterator[_Found | Suggestion]:
    for match in _PARTICIPLE.finditer(text):
        granted = _GRANTED.match(text, match.end()) if match[0].startswith("myön") else None
        end = granted.end() if granted else match.end()
        instrument = _instrument(granted["instrument"]) if granted else ""
        for each in agents(text, match.start()):
            yield from _of(text, each, (each.span[0], end), partly=bool(match["partly"]), instrument=instrument)


def _finites(text: str) -> Iterator[_Found | Suggestion]:
    for pattern in (_FINITE, _FUNDERS):
        for match in pattern.finditer(text):
            is_one = pattern is _FINITE and not match[0].rstrip().endswith("vat")
            end = end_of_list(text, match.end(), _STOP if is_one else _LISTED_STOP)
            for each in subjects(text, match.end(), end):
                yield from _of(text, each, (match.start(), each.span[1]), partly=bool(match["partly"]))


def _finances(text: str) -> Iterator[_Found | Suggestion]:
    """“Energiavirasto rahoittaa hanketta”, “EU finansierade projektet”"""
    for match in _FINANCES.finditer(text):
        for each in subjects(text, _clause(text, match.start()), match.start()):
            yield from _of(text, each, (each.span[0], match.end()), partly=bool(match["partly"]))


def _clause(text: str, place: int) -> int:
    """Where the sentence begins that a place stands in, or what follows the colon in it."""
    start = sentence_around(text, place)[0]
    return max(start, text.rfind(": ", start, place) + 1)


def _has_granted(text: str) -> Iterator[_Found | Suggestion]:
    """“Opetushallitus on myöntänyt kaupungille valtion erityisavustuksen”"""
    for match in _HAS_GRANTED.finditer(text):
        for each in subjects(text, _clause(text, match.start()), match.start()):
            instrument = _instrument(match["instrument"])
            yield from _of(text, each, (each.span[0], match.end()), instrument=instrument)
        if _TO_THE_TOWN.search(match["whom"]):
            yield suggest("city_role", CityRole.GRANTEE, match.span())


def _receives(text: str) -> Iterator[_Found | Suggestion]:
    """“Hanke saa rahoituksen EU:n Interreg Central Baltic -ohjelmasta”"""
    for match in _RECEIVES.finditer(text):
        *before, last = match["from"].split()
        name = " ".join([*before, nominative_of_place(last)])
        span = match.start(), match.end()
        for each in subjects(name, 0, len(name)):
            yield from _of(text, replace(each, span=match.span("from")), span)


def _grants(text: str) -> Iterator[_Found | Suggestion]:
    """“Opetushallituksen avustus”, “Energiaviraston tuella”"""
    for match in _GRANT_OF.finditer(text):
        for each in agents(text, match.start()):
            instrument = _instrument(match["instrument"])
            if not each.is_own_town:
                yield from _of(text, each, (each.span[0], match.end()), instrument=instrument)
    for match in _MONEY_OF.finditer(text):
        for each in agents(text, match.end("whose")):
            if each.span[0] >= match.start("whose") and not each.is_own_town:
                yield from _of(text, each, (match.start(), match.end()))


def _of(
    text: str, named: Named, span: Span, *, partly: bool = False, instrument: str = ""
) -> Iterator[_Found | Suggestion]:
    if named.is_own_town:
        yield suggest("city_role", CityRole.CO_FUNDER, span)
        return
    programme = programmes.programme_of(named.name)
    funding = Funding(is_partial=int(partly), instrument=instrument)
    if programme is None:
        funder = None if named.is_common else NamedKey(named.name)
        yield _Found(replace(funding, funder=funder), span, NOT_NAMED if named.is_common else "")
        return
    bracketed = programmes.bracketed_name(text, named.span[1])
    sentence = sentence_around(text, span[0])
    told = replace(
        funding,
        funder=NamedKey(programme.funder) if programme.funder else None,
        programme=bracketed["name"] if bracketed else programme.name,
        priority=programmes.priority(text, *sentence),
        objective=programmes.objective(text, *sentence),
    )
    if bracketed is None:
        yield _Found(told, span)
        return
    whole = replace(told, funder=NamedKey(plain_words(text, (named.span[0], bracketed.end()))))
    yield _Found(told, (span[0], bracketed.end()), BEHIND_PROGRAMME, whole)


def _by_fund(text: str) -> Iterator[_Found]:
    for match in programmes.FUND_MONEY.finditer(text):
        funder = NamedKey(_EU) if match["eu"] else None
        funding = Funding(funder=funder, fund=match["fund"] or "", programme=match["programme"] or "")
        yield _Found(funding, match.span())
    for match in programmes.BEFORE_PROJECT.finditer(text):
        funding = Funding(fund=match["fund"] or "", programme=match["programme"] or "")
        yield _Found(funding, match.span(), BEFORE_PROJECT)


def _instrument(words: str) -> str:
    """The instrument in base form: “valtion erityisavustuksen” → “valtion erityisavustus”."""
    *before, last = words.split()
    for ending, base in _INSTRUMENTS:
        last = ending.sub(base, last)
    return " ".join([*before, last])

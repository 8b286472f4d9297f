"""Whose time a phrase tells, read off the words around it: the nearest word that names an owner decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.language.time_verbs import VERB
from hankeapp.language.times import TimeKind, TimeRole

if TYPE_CHECKING:
    from hankeapp.language.times import TimeExpression

_REACH = 110
_SENTENCE_END = re.compile(r"[.!?;:]\s+(?=[^\W\d_a-zåäö]|[”\"(])|(?<=[^\W\d_]{3})\.\s+$")

_OWNERS = re.compile(
    r"""\b\w{0,30}(?:
        (?P<sub>osahank|alahank|jatkohank|esihank|emohank|valmisteluhank|osaprojekt|alaprojekt|jatkoprojekt|työpaket)
      | (?P<other>valtuustokau|hallituskau|hakuai|ilmoittautu|näyttely|seminaari)
      | (?P<phase>vaihe(?:$|e|tta|ssa|en|illa)|lukuvuo)
      | (?P<funding>rahoit(?!tei)|avustu|määrärah|myön(?:si|tä|nettiin|netty|netään)|tukea\b|tuki\b|tuella\b|finansier)
      | (?P<programme>ohjelm|program(?:met|period)|strategi|suunnitelma|visio|tiekart)
      | (?P<project>(?<!osa|ala|esi|emo)(?<!jatko)(?<!valmistelu)(?:hank(?:e|k)|projekt)|kampanj|kokeilu|pilot|verkosto)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OWN_PROGRAMME = re.compile(r"\W*(?:Ohjelma(?:n|ssa|lla|a)?\b|\w[\w ,&–—-]{0,90}ohjelma\s{1,2}\(?$)")
_FUNDERS = re.compile(
    r"\bEU\b|Euroopan|Interreg|\bE[SA]K?R|\bLIFE\b|\bJTF\b|Horisontti|Horizon|Erasmus|rahoit|rahasto", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\w(?:issa|eissa|illa)\s+(?:kaupungeissa|kunnissa|maissa|maakunnissa|kouluissa|alueilla)|\bSuomessa\b|\bmuualla\b"
    r"|\bmaailmal|\bEuroopassa\b|\bvaltakunnallisesti\b|\bkansainvälisesti\b",
    re.IGNORECASE,
)
_AIMED = re.compile(r"tavoit|päämäär|neutraal|\bvision?\b|mennessä", re.IGNORECASE)
_WITHIN = re.compile(r"[),]?\s(?:\w+-)?(?:hank|projekt|ohjelm|kampanj)\w*ss[aä]\b", re.IGNORECASE)
_FUNDED = re.compile(r"[),]?(?:\s\w+)?\s(?:osa)?(?:rahoit(?!taja|us\b|uslähde)|avust|myön|tuettu)", re.IGNORECASE)
_FUNDED_PROJECT = re.compile(r"rahoittam\w{1,6}\s{1,2}[^.:;]{2,}\($", re.IGNORECASE)
_CALLED = re.compile(r"[\s-]{1,2}(?P<word>ohjelmakau|ohjelman\b|rahoituskau|valtuustokau)", re.IGNORECASE)
_FOR_YEARS = re.compile(r"vuo(?:sille|delle|siksi|deksi)\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:\b(?:on|oli|ovat|tarkoitus|määrä|jonka|jo|vasta|virallisesti|varsinaisesti|nyt|se|joka)\s+)+$", re.IGNORECASE
)
_LAST_WORD = re.compile(r"([\w-]+),?\s*$")
_SUBJECTS = re.compile(
    r"(?:hank|projekt|ohjelm|kampanj|kokeil|pilot|verkost|toimin|toteut|kehittämis|ja\b|sekä\b|mutta\b|och\b|men\b)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:mi(?:nen|sen)|andet?|ningen|haku|kurssi|koulutus|tapahtuma|suunnittelu|kaavoitus|kilpailutus|urakka|\wtyöt?|asennus"
    r"|purku)$",
    re.IGNORECASE,
)
_POINTED = {TimeKind.POINT, TimeKind.FROM}
_AIMABLE = {TimeKind.POINT, TimeKind.UNTIL}


def role(text: str, phrase: TimeExpression, since: int) -> TimeRole:
    """The role of a phrase; words before `since`, the end of the phrase before it, belong to that one."""
    left, right = _around(text, phrase, since)
    subject = _subject_role(text, phrase, left)
    if subject is not None:
        return subject
    if phrase.kind is TimeKind.BY:
        return TimeRole.GOAL
    if _WITHIN.match(right) and phrase.kind in {TimeKind.RANGE, TimeKind.LIST}:
        return TimeRole.PHASE
    if phrase.kind in _POINTED and _ELSEWHERE.search(left):
        return TimeRole.PARENT
    if phrase.kind in _AIMABLE and _AIMED.search(left):
        return TimeRole.GOAL
    return _right_owner(right) or _left_owner(text, phrase, left)


def _around(text: str, phrase: TimeExpression, since: int) -> tuple[str, str]:
    start, end = phrase.span
    left = _SENTENCE_END.split(text[max(since, start - _REACH) : start])[-1]
    return left, text[end : end + 48]


def _subject_role(text: str, phrase: TimeExpression, left: str) -> TimeRole | None:
    """The role that the subject of a verb in the phrase gives it: the project's, or another matter's."""
    if not VERB.match(text, phrase.span[0]):
        return None
    if left.rstrip().endswith(",") and not text[phrase.span[1] :].strip(" .)\n"):
        return TimeRole.PROJECT  # “Nuorten työpajat, päättyi 5/2024” and nothing more: the name is the subject
    subject = _LAST_WORD.search(_AUXILIARY.sub("", left))
    if subject is None:
        return TimeRole.PROJECT
    word = subject[1]
    owner = _OWNERS.search(word)
    if owner is not None:
        return _named(owner)
    named = word[0].isupper() and not _EVENT.search(word)
    return TimeRole.PROJECT if named or _SUBJECTS.match(word) else TimeRole.OTHER


def _named(owner: re.Match[str]) -> TimeRole:
    return TimeRole(owner.lastgroup)


def _right_owner(right: str) -> TimeRole | None:
    called = _CALLED.match(right)
    if called is not None:
        owner = _OWNERS.search(called["word"])
        return _named(owner) if owner else None
    return TimeRole.FUNDING if _FUNDED.match(right) else None


def _left_owner(text: str, phrase: TimeExpression, left: str) -> TimeRole:
    owners = list(_OWNERS.finditer(left))
    if not owners:
        return TimeRole.PROJECT
    if _FOR_YEARS.match(text, phrase.span[0]) and any(owner["funding"] for owner in owners):
        return TimeRole.FUNDING
    nearest = _named(owners[-1])
    if _FUNDED_PROJECT.search(left, owners[-1].start()):
        return TimeRole.PROJECT
    if nearest is TimeRole.PROGRAMME and _is_itself_a_programme(text, phrase, left):
        return TimeRole.PROJECT
    return nearest


def _is_itself_a_programme(text: str, phrase: TimeExpression, left: str) -> bool:
    """A paragraph that opens with a programme's name and years, or speaks of “Ohjelma” alone, is about that one."""
    begins = phrase.span[0] - len(left)
    opens = left.lstrip().startswith("Ohjelma") or (begins < _REACH and not text[:begins].strip())
    return opens and not _FUNDERS.search(left) and _OWN_PROGRAMME.match(left) is not None

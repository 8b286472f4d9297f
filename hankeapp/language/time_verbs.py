"""The verbs beside a date that make it a beginning or an end."""

from __future__ import annotations

import re

from hankeapp.language.times import TimeKind

_STARTING = (
    r"(?<=[,:]\s)alkaen|alka(?:a|nut|neen|neet|va(?!t\b)\w{0,4}|mis\w{1,12})|alkoi|alkaisi|käynnistyisi|käynnisty(?:y|i|nyt|neen|vä(?!t\b)\w{0,4}|mis\w{1,12})"
    r"|käynnistet(?:ään|tiin|ty)|aloite(?:taan|ttiin|ttu)|aloit(?:ti|taa|tanut|us\w{0,8})|startta(?:si|a|nut)"
    r"|inled(?:s|er|des|de)|(?:på)?börja(?:r|de|s|des)|startar|startade(?:s)?|starts|(?:began|begins)"
)
_ENDING = (
    r"päätty(?:y|i|nyt|neen|en|vä(?!t\b)\w{0,4}|mis\w{1,12})|päätet(?:ään|tiin)|päättyisi|loppu(?:u|i|nut|en)"
    r"|valmistu(?:u|i)|lopetus\w{0,8}|avsluta(?:s|des|ts)|sluta(?:r|de)|upphör(?:de)?|(?:ended|ends)"
)
_LASTING = (
    r"kest(?:ää|i|ävä\w{0,4}|änyt)|jatku(?:u|i|va\w{0,4})|jatket(?:aan|tiin|tu)"
    r"|toteutet(?:aan|tiin|tava\w{0,4})|voimassa|toimi(?:i|nut)|pågå(?:r|tt)|genomför(?:s|des)|varar"
)
_HEDGE = (
    r"(?:(?:on|oli|jo|vasta|noin|arviolta|aikaisintaan|virallisesti|viimeistään|aina|i|den|på|in|enligt\splanen)\s{1,2})"
    r"{0,2}"
)


def _before(verbs: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{verbs})(?:\s{{1,2}}|:\s{{0,2}}){_HEDGE}$", re.IGNORECASE)


def _after(verbs: str) -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}(?:{verbs})\b", re.IGNORECASE)


_BEFORE = {
    TimeKind.FROM: _before(_STARTING),
    TimeKind.UNTIL: _before(f"{_ENDING}|{_LASTING}"),
    TimeKind.BY: _before(f"{_ENDING}|toteutet(?:aan|tava)"),
}
_ENDS_BEFORE = _before(_ENDING)
_LASTS_BEFORE = _before(_LASTING)
_STARTS_AFTER, _ENDS_AFTER = _after(_STARTING), _after(_ENDING)
_REACH = 48
_INTO = re.compile(r"(?:vuoteen|kuuhun|seen|sään|yyn|veen|teen|ppuun|liin)\b", re.IGNORECASE)
VERB = re.compile(rf"(?:{_STARTING}|{_ENDING}|{_LASTING})\b", re.IGNORECASE)


def verb_start(text: str, start: int, kind: TimeKind) -> int:
    """Where the verb begins that goes with a date of this kind at `start`; `start` itself where there is none."""
    match = _BEFORE[kind].search(text, max(0, start - _REACH), start)
    return match.start() if match else start


def said(text: str, span: tuple[int, int]) -> tuple[TimeKind, tuple[int, int]] | None:
    """The beginning or end that a verb beside a date makes of it, with the verb in its span; None without one."""
    start, end = span
    around = max(0, start - _REACH), start
    if match := _BEFORE[TimeKind.FROM].search(text, *around):
        return TimeKind.FROM, (match.start(), end)
    if match := _ENDS_BEFORE.search(text, *around):
        return TimeKind.UNTIL, (match.start(), end)
    if (match := _LASTS_BEFORE.search(text, *around)) and _INTO.search(text, start, end):
        return TimeKind.UNTIL, (match.start(), end)
    if match := _STARTS_AFTER.match(text, end):
        return TimeKind.FROM, (start, match.end())
    if match := _ENDS_AFTER.match(text, end):
        return TimeKind.UNTIL, (start, match.end())
    return None

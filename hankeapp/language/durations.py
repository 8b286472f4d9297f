"""Lengths of time in words: “kolmivuotinen”, “18 kuukauden ajan”, “usean vuoden ajan”; a person's age is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.language.times import TimeExpression, TimeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = {
    "puolen": 0.5, "puoli": 0.5, "puolitoista": 1.5, "puolentoista": 1.5, "yksi": 1, "yhden": 1, "kaksi": 2,
    "kahden": 2, "kolmi": 3, "kolme": 3, "kolmen": 3, "neli": 4, "neljä": 4, "neljän": 4, "viisi": 5, "viiden": 5,
    "kuusi": 6, "kuuden": 6, "seitsemän": 7, "kahdeksan": 8, "yhdeksän": 9, "kymmenen": 10,
    "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5,
}  # fmt: skip
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DIGITS = r"\d{1,2}(?:,5)?"
_ENDING = (
    r"(?:nen|s(?:en|ta|een|essa|esta|ella|elta|elle|ena|eksi|et|ia|ien|ten|iin|issa|ista)"
    r"|s(?=hank|projekt|ohjelm|kokeil))"
)
_FOLLOWED = r"(?:aja(?:n|ksi|lla|sta)|aikana|mitta|mittai|pitui|kesto|jakso|hank|projekt|ohjelm|kokeil|pilot|kehittäm)"
_MONTHS_A_UNIT = {"v": 12, "k": 1, "å": 12}

_DURATION = re.compile(
    rf"""\b(?:
        (?P<adjective>{_NUMBER}|\d{{1,2}}-)(?P<adjective_unit>vuoti|kuukauti){_ENDING}\w{{0,14}}
      | (?P<genitive>{_NUMBER}|{_DIGITS})\s{{1,2}}(?P<genitive_unit>vuoden|kuukauden|kk:n|kk|v)
            \s{{1,2}}{_FOLLOWED}\w{{0,14}}
      | kest\w{{1,6}}\s{{1,2}}(?:(?:on|noin|yhteensä|arviolta)\s{{1,2}}){{0,2}}
            (?P<lasting>{_NUMBER}|{_DIGITS})\s{{0,2}}(?P<lasting_unit>vuotta|vuoden|kuukautta|kk|v)\b
      | (?P<lasted>{_NUMBER}|{_DIGITS})\s{{1,2}}(?P<lasted_unit>vuotta|kuukautta)\s{{1,2}}kest\w{{2,8}}
      | (?P<swedish>ett|två|tre|fyra|fem)(?P<swedish_unit>årig)[at]?
      | (?P<vague>monivuoti{_ENDING}
            | (?:usean|monen|muutaman|parin)\s{{1,2}}(?:vuoden|kuukauden)\s{{1,2}}{_FOLLOWED}\w{{0,14}}
            | (?:useiden|monien|muutamien)\s{{1,2}}vuosien\s{{1,2}}aja\w{{1,3}} | (?:useita|monia)\s{{1,2}}vuosia
            | toistaiseksi )
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"\s{1,2}(?:hank|projekt|ohjelm|kokeil|pilot|kehittäm)\w*$")


def durations(text: str) -> Iterator[TimeExpression]:
    """Every length of time in the text, in order."""
    for match in _DURATION.finditer(text):
        yield _expression(match)


def _expression(match: re.Match[str]) -> TimeExpression:
    start, end = match.span()
    noun = _NOUN_BEHIND.search(match[0])
    end = start + noun.start() if noun else end
    if match["vague"]:
        return TimeExpression(kind=TimeKind.VAGUE, span=(start, end))
    form = next(form for form in ("adjective", "genitive", "lasting", "lasted", "swedish") if match[form])
    count = _count(match[form].lower().rstrip("-"))
    months = round(count * _MONTHS_A_UNIT[match[f"{form}_unit"][0].lower()])
    return TimeExpression(kind=TimeKind.DURATION, span=(start, end), months=months)


def _count(words: str) -> float:
    return _NUMBERS[words] if words in _NUMBERS else float(words.replace(",", "."))

"""Section headings of a web page: short lines that say a status, as towns write them."""

from __future__ import annotations

import re
from functools import lru_cache

from hankeapp.domain.status import Status

_LONGEST = 90
_DRESS = re.compile(r"^[\s#*=•·>–-]{0,12}(?:\d{1,2}[.)]?\s)?|[\s:*#=–-]{1,12}$")
_COUNT = re.compile(r"\s*\(\s?(?:\d{1,4}(?:\s?kpl)?)\s?\)\s*$")
_IN_BRACKETS = re.compile(r"\(([^()\d]{5,40})\)\s*:?\s*$")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_ENDED = (
    r"päättyn(?:eet|eitä|yt|eiden)|päätet(?:yt|tyjä)|loppun(?:eet|eita)|valmistun(?:eet|eita)|valmiit|valmiita"
    r"|toteutun(?:eet|eita)|toteutet(?:ut|tuja)|(?:aiem|aikaisem)(?:mat|pia|min)|entiset|entisiä|menne(?:et|itä)|arkisto"
    r"|arkistoid(?:ut|tuja)|avslutade|avslutat|avslutad|avbrut(?:en|et|na)|keskeytet(?:ty|yt)|slutförda|genomförda|tidigare|färdiga"
    r"|ended|completed|finished|past|closed|previous|former"
)
_PLANNED = (
    r"suunnitteilla|suunnitel(?:lut|tuja|tavat)|suunnitteluvaihee\w+|suunnittelussa|suunnitelmissa|valmistelussa"
    r"|valmisteilla|valmisteltav(?:at|ia)|valmisteluvaihee\w+|tulev(?:at|ia)|tulossa|alkav(?:at|ia)|käynnistyv(?:ät|iä)"
    r"|haettav(?:at|ia)|haussa|(?:rahoitus)?hakuvaihee\w+|rahoitushaussa|vireillä|planerade|planeras|planering|kommande|beredning"
    r"|förbereds|planerat|planerad|planned|planning|upcoming|future|coming|proposed|preparation"
)
_ACTIVE = (
    r"aktiivi(?:set|sia|nen|sten)|käynnissä|meneillään|menossa|nyky(?:iset|isiä)|kuluvat|voimassa|toteutuksessa"
    r"|toteutettav(?:at|ia)|pågående|pågår|aktiva|aktuella|löpande|active|ongoing|current|running|progress"
)
_STATUS_WORDS = (
    (Status.ENDED, re.compile(_ENDED, re.IGNORECASE)),
    (Status.PLANNED, re.compile(_PLANNED, re.IGNORECASE)),
    (Status.ACTIVE, re.compile(_ACTIVE, re.IGNORECASE)),
)
_PROJECT_WORD = re.compile(
    r"[\w-]{0,40}(?:hankke(?:et|ita|emme|iden)|projekti(?:t|mme|en)|projekteja|projekt(?:en)?|projects?|ohjelmat|ohjelmia"
    r"|kampanjat|kampanjoita|selvitykset|kokeilut|programmes?)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"olev(?:at|ia)|ovat|jotka|joita|joissa|parasta\s?aikaa|vuo(?:den|nna|sina)|aikana|äskettäin|hiljattain|parhaillaan|uudet|uusia|ja|sekä|tai|muut|muita|kaikki|kaupungin|kunnan|kuntayhtymän|maakunnan|tällä|hetkellä|nyt|vielä|jo"
    r"|som|är|på|gång|i|och|våra|stadens|kommunens|under|in|and|our|the|of|city|\d{4}",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def status_of(line: str) -> Status | None:
    """The status that a line as a section heading gives to the projects under it; None for any other line.

    A heading says a status (“Käynnissä olevat hankkeet”, “Valmistelussa:”), in any case and with or without a colon,
    and beside it nothing but a word for projects, small words and capitalised names.
    """
    if len(line) > _LONGEST:
        return None
    told = _IN_BRACKETS.search(line)
    if told is not None and any(_PROJECT_WORD.fullmatch(word) for word in line.split()):
        return _status(told[1].split())
    bare = _COUNT.sub("", _DRESS.sub("", line.strip()))
    bare = _DRESS.sub("", bare)
    words = bare.split()
    if not words or len(words) > 8 or bare[-1] in ".!?,;":
        return None
    return _status(words)


def _status(words: list[str]) -> Status | None:
    says_projects = any(_PROJECT_WORD.fullmatch(word.strip(":,()")) for word in words)
    found: Status | None = None
    named = False
    for word in (part for each in words for part in _WORD.findall(each)):
        status = next((status for status, pattern in _STATUS_WORDS if pattern.fullmatch(word)), None)
        found = found or status
        if status or _PROJECT_WORD.fullmatch(word) or _FILLER.fullmatch(word):
            continue
        named = True
        if not (says_projects and word[0].isupper()):
            return None
    return found if found and (says_projects or not named) else None

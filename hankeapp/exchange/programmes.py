"""Funding programmes and funds in a phrase: who stands behind one, what it is called, its priority and objective."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OF = re.compile(r"(?P<whose>EU|Euroopan\s+unioni|Euroopan\s+komissio|valtio)(?::?n)\s+(?P<rest>\S.*)", re.IGNORECASE)
_PROGRAMME = re.compile(r"(?P<name>\S.*?)(?:\s?-|\s)?(?P<word>[^\W_]*(?:ohjelma|väline))", re.IGNORECASE)
_BRACKETS = re.compile(r"\s?\((?P<name>[A-ZÅÄÖ][^()]{2,60})\)")
_PRIORITY = re.compile(r"\b(?:teema|toimintalinja|prioriteetti|painopiste|TL)\s?\d[^,()\n]*", re.IGNORECASE)
_OBJECTIVE = re.compile(r"\b(?:ohjelma|erityis)tavoite\s?\d[^,()\n]*", re.IGNORECASE)

_BY_NAME = r"(?:Erasmus\+|Interreg(?:\s[A-ZÅÄÖ][\w-]+)+|LIFE|Horisontti\s(?:Eurooppa|2020)|Luova\sEurooppa)"
_FUND = r"(?:ESR\+?|EAKR|JTF|AMIF|RRF|ESF\+?|ERDF|EMKVR|EMKR|CEF)"
BEFORE_PROJECT = re.compile(
    rf"(?<!\w)(?:(?P<programme>{_BY_NAME})|(?P<fund>{_FUND}))\)?\s?-\s?(?:hank(?:e|k)|projekt)\w*"
)
"""“Erasmus+ -projektin”, “ESR+ -hanke”."""
FUND_MONEY = re.compile(
    rf"(?<![\w-])(?:(?P<eu>EU)|(?P<fund>{_FUND})|(?P<programme>LIFE|Erasmus\+|Interreg))(?:\s?-\s?|\)\s)"
    r"(?:(?:osa)?rahoit(?:te|us|uks|ett)|tu(?:ki|ke|ett|ell)|avustu)\w*"
)
"""“EU-rahoitteisen”, “JTF-rahoitusta”."""


@dataclass(frozen=True)
class Programme:
    """A programme's name, and who it is of, where the words say so."""

    name: str
    funder: str = ""


def programme_of(phrase: str) -> Programme | None:
    """The programme that a phrase in base form names: “EU:n LIFE-ohjelma”; None for other phrases."""
    whose = _OF.fullmatch(phrase)
    rest = whose["rest"] if whose else phrase
    match = _PROGRAMME.fullmatch(rest)
    if match is None:
        return None
    hyphened = rest[match.end("name") :].lstrip().startswith("-") and match["word"].lower() == "ohjelma"
    return Programme(match["name"] if hyphened else rest, whose["whose"] if whose else "")


def bracketed_name(text: str, place: int) -> re.Match[str] | None:
    """The proper name of a programme in the brackets behind it: “ohjelma (Interreg Baltic Sea Region)”."""
    return _BRACKETS.match(text, place)


def priority(text: str, start: int, end: int) -> str:
    """“Teema 1 Innovatiivinen yhteiskunta”, or nothing."""
    return _said(_PRIORITY, text, start, end)


def objective(text: str, start: int, end: int) -> str:
    """“ohjelmatavoite 1.2 reagoivat julkiset palvelut”, or nothing."""
    return _said(_OBJECTIVE, text, start, end)


def _said(pattern: re.Pattern[str], text: str, start: int, end: int) -> str:
    match = pattern.search(text, start, end)
    return " ".join(match[0].split()).rstrip(" .") if match else ""

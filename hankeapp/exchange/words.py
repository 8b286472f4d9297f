"""The words by which a paragraph calls its project: hanke, projekti, kampanja … and what sort each of them is."""

from __future__ import annotations

import re

from hankeapp.domain.kinds import Kind

_HANKE = r"hank(?:e|etta|kee(?:n|ssa|sta|seen|lla|lle|lta|na|ksi))"
_PROJEKTI = r"projekt(?:i(?:n|a|ssa|sta|in|lla|lle|lta|na|ksi)?|et|ets)?"
_A_WORD = r"(?:n|a|ssa|sta|an|lla|lle|lta|na|ksi)?"
ONE_PROJECT = rf"(?:{_HANKE}|{_PROJEKTI})"
"""One project, in any case; the plural speaks of others."""

CALLED = (
    rf"(?:[^\W\d_]{{2,20}})?(?:{ONE_PROJECT}|kampanja{_A_WORD}|kokeilu{_A_WORD}|verkosto{_A_WORD}|ohjelma(?:ssa|lla)?"
    rf"|toimintamalli(?:n|ssa)?|selvitys|pilot(?:ti|in|issa))"
)
"""What may follow the hyphen behind a name."""

SENTENCE_END = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)(?<!\bmm)(?<!\besim)(?<!\bns)(?<!\bSt)(?<!\b[A-ZÅÄÖ])[.!?…][”\")]?\s+(?=[”\"(]?[A-ZÅÄÖ])"
)
"""Where a sentence ends and the next begins; not behind a number or an abbreviation."""

_KINDS = (
    (Kind.DEVELOPMENT, r"kehittämis(?:hank|projekt)\w*"),
    (Kind.INVESTMENT, r"(?:investointi|rakennus)(?:hank|projekt)\w*"),
    (Kind.STUDY, r"selvitys(?:hank|projekt)\w*|\w*selvitys"),
    (Kind.PILOT, r"(?:kokeilu|pilotti)(?:hank|projekt)\w*|\w*(?:kokeilu|pilotti)\w{0,3}"),
    (Kind.CAMPAIGN, r"\w*kampanja\w{0,4}"),
    (Kind.PROGRAMME, r"\w*ohjelma\w{0,4}"),
    (Kind.NETWORK, r"\w*verkosto\w{0,4}"),
    (Kind.SERVICE, r"\w*toimintamalli\w{0,4}|\w*palvelu(?:piste)?|\w*neuvontapiste"),
    (Kind.PROJECT, r"\w*(?:hank(?:e|k)|projekt)\w*"),
)
_KIND_WORDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)

_CAPITAL = r"[A-ZÅÄÖÉÜŠŽØÆ]"
_COINED = re.compile(rf"{_CAPITAL}[^\W_]{{0,20}}{_CAPITAL}|[a-zåäöéüšž0-9]{_CAPITAL}|{_CAPITAL}[^\W_]{{0,20}}\d")
_NUMERAL = re.compile(r"[IVX]{1,5}")

FUNDS = frozenset(
    ("EU", "ESR", "ESR+", "EAKR", "JTF", "AMIF", "RRF", "LIFE", "ESF", "ESF+", "ERDF", "EMKR", "EMKVR", "CEF", "OKM",
     "STM", "YM", "TEM", "MMM", "LVM", "OPH", "ELY", "AVI", "THL", "TKI")
)  # fmt: skip
"""Funds and authorities that stand in capitals before “-hanke” without being its name."""


_LABEL = re.compile(
    r"(?:Hankkee\w+|Hanketta|Projekt(?:et|ets|i(?:n|ssa))|Kampanjan|Ohjelman|Tavoit\w+|Päätavoit\w+|Tarkoitu\w+|Kohderyhm\w+"
    r"|Lisätie\w+|Aika|Aikataulu|Kesto|Toteutusaika|Rahoit\w+|Budjetti|Yhteys\w+|Kumppan\w+|Yhteistyökumppan\w+|Tulokset"
    r"|Toimenpiteet|Huom\w*|Päivitetty|Tämä\w*|Kyseessä|Mukana)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:seuraav\w+|mm\.?|muun muassa|esimerkiksi|ovat|on|ja|kuten)\s*$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:on|ovat|oli|olivat|kehittää|edistää|tarjoaa|\w{4,40}(?:taan|tään|ttiin|daan|dään|llaan|llään|vat|vät))\b"
)
_FEW, _MANY, _PASTED = 6, 25, 500
"""Words that a name may have anyway, and without a verb; characters of what was pasted whole where a name belongs."""


def kind_of(word: str) -> Kind | None:
    """The kind that a word names, by the last part of its compound; None for other words."""
    bare = word.rpartition("-")[2]
    return next((kind for kind, pattern in _KIND_WORDS if pattern.fullmatch(bare)), None)


def is_coined(token: str) -> bool:
    """Whether a token is written like an acronym or a coined name: ILPI, iPlace, 6Aika, KIRA-digi; not Itä-Pori."""
    return 2 <= len(token) <= 24 and _COINED.search(token) is not None and ":" not in token


def is_acronym(token: str) -> bool:
    """A coined token that is neither a fund nor a Roman numeral."""
    return is_coined(token) and token not in FUNDS and not _NUMERAL.fullmatch(token)


def tells_something(words: str) -> bool:
    """Whether a finite verb stands among the words."""
    return _VERB.search(words) is not None


def may_be_a_name(words: str) -> bool:
    """Whether words before a colon or a verb may be a name, and are not a label or the beginning of a sentence."""
    bare = words.lstrip('”"“ \u00a0\r\n\t')
    tokens = bare.split()
    if not tokens or not (tokens[0][0].isupper() or tokens[0][0].isdigit() or is_coined(tokens[0])):
        return False
    if _LABEL.match(bare) or _OPEN.search(bare[-40:]):
        return False
    few = len(tokens) <= _FEW or (len(tokens) <= _MANY and not tells_something(bare))
    return few or len(bare) > _PASTED

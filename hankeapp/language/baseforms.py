"""Base forms: from an inflected Finnish noun phrase to the form that a register lists, by small rules.

Only the last word of a genitive phrase changes (“Suomen ympäristökeskuksen” → “Suomen ympäristökeskus”). The rules know
endings, not words: they hold for the nouns that name offices, places and groups of people, and no others are asked.
"""

from __future__ import annotations

import re

_GENITIVE = (
    (r":n$", ""),
    (r"([uyoöei])ksen$", r"\1s"),
    (r"isen$", "inen"),
    (r"psen$", "psi"),
    (r"nnan$", "nta"), (r"nnän$", "ntä"), (r"nnon$", "nto"), (r"nnön$", "ntö"), (r"nnin$", "nti"),
    (r"ngin$", "nki"),
    (r"(pan)kin$", r"\1kki"),
    (r"piirin$", "piiri"),
    (r"([iy])köns?$", r"\1kkö"), (r"([aei])kan$", r"\1kka"),
    (r"liiton$", "liitto"),
    (r"(hank)keen$", r"\1e"),
    (r"taan$", "das"),
    (r"([eayuio])hden$", r"\1hti"),
    (r"Turun$", "Turku"), (r"turun$", "turku"),
    (r"joen$", "joki"), (r"Joen$", "Joki"),
    (r"Suomen$", "Suomi"),
    (r"(järv|niem|lamm|saar|nuor|suur|mer)en$", r"\1i"),
    (r"een$", "e"),
    (r"n$", ""),
)  # fmt: skip
"""What becomes of the end of a word in the genitive singular; the first that fits."""

_TO_MANY = (
    (r"kaikille$", "kaikki"), (r"kaikkien$", "kaikki"),
    (r"la(?:sten|psille)$", "lapset"), (r"jöi(?:lle|den)$", "jät"),
    (r"kunnille$", "kunnat"), (r"kuntien$", "kunnat"),
    (r"([aä])ille$", r"\1\1t"), (r"([aä])iden$", r"\1\1t"),
    (r"joille$", "jat"), (r"joiden$", "jat"), (r"(?:jille|jien)$", "jat"),
    (r"ei(?:lle|den)$", "eet"), (r"([oöuy])i(?:lle|den)$", r"\1t"),
    (r"([uy])ksille$", r"\1kset"), (r"([uy])sten$", r"\1kset"),
    (r"(?:sille|sten)$", "set"),
    (r"(?:ville|vien)$", "vat"),
    (r"(nuor|suur)(?:ille|ten)$", r"\1et"),
    (r"mmille$", "mmat"), (r"mpien$", "mmat"),
    (r"ttömille$", "ttömät"), (r"ttömien$", "ttömät"), (r"ttomille$", "ttomat"), (r"ttomien$", "ttomat"),
)  # fmt: skip
"""From the dative-like or genitive plural of who is meant to the plural that a list has."""

_LOCAL = re.compile(r"(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle)$")
_BACK = re.compile(r"[aou]")
_GENITIVES = tuple((re.compile(ending), base) for ending, base in _GENITIVE)
_PLURALS = tuple((re.compile(ending), base) for ending, base in _TO_MANY)


def nominative(phrase: str) -> str:
    """The base form of a phrase whose last word stands in the genitive singular; other phrases stay."""
    *before, last = phrase.split()
    return " ".join([*before, _first(_GENITIVES, last) or last])


def nominative_of_place(word: str) -> str:
    """The base form of a place's name in a local case: Porissa → Pori, Satakuntaan → Satakunta."""
    stem = _LOCAL.sub("", word)
    if stem != word:
        return nominative(f"{stem}n")
    if re.search(r"([aäoöuyie])\1n$", word):
        return word[:-2]
    return nominative(word)


def plural_base(word: str) -> str | None:
    """The nominative plural of a word in the allative or genitive plural; None where no rule fits."""
    changed = _first(_PLURALS, word)
    if changed and changed.endswith("vat") and not _BACK.search(changed[:-3]):
        return f"{changed[:-3]}vät"
    if changed and changed.endswith("jat") and not _BACK.search(changed[:-3]):
        return f"{changed[:-3]}jät"
    return changed


def _first(rules: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str | None:
    for ending, base in rules:
        changed, times = ending.subn(base, word)
        if times:
            return changed
    return None

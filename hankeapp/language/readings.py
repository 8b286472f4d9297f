"""Voikko's notation of an analysed word, taken apart: “[Ln][Xp]hule=vesi[X]hule[Bm]ve[Sg][Nm]sien”.

Plain letters are the word as it stands, but for what is between `[X…]` and `[X]`: `[Xp]` gives the base form and `[Xj]`
how it ends from there on, where a word is derived. `[Bc]` stands between the parts of a compound, and `=` (in the word
`[Bm]`) between those of a compound that the dictionary lists. The rules are those of libvoikko's `BASEFORM` and
`WORDBASES`; they differ where it serves a search.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\[(X[a-z])\](.*?)\[X\]|\[(\w+)\]|([^\[]+)")
_BASE_FORM = re.compile(r"\[X[a-z]\].*?\[X\]")
_NOT_WRITTEN = re.compile(rf"{_BASE_FORM.pattern}|\[\w+\]|=")
_SAME_VOWELS = re.compile(r"([aeiouyåäö])(?:\[\w+\])*\[Bh\](?:\[\w+\])*\1")
_BORDER = re.compile(r"=|(?<=-)(?=[^=])")
_NOMINAL = frozenset({"Ln", "Ll"})
_ACTION = "Tn4"
_VERBAL = frozenset({_ACTION, "Ra", "Rv", "Rt", "Ru", "Rm", "Re"})
"""What is formed of a verb but inflected as a noun: the verbal noun and the participles."""


@dataclass(frozen=True)
class Part:
    """A part of a compound, or a simple word: as it stands in the word, with a hyphen after it, and its base form."""

    form: str
    base: str


@dataclass(frozen=True)
class Segment:
    """A word between the borders that the transducer found by itself."""

    parts: tuple[Part, ...]
    """One, or those of a compound that the dictionary lists."""
    kind: str
    """The part of speech: Ln a noun, Ll an adjective, Lnl either, Lep a place, Lu a number, Lt a verb."""
    inflection: tuple[str, ...]
    """The tags of case and number."""
    verb: str
    """The verb of a verbal noun or a participle; empty for all else."""


def segments(reading: str) -> list[Segment]:
    """The words that a reading is made up of; one where it is not a compound."""
    found = [_segment(each) for each in reading.split("[Bc]")]
    return [each for each in found if each.parts]


def written_word(reading: str) -> str:
    """The word that a reading is of."""
    return _NOT_WRITTEN.sub("", reading)


def lacks_hyphen(reading: str) -> bool:
    """Whether two parts meet in the same vowel without a hyphen between them, as in *linjaauto*.

    The rule is libvoikko's (`isValidAnalysis`); the transducer lets such words through.
    """
    return bool(_SAME_VOWELS.search(_BASE_FORM.sub("", reading)))


def _segment(text: str) -> Segment:
    tags: list[str] = []
    form = base = verb = ""
    for section, content, tag, letters in _TOKEN.findall(text):
        if section in {"Xp", "Xj"}:
            base = form + content
        elif tag == "Bm":
            form += "="
        elif tag:
            if not verb and tags[:1] == ["Lt"] and tag in _VERBAL | _NOMINAL:
                verb = base
            if tag == _ACTION:
                base = f"{form}minen"
            tags.append(tag)
        form += letters
    return Segment(
        _parts(form, base or form),
        next((tag for tag in reversed(tags) if tag.startswith("L")), ""),
        tuple(tag for tag in tags if tag[0] in "SN"),
        verb.replace("=", "") if not _VERBAL.isdisjoint(tags) else "",
    )


def _parts(form: str, base: str) -> tuple[Part, ...]:
    """The parts of a listed compound, where base form and word have the same borders."""
    forms, bases = _BORDER.split(form), _BORDER.split(base)
    if len(forms) != len(bases):
        forms, bases = [form.replace("=", "")], [base.replace("=", "")]
    parts = (Part(each, base.strip("-").lower()) for each, base in zip(forms, bases, strict=True))
    return tuple(part for part in parts if part.base)

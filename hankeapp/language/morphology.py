"""Finnish words: whether a word is one, its base forms, and the parts of a compound."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import KnownError
from hankeapp.language.automaton import Automaton
from hankeapp.language.readings import segments
from hankeapp.language.transducer import BrokenTransducer, Transducer
from hankeapp.paths import DICTIONARY
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hankeapp.language.readings import Part, Segment

_ADJECTIVES = frozenset({"Ll", "Lnl"})
_NOUNS = frozenset({"Ln", "Lnl", "Lep", "Les"})
_GENITIVE_PLURAL = ("Sg", "Nm")
_MOST_PARTS = 6
"""Of a compound with more parts, the compounds within it are not told."""


class MorphologyMissing(KnownError):
    """The dictionary of Finnish is not where the program was installed, or cannot be read."""


@dataclass(frozen=True)
class Analysis:
    """One way to understand a word, in small letters."""

    lemma: str
    """The base form of the whole word: hulevesien → hulevesi."""
    parts: tuple[str, ...] = ()
    """The base forms of what a compound is made of, and () for a simple word.

    First the single words as they follow each other, then the compounds among them: of kaupunkikehityshanke kaupunki,
    kehitys, hanke, kaupunkikehitys, kehityshanke. Whoever searches for any of these expects the word.
    """


class Morphology:
    """Answers in small letters, whatever the case of the word. A word that it does not know has no analyses.

    A word may have several: *porissa* is of *pori* and of *pora*. Those of fewer words stand in the way of those of
    more: *kuuluu* is of *kuulua*, and not also a bone (*luu*) in the moon (*kuu*).

    A verbal noun or a participle is given both as the noun or adjective that it is and as its verb: *kehittämisen* is
    of *kehittäminen* and of *kehittää*. Other derived words stand for themselves: *kehitys* is not of *kehittää*, nor
    *esteetön* of *este*.
    """

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton

    @classmethod
    def load(cls, cache_folder: Path | None) -> Morphology:
        """The dictionary that came with the program, read from the cache folder where it has been unpacked there.

        `MorphologyMissing` where there is none. Takes 0.02 s from the cache and 0.4 s without.
        """
        try:
            return cls(Automaton(Transducer.load(DICTIONARY, cache_folder)))
        except BrokenTransducer as error:
            raise MorphologyMissing(
                tr("The dictionary of Finnish cannot be read ({path}).", path=DICTIONARY),
                tr("Your registers are as they were; words are found only as they are written."),
                tr("Install Hankeapp again."),
            ) from error

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """How the word can be understood."""
        return _analyses(self.readings(word))

    def analyses_without_dots(self, word: str) -> tuple[Analysis, ...]:
        """As `analyses`, and after those what it may be if dots, rings and accents were left out: ilmastokestava."""
        dotted = _analyses(self.readings(word, without_dots=True))
        return tuple(dict.fromkeys(self.analyses(word) + dotted))

    def knows(self, word: str) -> bool:
        """Whether it is a word of Finnish in one of its forms."""
        return self._automaton.accepts(word.lower())

    def readings(self, word: str, *, without_dots: bool = False) -> list[str]:
        """The ways to understand a word in Voikko's notation, as `language.readings` takes it."""
        return self._automaton.readings(word.lower(), without_dots=without_dots)

    def readings_like(self, pattern: str) -> list[str]:
        """The same of all words that fit a pattern of small letters, in which `automaton.ANY` is any letter."""
        return self._automaton.readings_like(pattern)


def _analyses(readings: Iterable[str]) -> tuple[Analysis, ...]:
    found = [segments(reading) for reading in readings]
    fewest = min(map(len, found), default=0)
    return tuple(dict.fromkeys(each for words in found if len(words) == fewest for each in _understood(words)))


def _understood(words: list[Segment]) -> list[Analysis]:
    parts = [part for word in words for part in _in_agreement(word, words[-1])]
    if len(parts) > 1:
        return [Analysis(_compound(parts), _within(parts))]
    lemmas = [*(part.base for part in parts), *(word.verb for word in words if word.verb)]
    return [Analysis(lemma) for lemma in lemmas]


def _in_agreement(word: Segment, head: Segment) -> tuple[Part, ...]:
    """The parts of a word: of one that is inflected along with the last (vanhassakaupungissa) the base forms.

    A genitive plural is not, nor is the number before anything but a number: nuortenkeskusten, kahdenkeskisen.
    """
    kinds = (word.kind, head.kind)
    alike = kinds == ("Lu", "Lu") or (kinds[0] in _ADJECTIVES and kinds[1] in _NOUNS)
    if word is head or not alike or word.inflection != head.inflection or word.inflection == _GENITIVE_PLURAL:
        return word.parts
    return tuple(replace(part, form=part.base) for part in word.parts)


def _within(parts: Sequence[Part]) -> tuple[str, ...]:
    """What a compound is made of: the single words, and then two or more of them that stand together, but not all."""
    count = len(parts)
    lengths = range(2, count if count <= _MOST_PARTS else 0)
    compounds = (_compound(parts[at : at + length]) for length in lengths for at in range(count - length + 1))
    return tuple(dict.fromkeys([*(part.base for part in parts), *compounds]))


def _compound(parts: Sequence[Part]) -> str:
    """The base form of the parts as one word."""
    *before, last = parts
    return "".join(part.form for part in before) + last.base

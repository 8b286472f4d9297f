"""What a word form stands for in a search: its base forms, the parts of a compound, and what it is derived from."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hankeapp.language.morphology import Analysis, Morphology

_DERIVED = re.compile(r"^(?P<stem>.{2,}?)(?:lli(?:nen|suus|syys)|t[oö]n|ttomuus|ttömyys)$")
"""Stands on the stem of the genitive: talouden → taloudellinen, esteen → esteetön, asunnon → asunnottomuus."""
_INHABITANT = re.compile(r"^(?P<stem>.{3,})l[aä]inen$")
"""Stands on the base form: kaupunkilainen."""


RULES = "1"
"""The version of what is made of a word here."""

_KEPT = 256
"""Words of queries whose base forms are remembered."""


class Lemmas:
    """Takes words apart by the morphology; without one, every word stands only for itself."""

    def __init__(self, load: Callable[[], Morphology | None]) -> None:
        self._load = load
        # The words of a query are asked for anew with every letter that is typed after them.
        self._bases = lru_cache(_KEPT)(self._whole)

    @cached_property
    def _morphology(self) -> Morphology | None:
        """Loaded when the first word is asked for."""
        return self._load()

    def of(self, form: str) -> tuple[str, ...]:
        """Everything that a word of a text can be found by, beside how it is written."""
        if self._morphology is None or not form[:1].isalpha():
            return ()
        found: dict[str, None] = {}
        for analysis in self._morphology.analyses(form):
            found |= dict.fromkeys((analysis.lemma, *analysis.parts, *self._sources(analysis.lemma)))
        return tuple(found)

    def bases(self, word: str) -> tuple[str, ...]:
        """The base forms of a word that is looked for; empty for one that is not known."""
        return self._bases(word, without_dots=False)

    def bases_without_dots(self, word: str) -> tuple[str, ...]:
        """The same if dots, rings and accents may have been left out."""
        return self._bases(word, without_dots=True)

    def _whole(self, word: str, *, without_dots: bool) -> tuple[str, ...]:
        if self._morphology is None:
            return ()
        analyses = self._morphology.analyses_without_dots if without_dots else self._morphology.analyses
        return _whole(analyses(word))

    def _sources(self, lemma: str) -> tuple[str, ...]:
        """What a derived word comes from."""
        assert self._morphology is not None
        if found := _DERIVED.match(lemma):
            return _whole(self._morphology.analyses(f"{found['stem']}n"))
        if found := _INHABITANT.match(lemma):
            return tuple(each for each in _whole(self._morphology.analyses(found["stem"])) if each == found["stem"])
        return ()


def _whole(analyses: Iterable[Analysis]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(analysis.lemma for analysis in analyses))

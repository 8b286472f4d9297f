"""A word that is looked for: by which of its forms it is found among the words that the texts are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from hankeapp.language.lemmas import Lemmas

_PREFIX = 3
"""Letters from which a beginning is looked for; of fewer only in titles, that a list does not go blank on the way."""
_INNER_PREFIX = 4
"""Letters from which the beginning of a part is looked for: ympärist in toimintaympäristöä."""
_INFIX = 4
_KNOWN_INFIX = 6
"""Letters from which the middle of a word is looked through; of a Finnish word its compounds are known already."""
_STEM = 4
"""Letters of a name at least, without its ending."""
_ENDINGS = (
    "n", "a", "ta", "ssa", "sta", "lla", "lta", "lle", "ksi", "na",
    "in", "ia", "iin", "issa", "ista", "illa", "ilta", "ille", "iksi", "ina",
)  # fmt: skip
"""Of cases, folded; those with an i follow a name that ends in a consonant. The shorter ones leave more of the name."""
_NEAR = 5
LONGEST = 100
"""Letters: nothing longer is near to anything."""
LIKE = 0.8
"""How much alike a near word is at least: one slip in five letters."""
_KNOWN_LIKE = 0.88
"""The same for a Finnish word: it is more likely one that stands nowhere than a slip."""


class Vocabulary(Protocol):
    """The words that some texts are made of. What is asked for by its letters is given folded."""

    def lemmas_among(self, lemmas: Collection[str]) -> frozenset[str]:
        """Those of the base forms that a word has."""

    def has_prefix(self, folded: str) -> bool:
        """Whether a word begins so."""

    def has_inner_prefix(self, folded: str) -> bool:
        """Whether a base form, or a part of a compound, begins so."""

    def has_infix(self, folded: str) -> bool:
        """Whether it stands anywhere in a word."""

    def nearest(self, folded: str, least: float) -> str:
        """The base form or word most like it, at least so much; empty where there is none."""


@dataclass(frozen=True)
class Sought:
    """How a word is found: written so, or by any of the other ways, as far as they are given."""

    typed: str
    folded: str
    lemmas: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    title_prefix: str = ""
    inner_prefix: str = ""
    infix: str = ""
    near: str = ""
    """The word that stood in for one that stands nowhere."""
    is_found: bool = True

    def matches(self, folded: str, lemmas: Iterable[str]) -> bool:
        """Whether a folded word of a text, with its base forms and parts, is one that is looked for."""
        if folded == self.folded or folded.startswith(self.prefixes):
            return True
        if self.infix and self.infix in folded:
            return True
        return not self.lemmas.isdisjoint(lemmas) or self._begins_inside(lemmas)

    def _begins_inside(self, lemmas: Iterable[str]) -> bool:
        return bool(self.inner_prefix) and any(fold(each).startswith(self.inner_prefix) for each in lemmas)


def sought(word: str, vocabulary: Vocabulary, lemmas: Lemmas) -> Sought:
    """How a word is found among others: in the first way that finds any.

    As the same word or by its beginning, then without its ending, then as a piece of a word.
    """
    plain = Sought(word, fold(word))
    known = lemmas.bases(word)
    found = _as_word(plain, known, vocabulary, lemmas)
    if found is None and not known:
        found = _as_inflected_name(plain, vocabulary)
    if found is None:
        found = _as_piece(plain, vocabulary, is_known=bool(known))
    return found or replace(plain, is_found=False)


def or_near(plain: Sought, vocabulary: Vocabulary, lemmas: Lemmas) -> Sought:
    """The same, or where it is not found, as the word that is most like it."""
    if plain.is_found or not _NEAR <= len(plain.folded) <= LONGEST:
        return plain
    word = vocabulary.nearest(plain.folded, _KNOWN_LIKE if lemmas.bases(plain.typed) else LIKE)
    found = _as_word(Sought(word, fold(word)), lemmas.bases(word), vocabulary, lemmas) if word else None
    return replace(found, near=word) if found else plain


def _as_word(plain: Sought, known: Collection[str], vocabulary: Vocabulary, lemmas: Lemmas) -> Sought | None:
    bases = known
    present = vocabulary.lemmas_among(bases)
    if not present:
        bases = lemmas.bases_without_dots(plain.typed)
        present = vocabulary.lemmas_among(bases)
    is_base = plain.folded in {fold(each) for each in present}
    tried = [] if is_base else [plain.folded, *(() if present else map(fold, bases))]
    begun = [each for each in dict.fromkeys(tried) if vocabulary.has_prefix(each)]
    prefixes = tuple(each for each in begun if len(each) >= _PREFIX)
    title_prefix = next((each for each in begun if len(each) < _PREFIX), "")
    inner = plain.folded if not is_base and len(plain.folded) >= _INNER_PREFIX else ""
    inner = inner if inner and vocabulary.has_inner_prefix(inner) else ""
    if not (present or begun or inner):
        return None
    return replace(plain, lemmas=present, prefixes=prefixes, title_prefix=title_prefix, inner_prefix=inner)


def _as_inflected_name(plain: Sought, vocabulary: Vocabulary) -> Sought | None:
    """Of a word that is not known: what begins as it does without the ending of a case: Healintin, Healintissa."""
    stems = (plain.folded.removesuffix(ending) for ending in _ENDINGS if plain.folded.endswith(ending))
    stem = next((each for each in stems if len(each) >= _STEM and vocabulary.has_prefix(each)), "")
    return replace(plain, prefixes=(stem,)) if stem else None


def _as_piece(plain: Sought, vocabulary: Vocabulary, *, is_known: bool) -> Sought | None:
    least = _KNOWN_INFIX if is_known else _INFIX
    if len(plain.folded) < least or not vocabulary.has_infix(plain.folded):
        return None
    return replace(plain, infix=plain.folded)

"""What the text terms of a query ask of an attached index, found out word by word."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import TYPE_CHECKING

from sqlalchemy import false, or_

from hankeapp.db.looking_through import holds
from hankeapp.db.search import expressions
from hankeapp.db.search.layout import ANY, character, quoted
from hankeapp.db.search.tables import found_by, spelled_so
from hankeapp.domain.query_terms import Phrase, Word
from hankeapp.language.folding import fold
from hankeapp.language.sought import Sought, or_near, sought
from hankeapp.language.words import words_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement

    from hankeapp.db.search.expressions import Expression
    from hankeapp.db.search.vocabulary import IndexedVocabulary
    from hankeapp.domain.query_terms import Term
    from hankeapp.language.lemmas import Lemmas

_SPELLINGS = 64
"""The ways to write a phrase that are looked for: its words may be written with other accents."""
_ENDINGS = 32
"""Words that a half-written one may become: among more of them none is looked for."""
_MOST_NEAR = 3
"""Words of a query for which near ones are looked for; each takes a while."""


@dataclass(frozen=True)
class Asked:
    """What a project must hold: `conditions` and, where there is an expression, `everything`.

    `ranked` are expressions of FTS5 that find one after the other what `everything` finds, the best first; of all that
    they find, `phrases` say which have the words in their order. `words` are those looked for, `near` the one that
    stands in for one that stands nowhere; nothing is found if it `is_hopeless`.
    """

    ranked: tuple[str, ...] = ()
    everything: str = ""
    conditions: tuple[ColumnElement[bool], ...] = ()
    phrases: tuple[ColumnElement[bool], ...] = ()
    words: tuple[Sought, ...] = ()
    near: str = ""
    answered: tuple[Term, ...] = ()
    """Filters that the expressions answer too."""
    narrowed: tuple[Term, ...] = ()
    """Filters that may hold only of projects which the expressions find: those are looked at in turn."""
    is_hopeless: bool = False
    is_looking_through: bool = False
    """Whether the texts themselves are read, letter by letter."""

    def tests(self) -> list[ColumnElement[bool]]:
        """The same as conditions alone."""
        if self.is_hopeless:
            return [false()]
        return [*self.conditions, *([found_by(self.everything, *self.phrases)] if self.everything else [])]


@dataclass
class _Way:
    """One of the texts of a term: the expression of its words, and the spellings of a phrase among which it must be.

    A text without any word (§, 😀) has no expression.
    """

    text: str
    expression: Expression | None = None
    spelled: list[str] = field(default_factory=list)
    words: list[Sought] = field(default_factory=list)

    @property
    def is_told_by_words(self) -> bool:
        return self.expression is not None and not self.spelled

    def test(self) -> ColumnElement[bool]:
        if self.expression is None:
            return holds(self.text)
        return found_by(self.expression.anywhere, *([self.in_order()] if self.spelled else []))

    def in_order(self) -> ColumnElement[bool]:
        """Whether a document that is found has the words in the order of the phrase."""
        return or_(*(spelled_so(each) for each in self.spelled))


class Asking:
    """Makes of terms what they ask."""

    def __init__(self, vocabulary: IndexedVocabulary, lemmas: Lemmas) -> None:
        self._vocabulary = vocabulary
        self._lemmas = lemmas
        self._nears = 0

    def asked(self, terms: Sequence[Term]) -> Asked:
        """What text terms ask, all together."""
        wanted: list[Expression] = []
        conditions: list[ColumnElement[bool]] = []
        phrases: list[ColumnElement[bool]] = []
        words: list[Sought] = []
        for term in (each for each in terms if not each.is_negated):
            ways = self._ways(term)
            words += [word for way in ways for word in way.words]
            if not ways:
                return Asked(is_hopeless=True)
            if all(way.expression for way in ways):
                wanted.append(expressions.any_of(way.expression for way in ways if way.expression))
            if all(way.spelled for way in ways):
                phrases.append(or_(*(way.in_order() for way in ways)))
            elif not all(way.is_told_by_words for way in ways):
                conditions.append(or_(*(way.test() for way in ways)))
        unwanted = [way for term in terms if term.is_negated for way in self._ways(term)]
        banned = [way.expression for way in unwanted if way.expression and way.is_told_by_words]
        conditions += [~way.test() for way in unwanted if not way.is_told_by_words]
        asked = _put_together(wanted, banned)
        near = next((word.near for word in words if word.near), "")
        return replace(asked, conditions=tuple(conditions), phrases=tuple(phrases), words=tuple(words), near=near)

    def _ways(self, term: Term) -> list[_Way]:
        """The texts of a term that may be found at all."""
        made = (
            self._phrase(each) if isinstance(each, Phrase) else self._words(each.text, near=not term.is_negated)
            for each in term.any_of
            if isinstance(each, Phrase | Word)
        )
        return [way for way in made if way is not None]

    def _phrase(self, asked: Phrase) -> _Way | None:
        forms = [fold(word.text) for word in words_in(asked.text)]
        if not forms:
            return _Way(asked.text)
        *whole, last = forms
        endings = self._vocabulary.forms_beginning(last, _ENDINGS + 1) if asked.is_open else [last]
        if len(endings) > _ENDINGS:  # too little of the last word is written to say much
            return self._phrase(Phrase(" ".join(whole))) if whole else self._words(last, near=False)
        numbers = [self._vocabulary.numbers(form) for form in whole]
        numbers.append([number for each in endings for number in self._vocabulary.numbers(each)])
        if not all(numbers):
            return None
        spelled = ["".join(map(character, each)) for each in islice(product(*numbers), _SPELLINGS)] if whole else []
        ending = expressions.any_of(expressions.of_forms([each]) for each in endings)
        expression = expressions.all_of([expressions.of_forms(whole), ending]) if whole else ending
        words = [Sought(form, form) for form in whole]
        words.append(Sought(last, last, prefixes=(last,) if asked.is_open else ()))
        return _Way(asked.text, expression, spelled, words)

    def _words(self, text: str, *, near: bool) -> _Way | None:
        found = self._found(text, near=near)
        if not found:
            return _Way(text)
        if not all(word.is_found for word in found):
            return None
        expression = expressions.all_of(expressions.of_word(word, self._vocabulary) for word in found)
        return _Way(text, expression, words=found)

    def _found(self, text: str, *, near: bool) -> list[Sought]:
        """How the words of a text are found; a hyphenated one that stands nowhere as a whole by its pieces."""
        every = list(words_in(text))
        found: list[Sought] = []
        for word in (each for each in every if not each.part):
            whole = self._sought(word.text)
            pieces = [each for each in every if each.part and word.start <= each.start and each.end <= word.end]
            if whole.is_found or not pieces:
                found.append(self._or_near(whole, near=near))
            else:
                found += [self._or_near(self._sought(each.text), near=near) for each in pieces]
        return found

    def _sought(self, word: str) -> Sought:
        return sought(word, self._vocabulary, self._lemmas)

    def _or_near(self, plain: Sought, *, near: bool) -> Sought:
        if plain.is_found or not near or self._nears >= _MOST_NEAR:
            return plain
        self._nears += 1
        return or_near(plain, self._vocabulary, self._lemmas)


def _put_together(wanted: Sequence[Expression], banned: Collection[Expression]) -> Asked:
    if not wanted and not banned:
        return Asked()
    ban = expressions.any_of(banned).anywhere if banned else ""
    everything = expressions.all_of(wanted).anywhere if wanted else quoted(ANY)
    everything = f"({everything} NOT {ban})" if ban else everything
    return Asked(tuple(expressions.ranked(wanted, ban)) if wanted else (everything,), everything)

"""What a text term asks of the index, as FTS5 reads it: anywhere, as it was typed, and the same of titles alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.db.search.layout import ANY, BEGINNING, LEMMA, TITLE, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hankeapp.db.search.vocabulary import IndexedVocabulary
    from hankeapp.language.sought import Sought


_FEW = 40
"""Words that are named one by one."""


@dataclass(frozen=True)
class Expression:
    """Four expressions of FTS5, each finding no more than the one before it; the last two are of titles."""

    anywhere: str
    as_typed: str
    in_title: str
    title_as_typed: str


def of_word(sought: Sought, vocabulary: IndexedVocabulary) -> Expression:
    """The expressions of a word that is found."""
    words = _tokens(sought, vocabulary)
    typed = sought.near or sought.typed
    beginnings = [each for prefix in sought.prefixes for each in begun(prefix, vocabulary)]
    of_title = [quoted(BEGINNING + sought.title_prefix)] if sought.title_prefix else []
    anywhere, in_title = (
        _any(
            *(quoted(mark + each) for each in words),
            *(quoted(mark + each) + more for each, more in beginnings),
            *of_title,
        )
        for mark in ("", TITLE)
    )
    return Expression(anywhere, quoted(typed), in_title, quoted(TITLE + typed))


def of_forms(forms: Iterable[str]) -> Expression:
    """The expressions of words that all stand there as they are written."""
    every = list(forms)
    anywhere, in_title = (_all(quoted(mark + each) for each in every) for mark in ("", TITLE))
    return Expression(anywhere, anywhere, in_title, in_title)


def all_of(several: Iterable[Expression]) -> Expression:
    """The expressions of what all hold."""
    every = list(several)
    return Expression(
        _all(each.anywhere for each in every),
        _all(each.as_typed for each in every),
        _all(each.in_title for each in every),
        _all(each.title_as_typed for each in every),
    )


def any_of(several: Iterable[Expression]) -> Expression:
    """The expressions of what any holds."""
    every = list(several)
    return Expression(
        _any(*(each.anywhere for each in every)),
        _any(*(each.as_typed for each in every)),
        _any(*(each.in_title for each in every)),
        _any(*(each.title_as_typed for each in every)),
    )


def ranked(terms: Sequence[Expression], banned: str) -> list[str]:
    """The expressions of what holds all the terms and nothing banned: the best first, no project found by two.

    First where titles hold all of it as it was typed, then where they hold all of it, then where they hold some;
    then where the texts hold it as it was typed, and then all others. Of what is found as it was typed alone, two of
    these would find nothing, and are left out.
    """
    every = all_of(terms)
    title = _any(*(each.in_title for each in terms))
    tiers = [
        every.title_as_typed,
        f"({every.in_title} NOT {every.title_as_typed})" if every.in_title != every.title_as_typed else "",
        f"({_all([every.anywhere, title])} NOT {every.in_title})" if len(terms) > 1 else "",
        f"({every.as_typed} NOT {title})",
        f"({every.anywhere} NOT ({title} OR {every.as_typed}))" if every.anywhere != every.as_typed else "",
    ]
    return [f"({tier} NOT {banned})" if banned else tier for tier in tiers if tier]


def narrowed(expression: str, wanted: Iterable[str], banned: Collection[str]) -> str:
    """What an expression finds, or without any what all of the wanted find, but nothing banned."""
    every = list(filter(None, (expression, *wanted))) or [quoted(ANY)]
    return f"({_all(every)} NOT {_any(*banned)})" if banned else _all(every)


def begun(folded: str, vocabulary: IndexedVocabulary) -> list[tuple[str, str]]:
    """The words that begin so, one by one where they are few, or the beginning, with what FTS5 reads after it.

    FTS5 lays the hits of all tokens of a beginning together before it gives the first, those of named ones as it goes.
    """
    words = vocabulary.pieces_beginning(folded, _FEW + 1)
    return [(each, "") for each in words] if 0 < len(words) <= _FEW else [(folded, "*")]


def _tokens(sought: Sought, vocabulary: IndexedVocabulary) -> list[str]:
    """The tokens that a word is found by, but for those that begin with its prefixes."""
    words = [sought.folded, *(LEMMA + each for each in sorted(sought.lemmas))]
    if sought.inner_prefix:
        words += [LEMMA + each for each in vocabulary.lemmas_beginning(sought.inner_prefix)]
    if sought.infix:
        words += vocabulary.forms_holding(sought.infix)
    return list(dict.fromkeys(words))


def _all(expressions: Iterable[str]) -> str:
    every = list(dict.fromkeys(expressions))
    return every[0] if len(every) == 1 else f"({' AND '.join(every)})"


def _any(*expressions: str) -> str:
    every = list(dict.fromkeys(expressions))
    return every[0] if len(every) == 1 else f"({' OR '.join(every)})"

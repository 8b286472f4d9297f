"""A query's text changed by a filter at a time, as a person would who types: whatever else stands in it stays."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import ABSENT, PRESENT, RUNNING, bare, filter_keys, nearest
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Known, Named, Running, Term, Unread, Word
from hankeapp.domain.query_values import near_value
from hankeapp.domain.query_writing import key_of, quoted, term_text, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from hankeapp.domain.query_terms import Condition, Filter, Parsed, Phrase


def plain_term(parsed: Parsed, name: str) -> Term | None:
    """The term that asks for values of this filter and nothing else; None where there is none.

    What is negated, mixed with another filter, counted from today, or asked for a second time is no plain term.
    """
    found = [term for term in parsed.filters if not term.is_negated and _is_plain(term, name)]
    return found[0] if found else None


def without(text: str, term: Term, today: date) -> str:
    """The query without one of its terms."""
    start, end = term.span
    before, after = text[:start].rstrip(), text[end:].lstrip()
    rest = [each for each in parse(text, today).terms if each.span != term.span]
    # A key that still waits for its value would take the word behind it.
    return _asking(rest, (f"{before} {after}", f"{after} {before}"), today)


def with_filter(text: str, name: str, conditions: Sequence[Filter], today: date) -> str:
    """The query with these as the plain term of a filter; none of them takes it away."""
    parsed = parse(text, today)
    old = plain_term(parsed, name)
    if not conditions:
        return without(text, old, today) if old else text
    new = Term((0, 0), is_negated=False, any_of=tuple(conditions))
    if old == new:
        return text
    rest = [term for term in parsed.terms if term is not old]
    return _asking([new, *rest], _written(text, old, term_text(new), today), today)


def meant_word(text: str, near: str, today: date) -> Word | None:
    """The word of a query in whose place a near one was looked for: the one that is most like it."""
    words = [each for term in parse(text, today).words for each in term.any_of if isinstance(each, Word)]
    return max(words, key=lambda word: _likeness(word.text, near), default=None)


def with_word(text: str, old: Word, new: Word | Phrase, today: date) -> str:
    """The query with another word or phrase in the place of one."""
    for term in parse(text, today).words:
        if old in term.any_of:
            any_of = tuple(new if each == old else each for each in term.any_of)
            start, end = term.span
            return f"{text[:start]}{term_text(replace(term, any_of=any_of))}{text[end:]}"
    return text


def with_name(text: str, filters: Collection[str], old: str, new: str, today: date, *, keeps_old: bool) -> str:
    """The query with another name where some filters ask for one in full; what is asked for by less of it stays.

    The old name `keeps_old` beside the new one where it was not asked for as the whole name: others begin so too.
    """
    for term in reversed(parse(text, today).filters):
        any_of: list[Condition] = []
        for each in term.any_of:
            is_meant = isinstance(each, Named) and each.filter in filters and bare(each.text) == bare(old)
            if isinstance(each, Named) and is_meant:
                any_of += [*([each] if keeps_old and not each.whole else []), replace(each, text=new)]
            else:
                any_of.append(each)
        if tuple(any_of) != term.any_of:
            start, end = term.span
            text = f"{text[:start]}{term_text(replace(term, any_of=tuple(any_of)))}{text[end:]}"
    return text


def with_near_values(text: str, today: date) -> str:
    """The query with near keys and values in the place of those that there are none of; the same without near ones."""
    for term in reversed(parse(text, today).terms):
        start, end = term.span
        text = f"{text[:start]}{_or_near(term, text[start:end])}{text[end:]}"
    return text


def _or_near(term: Term, typed: str) -> str:
    unread = term.any_of[0]
    if isinstance(unread, Unread) and (near := near_value(filter_keys()[unread.filter], unread.typed)):
        return f"{'-' if term.is_negated else ''}{key_of(unread)}:{quoted(near)}"
    if isinstance(unread, Word) and typed.endswith(":") and (near := nearest(typed[:-1])):
        return f"{near}:"
    return typed


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, bare(one), bare(other)).ratio()


def _written(text: str, old: Term | None, new: str, today: date) -> Iterator[str]:
    """The ways to write a term into a text, the best first."""
    if old is not None:
        yield f"{text[: old.span[0]]}{new}{text[old.span[1] :]}"
    rest = without(text, old, today) if old else text.strip()
    yield f"{new} {rest}"
    yield f"{rest} {new}"


def _asking(terms: Sequence[Term], tried: Iterable[str], today: date) -> str:
    """The first of some texts that asks these terms: what stands beside a term may be read as part of it.

    Where none does, as where a quote is not closed, the terms are written anew; what is too long for that stays.
    """
    wanted = set(terms)
    several = [each.strip() for each in (*tried, text_of(terms))]
    return next((each for each in several if set(parse(each, today).terms) == wanted), several[0])


def _is_plain(term: Term, name: str) -> bool:
    first = term.any_of[0]
    is_range = isinstance(first, Dates | Running | Amounts)
    return all(_name(each) == name for each in term.any_of) and not (is_range and len(term.any_of) > 1)


def _name(condition: Condition) -> str:
    match condition:
        case Choice() | Named() | Amounts() | Dates(ahead=None):
            return condition.filter
        case Known():
            return (PRESENT if condition.is_known else ABSENT).name
        case Running(ahead=None):
            return RUNNING.name
    return ""

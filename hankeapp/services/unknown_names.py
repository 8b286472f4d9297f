"""What is said of the names in a query's filters that nothing is called by, and which name comes near."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import FilterKind, bare, filter_keys
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Named
from hankeapp.domain.query_values import short
from hankeapp.domain.query_writing import term_text
from hankeapp.language.naming import names
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Condition, Parsed

    Called = Callable[[FilterKey], Iterable[str]]
    Count = Callable[[Named], int]

_LIKE = 0.75
"""The likeness (of `difflib`) from which a name may have been meant."""
_LONG = 6
"""Letters of a name whose first may be wrong."""

_SHORT_TEXTS = frozenset({"fund", "programme", "instrument", "countries"})


def unknown_names(parsed: Parsed, called: Called, count: Count) -> tuple[str, ...]:
    """A sentence on each name that nothing is called by: neither as `called` tells, nor by any other of its names."""
    named = [each for term in parsed.filters for each in term.any_of if isinstance(each, Named)]
    unknown = (each for each in named if _is_unknown(each, called, count))
    return tuple(dict.fromkeys(_unknown(each, called) for each in unknown))


def with_near_names(text: str, today: date, called: Called, count: Count) -> str:
    """The query with near names in the place of those that nothing is called by, as far as there are any."""
    for term in reversed(parse(text, today).filters):
        any_of = tuple(_or_near(each, called, count) for each in term.any_of)
        if any_of != term.any_of:
            start, end = term.span
            text = f"{text[:start]}{term_text(replace(term, any_of=any_of))}{text[end:]}"
    return text


def is_offered(asked: FilterKey) -> bool:
    """Whether a filter's values are few enough to be looked through: not those of long texts and numbers."""
    return asked.kind is FilterKind.NAME and all(
        each.field.type is not str or each.field.name in _SHORT_TEXTS for each in asked.targets
    )


def _or_near(asked: Condition, called: Called, count: Count) -> Condition:
    if not isinstance(asked, Named) or not _is_unknown(asked, called, count):
        return asked
    return replace(asked, text=_near(asked, called) or asked.text)


def _is_unknown(asked: Named, called: Called, count: Count) -> bool:
    return not (_is_called(asked, called) or count(asked))


def _is_called(asked: Named, called: Called) -> bool:
    of = filter_keys()[asked.filter]
    return not is_offered(of) or any(names(each, asked.text, asked.whole) for each in called(of))


def _unknown(asked: Named, called: Called) -> str:
    """That nothing is called so, and what comes near."""
    title, value = filter_keys()[asked.filter].title, short(asked.text)
    near = _near(asked, called)
    if near:
        return tr("{field}: nothing is called “{value}”. Did you mean “{near}”?", field=title, value=value, near=near)
    return tr("{field}: nothing is called “{value}”.", field=title, value=value)


def _near(asked: Named, called: Called) -> str:
    """What comes near a name: of a whole one another whole name, else a word of one too."""
    parts: dict[str, dict[str, str]] = {}
    for label in called(filter_keys()[asked.filter]):
        for part in (label, *(() if asked.whole else label.split())):
            parts.setdefault(bare(part), {})[label] = part
    alike = difflib.get_close_matches(bare(asked.text), parts, cutoff=_LIKE)
    near = next((parts[each] for each in alike if _is_slip(bare(asked.text), each)), {})
    # A word that only one name holds may be inflected in it: the name is told whole.
    return next(iter(near if len(near) == 1 else near.values()), "")


def _is_slip(typed: str, meant: str) -> bool:
    """Whether a name may have been meant: of a short one the first letter is seldom wrong, “Oulu” is no “koulu”."""
    return typed[:1] == meant[:1] or len(typed) >= _LONG

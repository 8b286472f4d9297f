"""What the search field offers while a query is being typed: filters, their values with counts, and projects."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.query import View
from hankeapp.domain.query_cursor import typed_at
from hankeapp.domain.query_keys import FLAGS, FilterKind, bare, filter_keys, filter_named, said
from hankeapp.domain.query_terms import Named, Term
from hankeapp.domain.query_values import codes_meant
from hankeapp.domain.query_writing import term_text, value_text
from hankeapp.language.naming import names
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Query
    from hankeapp.domain.query_cursor import Typed
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Filter
    from hankeapp.services.filter_values import FilterValue, FilterValues

MOST = 8
"""Rows of a section."""

_FIRST = ("status", "ends", "unit", "theme", "funder", "starts", "running", "missing")
"""The filters that are offered before anything is typed."""
_TOLD_OF_A_WORD = ("funder", "unit", "theme", "partner")
"""The filters whose values are offered for a word without a key."""
_LEAST = 2
"""Letters of a word for which values and projects are offered."""

_COUNTED = 5000
"""Projects that are counted once more while a name is typed."""
_PATIENCE = 0.4
"""Seconds that values are counted beside the rest of a query; after that no number is told."""

_EXAMPLES = {
    FilterKind.DATE: mark("2026, <2027, 2026-2027, 90pv"),
    FilterKind.RUNNING: mark("2026, 2025-2026"),
    FilterKind.AMOUNT: mark(">100000, 50000-100000"),
}
_TIMES = {
    FilterKind.DATE: ("{year}", "{next}", "<{year}", "90pv"),
    FilterKind.RUNNING: ("{year}", "{year}-{next}"),
}


@dataclass(frozen=True)
class Suggestion:
    """`text` is shown, `replacement` is what is being typed becomes; `detail` is said more quietly.

    `filter` is the name of the filter that it is of, `project` the project that it stands for; else they are empty.
    """

    text: str
    replacement: str
    detail: str = ""
    count: int | None = None
    filter: str = ""
    project: ProjectId | None = None


@dataclass(frozen=True)
class Section:
    """Suggestions under a title."""

    title: str
    items: tuple[Suggestion, ...]


@dataclass(frozen=True)
class Suggested:
    """What is offered for what stands at `span` of the text; a choice replaces it."""

    span: tuple[int, int]
    sections: tuple[Section, ...] = ()


class Suggestions:
    """What is offered of an open register."""

    def __init__(self, store: Store, values: FilterValues, today: Callable[[], date]) -> None:
        self._store = store
        self._values = values
        self._today = today

    def at(self, query: Query, cursor: int) -> Suggested:
        """What is offered at a place of a query's text; a count is of the projects that the query then finds."""
        typed = typed_at(query.text, cursor)
        sections = self._of_word(typed) if typed.asked is None else self._of_filter(typed.asked, typed)
        offered = [section for section in sections if section.items]
        if not _is_alone(query, typed):
            deadline = time.monotonic() + _PATIENCE
            offered = [self._counted(each, query, typed.span, deadline) for each in offered]
        return Suggested(typed.span, tuple(offered))

    def _counted(self, section: Section, query: Query, span: tuple[int, int], deadline: float) -> Section:
        """Counted anew beside what else the query asks, those with most projects first; not at all if it takes long."""
        asked = ((each, _taken(each, query, span)) for each in section.items if each.count is not None)
        counts = {each: self._count(taken, deadline) for each, taken in asked}
        is_known = None not in counts.values()
        items = [replace(each, count=counts.get(each) if is_known else None) for each in section.items]
        return Section(section.title, tuple(sorted(items, key=lambda each: -(each.count or 0))))

    def _count(self, query: Query, deadline: float) -> int | None:
        def stop() -> bool:
            return time.monotonic() > deadline

        found = 0 if stop() else len(self._store.searching.ids(query, self._today(), stop))
        return None if stop() else found

    def _of_filter(self, asked: FilterKey, typed: Typed) -> Iterator[Section]:
        offered = tuple(self._offered(asked, typed.text))
        yield Section(asked.title, offered)
        if typed.is_quoted or (typed.text and not offered):
            return  # what is said of such a value must be seen
        yield Section(tr("Other filters"), tuple(_keys(name for name in _FIRST if name != asked.name)[: MOST // 2]))

    def _offered(self, asked: FilterKey, typed: str) -> Sequence[Suggestion]:
        if asked.kind in _TIMES:
            return self._times(asked, typed)
        if asked.kind in {FilterKind.PRESENT, FilterKind.ABSENT}:
            return _fields(typed)
        found = self._found(asked, typed)
        rows = [_value(asked, each) for each in found[:MOST]]
        if typed and len(found) > 1 and asked.kind is FilterKind.NAME:
            rows = [*rows[: MOST - 1], self._all(asked, typed, sum(each.count or 0 for each in found))]
        return rows

    def _found(self, asked: FilterKey, typed: str) -> list[FilterValue]:
        """The values that are meant by what is typed so far; those with most projects first."""
        values = self._values.of(asked)
        if asked.kind is FilterKind.CHOICE:
            codes = codes_meant(asked.field.type, typed) if typed else ()
            return [each for each in values if not typed or getattr(each.condition, "code", "") in codes]
        meant = [each for each in values if not typed or names(each.label, typed, whole=False)]
        return sorted(meant, key=lambda each: -(each.count or 0))

    def _all(self, asked: FilterKey, typed: str, most: int) -> Suggestion:
        condition = Named(asked.name, typed)
        # A project may have several of them: to count very many would take longer than a person waits for a key.
        count = self._values.count(condition) if most < _COUNTED else None
        return Suggestion(
            tr("All: {text}…", text=typed),
            value_text(condition),
            f"{asked.key}:{value_text(condition)}",
            count,
            asked.name,
        )

    def _times(self, asked: FilterKey, typed: str) -> list[Suggestion]:
        year = self._today().year
        written = [form.format(year=year, next=year + 1) for form in _TIMES[asked.kind]]
        if asked.kind is FilterKind.DATE:
            written += [said(keys) for keys in FLAGS.values()] if asked.name == "ends" else []
        return [Suggestion(each, each, filter=asked.name) for each in written if bare(each).startswith(bare(typed))]

    def _of_word(self, typed: Typed) -> Iterator[Section]:
        if not (typed.text or typed.is_quoted):
            yield Section(tr("Filters"), tuple(_keys(_FIRST)))
            return
        if not typed.is_quoted:
            yield Section(tr("Filters"), tuple(_beginning(typed.text)[:MOST]))
        if len(typed.text) < _LEAST:
            return
        for name in _TOLD_OF_A_WORD:
            asked = filter_keys()[name]
            found = self._found(asked, typed.text)[: MOST // 2]
            yield Section(asked.title, tuple(_whole(asked, each) for each in found))
        yield Section(tr("Projects"), tuple(self._projects(typed.text)))

    def _projects(self, typed: str) -> Iterator[Suggestion]:
        for project in self._store.projects(self._store.beginning_with(typed)[:MOST]):
            number = term_text(_only(Named("number", project.number)))
            yield Suggestion(project.title, number, project.number, project=project.id)


def _taken(each: Suggestion, query: Query, span: tuple[int, int]) -> Query:
    """The query once a suggestion is chosen."""
    text = f"{query.text[: span[0]]}{each.replacement}{query.text[span[1] :]}"
    return replace(query, text=text, sorts=(), group="")


def _is_alone(query: Query, typed: Typed) -> bool:
    """Whether the query asks nothing beside what is being typed: the counts of the register are right then."""
    before = query.text[: typed.span[0]].strip()
    is_first = filter_named(before.removesuffix(":")) is typed.asked if typed.asked else not before
    return is_first and query.view is View.ALL and not query.text[typed.span[1] :].strip()


def _value(asked: FilterKey, value: FilterValue) -> Suggestion:
    return Suggestion(value.label, value_text(value.condition), count=value.count, filter=asked.name)


def _whole(asked: FilterKey, value: FilterValue) -> Suggestion:
    written = term_text(_only(value.condition))
    return Suggestion(value.label, written, f"{asked.key}:", value.count, asked.name)


def _only(condition: Filter) -> Term:
    return Term((0, 0), is_negated=False, any_of=(condition,))


def _keys(names_of: Iterable[str]) -> list[Suggestion]:
    return [_key(filter_keys()[name]) for name in names_of]


def _key(asked: FilterKey) -> Suggestion:
    return Suggestion(f"{asked.key}:", f"{asked.key}:", _told(asked), filter=asked.name)


def _told(asked: FilterKey) -> str:
    """What a filter takes: examples of times and amounts, all of few values, else what it is."""
    if asked.kind in _EXAMPLES:
        return tr(_EXAMPLES[asked.kind])
    if asked.kind is FilterKind.CHOICE and len(asked.codes) <= MOST // 2:
        return ", ".join(code.label.lower() for code in asked.codes)
    return asked.title


def _beginning(typed: str) -> list[Suggestion]:
    """The filters and flags whose key begins so, in the window's language."""
    wanted = bare(typed)
    found = [_key(each) for each in filter_keys().values() if bare(each.key).startswith(wanted) and each.takes_value]
    flags = [
        Suggestion(said(keys), said(keys), view.label)
        for view, keys in FLAGS.items()
        if bare(said(keys)).startswith(wanted)
    ]
    return found + flags


def _fields(typed: str) -> list[Suggestion]:
    """The fields that can be there or missing."""
    able = [each for each in filter_keys().values() if each.targets or each.part is not None]
    meant = [each for each in able if bare(each.key).startswith(bare(typed))]
    return [Suggestion(each.key, each.key, each.title, filter=each.name) for each in meant[:MOST]]

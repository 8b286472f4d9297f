"""The search of an open register: by its index, or through the texts while there is none."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from hankeapp.db import queries
from hankeapp.db.connection import connect, refuse_writing, straight
from hankeapp.db.refusals import known_errors
from hankeapp.db.search import finding
from hankeapp.db.search.index import FAULTS, Index
from hankeapp.db.search.narrowing import is_for_index
from hankeapp.db.search.reading import moment, shared_names, with_related
from hankeapp.db.search.vocabulary import IndexedVocabulary
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Found
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from hankeapp.db.search.asking import Asked
    from hankeapp.db.search.forms import Forms
    from hankeapp.db.search.reading import Moment
    from hankeapp.domain.naming import Names
    from hankeapp.domain.packed_ids import PackedIds
    from hankeapp.domain.project import Project
    from hankeapp.domain.query import Query
    from hankeapp.domain.query_terms import Parsed, Term
    from hankeapp.language.lemmas import Lemmas
    from hankeapp.language.sought import Sought

PAGE = 80
"""Ids of a first page: as many rows as the highest screen shows."""
FOLLOWED_AT_ONCE = 50
"""Changed projects that are indexed before an answer; more of them take their time beside."""
_PATIENCE = 0.03
"""Seconds that a first page is looked for through the texts."""

_KEPT_FORMS = 20_000
"""Words of texts whose base forms are kept: some 5 MB."""
_BUSY_MS = 250
"""How long is waited for a program that is writing the index; after that the texts are looked through."""

Answer = TypeVar("Answer")


@dataclass
class _Kept:
    """What the words of the last question asked at which moment."""

    asked: tuple[tuple[Term, ...], Moment | None, Asked] | None = None


class Searching:
    """Answers queries over one connection, in the thread that has it."""

    def __init__(self, engine: Engine, register: Path) -> None:
        self._engine = engine
        self._register = register
        self._reading = engine
        """What an index is attached to."""
        self.is_hindered = False
        """Whether an index was to be made and could not be kept."""
        self._provide: Callable[[], tuple[Index, Lemmas] | None] = lambda: None
        self._shared: tuple[Moment, Names] | None = None
        self._lemmas: dict[str, tuple[str, ...]] = {}
        self._kept = _Kept()

    def share(self, other: Searching) -> None:
        """Find out but once what words ask, though the first page and the hits are read over two connections."""
        self._kept = other._kept

    def use(self, provide: Callable[[], tuple[Index, Lemmas] | None]) -> None:
        """Search from now on by an index, which is asked for when first a word is looked for."""
        self._provide = provide

    @cached_property
    def _provided(self) -> tuple[Index, Lemmas] | None:
        provided = self._provide()
        if provided is not None:
            provided[0].attach()
        return provided

    @property
    def index(self) -> Index | None:
        """The index that is used, if any is."""
        return self._provided[0] if self._provided else None

    def indexed_in(self, folder: Path, forms: Forms, morphology: str) -> Index:
        """The register's index in a folder, not attached yet. `RegisterError`."""
        with known_errors(self._register):
            # Over a connection of its own: a save takes a lock of every file that its connection has attached.
            self._reading = connect(self._register, writable=True, busy_ms=_BUSY_MS, passes_on=True)
            refuse_writing(self._reading)
            return Index(self._reading, self._register, folder, forms, morphology)

    def is_ready(self) -> bool:
        """Whether the index tells of all that is in the register, or soon may."""
        return self.index is not None and self.index.follow(FOLLOWED_AT_ONCE)

    def close(self) -> None:
        """Let go of the index."""
        if self._reading is not self._engine:
            self._reading.dispose()

    def find(self, query: Query, today: date) -> Found:
        """The first page of a query, at once; of a large register without an index what could be found by then."""
        deadline = time.monotonic() + _PATIENCE
        stopped = False

        def stop() -> bool:
            nonlocal stopped
            stopped = time.monotonic() > deadline
            return stopped

        def page(connection: Connection, asked: Asked) -> list[str]:
            if not asked.is_looking_through:
                return finding.ids(connection, query, asked, today, PAGE + 1)
            with finding.stopping(connection, stop):
                return finding.ids(connection, query, asked, today, PAGE + 1)

        asked, ids = self.answer(query, today, page)
        doubts = (*queries.parsed(query, today).doubts, *(self._shortcomings() if asked.is_looking_through else ()))
        is_whole = len(ids) <= PAGE and not stopped
        return Found([ProjectId(each) for each in ids[:PAGE]], is_whole, asked.near, doubts)

    def ids(self, query: Query, today: date, stop: Callable[[], bool] | None = None) -> PackedIds:
        """All ids of a query, in its order; some of them, once `stop` says so."""

        def every(connection: Connection, asked: Asked) -> PackedIds:
            if stop is None:
                return finding.every(connection, query, asked, today)
            with finding.stopping(connection, stop):
                return finding.every(connection, query, asked, today)

        return self.answer(query, today, every)[1]

    def words(self, query: Query, today: date) -> tuple[Sought, ...]:
        """The words that a query looks for, by which of their forms they are found."""
        return self.answer(query, today, _nothing)[0].words

    def lemmas_of(self, forms: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The base forms and parts of words that stand in the texts; those of many words are kept."""
        new = [form for form in forms if form not in self._lemmas]
        if len(self._lemmas) + len(new) > _KEPT_FORMS:
            self._lemmas, new = {}, list(forms)
        if new and self._provided:
            self._lemmas |= self._found_out(new, *self._provided)
        return {form: self._lemmas.get(form, ()) for form in forms}

    def _found_out(self, forms: Collection[str], index: Index, lemmas: Lemmas) -> dict[str, tuple[str, ...]]:
        known: dict[str, tuple[str, ...]] = {}
        try:
            if index.is_attached:
                with straight(self._reading) as sqlite:
                    known = IndexedVocabulary(sqlite.cursor()).lemmas_of(forms)
        except FAULTS as fault:
            index.give_up(fault)
        return {form: known[form] if form in known else lemmas.of(form) for form in forms}

    def naming(self) -> Callable[[Project], Names]:
        """Tells the names of what a project refers to; what is shared is read when the first is asked for."""
        shared = cache(self._shared_names)

        def names(project: Project) -> Names:
            if not project.relations:
                return shared()
            with known_errors(self._register), self._engine.connect() as connection:
                return with_related(connection, shared(), [project])

        return names

    def _shared_names(self) -> Names:
        with known_errors(self._register), self._engine.connect() as connection:
            now = moment(connection)
            if self._shared is None or self._shared[0] != now:
                self._shared = now, shared_names(connection)
            return self._shared[1]

    def answer(self, query: Query, today: date, work: Callable[[Connection, Asked], Answer]) -> tuple[Asked, Answer]:
        """What a query's words ask, and what `work` finds by it: by the index, or if that fails through the texts."""
        parsed = queries.parsed(query, today)
        if _asks_index(parsed) and self._provided and self.is_ready():
            index, lemmas = self._provided
            try:
                with self._reading.connect() as connection:
                    asked = self._asked_of_index(connection, parsed, index, lemmas)
                    return asked, work(connection, asked)
            except FAULTS as fault:
                index.give_up(fault)
        with known_errors(self._register), self._engine.connect() as connection:
            asked = finding.asked_of_texts(parsed)
            return asked, work(connection, asked)

    def _asked_of_index(self, connection: Connection, parsed: Parsed, index: Index, lemmas: Lemmas) -> Asked:
        """Kept for the next question: a list asks for its first page, then for the rest and for the hits."""
        kept = self._kept.asked
        if kept is None or kept[:2] != (parsed.terms, index.seen):
            kept = parsed.terms, index.seen, finding.asked_of_index(connection, parsed, lemmas)
            self._kept.asked = kept
        return kept[2]

    def _shortcomings(self) -> tuple[str, ...]:
        if self.index is None:
            return ()
        if self.is_hindered:
            return (tr("Search has no index: words are found only as they are written."),)
        return (tr("The index is not ready yet: words are found only as they are written."),)


def _asks_index(parsed: Parsed) -> bool:
    return bool(parsed.words) or any(map(is_for_index, parsed.filters))


def _nothing(_connection: Connection, _asked: Asked) -> None:
    """For when only the words are wanted."""

"""The search of an open register: its index made, followed and told of."""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager, suppress
from enum import Enum
from threading import Event, Lock
from typing import TYPE_CHECKING

from hankeapp.db.opening import open_beside
from hankeapp.services.dictionary import Dictionary
from hankeapp.services.hits import Hits
from hankeapp.services.processes import started
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from hankeapp.db.search.index import Index
    from hankeapp.db.store import Store
    from hankeapp.domain.packed_ids import PackedIds
    from hankeapp.domain.query import GroupRow, Query

MADE_AT_ONCE = 1000
"""Projects of a register whose index is made when a command asks for words: some seconds, once."""
MADE_HERE = 300
"""Projects of a register whose index a thread of this process makes; more of them would slow the window."""

_EVERY = sys.maxsize
_BESIDE = 2
"""Connections kept for other threads: for what is being typed, and for the rest of what was found before."""


class SearchState(Enum):
    """How well words are found."""

    READY = "ready"
    WAITING = "waiting"
    WITHOUT_INDEX = "without_index"
    WITHOUT_DICTIONARY = "without_dictionary"

    @property
    def label(self) -> str:
        return tr(_STATE_LABELS[self])


_STATE_LABELS = {
    SearchState.READY: mark("Search finds words in all their forms."),
    SearchState.WAITING: mark("The index of the search is being made: words are found only as they are written."),
    SearchState.WITHOUT_INDEX: mark("Search has no index: words are found only as they are written."),
    SearchState.WITHOUT_DICTIONARY: mark("The dictionary of Finnish is missing: words are found only as they begin."),
}


class _Stopped(Exception):
    """The register is closed: nobody waits for its index any more."""


class Search:
    """Has an index made for a register and brought after it; without a cache folder there is none."""

    def __init__(self, store: Store, cache: Path | None) -> None:
        self._store = store
        self._cache = cache
        self.dictionary = Dictionary(cache)
        self._is_stopped = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._beside: list[Store] = []
        """Open for the next question from another thread: opening takes longer than most of them."""
        self._passing = Lock()
        if cache is not None:
            store.searching.use(lambda: (self._index(store, cache), self.dictionary.lemmas))

    @property
    def state(self) -> SearchState:
        """How well words are found now."""
        if self._store.searching.index is None:
            return SearchState.WITHOUT_INDEX
        if not self._store.searching.is_ready():
            return SearchState.WITHOUT_INDEX if self._store.searching.is_hindered else SearchState.WAITING
        return SearchState.READY if self.dictionary.version else SearchState.WITHOUT_DICTIONARY

    def make_ready(self, most: int = sys.maxsize) -> bool:
        """Bring the index after the register, or make it, at once; not that of more than so many projects.

        Whether words are found in all their forms now.
        """
        index = self._store.searching.index
        if index is None:
            return False
        if not index.follow(_EVERY) and self._store.size() <= most:
            return self._put(index, index.build(_go_on))
        return self._store.searching.is_ready()

    def make_beside(self) -> Path | None:
        """The same from another thread, and of a large register in another process; a new index is handed to `take`."""
        if self._cache is None:
            return None
        with closing(open_beside(self._store.path)) as store:
            index = self._index(store, self._cache)
            try:
                if index.attach() and index.follow(_EVERY):
                    return None
                is_small = store.size() <= MADE_HERE
                if is_small:
                    return index.build(self._go_on_until_closed)
            except _Stopped:
                return None
            finally:
                index.detach()
        if not is_small:
            self._make_in_another_process()
        return None

    def stop(self) -> None:
        """Leave off what `make_beside` is about, and let go of the file."""
        self._is_stopped.set()
        self._let_go()
        if self._process is not None:
            self._process.terminate()

    def hits(self, query: Query, today: date) -> Hits | None:
        """Where the words of a query stand in the texts of projects; None where it looks for none."""
        searching = self._store.searching
        words = searching.words(query, today)
        return Hits(words, searching.lemmas_of, searching.naming()) if words else None

    def ids_beside(self, query: Query, today: date, stop: Callable[[], bool]) -> PackedIds:
        """All ids of a query, found from another thread over a connection of its own; some, once `stop` says so."""
        with self.store_beside() as store:
            return store.searching.ids(query, today, stop)

    def groups_beside(self, query: Query, today: date) -> list[GroupRow]:
        """The groups of a query, found from another thread over a connection of its own."""
        with self.store_beside() as store:
            return store.groups(query, today)

    @contextmanager
    def store_beside(self) -> Iterator[Store]:
        """The register over another connection, for another thread, searched by the same index."""
        with self._passing:
            store = self._beside.pop() if self._beside else None
        store = store or self._open_beside()
        try:
            yield store
        except BaseException:
            store.close()
            raise
        self._put_back(store)

    def _open_beside(self) -> Store:
        store = open_beside(self._store.path)
        store.searching.share(self._store.searching)
        if self._cache is not None:
            cache = self._cache
            store.searching.use(lambda: (self._index(store, cache), self.dictionary.lemmas))
        return store

    def _put_back(self, store: Store) -> None:
        with self._passing:
            if len(self._beside) < _BESIDE and not self._is_stopped.is_set():
                self._beside.append(store)
                return
        store.close()

    def _let_go(self) -> None:
        """Close what is open for other threads: Windows replaces no file that is."""
        with self._passing:
            closing_now, self._beside = self._beside, []
        for store in closing_now:
            store.close()

    def take(self, made: Path | None) -> bool:
        """Use what `make_beside` made from now on; whether words are found in all their forms by it."""
        index = self._store.searching.index
        if index is not None:
            self._put(index, made)
        return self.state is SearchState.READY

    def _put(self, index: Index, made: Path | None) -> bool:
        """Use an index that was made, or that another program made; whether there is one."""
        self._let_go()
        is_there = index.put(made) if made is not None else index.attach()
        self._store.searching.is_hindered = not is_there
        return is_there

    def _make_in_another_process(self) -> None:
        if self._cache is not None and not self._is_stopped.is_set():
            with suppress(OSError):  # without another process there is no index
                self._process = started("index", self._store.path, "--cache", self._cache)
                with self._process as process:
                    process.wait()
            self._process = None

    def _go_on_until_closed(self) -> None:
        if self._is_stopped.is_set():
            raise _Stopped

    def _index(self, store: Store, cache: Path) -> Index:
        return store.searching.indexed_in(cache, self.dictionary.forms, self.dictionary.version)


def _go_on() -> None:
    """Nothing stops what was asked for."""

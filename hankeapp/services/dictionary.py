"""Finnish for the search of a desk: base forms, and what is kept of them in its cache folder."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hankeapp.db.search.forms import Forms
from hankeapp.db.search.in_memory import PassingIndex
from hankeapp.digests import blake2b
from hankeapp.language.lemmas import RULES, Lemmas
from hankeapp.language.morphology import Morphology, MorphologyMissing
from hankeapp.language.spelling import Spelling
from hankeapp.paths import DICTIONARY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project
    from hankeapp.language.packed_words import PackedWords


class Dictionary:
    """Finnish as the search reads it: loaded when the first word is asked for, from a copy in the cache folder."""

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache
        self.lemmas = Lemmas(self._load)

    def spelling(self, *right: PackedWords) -> Spelling | None:
        """Judges how words are written, beside the person's and the register's own; None without a dictionary."""
        morphology = self._load()
        return Spelling(morphology, *right) if morphology else None

    @cached_property
    def forms(self) -> Forms:
        """The words that were taken apart before, kept in the cache folder."""
        return Forms(self._cache, self.version, self.lemmas)

    def index_of(self, projects: Iterable[Project], names: Names) -> PassingIndex:
        """An index in memory, of projects that stand in no register's."""
        return PassingIndex(projects, names, self.forms, self.lemmas)

    @cached_property
    def version(self) -> str:
        """Changes with all that an index's base forms depend on; empty without a dictionary."""
        try:
            content = DICTIONARY.read_bytes()
        except OSError:
            return ""
        return blake2b(content + RULES.encode(), digest_size=8).hexdigest()

    def _load(self) -> Morphology | None:
        return self._morphology

    @cached_property
    def _morphology(self) -> Morphology | None:
        try:
            return Morphology.load(self._cache)
        except MorphologyMissing:
            return None

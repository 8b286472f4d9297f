"""An index that stands in no file: of projects as they were on a past day."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from hankeapp.db.connection import connect_in_memory, driver
from hankeapp.db.rows import complete
from hankeapp.db.search.asking import Asking
from hankeapp.db.search.layout import GAP, indexes, tables
from hankeapp.db.search.tables import projects_of_hits
from hankeapp.db.search.vocabulary import IndexedVocabulary
from hankeapp.db.search.writing import Document, Writer
from hankeapp.db.statements import cursor
from hankeapp.db.tables import PROJECT
from hankeapp.domain.records import stored
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Engine

    from hankeapp.db.search.asking import Asked
    from hankeapp.db.search.forms import Forms
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.query_terms import Term
    from hankeapp.domain.values import Plain
    from hankeapp.language.lemmas import Lemmas


class PassingIndex:
    """Finds words in projects by the same rules as the index of a register; filled when the first are looked for."""

    def __init__(self, projects: Iterable[Project], names: Names, forms: Forms, lemmas: Lemmas) -> None:
        self._projects = projects
        self._names = names
        self._forms = forms
        self._lemmas = lemmas

    def asked(self, terms: Sequence[Term]) -> Asked:
        """What text terms ask of these projects."""
        with self._engine.connect() as connection:
            return Asking(IndexedVocabulary(cursor(connection)), self._lemmas).asked(terms)

    def ids(self, asked: Asked) -> list[ProjectId]:
        """The ids of the projects that hold what is asked, the best hits first."""
        if asked.is_hopeless:
            return []
        statement = projects_of_hits().where(*asked.conditions, *asked.phrases)
        with self._engine.connect() as connection:
            if not asked.ranked:
                return list(connection.execute(select(PROJECT.c.id).where(*asked.conditions)).scalars())
            values = ({"expression": each, "most": sys.maxsize} for each in asked.ranked)
            return [key for each in values for key in connection.execute(statement, each).scalars()]

    def lemmas_of(self, forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The base forms and parts of words that stand in the projects."""
        with self._engine.connect() as connection:
            return IndexedVocabulary(cursor(connection)).lemmas_of(list(forms))

    @cached_property
    def _engine(self) -> Engine:
        engine = connect_in_memory("search")
        projects = sorted(self._projects, key=lambda each: (sort_key(each.title), each.id))
        with engine.begin() as connection:
            PROJECT.create(connection)
            for statement in (*tables("search."), *indexes("search.")):
                connection.exec_driver_sql(statement)
            if projects:
                connection.execute(insert(PROJECT), [complete(PROJECT.name, _row(each), 1) for each in projects])
            writer = Writer(driver(connection), self._forms)
            documents = [Document.of(each, self._names) for each in projects]
            writer.learn(documents)
            for place, document in enumerate(documents, 1):
                writer.add(place * GAP, document)
            writer.finish()
        return engine


def _row(project: Project) -> dict[str, Plain]:
    return dict(stored(project)[0].row)

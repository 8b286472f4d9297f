"""What projects are called and known by, read without reading them: names, codes, and which were told apart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select, union_all

from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.domain.records import OWNER, STATE
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Select


class Label(NamedTuple):
    """What a live project is called."""

    id: str
    number: str
    acronym: str
    name: str


def read_labels(connection: Connection) -> list[Label]:
    """The labels of all live projects, by their numbers' order of giving."""
    table = PROJECT.c
    rows = connection.execute(_live(select(table.id, table.number, table.acronym, table.name)).order_by(table.id))
    return [Label._make(row) for row in rows]


def read_called(connection: Connection) -> Iterator[str]:
    """The names and acronyms of projects, organisations and units, one after the other, also of what is gone."""
    yield from chain.from_iterable(connection.execute(select(PROJECT.c.acronym, PROJECT.c.name)))
    for table in ("organisation", "unit"):
        yield from connection.execute(select(ROWS[table].c.name)).scalars()


def read_codes(connection: Connection) -> list[tuple[str, str]]:
    """The codes and application numbers of live fundings, each with the id of its project."""
    funding = ROWS["funding"].c
    live = funding[STATE] == RowState.LIVE.value
    each = [select(funding[OWNER], code).where(code != "", live) for code in (funding.code, funding.application)]
    return [(row[0], row[1]) for row in connection.execute(union_all(*each))]


def read_related(connection: Connection) -> set[frozenset[str]]:
    """The pairs of projects between which a person said how they stand to each other."""
    relation = ROWS["relation"].c
    rows = connection.execute(
        select(relation[OWNER], relation.project).where(
            relation.project.is_not(None), relation[STATE] == RowState.LIVE.value
        )
    )
    return {frozenset((row[0], row[1])) for row in rows}


def _live(statement: Select[tuple[str, ...]]) -> Select[tuple[str, ...]]:
    return statement.where(PROJECT.c[STATE] == RowState.LIVE.value)

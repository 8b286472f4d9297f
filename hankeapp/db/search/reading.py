"""Reading of the register what its index is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from hankeapp.db.reading import batches, read_projects
from hankeapp.db.search.writing import Document
from hankeapp.db.statements import reading_cursor
from hankeapp.db.tables import PROJECT, REGISTER, ROWS
from hankeapp.domain.naming import Names
from hankeapp.domain.records import PROJECT as PROJECT_NAME
from hankeapp.domain.records import SHARED, Stored
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.project import Project


class Moment(NamedTuple):
    """How far a register has come: its last act."""

    seq: int
    act: str


def register_id(connection: Connection) -> str:
    """The id of a register, which its copies have too."""
    return str(connection.execute(select(REGISTER.c.id)).scalar_one())


def moment(connection: Connection) -> Moment:
    """The register's last act."""
    row = reading_cursor(connection).execute("SELECT seq, id FROM act ORDER BY seq DESC LIMIT 1").fetchone()
    return Moment(*row) if row else Moment(0, "")


def in_title_order(connection: Connection) -> list[str]:
    """The ids of all projects that may be listed, those in the trash too, in the order of their titles."""
    return list(connection.execute(_IN_TITLE_ORDER).scalars())


def documents(connection: Connection, ids: Sequence[str], shared: Names) -> list[Document]:
    """The documents of the projects that may be listed, in the order of the ids."""
    projects = [each for each in read_projects(connection, ids, gone=True) if each.state is not RowState.UNDONE]
    names = with_related(connection, shared, projects)
    return [Document.of(each, names) for each in projects]


def shared_names(connection: Connection) -> Names:
    """The names of organisations, units and listed values."""
    return Names.of(
        Stored(table, dict(row)) for table in SHARED for row in connection.execute(select(ROWS[table])).mappings()
    )


def with_related(connection: Connection, shared: Names, projects: Iterable[Project]) -> Names:
    """Those names, and the titles of the projects that others are related to."""
    keys = {str(relation.project) for each in projects for relation in each.relations if relation.project}
    related: dict[str, str] = {}
    for batch in batches(sorted(keys)):
        columns = (PROJECT.c.id, PROJECT.c.acronym, PROJECT.c.name)
        rows = connection.execute(select(*columns).where(PROJECT.c.id.in_(batch))).mappings()
        related |= Names.of(Stored(PROJECT_NAME, dict(row)) for row in rows).by_id
    return Names({**shared.by_id, **related}, shared.by_code) if related else shared


_IN_TITLE_ORDER = (
    select(PROJECT.c.id).where(PROJECT.c.state != RowState.UNDONE.value).order_by(PROJECT.c.title_key, PROJECT.c.id)
)

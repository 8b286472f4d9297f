"""The tables of a register; those of rows are made from the declared fields, every value in its plain form."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import OWNER, PARTS, POSITION, STATE, TABLES
from hankeapp.domain.records import PROJECT as PROJECT_NAME
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field

APPLICATION_ID = 0x48414E4B
"""The bytes "HANK" in the file's header."""

SCHEMA_VERSION = 1
"""The file's `user_version`: the number of the newest revision under `alembic/versions`."""


def revision(version: int) -> str:
    """The name of the revision under `alembic/versions` that makes a version of the schema."""
    return f"{version:04}"


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

DERIVED: dict[str, tuple[str, ...]] = {PROJECT_NAME: ("title_key", "start_first", "end_last")}
"""What is worked out when a row is written: SQLite knows neither the Finnish order nor partial dates."""


def _column(field: Field) -> Column[Any]:
    kind = Integer() if issubclass(field.type, int) else Text()
    references = [ForeignKey(f"{field.refers}.id")] if field.refers else []
    return Column(field.name, kind, *references, nullable=field.optional)


def _code_check(column: str, codes: type[Enum]) -> CheckConstraint:
    listed = ", ".join(f"'{code.value}'" for code in codes)
    return CheckConstraint(f'"{column}" IN ({listed})', name=column)


def _table(name: str, kind: type, *more: Any) -> Table:
    fields = fields_of(kind)
    owner: list[Column[Any]] = []
    if name in PARTS:
        owner = [
            Column(OWNER, ForeignKey(f"{PROJECT_NAME}.id"), nullable=False, index=True),
            Column(POSITION, Integer, nullable=False),
        ]
    return Table(
        name,
        METADATA,
        Column("id", Text, primary_key=True),
        *owner,
        *(_column(field) for field in fields),
        *(Column(derived, Text, nullable=derived != "title_key") for derived in DERIVED.get(name, ())),
        Column(STATE, Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("row_sum", Integer, nullable=False),
        *(_code_check(field.name, field.type) for field in fields if issubclass(field.type, Enum)),
        _code_check(STATE, RowState),
        *more,
        sqlite_strict=True,
    )


LOOKED_UP = "ix_project_id"
"""The index off which it is read whether a project that a search has found is in a view: its row is long."""

_INDEXES: dict[str, list[Any]] = {
    "funding": [Index(f"ix_funding_{name}", name, STATE, OWNER) for name in ("funder", "fund", "programme")],
    "participation": [Index("ix_participation_organisation", "organisation", STATE, OWNER)],
    "kept_report": [UniqueConstraint("number")],
}

_LISTED = ("state", "status", "kind", "unit", "city_role", "themes", "start", "end", "start_first", "end_last")
"""What a list in the order of the titles is filtered by: read off the index, without the long rows."""

ROWS: dict[str, Table] = {
    PROJECT_NAME: _table(
        PROJECT_NAME,
        TABLES[PROJECT_NAME],
        UniqueConstraint("number"),
        Index("ix_project_title_key", "title_key", "id", *_LISTED, "budget_whole"),
        Index(LOOKED_UP, "id", "state", "status", "end_last"),
        Index("ix_project_status", "status", "state", "end_last", "unit", "themes"),
    ),
    **{name: _table(name, kind, *_INDEXES.get(name, ())) for name, kind in TABLES.items() if name != PROJECT_NAME},
}
"""The tables of rows by name: changed only through the change log."""

PROJECT = ROWS[PROJECT_NAME]

REGISTER = Table(
    "register",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("created", Text, nullable=False),
    Column("site", ForeignKey("site.id"), nullable=False),
    Column("page_layout", Text),
    sqlite_strict=True,
)

SITE = Table("site", METADATA, Column("id", Text, primary_key=True), sqlite_strict=True)
"""The copies of the register that changes were made in."""

NUMBER_SERIES = Table(
    "number_series",
    METADATA,
    Column("letter", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    sqlite_strict=True,
)
"""The last number given in a year, of projects (H) and of kept reports (R)."""

ACT = Table(
    "act",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("site", ForeignKey("site.id"), nullable=False),
    Column("stamp", Text, nullable=False),
    Column("undoes", ForeignKey("act.id")),
    UniqueConstraint("seq"),
    sqlite_strict=True,
)
"""What was done in one step, in the order of `seq`; `undoes` names the act that it takes back."""

CHANGE = Table(
    "change",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("act", ForeignKey("act.id"), nullable=False, index=True),
    Column("in_table", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("base", ForeignKey("change.id")),
    UniqueConstraint("seq"),
    Index("ix_change_row", "row", "field", "seq"),
    sqlite_strict=True,
)
"""What became of a field of a row, as JSON. Its id is its act's with its place in it; `base` is the change before it of
the same field. Nothing is ever changed here but for erasing a person's data."""

TABLE_SUM = Table(
    "table_sum",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("rows", Integer, nullable=False),
    Column("xor", Integer, nullable=False),
    sqlite_strict=True,
)
"""How many rows a table of rows has, and the exclusive or of their sums: a row that is missing shows."""

CONTENT = Table(
    "content",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The bytes of attachments, kept reports and the logo."""

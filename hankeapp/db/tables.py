"""The tables of a register; the project's columns are made from the declared fields."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from hankeapp.db.columns import CodeColumn, MomentColumn, PartialDateColumn
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.status import Outcome, Status

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

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


def _type_of(field: Field) -> TypeEngine[Any]:
    if issubclass(field.type, Enum):
        return CodeColumn(field.type)
    if field.type is PartialDate:
        return PartialDateColumn()
    if field.type is int:
        return Integer()
    return Text()


def _columns(fields: tuple[Field, ...]) -> list[Column[Any]]:
    return [Column(field.name, _type_of(field), nullable=field.optional) for field in fields]


def _code_checks(fields: tuple[Field, ...]) -> list[CheckConstraint]:
    return [_code_check(field.name, field.type) for field in fields if issubclass(field.type, Enum)]


def _code_check(column: str, codes: type[Enum]) -> CheckConstraint:
    listed = ", ".join(f"'{code.value}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


PROJECT = Table(
    "project",
    METADATA,
    Column("id", Text, primary_key=True),
    *_columns(fields_of(Project)),
    # Derived when a project is written: SQLite knows neither the Finnish order nor partial dates.
    Column("title_key", Text, nullable=False),
    Column("start_first", Text),
    Column("end_last", Text),
    Column("version", Integer, nullable=False),
    *_code_checks(fields_of(Project)),
    UniqueConstraint("number"),
    Index("ix_project_title_key", "title_key", "id"),
    Index("ix_project_status", "status", "end_last"),
    sqlite_strict=True,
)

STATUS_EVENT = Table(
    "status_event",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("project_id", ForeignKey("project.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("source", CodeColumn(Status), nullable=False),
    Column("target", CodeColumn(Status), nullable=False),
    Column("effective", PartialDateColumn()),
    Column("outcome", CodeColumn(Outcome)),
    Column("note", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("recorded", MomentColumn(), nullable=False),
    UniqueConstraint("project_id", "position"),
    _code_check("source", Status),
    _code_check("target", Status),
    _code_check("outcome", Outcome),
    sqlite_strict=True,
)

REGISTER = Table(
    "register",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("created", MomentColumn(), nullable=False),
    Column("page_layout", Text),
    sqlite_strict=True,
)

NUMBER_SERIES = Table(
    "number_series",
    METADATA,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    sqlite_strict=True,
)

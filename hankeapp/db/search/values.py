"""What a project has of what filters choose among, as tokens of an index: keys, listed codes and indexed texts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp.db.distinct import is_indexed
from hankeapp.db.search.layout import VALUE
from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.digests import blake2b
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.records import TABLES
from hankeapp.domain.values import Codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.fields import Field

_DIGEST = 8
"""Bytes of a token: no two of the values that registers hold are likely to share one."""


def token(table: str, name: str, value: str) -> str:
    """The token of a value of a field."""
    return VALUE + blake2b(f"{table}.{name}={value}".encode(), digest_size=_DIGEST).hexdigest()


def is_value(table: str, field: Field) -> bool:
    """Whether a field's values stand in an index as tokens."""
    return bool(field.refers) or field.type is Codes or (field.type is str and is_indexed(ROWS[table].c[field.name]))


def tokens_of(project: Project) -> list[str]:
    """The tokens of a project's values, in a fixed order."""
    return sorted(set(_tokens_of(PROJECT.name, project)).union(*(_of_parts(project))))


def _of_parts(project: Project) -> Iterator[Iterator[str]]:
    for part in parts_of(Project):
        yield from (_tokens_of(part.table, row) for row in getattr(project, part.name))


def _tokens_of(table: str, row: Any) -> Iterator[str]:
    for field in _fields(table):
        value = getattr(row, field.name)
        values = value if field.type is Codes else [value] if value else []
        yield from (token(table, field.name, each) for each in values)


@cache
def _fields(table: str) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(TABLES[table]) if is_value(table, field))

"""Every kind of row that a register holds, by the name of its table, and its plain form: what is stored and logged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.kept_reports import KeptReport
from hankeapp.domain.letterheads import Letterhead
from hankeapp.domain.mappings import KeptMapping
from hankeapp.domain.organisations import ListedValue, Organisation, Unit
from hankeapp.domain.presets import PrintPreset
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.saved_searches import SavedSearch
from hankeapp.domain.templates import Template
from hankeapp.domain.values import RowState, from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hankeapp.domain.fields import Part
    from hankeapp.domain.values import Plain

PROJECT = "project"
SHARED: dict[str, type] = {
    "organisation": Organisation,
    "unit": Unit,
    "listed_value": ListedValue,
    "saved_search": SavedSearch,
    "template": Template,
    "print_preset": PrintPreset,
    "column_mapping": KeptMapping,
    "kept_report": KeptReport,
    "letterhead": Letterhead,
}
"""Tables whose rows belong to no project."""
PARTS: dict[str, type] = {part.table: part.type for part in parts_of(Project)}
"""Tables whose rows belong to a project: they have its id as `project` and their place as `position`."""
TABLES: dict[str, type] = {PROJECT: Project, **PARTS, **SHARED}

STATE, OWNER, POSITION = "state", "project_id", "position"
"""What a row holds beside the fields of its kind."""

Row = dict[str, "Plain"]
"""A row in plain form: `id`, its fields, and what it holds beside them."""


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """What is logged of a table's rows, in a fixed order."""
    beside = (OWNER, POSITION) if table in PARTS else ()
    return (STATE, *beside, *(field.name for field in fields_of(TABLES[table])))


@dataclass(frozen=True)
class Stored:
    """A row of a table, in plain form."""

    table: str
    row: Mapping[str, Plain]

    @property
    def id(self) -> str:
        return str(self.row["id"])


def stored(project: Project) -> list[Stored]:
    """A project and its parts as rows."""
    row = Stored(PROJECT, _row(project) | {STATE: project.state.value})
    return [row, *(each for part in parts_of(Project) for each in stored_part(project, part))]


def stored_part(project: Project, part: Part) -> list[Stored]:
    """The rows of one part of a project."""
    beside: Row = {STATE: RowState.LIVE.value, OWNER: project.id}
    rows = enumerate(getattr(project, part.name))
    return [Stored(part.table, _row(each) | beside | {POSITION: position}) for position, each in rows]


def stored_shared(table: str, each: object) -> Stored:
    """A row of a shared table."""
    return Stored(table, _row(each) | {STATE: RowState.LIVE.value})


def project_of(row: Mapping[Any, Any], parts: Mapping[str, Sequence[Mapping[Any, Any]]], version: int) -> Project:
    """The project of a plain row and its parts' rows by table; rows that are not live are left out.

    Fields that were not read are empty.
    """
    values = _values(Project, row)
    for part in parts_of(Project):
        rows = parts.get(part.table)
        values[part.name] = _living(part.table, rows) if rows else ()
    return Project(id=ProjectId(row["id"]), version=version, state=RowState(row[STATE]), **values)


def shared_of(table: str, row: Mapping[Any, Any]) -> Any:
    """The organisation, unit or listed value of a plain row."""
    return SHARED[table](id=row["id"], **_values(SHARED[table], row))


def part_of(table: str, row: Mapping[Any, Any]) -> Any:
    """The part of a project of a plain row, whatever its state."""
    return PARTS[table](id=row["id"], **_values(PARTS[table], row))


def _living(table: str, rows: Iterable[Mapping[Any, Any]]) -> tuple[Any, ...]:
    live = [row for row in rows if row[STATE] == RowState.LIVE.value]
    return tuple(part_of(table, row) for row in sorted(live, key=_position))


def _position(row: Mapping[Any, Any]) -> tuple[int, str]:
    return row[POSITION], row["id"]


def _row(each: Any) -> Row:
    kind: type = type(each)
    return {"id": each.id} | {field.name: to_plain(getattr(each, field.name)) for field in fields_of(kind)}


def _values(kind: type, row: Mapping[Any, Any]) -> dict[str, Any]:
    # Most values are texts, which are in their plain form what they are, or nothing.
    return {
        name: plain if (plain := row[name]) is None or type(plain) is type_ else from_plain(type_, plain)
        for name, type_ in _types(kind)
        if name in row
    }


@cache
def _types(kind: type) -> tuple[tuple[str, type], ...]:
    return tuple((field.name, field.type) for field in fields_of(kind))

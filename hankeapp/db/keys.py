"""Keys made in the program: UUIDv7, so that two copies of a register never give the same key to two things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hankeapp.domain.fields import parts_of
from hankeapp.domain.project import Project


def new_key() -> str:
    """32 hexadecimal digits that sort by the time they were made."""
    from uuid_utils import uuid7  # late: who only reads a register needs no keys

    return uuid7().hex


def keyed(project: Project) -> Project:
    """The project with keys for those of its parts' rows that have none yet."""
    named: dict[str, Any] = {}
    for part in parts_of(Project):
        rows = getattr(project, part.name)
        if rows and not all(each.id for each in rows):
            named[part.name] = tuple(each if each.id else replace(each, id=new_key()) for each in rows)
    return replace(project, **named) if named else project

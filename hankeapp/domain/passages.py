"""What of a project is searched: every text in it, and the names of what it refers to, each with its field's label."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.values import Codes, Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.naming import Names

_TITLES = frozenset({"name", "acronym"})
_UNSAID = frozenset({"sha256"})
"""What is text, but says nothing to a person."""


@dataclass(frozen=True)
class Passage:
    """A text of a project: what it is called, and whether it is part of the title."""

    label: str
    text: str
    is_title: bool = False


def passages(project: Project, names: Names) -> Iterator[Passage]:
    """The texts of a project that hold something, those of its title first."""
    found = list(_told(project, names))
    yield from (each for each in found if each.is_title)
    yield from (each for each in found if not each.is_title)


def _told(project: Project, names: Names) -> Iterator[Passage]:
    for field in _searched(Project):
        if text := names.text(field, getattr(project, field.name)):
            yield Passage(field.title, text, is_title=field.name in _TITLES)
    for part in parts_of(Project):
        for row in getattr(project, part.name):
            for field in _searched(part.type):
                if text := names.text(field, getattr(row, field.name)):
                    yield Passage(_label(part, field), text)


@cache
def _searched(kind: type) -> tuple[Field, ...]:
    """The fields whose values are words; the labels of fixed codes are asked for by filters."""
    return tuple(
        each for each in fields_of(kind) if issubclass(each.type, str | Codes | Key) and each.name not in _UNSAID
    )


def _label(part: Part, field: Field) -> str:
    return f"{part.title}: {field.title}"

"""What of a project is searched: every text in it, and the names of what it refers to, each with its field's label."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

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


class Passage(NamedTuple):
    """A text of a project, in a field of its own or of one of its parts."""

    text: str
    field: Field
    part: Part | None = None

    @property
    def label(self) -> str:
        """What it is called, in the person's language."""
        return self.field.title if self.part is None else f"{self.part.title}: {self.field.title}"

    @property
    def is_title(self) -> bool:
        """Whether it is part of the title."""
        return self.part is None and self.field.name in _TITLES


def passages(project: Project, names: Names) -> Iterator[Passage]:
    """The texts of a project that hold something, those of its title first."""
    for field in _searched(Project):
        if text := names.text(field, getattr(project, field.name)):
            yield Passage(text, field)
    for part in parts_of(Project):
        for row in getattr(project, part.name):
            for field in _searched(part.type):
                if text := names.text(field, getattr(row, field.name)):
                    yield Passage(text, field, part)


@cache
def _searched(kind: type) -> tuple[Field, ...]:
    """The fields whose values are words, titles first; the labels of fixed codes are asked for by filters."""
    found = (each for each in fields_of(kind) if issubclass(each.type, str | Codes | Key) and each.name not in _UNSAID)
    return tuple(sorted(found, key=lambda field: kind is Project and field.name not in _TITLES))

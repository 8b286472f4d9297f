"""Rows that a person calls by a name of their own: saved searches, templates, print presets, columns of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from hankeapp.language.collation import sort_key
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class Named(Protocol):
    """What goes by a name."""

    @property
    def name(self) -> str:
        """The name."""


Row = TypeVar("Row", bound=Named)


def called(rows: Iterable[Row], name: str) -> Row | None:
    """The row of a name, whatever the case."""
    wanted = fold(name.strip())
    return next((each for each in rows if fold(each.name) == wanted), None)


def by_name(rows: Iterable[Row]) -> list[Row]:
    """The rows in the order of their names."""
    return sorted(rows, key=lambda each: sort_key(each.name))

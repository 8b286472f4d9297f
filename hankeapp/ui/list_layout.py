"""How a person has the list: its columns and folded groups for each view, the order and the group chosen last."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.query import Query, Sort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.ui.settings import Settings


@dataclass(frozen=True)
class ColumnWidth:
    """A column that is shown, by its name, and its width in px at 100 % text."""

    name: str
    width: int


@dataclass(frozen=True)
class ListLayout:
    """Empty columns are the ones before a person chose any; `folded` are keys of groups by the field `group`."""

    columns: tuple[ColumnWidth, ...] = ()
    sorts: tuple[Sort, ...] = ()
    group: str = ""
    folded: frozenset[str | None] = frozenset()


_LAST = "last"
"""The place of the order and the group that were chosen last."""


class LayoutMemory:
    """The layouts that the settings hold."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def layout(self, place: str) -> ListLayout:
        """How a view or a saved search was looked at last, by the key of its entry."""
        return self._settings.list_layouts.get(place, ListLayout())

    def change(self, place: str, **changed: Any) -> None:
        """Remember what a person has changed of it."""
        self._settings.list_layouts = {**self._settings.list_layouts, place: replace(self.layout(place), **changed)}

    def last_query(self) -> Query:
        """All projects in the order and the groups that were chosen last."""
        last = self.layout(_LAST)
        return Query(sorts=last.sorts, group=last.group)

    def keep_last(self, query: Query, *, has_words: bool) -> None:
        """Remember the group that was chosen, and the order, unless it is that of hits."""
        sorts = self.layout(_LAST).sorts if has_words else query.sorts
        self.change(_LAST, sorts=sorts, group=query.group)


Layouts = dict[str, ListLayout]
"""Layouts by the view, or the saved search, that they are of."""


def to_text(layouts: Mapping[str, ListLayout]) -> str:
    """The layouts as the settings hold them."""
    return json.dumps({place: asdict(layout) | {"folded": list(layout.folded)} for place, layout in layouts.items()})


def from_text(text: str) -> Layouts:
    """The layouts that `to_text` has written; `ValueError`, `KeyError` or `TypeError` for anything else."""
    return {place: _layout(**kept) for place, kept in json.loads(text).items()}


def _layout(
    columns: list[dict[str, object]], sorts: list[dict[str, object]], group: str, folded: list[str]
) -> ListLayout:
    return ListLayout(
        columns=tuple(ColumnWidth(str(each["name"]), int(str(each["width"]))) for each in columns),
        sorts=tuple(Sort(str(each["field"]), bool(each["descending"])) for each in sorts),
        group=str(group),
        folded=frozenset(folded),
    )

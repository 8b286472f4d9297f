"""What must hold of an entry of the office's lists: a name of its own, a life in order, a succession that ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.kept_lists import KeptList
from hankeapp.language.folding import fold
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHORT_NAME = "short_name"


def check_entry(kept: KeptList, changed: Mapping[str, object], now: Any, rows: Sequence[Any]) -> None:
    """`FieldError` for the first value with which an entry cannot stand among the rows of its list.

    What is not changed is not looked at: `now` is the row to be changed, None for a new one.
    """
    others = [row for row in rows if now is None or row.id != now.id]
    for field in fields_of(kept.type):
        if field.name in changed and field.type is str:
            rules.check_text(field.name, str(changed[field.name]), rules.LONGEST_LINE)
    _check_names(kept, changed, others)
    if kept is KeptList.UNITS and now is not None:
        _check_unit(replace(now, **changed), others)


def succession(unit: str, units: Mapping[str, Any]) -> list[str]:
    """The ids of the units that succeed one, in their order; where one comes again, it stands last."""
    found: list[str] = []
    at = units[unit].successor
    while at is not None and at in units:
        found.append(at)
        if found.count(at) > 1:
            break
        at = units[at].successor
    return found


def _check_names(kept: KeptList, changed: Mapping[str, object], others: Sequence[Any]) -> None:
    if kept.name_field in changed and not str(changed[kept.name_field]).strip():
        raise FieldError(kept.name_field, tr("An entry of a list must have a name."))
    taken = {fold(name): kept.name_of(row) for row in others for name in _called(kept, row)}
    for field in (kept.name_field, _SHORT_NAME):
        name = fold(str(changed.get(field, "")))
        if name and name in taken:
            raise FieldError(
                field,
                tr("This is in the list already: “{name}”.", name=taken[name]),
                tr("Give another name, or merge the two."),
            )


def _called(kept: KeptList, row: Any) -> list[str]:
    return [name for name in (getattr(row, _SHORT_NAME, ""), kept.name_of(row)) if name]


def _check_unit(unit: Any, others: Sequence[Any]) -> None:
    rules.check_order(unit.start, unit.end)
    units = {row.id: row for row in others} | {unit.id: unit}
    if unit.id in succession(unit.id, units):
        raise FieldError(
            "successor",
            tr("A unit cannot succeed itself, directly or by others."),
            tr("Choose the unit that carries on its work."),
        )

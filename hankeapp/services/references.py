"""References: what projects name by key or code from the office's lists, and whether it is still there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hankeapp.domain.errors import FieldError
from hankeapp.domain.kept_lists import KeptList, targets_of
from hankeapp.domain.records import PROJECT
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.db.writing import Writing
    from hankeapp.domain.changes import Change
    from hankeapp.domain.values import Plain

_REFERRING = {
    (target.part.table if target.part else PROJECT, target.field.name): kept
    for kept in KeptList
    for target in targets_of(kept)
} | {(KeptList.UNITS.table, "successor"): KeptList.UNITS}


def check_references(writing: Writing, changes: Sequence[Change]) -> None:
    """`FieldError` for a field that changes make name what was deleted from its list meanwhile.

    What was named before is not looked at, and where no name changed, nothing is read.
    """
    for (kept, field), keys in _named_anew(changes).items():
        deleted = writing.deleted(kept, keys)
        if deleted:
            raise FieldError(
                field,
                tr("“{name}” was deleted from the list meanwhile.", name=kept.name_of(deleted[0].row)),
                tr("Nothing was changed."),
                tr("Choose another one, or add it to the list again."),
            )


def referring(table: str, field: str) -> KeptList | None:
    """The list whose entries a field of a table names; None for none."""
    return _REFERRING.get((table, field))


def _named_anew(changes: Sequence[Change]) -> dict[tuple[KeptList, str], set[str]]:
    named: dict[tuple[KeptList, str], set[str]] = defaultdict(set)
    for change in changes:
        kept = _REFERRING.get((change.table, change.field))
        if kept is not None and change.new != change.old:
            named[kept, change.field] |= _keys(change.new) - _keys(change.old)
    return named


def _keys(plain: Plain) -> set[str]:
    # Codes come as they were chosen together.
    return set(str(plain or "").split())

"""What the office chose for the columns of tables: kept under names, and known again by the heads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.mappings import KeptMapping, fingerprint, place_of
from hankeapp.services.acts import short
from hankeapp.services.named_rows import by_name, called
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hankeapp.db.store import Store
    from hankeapp.domain.mappings import ColumnUse
    from hankeapp.services.acts import Journal

TABLE = "column_mapping"


class Mappings:
    """Every method that changes is one act."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[KeptMapping]:
        """What is kept, in the order of the names."""
        return by_name(self._store.shared(TABLE))

    def known(self, columns: Iterable[ColumnUse]) -> KeptMapping | None:
        """What was kept for a table with these heads, or None."""
        heads = fingerprint(columns)
        return next((each for each in self.all() if each.heads == heads), None) if heads else None

    def named(self, name: str) -> KeptMapping:
        """What is kept by a name, whatever its case; `NotFoundError`."""
        kept = self.all()
        found = called(kept, name)
        if found is None:
            there = ", ".join(tr("“{text}”", text=each.name) for each in kept)
            raise NotFoundError(
                tr("No columns are kept by the name “{name}”.", name=short(name)),
                tr("Nothing was changed."),
                tr("Kept are: {names}.", names=there) if there else tr("None are kept in the register yet."),
            )
        return found

    def save(self, name: str, columns: Iterable[ColumnUse], chosen: Mapping[str, str]) -> KeptMapping:
        """Keep the places chosen for heads, in place of what was kept for the same heads. `FieldError` for the name."""
        new = KeptMapping(name=name.strip(), heads=fingerprint(columns), content=json.dumps(dict(chosen)))
        if not new.name:
            raise FieldError("name", tr("What is kept must have a name."))
        rules.check_text("name", new.name, rules.LONGEST_LINE)
        with self._journal.act(tr("The columns of “{name}” were saved.", name=short(new.name))) as acting:
            kept = acting.writing.shared(TABLE)
            same: KeptMapping | None = next((each for each in kept if each.heads == new.heads), called(kept, new.name))
            if same is None:
                return replace(new, id=acting.add_shared(TABLE, new))
            changed = replace(new, id=same.id)
            acting.change_shared(same, changed)
            return changed


def chosen_in(mapping: KeptMapping) -> dict[str, str]:
    """The places that are kept, by heads; those that there are not any more are left to the reading."""
    content = json.loads(mapping.content)
    return {head: key for head, key in content.items() if not key or place_of(key) is not None}

"""The organisations, units and value lists of an open register, as a form offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.query_keys import Target
from hankeapp.services.acts import short
from hankeapp.services.directory import Directory
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.fields import Field
    from hankeapp.services.acts import Journal


_LISTED = "listed_value"


class Lists:
    """What keys and codes may name, and the way to put more in."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def shared(self, table: str) -> Sequence[Any]:
        """The live rows of a shared table."""
        return self._store.shared(table)

    def named(self, field: Field) -> dict[str, list[str]]:
        """What a field may name, by key or code: what each is called, the name that is shown first."""
        if field.values:
            return {row.code: [row.label] for row in self.shared(_LISTED) if row.list == field.values}
        return {row.id: [row.name, *_short_name(row)] for row in self.shared(field.refers)}

    def name_of(self, key: str) -> str:
        """What a row is called, also one that is not live any more; empty where there is none."""
        found = self._store.projects([ProjectId(key)], gone=True)
        return found[0].title if found else self._store.names().by_id.get(key, "")

    def written(self, field: Field) -> list[str]:
        """What is written in a field of any part in the register, each text once."""
        part = next(part for part in parts_of(Project) if field in fields_of(part.type))
        return self._store.different(Target(part, field))

    def add_shared(self, table: str, name: str) -> str:
        """The id of an organisation or a unit of this name, which is added if it is new."""
        with self._journal.act(_added(name)) as acting:
            return Directory(acting).key(table, name)

    def add_listed(self, values: str, label: str) -> str:
        """The code of a list's value with this label, which is added if it is new."""
        with self._journal.act(_added(label)) as acting:
            return Directory(acting).code(values, label)


def _short_name(row: Any) -> list[str]:
    short_name = getattr(row, "short_name", "")
    return [short_name] if short_name else []


def _added(name: str) -> str:
    return tr("“{name}” was added to the list.", name=short(name))

"""What a command would change, told before it does: a line for each field of each project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hankeapp.cli.tables import NOTHING, table
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.naming import Names
    from hankeapp.domain.revisions import Revision
    from hankeapp.services.bulk import Foreseen


@dataclass(frozen=True)
class Foretold:
    """Projects as they were read and as they would be."""

    foreseen: Sequence[Foreseen]
    revisions: Sequence[Revision]
    names: Names

    def text(self) -> str:
        count = sum(each.is_change for each in self.foreseen)
        would = trn("{n} project would be changed.", "{n} projects would be changed.", count)
        head = [field_of(Project, "number").title, field_of(Project, "name").title, tr("Field"), tr("Now"), tr("Then")]
        rows = [
            [each.before.number, each.before.title, field, old or NOTHING, new or NOTHING]
            for each, revision, old, new in self._changes()
            for field in [revision.column.title]
        ]
        lines = [would, tr("Nothing was changed.")]
        return "\n".join([*lines, "", table([head, *rows])] if rows else lines)

    def document(self) -> dict[str, Any]:
        return {
            "dry_run": True,
            "changed": changed_fields(self.foreseen, self.revisions),
            "changes": [
                {"number": each.before.number, "field": revision.column.name, "old": old, "new": new}
                for each, revision, old, new in self._changes()
            ],
        }

    def _changes(self) -> Iterator[tuple[Foreseen, Revision, str, str]]:
        from hankeapp.services.bulk import values_told

        for each in self.foreseen:
            for revision in {revision.column: revision for revision in self.revisions}.values():
                old, new = (values_told(revision, side, self.names) for side in (each.before, each.after))
                if old != new:
                    yield each, revision, old, new


def changed_fields(foreseen: Sequence[Foreseen], revisions: Sequence[Revision]) -> list[str]:
    """The names of the fields in which something changes."""
    names = dict.fromkeys(
        revision.column.name
        for revision in revisions
        for each in foreseen
        if revision.column.values(each.before) != revision.column.values(each.after)
    )
    return list(names)

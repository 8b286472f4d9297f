"""The rows that belong to a project, put in, changed, moved and taken away, one kind at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.part_rules import check_part
from hankeapp.domain.project import Project
from hankeapp.services.acts import short
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.fields import Part
    from hankeapp.services.acts import Journal


class Parts:
    """Writes what a person does to the rows of a part as one act."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def save(self, project: Project, name: str, rows: Sequence[Any]) -> Project:
        """Give a project that was read before other rows of one part; the project as it then stands.

        Rows without an id are new. What was changed elsewhere meanwhile stays, unless it is in a row that is changed
        here: then `ConflictError`. `FieldError` for a row that cannot stand, `NotFoundError` where the project is gone.
        """
        part = next(each for each in parts_of(Project) if each.name == name)
        old, new = getattr(project, name), tuple(rows)
        if new == old:
            return project
        for row in new:
            if row not in old:
                check_part(row)
        with self._journal.act(_told(project, part, old, new)) as acting:
            acting.change([project], [replace(project, version=project.version + 1, **{name: new})])  # type: ignore[arg-type]
        return acting.after[0]


def _told(project: Project, part: Part, old: Sequence[Any], new: Sequence[Any]) -> str:
    name, noun = short(project.title), part.noun
    before, after = {row.id: row for row in old}, {row.id: row for row in new}
    if before.keys() - after.keys():
        return tr("“{name}”: {part} removed.", name=name, part=noun)
    if after.keys() - before.keys():
        return tr("“{name}”: {part} added.", name=name, part=noun)
    changed = [field.title for field in fields_of(part.type) if _differs(field.name, before, after)]
    if not changed:
        return tr("“{name}”: {part} moved.", name=name, part=noun)
    return tr("“{name}”: {part} changed: {fields}.", name=name, part=noun, fields=", ".join(changed))


def _differs(field: str, before: dict[str, Any], after: dict[str, Any]) -> bool:
    return any(getattr(before[key], field) != getattr(row, field) for key, row in after.items())

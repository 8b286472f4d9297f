"""Drafts: what a person wrote and the register does not have, kept on disk beside the person's settings."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hankeapp.domain.causes import cause
from hankeapp.domain.errors import DateError, FileError
from hankeapp.domain.fields import field_of, parts_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.values import from_plain, to_plain
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from hankeapp.domain.fields import Field

_ENDING = ".json"
_NEW = "+"
"""What the name of a row begins with that the register does not have yet: no id does."""


@dataclass(frozen=True)
class Spot:
    """Where a draft is written: in a field of the project itself, or of a row of a part."""

    field: str
    part: str = ""
    row: str = ""

    @property
    def is_of_new_row(self) -> bool:
        """Whether the register has no such row yet."""
        return self.row.startswith(_NEW)


def new_row(number: int) -> str:
    """What a row that the register does not have yet is called among the drafts of its part."""
    return f"{_NEW}{number}"


@dataclass(frozen=True)
class Draft:
    """What was written, over which value, why the register did not take it (empty: it was not asked), and when."""

    content: str
    base: object
    error: str = ""
    moment: datetime = field(default_factory=lambda: datetime.now(UTC), compare=False)


Drafted = Mapping[Spot, Draft]


class Drafts:
    """The drafts of one person in one register, a file a project; without a folder, in memory only.

    What is kept is on disk when `keep` returns. A file that cannot be read is set aside, and `damage` tells of it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: dict[ProjectId, Drafted] = {}
        self.damage: FileError | None = None
        if folder is not None and folder.is_dir():
            for path in sorted(folder.glob(f"*{_ENDING}")):
                self._load(path)

    def of(self, project: ProjectId) -> Drafted:
        """The drafts of a project."""
        return self._kept.get(project, {})

    def text_of(self, project: ProjectId) -> str:
        """What was written in a project, a line a field."""
        return "\n".join(f"{_field(spot).title}: {draft.content}" for spot, draft in self.of(project).items())

    @property
    def projects(self) -> tuple[ProjectId, ...]:
        """The projects that have drafts."""
        return tuple(self._kept)

    def count(self, *, but: ProjectId | None = None) -> int:
        """How many fields wait, a new row as one at least, in all projects or all but one."""
        return sum(_waiting(drafts) for project, drafts in self._kept.items() if project != but)

    def keep(self, project: ProjectId, drafts: Drafted) -> None:
        """Put these in the place of a project's drafts; `FileError` where they are kept in memory only."""
        old = self.of(project)
        if drafts == old:
            return
        kept = {spot: _first_written(old.get(spot), draft) for spot, draft in drafts.items()}
        if kept:
            self._kept[project] = kept
        else:
            del self._kept[project]
        if self._folder is not None:
            self._write(self._folder / f"{project}{_ENDING}", kept)

    def forget(self, projects: Collection[ProjectId]) -> None:
        """Let go of the drafts of projects that are gone."""
        for project in projects:
            self.keep(project, {})

    def _write(self, path: Path, drafts: Drafted) -> None:
        try:
            if drafts:
                _replace(path, json.dumps([_to_json(spot, draft) for spot, draft in drafts.items()]))
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise FileError(
                tr("What is not saved yet could not be kept on disk: {reason}.", reason=cause(error)),
                tr("It stays in its fields while the window is open."),
                tr("Make room on the disk of your own folder."),
            ) from error

    def _load(self, path: Path) -> None:
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            self._kept[ProjectId(path.stem)] = dict(_from_json(each) for each in told)
        except (OSError, ValueError, KeyError, TypeError, StopIteration, DateError):
            self._kept.pop(ProjectId(path.stem), None)
            path.replace(path.with_suffix(".damaged"))
            self.damage = FileError(
                tr("Drafts from earlier could not be read."),
                tr("They were set aside, and what was saved is untouched."),
            )


def _first_written(old: Draft | None, new: Draft) -> Draft:
    """The new draft; of one that says the same, the moment stays."""
    return replace(new, moment=old.moment) if old is not None and old.content == new.content else new


def _field(spot: Spot) -> Field:
    kind = next(part.type for part in parts_of(Project) if part.name == spot.part) if spot.part else Project
    return field_of(kind, spot.field)


def _waiting(drafts: Drafted) -> int:
    new_rows = {(spot.part, spot.row): 0 for spot in drafts if spot.is_of_new_row}
    for spot, draft in drafts.items():
        if spot.is_of_new_row:
            new_rows[spot.part, spot.row] += bool(draft.error)
    return sum(not spot.is_of_new_row for spot in drafts) + sum(max(wrong, 1) for wrong in new_rows.values())


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _to_json(spot: Spot, draft: Draft) -> dict[str, object]:
    told = {"field": spot.field, "part": spot.part, "row": spot.row, "content": draft.content, "error": draft.error}
    return {**told, "base": to_plain(draft.base), "moment": to_plain(draft.moment)}


def _from_json(told: dict[str, Any]) -> tuple[Spot, Draft]:
    spot = Spot(*(str(told[name]) for name in ("field", "part", "row")))
    base = from_plain(_field(spot).type, told["base"])
    moment = datetime.fromisoformat(str(told["moment"]))
    return spot, Draft(str(told["content"]), base, str(told["error"]), moment)

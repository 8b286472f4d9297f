"""Imports that are half-way: their sources and what was decided so far, on disk beside the person's settings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hankeapp.domain.causes import cause
from hankeapp.domain.errors import FileError
from hankeapp.services.decisions import decisions_in, told
from hankeapp.services.files import read_whole, write_whole
from hankeapp.services.import_sources import ImportSource
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hankeapp.services.decisions import Decision
    from hankeapp.services.import_review import Review

_DECIDED, _SOURCE = ".json", ".source"


@dataclass(frozen=True, kw_only=True)
class KeptImport:
    """An import that is half-way: of how many projects nothing is left to decide, and when it was looked at last.

    `columns` are the places of a table's columns by heads, as a person chose them; None where they did not.
    """

    source: ImportSource
    moment: datetime
    settled: int
    of: int
    columns: Mapping[str, str] | None
    decisions: Sequence[Decision]


class KeptImports:
    """Those of one person for one register, two files an import; what is kept is on disk when `keep` returns.

    A file that cannot be read is set aside, and `damage` tells of it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.damage: FileError | None = None

    def all(self) -> list[KeptImport]:
        """Those that are half-way, the one looked at last first."""
        found = [self._load(path) for path in sorted(self._folder.glob(f"*{_DECIDED}"))]
        return sorted((each for each in found if each is not None), key=lambda each: each.moment, reverse=True)

    def of(self, source: ImportSource) -> KeptImport | None:
        """What was decided of a source, if it was not all of it."""
        path = self._folder / f"{source.key}{_DECIDED}"
        return self._load(path) if path.exists() else None

    def keep(self, source: ImportSource, review: Review, columns: Mapping[str, str] | None, moment: datetime) -> None:
        """Keep what was decided of a source, in the place of what was kept of it. `FileError`."""
        content = {
            "name": source.name,
            "said": source.said,
            "moment": moment.astimezone(UTC).isoformat(timespec="microseconds"),
            "settled": review.settled,
            "of": len(review.entries),
            "columns": None if columns is None else dict(columns),
            "decisions": told(review),
        }
        place = self._folder / source.key
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not place.with_suffix(_SOURCE).exists():
                write_whole(place.with_suffix(_SOURCE), source.data)
            write_whole(place.with_suffix(_DECIDED), json.dumps(content).encode())
        except OSError as error:
            raise _unkept(error) from error
        except FileError as error:
            raise _unkept(error.__cause__) from error

    def forget(self, source: ImportSource) -> None:
        """Let go of what was kept of a source: it was taken in, or is not wanted."""
        for suffix in (_DECIDED, _SOURCE):
            (self._folder / source.key).with_suffix(suffix).unlink(missing_ok=True)

    def _load(self, path: Path) -> KeptImport | None:
        try:
            content = json.loads(path.read_text("utf-8"))
            return _read(content, read_whole(path.with_suffix(_SOURCE)))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, FileError):
            path.replace(path.with_suffix(".damaged"))
            self.damage = FileError(
                tr("An import that was half-way could not be read."),
                tr("It was set aside, and the register is untouched."),
                tr("Import the source again."),
            )
            return None


def _read(content: dict[str, Any], data: bytes) -> KeptImport:
    columns = content["columns"]
    return KeptImport(
        source=ImportSource(str(content["name"]), data, content["said"]),
        moment=datetime.fromisoformat(str(content["moment"])),
        settled=int(content["settled"]),
        of=int(content["of"]),
        columns=None if columns is None else {str(head): str(key) for head, key in columns.items()},
        decisions=decisions_in(content["decisions"]),
    )


def _unkept(error: BaseException | None) -> FileError:
    reason = cause(error) if isinstance(error, OSError) else str(error)
    return FileError(
        tr("What was decided of the import could not be kept on disk: {reason}.", reason=reason),
        tr("It is there while the window is open."),
        tr("Make room on the disk of your own folder."),
    )

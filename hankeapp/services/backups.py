"""The backups of a register: when they are made, which are kept, and how one is put back."""

from __future__ import annotations

import json
import re
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from hankeapp.db.backup import back_up, contents_of, put_back
from hankeapp.db.opening import open_beside, open_store
from hankeapp.digests import sha256_of
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import RegisterError
from hankeapp.services.retention import kept
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.db.contents import Contents
    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Clock

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_SUFFIX = ".hanke"
_OWNER = "register.json"
"""Beside the backups: where the register stood, so that they are found though it cannot be read any more."""

_ONE_TICK = timedelta(microseconds=1)
_ABANDONED = 24 * 3600
"""Seconds after which a half-made backup is surely nobody's any more."""


@dataclass(frozen=True)
class Backup:
    """A verified copy: when it was made, and what it holds."""

    path: Path
    made: datetime
    contents: Contents


def default_root() -> Path:
    """Where the program keeps backups: among the person's own data, not beside the register."""
    return Path(platformdirs.user_data_dir("hankeapp", appauthor=False)) / "backups"


class Backups:
    """The backups under a root folder, those of each register in a folder by its id."""

    def __init__(self, clock: Clock, root: Path | None = None) -> None:
        self._clock = clock
        self.root = root or default_root()

    def of(self, path: Path) -> list[Backup]:
        """The backups of the register at a path, damaged or gone though it be, the newest first."""
        found = {folder for folder in map(self._folder_of_file, [path]) if folder} | set(self._folders_by_path(path))
        backups = [backup for folder in found for backup in _backups(folder)]
        return sorted(backups, key=lambda each: each.made, reverse=True)

    def make(self, store: Store) -> Path:
        """Make a backup now, and let go of those that need not be kept. `RegisterError`."""
        now = store.contents()
        folder = self._folder(now.register)
        target = folder / f"{self._next(folder).strftime(_STAMP)}{_SUFFIX}"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (folder / _OWNER).write_text(json.dumps({"path": str(store.path.resolve())}), "utf-8")
        except (OSError, UnicodeError) as error:
            raise _not_made(error) from error
        back_up(store, target)
        _thin_out(folder)
        return target

    def make_if_changed(self, store: Store) -> Path | None:
        """Make a backup if anything was done since the newest one. `RegisterError`."""
        now = store.contents()
        if not now.acts:
            return None
        newest = next(iter(_files(self._folder(now.register))), None)
        if newest is not None:
            with suppress(RegisterError):
                if _is_same(contents_of(newest), now):
                    return None
        return self.make(store)

    def make_beside(self, path: Path) -> Path | None:
        """`make_if_changed` over a connection of its own, for another thread."""
        with closing(open_beside(path)) as store:
            return self.make_if_changed(store)

    def restore(self, backup: Backup, path: Path) -> Path | None:
        """Put a backup in the place of a register; the path under which what stood there is kept. `RegisterError`."""
        with suppress(RegisterError), closing(open_store(path)) as store:
            self.make_if_changed(store)  # a sound one; of a damaged one, the file itself is kept
        return put_back(backup.path, path, self._clock.now().astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ"))

    def _next(self, folder: Path) -> datetime:
        """The time in UTC, but never before the newest backup: a computer's clock may jump back."""
        now = self._clock.now().astimezone(UTC)
        return max([now, *(_made(each) + _ONE_TICK for each in _files(folder)[:1])])

    def _folder(self, register: str) -> Path:
        # An id is data: one that is not of our making never becomes a path.
        safe = re.fullmatch(r"[0-9a-f]{32}", register)
        return self.root / (register if safe else sha256_of(register.encode(errors="replace"))[:32])

    def _folder_of_file(self, path: Path) -> Path | None:
        with suppress(RegisterError):
            return self._folder(contents_of(path).register)
        return None

    def _folders_by_path(self, path: Path) -> list[Path]:
        owners = self.root.glob(f"*/{_OWNER}")
        return [owner.parent for owner in owners if _path_in(owner) == str(path.resolve())]


def _backups(folder: Path) -> list[Backup]:
    """Those of a folder that can be read."""
    found = []
    for path in _files(folder):
        with suppress(RegisterError):
            found.append(Backup(path, _made(path), contents_of(path)))
    return found


def _files(folder: Path) -> list[Path]:
    """The backups of a folder, the newest first."""
    return sorted((each for each in folder.glob(f"*{_SUFFIX}") if _is_backup(each)), reverse=True)


def _is_backup(path: Path) -> bool:
    with suppress(ValueError):
        return bool(_made(path))
    return False


def _made(path: Path) -> datetime:
    return datetime.strptime(path.name.removesuffix(_SUFFIX), _STAMP).replace(tzinfo=UTC)


def _is_same(backup: Contents, now: Contents) -> bool:
    return (backup.acts, backup.last_act) == (now.acts, now.last_act)


def _thin_out(folder: Path) -> None:
    files = {_made(path): path for path in _files(folder)}
    for made in files.keys() - kept(files):
        files[made].unlink(missing_ok=True)
    for half_made in folder.glob(".*.tmp"):
        with suppress(OSError):
            if time.time() - half_made.stat().st_mtime > _ABANDONED:
                half_made.unlink()


def _path_in(owner: Path) -> str:
    try:
        return str(json.loads(owner.read_text("utf-8"))["path"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _not_made(error: Exception) -> RegisterError:
    reason = cause(error) if isinstance(error, OSError) else str(error)
    return RegisterError(
        tr("The backup could not be made: {reason}.", reason=reason),
        tr("The register itself is safe."),
        tr("Make room on the disk, or save a copy of the register somewhere else."),
    )

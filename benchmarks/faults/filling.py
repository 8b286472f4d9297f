"""A disk that fills up while something is written: what was there before is there, and the person is told."""

from __future__ import annotations

import errno
import resource
import shutil
import signal
import subprocess
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from benchmarks.faults import coming, trials
from benchmarks.faults.trials import DESK, Figure
from hankeapp.db.opening import open_store
from hankeapp.domain.errors import KnownError
from hankeapp.domain.query import Query
from hankeapp.services.backups import Backups
from hankeapp.services.opening import create, open_register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_STEP = 4096 + 512


def disks(folder: Path, count: int) -> Figure:
    """Let the disk fill up at many places of a save, a backup, a restore, a migration and the making of a register."""
    old = folder / "vanha.hanke"
    trials.example(old)
    right = trials.everything(old)
    bad, told = 0, 0
    for turn in range(count):
        place = folder / "levy"
        place.mkdir()
        path = shutil.copyfile(old, place / "r.hanke")
        name, work = list(_WORKS.items())[turn % len(_WORKS)]
        room = _STEP * (turn // len(_WORKS)) ** 2**2
        scripts = folder if name == "migration" else None
        code, _ = trials.run(lambda: _in_little_room(path, room, work, scripts))  # type: ignore[misc]  # noqa: B023
        told += code == trials.REFUSED
        kept, _ = trials.run(lambda: _check(path, name, right, scripts))  # noqa: B023
        bad += code == 1 or kept != 0
        shutil.rmtree(place)
    return Figure("disk full: lost, half done or not told", count, bad, f"{told} told, the others had room")


def real_disks(folder: Path, count: int) -> Figure | None:
    """Saves on a disk in memory that is really full; None where it may not be made."""
    place = folder / "täysi"
    place.mkdir()
    with _small_disk(place, 2 << 20) as is_there:
        if not is_there:
            return None
        path = place / "r.hanke"
        create(path, DESK).close()
        key = trials.one_project(path)
        filler = place / "täyte"
        bad = 0
        for turn in range(count):
            _fill(filler)
            with closing(open_register(path, DESK)) as register:
                (project,) = register.projects([key])  # type: ignore[list-item]
                with suppress(KnownError):
                    register.save(project, {"public_text": "x" * 300_000, "notes": f"{turn}"})
                    bad += 1
                bad += register.projects([project.id]) != [project]  # type: ignore[list-item]
                filler.unlink()
                register.save(project, {"notes": f"{turn}"})
            with closing(open_store(path)) as store:
                bad += bool(trials.disagreements(store))
    return Figure("a really full disk: lost or not told", count, bad)


def _save(path: Path) -> None:
    with closing(open_register(path, DESK)) as register:
        (project,) = register.projects(register.ids(Query())[:1])
        register.save(project, {"public_text": "ä" * 60_000})


def _back_up(path: Path) -> None:
    with closing(open_store(path)) as store:
        Backups(DESK.clock, path.parent / "varmuuskopiot").make(store)


def _restore(path: Path) -> None:
    backups = Backups(DESK.clock, path.parent / "varmuuskopiot")
    with closing(open_store(path)) as store, _room(None):
        backups.make(store)
    backups.restore(backups.of(path)[0], path)


def _migrate(path: Path) -> None:
    open_store(path).close()


def _create(path: Path) -> None:
    create(path.with_name("uusi.hanke"), DESK).close()


_WORKS: dict[str, Callable[[Path], None]] = {
    "save": _save,
    "backup": _back_up,
    "restore": _restore,
    "migration": _migrate,
    "making": _create,
}


def _in_little_room(path: Path, room: int, work: Callable[[Path], None], scripts: Path | None) -> None:
    """No file may grow beyond the register's size and some more; for a new file, beyond the room alone."""
    size = 0 if work in {_create, _back_up, _restore} else path.stat().st_size
    if scripts is None:
        with _room(size + room):
            work(path)
        return
    with coming.revision(scripts), _room(size + room):
        work(path)


@contextmanager
def _room(limit: int | None) -> Iterator[None]:
    """Let files grow to a size only; writing beyond it fails, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if limit is None else limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _check(path: Path, name: str, right: object, scripts: Path | None) -> None:
    """Raise unless what stood is there whole, or what was to be done was done whole."""
    if scripts is not None:
        with coming.revision(scripts) as new_schema:
            assert coming.version_and_schema(path) in coming.whole(new_schema)
            assert trials.everything(path) == right
        return
    shown = trials.everything(path)
    assert name == "save" or shown == right
    with closing(open_store(path)) as store:
        assert trials.disagreements(store) == []
    new = path.with_name("uusi.hanke")
    if new.exists():
        trials.everything(new)
    for backup in Backups(DESK.clock, path.parent / "varmuuskopiot").of(path):
        trials.everything(backup.path)


@contextmanager
def _small_disk(place: Path, size: int) -> Iterator[bool]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for part in (65536, 4096, 512):
            try:
                while file.write(bytes(part)) == part:
                    pass
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise

"""Power cuts, simulated: what was not synced is there, is not, or is there in part, sector by sector.

The model: a sync keeps what was written to its file, and its name in the folder. Of writes since then any sectors may
have reached the disk, and a deletion that was not synced with its folder may not have.
"""

from __future__ import annotations

import random
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.faults import trials
from benchmarks.faults.recording import Recorder, Unheard
from benchmarks.faults.trials import DESK, Figure
from hankeapp.db import connection as connecting
from hankeapp.db.opening import create_store, open_store
from hankeapp.domain.errors import KnownError
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.faults.recording import Event

_SECTOR = 512
_SAVES = 60

SQLITE_DEFAULT = {"journal_mode": ("DELETE", "delete"), "synchronous": ("FULL", 2)}
"""What SQLite does when nobody asks for more: the trial must find it wanting."""


@dataclass
class _File:
    """A file on a disk that may lose its power; `former` had its name, and may have it still."""

    kept: bytes = b""
    pending: list[Event] = field(default_factory=list)
    is_named: bool = False
    is_deleted: bool = False
    former: _File | None = None


def cuts(folder: Path, count: int) -> list[Figure]:
    """Cut the power at random moments of saving, with our pragmas and with SQLite's own; nothing where unheard."""
    try:
        recorder = Recorder()
    except Unheard:
        return []
    ours = _lost(folder, count, recorder, {})
    theirs = _lost(folder, count, recorder, SQLITE_DEFAULT)
    return [
        Figure("power cuts: acknowledged edits lost", count, ours),
        Figure("power cuts with DELETE/FULL: seen to fail", count, int(not theirs), f"{theirs} lost, as they must be"),
    ]


def _lost(folder: Path, count: int, recorder: Recorder, pragmas: dict[str, tuple[str, object]]) -> int:
    path = folder / f"virta{len(pragmas)}.hanke"
    create_store(path, DESK.clock.now()).close()
    key = trials.one_project(path)
    beginning = path.read_bytes()
    with _pragmas(pragmas):
        events = _saving(path, key, recorder)
    chance, lost = random.Random(count), 0
    place = folder / f"katko{len(pragmas)}"
    place.mkdir()
    for _ in range(count):
        moment = _moment(events, chance)
        said = max((event.place for event in events[:moment] if event.kind == "said"), default=0)
        _write_disk(place, path, _after(events[:moment], path, beginning, chance))
        lost += not _is_there(place / path.name, key, said)
        for left in place.iterdir():
            left.unlink()
    return lost


def _moment(events: Sequence[Event], chance: random.Random) -> int:
    """Every second cut comes while nothing is done: so it is at most of the time."""
    if chance.random() < 0.5:
        return chance.randrange(len(events))
    return 1 + chance.choice([place for place, event in enumerate(events) if event.kind == "said"])


def _saving(path: Path, key: str, recorder: Recorder) -> list[Event]:
    recorder.events.clear()
    with recorder.recording(), closing(open_register(path, DESK)) as register:
        (project,) = register.projects([key])  # type: ignore[list-item]
        for turn in range(1, _SAVES + 1):
            text = "x" * (turn % 7 * 900)
            project = register.save(project, {"notes": str(turn), "public_text": text})
            recorder.say(turn)
        return list(recorder.events)


@contextmanager
def _pragmas(pragmas: dict[str, tuple[str, object]]) -> Iterator[None]:
    kept = dict(connecting._DURABLE)  # noqa: SLF001
    connecting._DURABLE.update(pragmas)  # noqa: SLF001
    try:
        yield
    finally:
        connecting._DURABLE.update(kept)  # noqa: SLF001


def _after(events: Sequence[Event], path: Path, beginning: bytes, chance: random.Random) -> dict[str, bytes]:
    """What a disk holds by path when the power has gone after events."""
    disk = {str(path.resolve()): _File(beginning, is_named=True)}
    for event in events:
        if event.kind == "said":
            continue
        file = disk.setdefault(event.path, _File())
        match event.kind:
            case "sync":
                for each in file.pending:
                    file.kept = _done(file.kept, each)
                file.pending.clear()
                file.is_named, file.former = True, None
            case "delete" if event.place:
                del disk[event.path]
            case "delete":
                file.is_deleted = True
            case _:
                if file.is_deleted:  # a new file under the old name
                    file = disk[event.path] = _File(former=file if file.is_named else file.former)
                file.pending.append(event)
    found = {name: _found(file, chance) for name, file in disk.items()}
    return {name: _survived(file, chance) for name, file in found.items() if file is not None}


def _found(file: _File, chance: random.Random) -> _File | None:
    """The file that has a name after the power has gone: what was not synced with its folder may be so or not."""
    choices: list[_File | None] = [file]
    if file.is_deleted:
        choices.append(None)
    if not file.is_named:
        choices.append(file.former)
    return chance.choice(choices)


def _survived(file: _File, chance: random.Random) -> bytes:
    """What is synced, and of the rest nothing, everything or any sectors."""
    data, mood = file.kept, chance.randrange(3)
    for event in file.pending:
        if event.kind == "truncate":
            data = _done(data, event) if mood == 1 or (mood == 2 and chance.random() < 0.5) else data
            continue
        for at in range(0, len(event.data), _SECTOR):
            if mood == 1 or (mood == 2 and chance.random() < 0.5):
                part = replace(event, place=event.place + at, data=event.data[at : at + _SECTOR])
                data = _done(data, part)
    return data


def _done(data: bytes, event: Event) -> bytes:
    if event.kind == "truncate":
        return data[: event.place]
    padded = data.ljust(event.place, b"\0")
    return padded[: event.place] + event.data + padded[event.place + len(event.data) :]


def _write_disk(place: Path, path: Path, disk: dict[str, bytes]) -> None:
    for name, data in disk.items():
        (place / Path(name).name).write_bytes(data)
    assert (place / path.name).exists()


def _is_there(path: Path, key: str, said: int) -> bool:
    try:
        with closing(open_store(path)) as store:
            (project,) = store.projects([key])  # type: ignore[list-item]
            return int(project.notes) in {said, said + 1} and not trials.disagreements(store)
    except KnownError:
        return False

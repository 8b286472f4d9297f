"""Opening and making registers."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from hankeapp.db.opening import create_store, open_store
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services.backups import Backups
from hankeapp.services.files import read_whole
from hankeapp.services.register import Register
from hankeapp.services.sources import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk


def create(path: Path, desk: Desk) -> Register:
    """An empty register; `RegisterExists` where a file stands already."""
    return Register(create_store(path, desk.clock.now()), desk, Backups(desk.clock))


def open_register(path: Path, desk: Desk, *, reading: bool = False) -> Register:
    """The register at a path, only for `reading` if wanted; the `RegisterError` that says why not.

    A backup is made before an older register is brought to this version.
    """
    backups = Backups(desk.clock)
    return Register(open_store(path, reading=reading, before_migration=backups.make), desk, backups)


def create_whole(path: Path, source: Path, desk: Desk) -> Register:
    """A new register with all that the JSON file of another one says; nothing stays where that cannot be read."""
    from hankeapp.exchange.register_reading import read_register

    whole = read_register(source.name, read_whole(source))
    register = create(path, desk)
    with _taken_away_on_failure(register):
        register.fill(whole, source.name)
    return register


@contextmanager
def filling(path: Path, desk: Desk) -> Iterator[Register]:
    """The register at a path, a new one where there is none; a new one goes again if it cannot be filled."""
    if os.path.lexists(path):
        with closing(open_register(path, desk)) as register:
            yield register
        return
    with closing(create(path, desk)) as register, _taken_away_on_failure(register):
        yield register


def create_example(path: Path, desk: Desk) -> Register:
    """A new register with the example page taken in."""
    reading = read_file(EXAMPLE_PAGE)
    register = Register(create_store(path, desk.clock.now()), desk)
    with _taken_away_on_failure(register):
        register.intake.take_in(reading, reading.proposals)
    return register


@contextmanager
def _taken_away_on_failure(register: Register) -> Iterator[None]:
    try:
        yield
    except BaseException:
        register.close()
        register.path.unlink()
        raise

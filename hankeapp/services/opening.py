"""Opening and making registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.db.opening import create_store, open_store
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services import pages
from hankeapp.services.register import Register

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.clock import Desk


def create(path: Path, desk: Desk) -> Register:
    """An empty register; `RegisterExists` where a file stands already."""
    return Register(create_store(path, desk.clock.now()), desk)


def open_register(path: Path, desk: Desk) -> Register:
    """The register at a path; the `RegisterError` that says why not."""
    return Register(open_store(path), desk)


def open_or_create(path: Path, desk: Desk) -> Register:
    """The register at a path, a new one where there is none."""
    return open_register(path, desk) if path.exists() else create(path, desk)


def create_example(path: Path, desk: Desk) -> Register:
    """A new register with the example page taken in."""
    register = create(path, desk)
    reading = pages.read(EXAMPLE_PAGE)
    register.take_in(reading, reading.proposals)
    return register

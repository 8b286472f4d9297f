"""Opening a register for the length of a command. The services, slow to load, come when usage was found right."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.services.register import Register


@contextmanager
def opened(path: Path, desk: Desk) -> Iterator[Register]:
    """The register at a path, which must be there; the `RegisterError` that says why not."""
    from hankeapp.services.opening import open_register

    with closing(open_register(path, desk)) as register:
        yield register

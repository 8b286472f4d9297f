"""A register of the office, and what its journal tells."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hankeapp.services.opening import create, open_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.services.acts import Act
    from hankeapp.services.register import Register


@pytest.fixture
def register(tmp_path: Path, desk: Desk) -> Iterator[Register]:
    with closing(create(tmp_path / "hankkeet ä.hanke", desk)) as register:
        yield register


@pytest.fixture
def elsewhere(register: Register, desk: Desk) -> Iterator[Register]:
    """The same file, opened by another window."""
    with closing(open_register(register.path, desk)) as other:
        yield other


@pytest.fixture
def told(register: Register) -> list[Act]:
    """The acts that the register told of."""
    told: list[Act] = []
    register.journal.listen(told.append)
    return told

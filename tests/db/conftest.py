"""Real registers on paths with blanks, dots and an emoji."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hankeapp.db.opening import create_store
from tests.db.samples import CREATED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.db.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a register can be made."""
    folder = tmp_path / "Yhteinen levy Ä"
    folder.mkdir()
    return folder / "Hankkeet 100 % 😀 #1.hanke"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty register at `path`."""
    with closing(create_store(path, CREATED)) as store:
        yield store

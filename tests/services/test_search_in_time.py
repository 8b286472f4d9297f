"""A search of many texts without an index, that is broken off when its time is over."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hankeapp.db.search import finding, searching
from hankeapp.domain.query import Query
from hankeapp.services.opening import create_example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.services.register import Register


@pytest.fixture
def example(tmp_path: Path, desk: Desk) -> Iterator[Register]:
    with closing(create_example(tmp_path / "pori.hanke", desk)) as register:
        yield register


@pytest.mark.parametrize("text", ["ympäristö", "ympäristö rahoittaja:Euroopan", "ympäristö -yksikkö:x tila:aktiivinen"])
def test_what_was_found_by_then_is_all(example: Register, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(searching, "_PATIENCE", -1)
    monkeypatch.setattr(finding, "_STEPS", 100)
    found = example.find(Query(text=text))
    assert not found.is_whole
    assert not found.ids

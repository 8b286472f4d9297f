"""Words on the command line are found in all their forms, as in the window."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.clock import Desk
    from tests.cli.conftest import Said

PAIRS = json.loads((Path(__file__).parents[1] / "language" / "data" / "search_pairs.json").read_text("utf-8"))


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    return replace(desk, cache=tmp_path / "välimuisti")


def test_the_pairs_of_queries_and_projects(say: Callable[..., Said], register: Path) -> None:
    right = wrong = missing = 0
    for pair in PAIRS[::6]:
        listed = say("list", register, "--query", pair["query"], "--json").document
        found = {int(each["number"].rpartition("-")[2]) - 1 for each in listed}
        right += len(found & set(pair["expect"]))
        missing += len(set(pair["expect"]) - found)
        wrong += len(found - set(pair["expect"]) - set(pair["accept"]))
    assert right / (right + missing) >= 0.99
    assert right / (right + wrong) >= 0.95


def test_a_near_word_is_told(say: Callable[..., Said], register: Path) -> None:
    said = say("list", register, "--query", "hulevsien")
    assert said.code == 0
    assert "hulevesien" in said.err


@pytest.mark.parametrize("damage", ["garbage", "empty", "page", "version", "table"])
def test_an_index_that_is_no_good_is_made_anew_at_once(
    say: Callable[..., Said], register: Path, desk: Desk, damage: str
) -> None:
    assert len(say("list", register, "--query", "hulevesiä", "--json").document) == 1
    assert desk.cache is not None
    (index,) = desk.cache.glob("*.search")
    content = index.read_bytes()
    before = register.read_bytes()
    if damage == "version":
        _execute(index, "UPDATE meta SET value = '999' WHERE key = 'format'")
    elif damage == "table":
        _execute(index, "DROP TABLE hit")
    else:
        page = content[:20_000] + bytes(200) * 15 + content[23_000:]
        index.write_bytes({"garbage": bytes(range(256)) * 20, "empty": b"", "page": page}[damage])
    said = say("list", register, "--query", "hulevesiä", "--json")
    assert len(said.document) == 1
    assert said.err == ""
    assert register.read_bytes() == before


def _execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)

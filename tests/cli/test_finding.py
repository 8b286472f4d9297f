"""Words on the command line are found in all their forms, as in the window."""

from __future__ import annotations

import json
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

"""A saved search is asked for by its name."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.query import Query, Sort, View
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from tests.cli.conftest import Said


@pytest.fixture
def saved(register: Path, desk: Desk) -> Path:
    """The register with a saved search: what ends last comes first."""
    with closing(open_register(register, desk)) as opened:
        query = Query(View.ACTIVE, "päättyy:2023", (Sort("end", descending=True), Sort("title")))
        opened.searches.add("Päättyvät 2023", query)
    return register


def numbers(said: Said) -> list[str]:
    return [project["number"] for project in said.document]


def test_its_projects_are_listed_in_its_order(say: Callable[..., Said], saved: Path) -> None:
    found = say("list", saved, "--saved", "päättyvät 2023", "--json").document
    assert [project["end"] for project in found] == ["2023", "2023", "2023-12-31"]
    by_query = say("list", saved, "--query", "päättyy:2023", "--json")
    assert sorted(project["number"] for project in found) == numbers(by_query)


def test_a_query_narrows_it(say: Callable[..., Said], saved: Path) -> None:
    both = say("list", saved, "--saved", "Päättyvät 2023", "--query", "kiertotalou", "--json")
    assert numbers(both) == numbers(say("list", saved, "--query", "päättyy:2023 kiertotalou", "--json"))
    assert len(numbers(both)) == 1


def test_a_report_is_made_of_it(say: Callable[..., Said], saved: Path, tmp_path: Path) -> None:
    path = tmp_path / "katsaus.pdf"
    assert say("report", saved, path, "--saved", "Päättyvät 2023", "--json").document["count"] == 3
    assert path.exists()


def test_a_name_that_is_not_there_names_those_that_are(say: Callable[..., Said], saved: Path) -> None:
    assert "Päättyvät 2023" in say("list", saved, "--saved", "Vesi").refusal

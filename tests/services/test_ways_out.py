"""What is said and offered where a query finds nothing, of the example register."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Found, Query, View
from hankeapp.services.opening import create_example
from hankeapp.services.ways_out import dead_end

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.services.register import Register


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder: Path = tmp_path_factory.mktemp("register")
    desk = Desk("testaaja", Clock.standing(2026, 11, 24), folder / "cache")
    with closing(create_example(folder / "pori.hanke", desk)) as register:
        assert register.search.make_ready()
        yield register


@pytest.mark.parametrize(
    ("view", "text", "blamed", "ways"),
    [
        (View.ALL, "tila:päättynyt kiertotalus", ["tila:päättynyt", "kiertotalus"], [(View.ALL, "kiertotalous")]),
        (View.ENDED, "kiertotalous", ["kiertotalous"], [(View.ALL, "kiertotalous")]),
        (View.ALL, "tila:suunnitteilla ympäristö", ["tila:suunnitteilla"], [(View.ALL, "ympäristö")]),
        (View.ALL, "kiertotalous asunnottomuus", ["kiertotalous", "asunnottomuus"], [(View.ALL, "asunnottomuus")]),
        (View.ALL, "perhonen tila:aktiivinen", ["perhonen"], [(View.ALL, "tila:aktiivinen")]),
        (View.ALL, "muovista -kampanja", ["-kampanja"], [(View.ALL, "muovista")]),
        (View.ALL, "perhonen", ["perhonen"], []),
        (View.ALL, "outo:xyzzy", ["outo", "xyzzy"], []),
        (
            View.ALL,
            "tlia:aktiivinen liveability",
            ["tlia"],
            [(View.ALL, "tila:aktiivinen liveability")],
        ),
        (
            View.ALL,
            "kumppani:tanpere",
            ["kumppani:tanpere"],
            [(View.ALL, 'kumppani:"Tampereen kaupunki"'), (View.ALL, "")],
        ),
        (
            View.ALL,
            "status:aktuvinen kiertotalous",
            ["tila:aktuvinen"],
            [(View.ALL, "tila:aktiivinen kiertotalous"), (View.ALL, "kiertotalous")],
        ),
    ],
)
def test_what_finds_nothing_is_named_and_what_finds_something_offered(
    example: Register, view: View, text: str, blamed: list[str], ways: list[tuple[View, str]]
) -> None:
    found = dead_end(example, Query(view, text))
    assert all(f"”{each}”" in found.sentence or f"“{each}”" in found.sentence for each in blamed)
    assert [(way.query.view, way.query.text) for way in found.ways] == ways


@pytest.mark.parametrize("text", ["tila:päättynyt kiertotalous", "tila:suunnitteilla rahoittaja:outo ilmasto"])
def test_every_way_out_finds_as_many_as_it_says(example: Register, text: str) -> None:
    for way in dead_end(example, Query(View.ENDED, text)).ways:
        found = example.ids(way.query)
        assert found
        assert str(len(found)) in way.text


def test_filters_that_empty_only_together_are_taken_away_one_at_a_time(example: Register) -> None:
    found = dead_end(example, Query(text="tila:päättynyt ilmasto"))
    assert [way.query.text for way in found.ways] == ["ilmasto"]
    assert example.ids(found.ways[0].query)


def test_what_could_not_be_looked_through_in_time_is_no_way_out() -> None:
    class Hurried:
        """Finds nothing, as far as it came."""

        def find(self, query: Query) -> Found:  # noqa: ARG002
            return Found((), is_whole=False)

        def with_near_names(self, text: str) -> str:
            return text

        def today(self) -> date:
            return date(2026, 11, 24)

    assert dead_end(Hurried(), Query(View.ENDED, "tila:aktiivinen ilmasto")).ways == ()

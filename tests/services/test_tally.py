"""What is counted beside the list is what the list shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.domain.organisations import ListedValue, Organisation, Unit
from hankeapp.domain.parts import Funding
from hankeapp.domain.query import Query, View
from hankeapp.domain.tally import TALLIED, values_of
from hankeapp.domain.values import Codes, Key

if TYPE_CHECKING:
    from hankeapp.services.register import Register

CODES = ("water", "air", "fire")


def test_counts_are_those_of_the_projects_that_are_live(register: Register) -> None:
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(chosen=st.lists(st.tuples(st.sets(st.sampled_from(CODES)), st.integers(0, 2), st.lists(st.integers(0, 2)))))
    def check(chosen: list[tuple[set[str], int, list[int]]]) -> None:
        for each in chosen:
            _add(register, *each)
        ids = register.ids(Query())
        register.throw_away(ids[::3]) if len(ids) > 2 else None
        tally = register.tally()
        assert tally.values == values_of(register.projects(register.ids(Query())))
        assert tally == register.tally_beside()
        assert tally == replace(register.past(on=None, known=date(2026, 11, 24)).tally(), views=register.counts())

    check()


def test_a_saved_search_counts_what_it_finds(register: Register) -> None:
    register.add({"name": "Hulevedet"})
    saved = register.searches.add("Vesi", Query(text="hulevedet"))
    ended = register.searches.add("Päättyneet", Query(View.ENDED))
    assert register.tally().searches == {saved.id: 1, ended.id: 0}
    assert register.past(known=date(2026, 11, 24)).tally().searches == {saved.id: 1, ended.id: 0}


def test_an_empty_register_counts_nothing(register: Register) -> None:
    assert register.tally().values == {name: {} for name in TALLIED}


def _add(register: Register, codes: set[str], unit: int, funders: list[int]) -> None:
    project = register.add({"name": "Hanke"})
    with register.journal.act("Arvot") as acting:
        units = {each.name: each.id for each in acting.writing.shared("unit")}
        known = {each.name: each.id for each in acting.writing.shared("organisation")}
        for code in codes:
            acting.add_shared("listed_value", ListedValue(list="theme", code=code, label=code))
        key = units.get(f"u{unit}") or acting.add_shared("unit", Unit(name=f"u{unit}"))
        fundings = []
        for number in funders:
            name = f"f{number}"
            known[name] = known.get(name) or acting.add_shared("organisation", Organisation(name=name))
            fundings.append(Funding(funder=Key(known[name])))
        fundings.append(Funding(fund="EAKR"))
        new = replace(project, themes=Codes(sorted(codes)), unit=Key(key) if unit else None, fundings=tuple(fundings))
        acting.change([project], [new])

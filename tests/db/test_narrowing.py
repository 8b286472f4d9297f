"""Filters of texts narrowed by an index: no project is left out of which the filter holds."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.db.search import narrowing
from hankeapp.db.search.asking import Asked
from hankeapp.db.search.forms import Forms
from hankeapp.db.search.in_memory import PassingIndex
from hankeapp.db.search.tables import projects_of_hits
from hankeapp.domain.naming import Names
from hankeapp.domain.parts import Contact, Decision, Funding, Participation, Role
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.query_terms import Named, Term
from hankeapp.domain.values import Codes, Key
from hankeapp.language.lemmas import Lemmas
from hankeapp.language.naming import names
from hankeapp.services.opening import create, open_register
from tests.db.samples import DESK, project

WRITTEN = st.text("abdAÄö12 -–_'’.:/é\u0301", min_size=3, max_size=14)
LEMMAS = Lemmas(lambda: None)


def kept(texts: list[str], typed: str) -> set[str]:
    """The texts of contacts that an index leaves when a filter asks for them; all where it is not asked."""
    term = Term((0, 0), is_negated=False, any_of=(Named("contact", typed),))
    if not narrowing.is_for_index(term):
        return set(texts)
    projects = {f"{n:032}": project(n, contacts=(Contact(name=text),)) for n, text in enumerate(texts)}
    index = PassingIndex(projects.values(), Names({}, {}), Forms(None, "", LEMMAS), LEMMAS)
    with index._engine.connect() as connection:
        asked = narrowing.narrowed(connection, Asked(), [term])
        ids = connection.execute(projects_of_hits(), {"expression": asked.everything, "most": sys.maxsize}).scalars()
        found = set(ids)
    return {projects[each].contacts[0].name for each in found}


@given(texts=st.lists(WRITTEN, min_size=1, max_size=4), data=st.data())
@settings(max_examples=60, deadline=None)
def test_an_index_leaves_out_no_text_that_is_meant(texts, data):
    text = data.draw(st.sampled_from(texts))
    begin = data.draw(st.integers(0, len(text) - 1))
    typed = data.draw(st.just(text[begin:]) | st.just(text[begin:-1]) | WRITTEN)
    assert {each for each in texts if names(each, typed, whole=False)} <= kept(texts, typed)


def test_words_after_apostrophes_dashes_and_colons_are_not_left_out():
    texts = ["d'Arcelor", "PRIDno–2019–641", "Kunta:aho", "Virtanen", "A21é", "VN/A21"]
    assert kept(texts, "arcelor") == {"d'Arcelor"}
    assert kept(texts, "pridno-2019") == {"PRIDno–2019–641"}
    assert kept(texts, "aho") == set(texts)
    assert kept(texts, "virta") == {"Virtanen"}
    assert kept(["Virtala-Aho", "virta1", "Virtanen", "Aho"], "virta") == {"Virtala-Aho", "virta1", "Virtanen"}
    assert kept(texts, "a21") == {"A21é", "VN/A21"}


def test_filters_with_an_index_and_without_find_the_same_in_the_same_order(tmp_path):
    path = tmp_path / "hankkeet.hanke"
    with closing(create(path, replace(DESK, cache=tmp_path / "välimuisti"))) as register:
        lists = register.lists
        funders = [Key(lists.add_shared("organisation", each)) for each in ("EU", "Euroopan sosiaalirahasto, ESR+")]
        units = [Key(lists.add_shared("unit", each)) for each in ("Kirjasto", "Vapaa-aika")]
        themes = [lists.add_listed("theme", each) for each in ("Ilmasto", "Nuoret")]
        for number, name in enumerate(["Vesi", "Aamu", "Metsä", "Diat", "Piha"]):
            register.add({
                "name": name,
                "themes": Codes(themes[: number % 3]),
                "unit": units[number % 2] if number else None,
                "notes": "Virtanen kävi" if number % 2 else "",
                "contacts": (Contact(name=["Matti Virtanen", "Aino Aho"][number % 2]),),
                "decisions": (Decision(diary_number=f"PRIDno-2019-{number}"),),
                "fundings": (
                    Funding(code=f"A21{number}", funder=funders[number % 2], fund=("EAKR", "ESR+")[number % 2]),
                    Funding(programme="Interreg"),
                )[: number or 2],
                "participations": (Participation(role=Role.PARTNER, organisation=funders[0]),)[: number % 2],
            })  # fmt: skip
        register.throw_away([register.ids(Query())[0]])
        queries = [
            Query(view, text, sorts)
            for view in (View.ALL, View.TRASH)
            for sorts in ((), (Sort("number", descending=True),))
            for text in (
                "koodi:A21", "koodi:A213", "koodi:A21,A213", "koodi:A21 vesi", "vesi -koodi:A213", "-koodi:A213",
                "yhteyshenkilö:virtanen", "diaarinumero:PRIDno-2019",
                "muistiinpanot:virtanen", "diaarinumero:=PRIDno-2019-1", "koodi:xyzzy", "koodi:A21 xyzzy",
                "rahasto:EAKR", "-rahasto:EAKR", "rahoittaja:EU", "rahoittaja:EU,Interreg", "-rahoittaja:EU vesi",
                "rahoittaja:Interreg koodi:A21", "rahoittaja:=EU", "rahoittaja:xyzzy", "-rahoittaja:xyzzy",
                "yksikkö:kirjasto", "-yksikkö:kirjasto", "yksikkö:vapaa-aika", "teema:ilmasto", "teema:nuoret,ilmasto",
                "-teema:ilmasto", "kumppani:Euroopan", "rahoitus:EU", "vesi rahasto:EAKR -teema:nuoret",
            )
        ]  # fmt: skip
        without = [register.ids(each) for each in queries]
        assert register.search.make_ready()
        assert [register.ids(each) for each in queries] == without
        assert [register.find(each).ids for each in queries] == without
        assert any(without)
        (changed, *_) = register.projects(register.ids(Query(text="teema:ilmasto rahasto:EAKR")))
        changed = register.save(changed, {"themes": Codes(themes[1:])})
        register.parts.save(changed, "fundings", changed.fundings[1:])
        with closing(open_register(path, DESK)) as plain:
            assert [register.ids(each) for each in queries] == [plain.ids(each) for each in queries] != without

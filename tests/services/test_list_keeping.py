"""Tending the lists: adding, changing, merging and deleting entries, each one act that can be taken back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, FieldError, InUseError, NotFoundError
from hankeapp.domain.kept_lists import KeptList, Uses
from hankeapp.domain.organisations import OrganisationKind
from hankeapp.domain.parts import Funding, Participation, Role
from hankeapp.domain.query import Query, View
from hankeapp.domain.records import SHARED
from hankeapp.domain.values import Codes, Key
from hankeapp.services.opening import create, open_register
from tests.db.samples import DESK

ORGANISATIONS, UNITS, THEMES = KeptList.ORGANISATIONS, KeptList.UNITS, KeptList.THEMES


def entry(register, kept, name):
    return next(each for each in register.keeping.entries(kept) if each.name == name)


def added(register, kept, *names):
    for name in names:
        register.keeping.add(kept, name)
    return [entry(register, kept, name) for name in names]


def project(register, name="Jokiranta", **values):
    made = register.add({"name": name})
    if not any(values.values()):
        return made
    with register.journal.act("Muokattiin") as acting:
        acting.change([made], [replace(made, **values)])
    return acting.after[0]


def now(register, made):
    return register.projects([made.id])[0]


def funded(funder, authority=None):
    return Funding(funder=Key(funder.row.id), authority=Key(authority.row.id) if authority else None)


# --- what there is


def test_entries_stand_in_finnish_order_with_their_uses(register):
    zonta, aland, oulu, porvoo = added(register, ORGANISATIONS, "Zonta", "Åland", "Öljy Oy", "Äänekoski")
    assert [each.name for each in register.keeping.entries(ORGANISATIONS)] == ["Zonta", "Åland", "Äänekoski", "Öljy Oy"]
    partner = Participation(role=Role.PARTNER, organisation=Key(zonta.row.id))
    project(register, fundings=(funded(zonta, aland),), participations=(partner, partner))
    thrown = project(register, name="Vanha", fundings=(funded(oulu), funded(zonta)))
    register.throw_away([thrown.id])
    uses = {each.name: each.uses for each in register.keeping.entries(ORGANISATIONS)}
    assert uses == {"Zonta": Uses(1, 1), "Åland": Uses(1), "Öljy Oy": Uses(0, 1), "Äänekoski": Uses()}
    assert porvoo.uses == Uses()


def test_values_of_one_list_are_not_those_of_another(register):
    (sea,) = added(register, THEMES, "Meri")
    added(register, KeptList.AREAS, "Meri")
    project(register, themes=Codes([sea.key, "muu"]))
    assert entry(register, THEMES, "Meri").uses == Uses(1)
    assert entry(register, KeptList.AREAS, "Meri").uses == Uses()
    assert register.keeping.entries(KeptList.TARGET_GROUPS) == []


def test_what_an_entry_is_used_for_is_found_by_filters(register):
    zonta, aland = added(register, ORGANISATIONS, "Zonta", "Åland ja Zonta")
    partner = Participation(role=Role.PARTNER, organisation=Key(zonta.row.id))
    project(register, fundings=(funded(zonta),), participations=(partner,))
    project(register, name="Satama", fundings=(funded(zonta), funded(aland)))
    found = {key.name: count for _, key, count in register.keeping.found_by(zonta)}
    assert found == {"funder": 2, "partner": 1}


# --- adding and changing


def test_a_name_that_is_there_already_is_refused_with_the_way_out(register):
    added(register, ORGANISATIONS, "Opetusministeriö")
    with pytest.raises(FieldError, match="Opetusministeriö") as refused:
        register.keeping.add(ORGANISATIONS, " opetusMinisteriö ")
    assert refused.value.field == "name"
    for empty in ("", "  "):
        with pytest.raises(FieldError):
            register.keeping.add(THEMES, empty)
    (sea, _) = added(register, THEMES, "Meri", "Ilma")
    with pytest.raises(FieldError) as refused:
        register.keeping.change(sea, {"label": "ILMA"})
    assert refused.value.field == "label"


def test_a_short_name_is_a_name_too(register):
    union, other = added(register, ORGANISATIONS, "Euroopan unioni", "Zonta")
    assert union.row.short_name == "EU"
    with pytest.raises(FieldError):
        register.keeping.change(other, {"short_name": "eu"})
    with pytest.raises(FieldError):
        register.keeping.add(ORGANISATIONS, "EU")


def test_a_value_is_renamed_and_its_code_stays(register, told):
    (sea,) = added(register, THEMES, "Meri")
    made = project(register, themes=Codes([sea.key]))
    register.keeping.change(sea, {"label": "Itämeri"})
    assert "Itämeri" in told[-1].name
    assert entry(register, THEMES, "Itämeri").key == sea.key
    assert now(register, made).themes == Codes([sea.key])
    assert register.ids(Query(text="teema:itämeri")) == [made.id]
    register.journal.undo()
    assert entry(register, THEMES, "Meri").row == sea.row


def test_what_was_changed_elsewhere_stays(register, elsewhere):
    (zonta,) = added(register, ORGANISATIONS, "Zonta")
    elsewhere.keeping.change(zonta, {"country": "Suomi"})
    register.keeping.change(zonta, {"kind": OrganisationKind.ASSOCIATION})
    row = entry(register, ORGANISATIONS, "Zonta").row
    assert (row.country, row.kind) == ("Suomi", OrganisationKind.ASSOCIATION)
    with pytest.raises(ConflictError):
        register.keeping.change(zonta, {"country": "Ruotsi"})
    elsewhere.keeping.remove(entry(elsewhere, ORGANISATIONS, "Zonta"))
    with pytest.raises(NotFoundError):
        register.keeping.change(zonta, {"country": "Ruotsi"})


def test_units_have_lives_and_successors(register):
    old, new = added(register, UNITS, "Sivistyskeskus", "Sivistystoimiala")
    register.keeping.change(old, {"successor": Key(new.row.id), "end": PartialDate(2020)})
    assert entry(register, UNITS, "Sivistystoimiala").uses == Uses(rows=1)
    with pytest.raises(FieldError) as refused:
        register.keeping.change(entry(register, UNITS, "Sivistyskeskus"), {"start": PartialDate(2021)})
    assert refused.value.field == "end"
    for unit, successor in ((new, old), (new, new)):
        with pytest.raises(FieldError) as refused:
            register.keeping.change(unit, {"successor": Key(successor.row.id)})
        assert refused.value.field == "successor"


# --- deleting


def test_only_what_nothing_refers_to_is_deleted(register):
    unused, used, thrown = added(register, THEMES, "Ilma", "Meri", "Maa")
    project(register, themes=Codes([used.key]))
    register.throw_away([project(register, name="Vanha", themes=Codes([thrown.key])).id])
    for each in (used, thrown):
        with pytest.raises(InUseError):
            register.keeping.remove(each)
    register.keeping.remove(unused)
    assert [each.name for each in register.keeping.entries(THEMES)] == ["Maa", "Meri"]
    register.journal.undo()
    assert entry(register, THEMES, "Ilma").row == unused.row


def test_a_use_that_came_after_reading_counts(register, elsewhere):
    (sea,) = added(register, THEMES, "Meri")
    project(elsewhere, themes=Codes([sea.key]))
    with pytest.raises(InUseError):
        register.keeping.remove(sea)


# --- merging


def test_doubles_are_offered(register):
    one, _, _ = added(
        register, ORGANISATIONS, "Opetus- ja kulttuuriministeriö", "Opetus ja kulttuuriministeriö", "Zonta"
    )
    assert [each.name for each in register.keeping.alike(one)] == ["Opetus ja kulttuuriministeriö"]
    assert [each.name for each in register.keeping.alike(one, "zonta")] == ["Zonta"]


def test_all_that_refers_to_one_refers_to_the_other(register, told):
    one, other, third = added(register, ORGANISATIONS, "Zonta ry", "Zonta", "Ranta")
    register.keeping.change(one, {"country": "Suomi", "short_name": "Z"})
    partner = Participation(role=Role.PARTNER, organisation=Key(one.row.id))
    made = project(register, fundings=(funded(one, one), funded(third)), participations=(partner,))
    register.keeping.merge(one, other)
    assert told[-1].changed == {made.id}
    changed, key = now(register, made), Key(other.row.id)
    assert [(each.funder, each.authority) for each in changed.fundings] == [(key, key), (Key(third.row.id), None)]
    assert [each.organisation for each in changed.participations] == [key]
    assert [each.name for each in register.keeping.entries(ORGANISATIONS)] == ["Ranta", "Zonta"]
    row = entry(register, ORGANISATIONS, "Zonta").row
    assert (row.country, row.short_name) == ("Suomi", "Z")
    assert register.faults() == []


def test_codes_that_a_project_had_both_stand_once(register):
    sea, air, water = added(register, THEMES, "Meri", "Ilma", "Vesi")
    made = project(register, themes=Codes([sea.key, air.key, water.key]))
    assert register.keeping.merge(water, sea) == 1
    assert now(register, made).themes == Codes([sea.key, air.key])


def test_successions_go_on_after_a_merging(register):
    first, second, third = added(register, UNITS, "Ensimmäinen", "Toinen", "Kolmas")
    register.keeping.change(first, {"successor": Key(second.row.id)})
    register.keeping.change(second, {"successor": Key(third.row.id)})
    made = project(register, unit=Key(second.row.id))
    register.keeping.merge(second, third)
    assert entry(register, UNITS, "Ensimmäinen").row.successor == third.row.id
    assert now(register, made).unit == third.row.id
    register.journal.undo()
    register.keeping.merge(entry(register, UNITS, "Kolmas"), entry(register, UNITS, "Ensimmäinen"))
    assert entry(register, UNITS, "Toinen").row.successor == first.row.id
    assert entry(register, UNITS, "Ensimmäinen").row.successor is None


def test_a_project_in_the_trash_keeps_the_entry_by_its_name(register):
    one, other = added(register, ORGANISATIONS, "Zonta ry", "Zonta")
    made = project(register, fundings=(funded(one),))
    register.throw_away([made.id])
    assert register.keeping.merge(one, other) == 0
    register.put_back([made.id])
    (funding,) = now(register, made).fundings
    assert register.lists.name_of(funding.funder) == "Zonta ry"


def test_an_entry_is_not_merged_into_itself(register):
    (one,) = added(register, ORGANISATIONS, "Zonta")
    with pytest.raises(ValueError, match="another"):
        register.keeping.merge(one, one)


PLACES = st.lists(st.integers(0, 2), max_size=3)


@given(
    kept=st.sampled_from(KeptList),
    several=st.lists(st.tuples(PLACES, st.booleans()), max_size=4),
    successors=st.lists(st.none() | st.integers(0, 2), min_size=3, max_size=3),
    pair=st.permutations(range(3)).map(lambda order: order[:2]),
)
@settings(max_examples=12, deadline=None)
def test_one_undo_brings_all_back_that_a_merging_changed(tmp_path_factory, kept, several, successors, pair):
    path = tmp_path_factory.mktemp("merging") / "r.hanke"
    with closing(create(path, DESK)) as register:
        entries = added(register, kept, "Yksi", "Kaksi", "Kolme")
        made = [
            project(register, f"Hanke {at}", **referring(kept, entries, places))
            for at, (places, _) in enumerate(several)
        ]
        if kept is UNITS:
            succeed(register, entries, successors)
        thrown = [each.id for each, (_, is_thrown) in zip(made, several, strict=True) if is_thrown]
        if thrown:
            register.throw_away(thrown)
        entries = [entry(register, kept, name) for name in ("Yksi", "Kaksi", "Kolme")]
        before = everything(register)
        one, other = (entries[at] for at in pair)
        count = register.keeping.merge(one, other)
        assert count == one.uses.live
        left = {each.name: each.uses for each in register.keeping.entries(kept)}
        assert one.name not in left
        assert left[other.name].live >= max(one.uses.live, other.uses.live)
        assert register._store.uses(kept).get(one.key, Uses()).live == 0
        merged = everything(register)
        register.journal.undo()
        assert everything(register) == before
        register.journal.redo()
        assert everything(register) == merged
    with closing(open_register(path, DESK)) as register:
        assert everything(register) == merged
        assert register.faults() == []


def referring(kept, entries, places):
    keys = [entries[at].key for at in places]
    if kept is ORGANISATIONS:
        rows = tuple(Participation(role=Role.PARTNER, organisation=Key(key)) for key in keys[1:])
        return {"fundings": tuple(Funding(funder=Key(key)) for key in keys), "participations": rows}
    if kept is UNITS:
        return {"unit": Key(keys[0])} if keys else {}
    field = {THEMES: "themes", KeptList.AREAS: "areas", KeptList.TARGET_GROUPS: "target_groups"}[kept]
    return {field: Codes(dict.fromkeys(keys))}


def succeed(register, entries, successors):
    for at, (each, successor) in enumerate(zip(entries, successors, strict=True)):
        if successor is not None and successor > at:
            register.keeping.change(each, {"successor": Key(entries[successor].row.id)})


def everything(register):
    ids = sorted(register.ids(Query())) + sorted(register.ids(Query(View.TRASH)))
    shared = [sorted(register._store.shared(table), key=lambda row: row.id) for table in SHARED]
    return [replace(each, version=0) for each in register.projects(ids, gone=True)], shared


# --- saved searches


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("rahoittaja:Zonta joki", 'rahoittaja:"Zonta International" joki'),
        ("-kumppani:=zonta,EU", '-kumppani:="Zonta International",EU'),
        ("rahoittaja:Zon", "rahoittaja:Zon"),
        ("Zonta teema:Zonta", "Zonta teema:Zonta"),
        ("päättyy:90pv viranomainen:Zonta", 'päättyy:90pv viranomainen:"Zonta International"'),
    ],
)
def test_a_saved_search_follows_a_name_that_it_asks_for_in_full(register, text, then):
    (zonta,) = added(register, ORGANISATIONS, "Zonta")
    saved = register.searches.add("Haku", Query(text=text))
    register.keeping.change(zonta, {"name": "Zonta International"})
    assert register.searches.named("Haku").text == then
    register.journal.undo()
    assert register.searches.named("Haku") == saved


def test_it_follows_a_merge_and_keeps_what_it_found_besides(register):
    unit, _, other = added(register, UNITS, "Sivistys", "Sivistys ja nuoret", "Hyvinvointi")
    register.searches.add("Yksi", Query(text="yksikkö:Sivistys"))
    register.searches.add("Kaksi", Query(text="yksikkö:=Sivistys"))
    register.keeping.merge(unit, other)
    assert register.searches.named("Yksi").text == "yksikkö:Sivistys,Hyvinvointi"
    assert register.searches.named("Kaksi").text == "yksikkö:=Hyvinvointi"
    register.journal.undo()
    assert register.searches.named("Kaksi").text == "yksikkö:=Sivistys"

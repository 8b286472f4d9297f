"""Projects are found by their titles as they are typed."""

import pytest

from hankeapp.domain.matches import MatchedBy


@pytest.fixture
def titles(register):
    for name, acronym in (("Lähiöohjelma 2020–2022", ""), ("Lähiöliikunta", ""), ("Kohti kiertotaloutta", "CIRCWASTE")):
        register.add({"name": name, "acronym": acronym})
    register.add({"name": "Lähiöliikunta"})
    return register.titles


def test_titles_that_begin_so_come_first_and_each_once(titles):
    assert sorted(titles.like("lähiö")) == ["Lähiöliikunta", "Lähiöohjelma 2020–2022"]
    assert titles.like("CIRC") == ["CIRCWASTE – Kohti kiertotaloutta"]


def test_words_within_titles_are_found_too(titles):
    assert titles.like("kiertotaloutta") == ["CIRCWASTE – Kohti kiertotaloutta"]
    assert titles.like("eiole") == []


def test_a_title_or_a_number_calls_its_projects(titles, register):
    numbers = {each.id: each.number for each in register.numbered([f"H-2026-00{n}" for n in range(1, 5)])}
    assert [numbers[each] for each in titles.called("circwaste – kohti kiertotaloutta")] == ["H-2026-003"]
    assert [numbers[each] for each in titles.called("H-2026-001")] == ["H-2026-001"]
    assert sorted(numbers[each] for each in titles.called("Lähiöliikunta")) == ["H-2026-002", "H-2026-004"]
    assert titles.called("Lähiö") == []


def test_no_more_than_a_list_holds_are_offered(register):
    for at in range(20):
        register.add({"name": f"Hanke {at}"})
    assert len(register.titles.like("hanke")) == 12


def test_words_of_all_names_are_told_beside_the_window(titles, register):
    register.lists.add_shared("unit", "Hyvinvointitoimiala")
    words = register.words_of_names_beside()
    assert {"Lähiöohjelma", "CIRCWASTE", "kiertotaloutta", "Hyvinvointitoimiala"} <= set(words)


def test_a_person_finds_a_project_by_name_or_number(titles, register):
    (found, *_) = titles.matches("h-2026-003")
    assert (found.by, found.number, found.title) == (
        MatchedBy.PERSON,
        "H-2026-003",
        "CIRCWASTE – Kohti kiertotaloutta",
    )
    assert titles.matches("kiertotal") == [found]
    assert titles.match(found.id) == found
    register.throw_away([found.id])
    assert titles.match(found.id) is None

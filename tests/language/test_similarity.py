"""Names that are taken for one another, and names that are not."""

import random

import pytest
from hypothesis import given

from hankeapp.language.similarity import NameKey, alike, like, pairs
from tests.strategies import texts

ALIKE = [
    ("Ilmastonkestävät pientaloalueet", "Ilmastokestävät pientaloalueet"),
    ("Kohti kiertotaloutta", "Kohti kiertotalous"),
    ("Healint", "Healint-hanke"),
    ("HEALINT", "healint"),
    ("Healint", "Heaĺint."),
    ("Ikäystävällinen Pori", "Pori, ikäystävällinen"),
    ("Ikäystvällinen Pori", "Ikäystävällinen Pori"),
    ("Selvin päin -hanke", "Selvin\u00a0päin"),
    ("Lähiöohjelma", "Lähiöohjelma 2023–2025"),
    ("Hanke", "hanke"),
]
OTHERS = [
    ("Lähiöohjelma 2020–2022", "Lähiöohjelma 2023–2025"),
    ("Hanke 1", "Hanke 2"),
    ("Hyvinvointia kulttuurista", "Hyvinvointia liikunnasta"),
    ("Aspu", "Aspa"),
    ("Selvin päin", "Selvin päin Satakunnassa"),
    ("", ""),
    ("–", "…"),
    ("", "Healint"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_alike(one, other):
    assert NameKey.of(one).is_like(NameKey.of(other))
    assert like(one, ["Satama", other]) == [1]
    assert pairs([one, "Satama", other]) == [(0, 2)]
    assert alike([one, "Satama", one], ["Satama", other, other]) == [[1, 2], [0], [1, 2]]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_not_alike(one, other):
    assert like(one, [other]) == like(other, [one]) == pairs([one, other]) == []
    assert alike([one], [other]) == [[]]


@given(texts(), texts())
def test_likeness_goes_both_ways_and_all_ask_alike(one, other):
    is_like = NameKey.of(one).is_like(NameKey.of(other))
    assert NameKey.of(other).is_like(NameKey.of(one)) is is_like
    assert bool(like(one, [other])) is bool(like(other, [one])) is is_like
    assert set(pairs([one, other])) <= ({(0, 1)} if is_like else set())
    assert bool(alike([one], [other])[0]) is bool(pairs([one, other]))


@given(texts())
def test_a_name_is_like_itself(name):
    assert bool(like(name, [name])) is bool(NameKey.of(name).words)


def test_of_equal_names_each_is_told_with_the_next():
    assert pairs(["Jokiranta", "Satama", "Jokiranta", "JOKIRANTA"]) == [(0, 2), (2, 3)]


def test_two_slips_are_found_among_thousands():
    words = ["ikä", "ilmasto", "joki", "kierto", "kulttuuri", "liikunta", "meri", "nuoriso", "opetus", "satama"]
    chance = random.Random(7)
    names = [f"{chance.choice(words)}{chance.choice(words)} {chance.choice(words)} {at}" for at in range(3000)]
    names[17], names[2900] = "Porin vieraskasvilajit hallintaan", "Porin vieraskasvilajt hallintaan"
    assert (17, 2900) in pairs(names)
    assert like(names[17], names) == [17, 2900]

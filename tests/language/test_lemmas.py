"""What a word form stands for: base forms, parts of compounds, and what it is derived from."""

import pytest

from hankeapp.language.lemmas import Lemmas
from hankeapp.language.morphology import Morphology


@pytest.fixture(scope="module")
def lemmas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sanasto")
    return Lemmas(lambda: Morphology.load(folder))


@pytest.mark.parametrize(
    ("form", "held"),
    [
        ("hulevesien", {"hulevesi", "hule", "vesi"}),
        ("taloudellisen", {"taloudellinen", "talous"}),
        ("esteettömät", {"esteetön", "este"}),
        ("asunnottomuuden", {"asunnottomuus", "asunto"}),
        ("yhteisöllisyys", {"yhteisöllisyys", "yhteisö"}),
        ("kaupunkilaisille", {"kaupunkilainen", "kaupunki"}),
        ("kehittämisen", {"kehittäminen", "kehittää"}),
    ],
)
def test_a_form_stands_for(lemmas, form, held):
    assert held <= set(lemmas.of(form))


@pytest.mark.parametrize(
    ("form", "not_held"),
    [("valtakunnallinen", "kunta"), ("talousarvio", "talo"), ("tavallinen", "tavallin")],
)
def test_a_form_does_not_stand_for(lemmas, form, not_held):
    assert not_held not in lemmas.of(form)


@pytest.mark.parametrize("form", ["2026", "h-2026-014", "xyzzyq", "", "-"])
def test_what_is_no_word_stands_for_itself(lemmas, form):
    assert lemmas.of(form) == ()


def test_bases_of_a_query(lemmas):
    assert "nuori" in lemmas.bases("nuorille")
    assert lemmas.bases("ilmastokestava") == ()
    assert "ilmastokestävä" in lemmas.bases_without_dots("ilmastokestava")


def test_without_a_dictionary():
    bare = Lemmas(lambda: None)
    assert bare.of("hulevesien") == bare.bases("hulevesien") == bare.bases_without_dots("hulevesien") == ()

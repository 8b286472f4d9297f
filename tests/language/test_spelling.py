"""What is written right, and what is suggested for what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.language.automaton import ANY
from hankeapp.language.morphology import Morphology
from hankeapp.language.packed_words import PackedWords
from hankeapp.language.spelling import LONGEST, Spelling

FINNISH = Morphology.load(None)
SPELLING = Spelling(FINNISH)


@pytest.mark.parametrize(
    "word",
    [
        "hulevesien", "Hulevesien", "HULEVSIEN", "kaupunkikehityshanke", "EU", "EU:n", "EU-hankkeessa", "MUSTBE-hanke",
        "hyvinvointiin", "asiaankuuluva", "maa-ala", "MUSTBE:n", "Pori", "Porin", "linja-auto", "sosiaali-",
        "2026", "12-vuotias", "A4", "H-2026-014", "5G:n", "a", "Ä", "vaa'an", "", "-",
    ],
)  # fmt: skip
def test_what_is_right_stands(word):
    assert SPELLING.is_right(word)


@pytest.mark.parametrize(
    "word", ["hulevsien", "Hulevsien", "kehitys-hnake", "liveability", "Liveability-hanke", "xyzzy:n", "kuormaauto"]
)
def test_what_is_wrong_is_found(word):
    assert not SPELLING.is_right(word)


def test_words_of_the_register_are_right():
    spelling = Spelling(FINNISH, PackedWords(["Liveability", "Prizztech"]))
    assert spelling.is_right("Liveability-hanketta")
    assert spelling.is_right("prizztech")
    assert not spelling.is_right("Prizztechin")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hulevsien", "hulevesien"),
        ("hulevesiien", "hulevesien"),
        ("hulevrsien", "hulevesien"),
        ("hulevseien", "hulevesien"),
        ("kehittäminne", "kehittäminen"),
        ("kehittamista", "kehittämistä"),
        ("Ikaantynyt", "Ikääntynyt"),
        ("Kehittämmisen", "Kehittämisen"),
        ("satakunan", "Satakunnan"),
        ("perusoptus", "perusopetus"),
        ("linjaautoasema", "linja-autoasema"),
    ],
)
def test_what_was_meant_is_suggested_first(written, meant):
    assert SPELLING.suggestions(written)[0] == meant


def test_the_likeliest_come_first_and_no_more_than_asked_for():
    suggestions = SPELLING.suggestions("kehittäminne", limit=50)
    assert suggestions[0] == "kehittäminen"
    assert len(suggestions) > 5
    assert SPELLING.suggestions("kehittäminne") == suggestions[:5]


def test_words_of_the_register_are_suggested_as_they_are_written_there():
    spelling = Spelling(FINNISH, PackedWords(["Liveability"]), PackedWords(["iPlace"]))
    assert spelling.suggestions("liveabilty") == ["Liveability"]
    assert spelling.suggestions("ipalce") == ["iPlace"]


def test_a_word_that_is_right_suggests_others_but_not_itself():
    assert "hanke" not in SPELLING.suggestions("hanke", limit=100)


@pytest.mark.parametrize("word", ["", "12", "a b", "hanke!", ANY, "hulev*sien", "🙂", "a" * (LONGEST + 1), "-"])
def test_nothing_is_suggested_for_what_is_no_word(word):
    assert SPELLING.suggestions(word) == []


@settings(max_examples=20)
@given(st.sampled_from(["hanke", "hulevesi", "kehittää", "ympäristö"]), st.data())
def test_each_single_slip_is_taken_back(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("aeiouyäöhjklmnprstvdx"))
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
    for slip in slips:
        assert slip == word or word in SPELLING.suggestions(slip, limit=1000)


@given(st.text(st.sampled_from("aeiklmnoä-:'*") | st.characters(), max_size=8))
def test_any_text_is_taken(text):
    assert isinstance(SPELLING.is_right(text), bool)
    assert text not in SPELLING.suggestions(text)

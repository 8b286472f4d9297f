"""The words of a text and their places."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.language.words import Word, words_in


def texts(text):
    return [word.text for word in words_in(text)]


def whole(text):
    return [word.text for word in words_in(text) if not word.part]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hulevesien hallinta.", ["hulevesien", "hallinta"]),
        ("Liveability-hanke", ["liveability-hanke", "liveability", "hanke"]),
        ("linja‑auto‐asema", ["linja-auto-asema", "linja", "auto", "asema"]),
        ("e-kirja", ["e-kirja", "kirja"]),
        ("talous- ja asumisneuvonta", ["talous", "ja", "asumisneuvonta"]),
        ("Uudet lukutaidot -hanke", ["uudet", "lukutaidot", "hanke"]),
        ("EU:n ja MUSTBE:ssä", ["eu", "ja", "mustbe"]),
        ("EU:n-laajuinen", ["eu", "laajuinen"]),
        ("Tavoite:Kehittää", ["tavoite", "kehittää"]),
        ("Pori–Tampere", ["pori", "tampere"]),
        ("2023–2026", ["2023", "2026"]),
        ("2020-2022", ["2020-2022", "2020", "2022"]),
        ("H-2026-014", ["h-2026-014", "2026", "014"]),
        ("12/2024", ["12/2024", "12", "2024"]),
        ("1.9.2023 klo 12:30.", ["1.9.2023", "2023", "klo", "12:30", "12", "30"]),
        ("3,5 %", ["3,5"]),
        ("A4, 5G ja CO2", ["a4", "5g", "ja", "co2"]),
        ("vaa’an ja raa'an", ["vaa'an", "ja", "raa'an"]),
        ("'lainaus' ”toinen”", ["lainaus", "toinen"]),
        ("pori.fi/hanke_1", ["pori", "fi", "hanke", "1"]),
        ("ja/tai", ["ja", "tai"]),
        ("🙂Pori🙂", ["pori"]),
        ("", []),
        (" \n\t–—…-'", []),
    ],
)
def test_a_text_is_told_in_words(text, words):
    assert texts(text) == words


def test_pieces_follow_their_whole_and_say_so():
    assert list(words_in("x EU-hanke:n")) == [
        Word("x", 0, 1),
        Word("eu-hanke", 2, 12),
        Word("eu", 2, 4, part=True),
        Word("hanke", 5, 10, part=True),
    ]


def test_what_is_not_seen_stands_in_the_place_but_not_in_the_word():
    text = "Hule\u00advedet ja ka\u0308vely\u200b\ufeff"
    assert list(words_in(text)) == [Word("hulevedet", 0, 10), Word("ja", 11, 13), Word("kävely", 14, 23)]


def test_a_long_text_without_blanks_is_one_word():
    assert whole("a" * 100_000) == ["a" * 100_000]
    assert len(whole("a-" * 50_000)) == len(whole("1." * 50_000)) == 1


@given(st.text(st.sampled_from("aBÄ1 -:.,/’'\u00ad\u0308\u2013İß") | st.characters()))
def test_places_are_of_the_text_and_in_order(text):
    words = list(words_in(text))
    for word in words:
        assert word.text
        assert unicodedata.is_normalized("NFC", word.text)
        assert word.text[0].isalnum()
        assert text[word.start].isalnum()
        assert 0 <= word.start < word.end <= len(text)
    wholes = [word for word in words if not word.part]
    assert all(before.end <= after.start for before, after in pairwise(wholes))
    inside = [word for word in words if word.part]
    assert all(any(each.start <= part.start and part.end <= each.end for each in wholes) for part in inside)


@given(st.text())
def test_no_letter_or_digit_is_lost(text):
    covered = {at for word in words_in(text) for at in range(word.start, word.end)}
    assert all(at in covered for at, character in enumerate(text) if character.isalnum())

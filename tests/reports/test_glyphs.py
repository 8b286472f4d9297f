import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.reports.glyphs import FONTS, MISSING, covered, printable

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "text", ["Äänekoski – 12 500 € ”niin”", "Привет", "Ελλάδα", "\N{NO-BREAK SPACE}ja\u00adko", ""]
)
def test_what_the_typeface_has_is_printed_as_it_is(text: str):
    assert printable(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("hanke 🐻", "hanke □"),
        ("漢字 ja عر", "□□ ja □□"),
        ("a\x00b\x07c", "abc"),
        ("rikki \ud800", "rikki □"),
        ("\ufffe ja \U0010ffff", " ja "),
        ("oma \ue000", "oma □"),
        ("\x00", "□"),
    ],
)
def test_what_has_no_glyph_is_replaced_and_told(text: str, printed: str):
    assert printable(text) == (printed, True)


def test_marks_that_nobody_sees_go_without_a_word():
    assert printable("hanke\u200d on\ufe0f\u200e tässä") == ("hanke on tässä", False)
    assert printable("leveä\u2003väli\tja\r\nrivi") == ("leveä väli ja rivi", False)


def test_one_emoji_of_many_parts_is_told_of():
    assert printable("perhe 👨‍👩‍👧") == ("perhe □□□", True)


def test_letters_and_their_marks_are_composed():
    assert printable("Ka\u0308rki") == ("Kärki", False)


@given(ANY_TEXT)
def test_only_covered_characters_are_left(text: str):
    printed, _ = printable(text)
    assert covered().issuperset(printed)


@given(ANY_TEXT)
def test_preparing_twice_changes_nothing(text: str):
    printed, _ = printable(text)
    assert printable(printed) == (printed, False)


@given(ANY_TEXT)
def test_what_shows_is_never_lost_in_silence(text: str):
    printed, lost = printable(text)
    seen = [
        character for character in unicodedata.normalize("NFC", text) if character.isalnum() or character == MISSING
    ]
    assert lost or [character for character in printed if character.isalnum() or character == MISSING] == seen


def test_the_coverage_is_that_of_the_shipped_font():
    assert len(covered()) > 1_500
    assert covered().issuperset("aÄöšŽ–—…”“’€□")
    assert covered().isdisjoint("漢ع🐻")


def test_every_weight_has_as_many_characters_as_the_one_that_is_read(monkeypatch: pytest.MonkeyPatch):
    from hankeapp.reports import glyphs

    for font in FONTS.glob("*.ttf"):
        monkeypatch.setattr(glyphs, "_REGULAR", font)
        assert glyphs.covered.__wrapped__() == covered(), font.name

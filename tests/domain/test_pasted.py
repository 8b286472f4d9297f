"""What is left of a text that comes from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.pasted import plain_line, plain_text


@pytest.mark.parametrize(
    ("given_", "left"),
    [
        ("eka\r\ntoka\rkolmas", "eka\ntoka\nkolmas"),
        ("sivu\fvaihtuu\u2028rivi", "sivu\nvaihtuu\nrivi"),
        ("kello\x07 nolla\x00 poisto\x7f", "kello nolla poisto"),
        ("\ufeffalku \u202etakaperin\u202c kuva\ufffc", "alku takaperin kuva"),
        ("sarake\tsarake, Porin\u00a0kaupunki, 🌱, e\u0301", "sarake\tsarake, Porin\u00a0kaupunki, 🌱, e\u0301"),
    ],
)
def test_a_text_keeps_what_can_be_seen(given_, left):
    assert plain_text(given_) == left


def test_a_line_has_blanks_for_breaks():
    assert plain_line(" Hanke\r\n\tPorissa\x00 ") == "Hanke Porissa"


@given(st.text())
def test_what_was_cleaned_is_clean(text):
    assert plain_text(plain_text(text)) == plain_text(text)
    assert plain_line(plain_line(text)) == plain_line(text)
    assert "\n" not in plain_line(text)

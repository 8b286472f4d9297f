"""Which names a person means who types the beginning of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.language.naming import names


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Interreg Central Baltic", "inter"),
        ("Interreg Central Baltic", "Central Bal"),
        ("Euroopan unioni (EU)", "EU"),
        ("Sivistys- ja kulttuuri", "kulttuuri"),
        ("Elinvoima–ympäristö", "YMPARISTO"),
        ("H-2026-014", "2026-014"),
        ("Interreg  Europe", "interreg europe"),
        ("eureka EU", "EU"),
    ],
)
def test_the_beginning_of_a_word(text, typed):
    assert names(text, typed, whole=False)


@pytest.mark.parametrize(
    ("text", "typed"), [("Neuvola", "eu"), ("Interreg", "reg"), ("", "a"), ("a", ""), ("a", "\u0308"), ("joki1", "1")]
)
def test_nothing_else(text, typed):
    assert not names(text, typed, whole=False)


def test_the_whole_name():
    assert names("Sivistys", "sivistys", whole=True)
    assert not names("Sivistys ja nuoret", "sivistys", whole=True)


@given(text=st.text(min_size=1), other=st.text())
def test_a_name_means_itself(text, other):
    assert names(text, text, whole=True) is names(text, text, whole=False)
    assert not names(text, other, whole=True) or names(text, other, whole=False)

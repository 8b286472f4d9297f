"""What is being typed at a place of a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.query_cursor import typed_at

TEXTS = st.lists(st.sampled_from([*'aä ,:"”’-–=', "tila:", "on:", "joki"]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "replaced", "typed", "asked"),
    [
        ("|", "", "", None),
        ("raho|", "raho", "raho", None),
        ("joki ra|", "ra", "ra", None),
        ("joki |", "", "", None),
        ("a b|c d", "bc", "b", None),
        ("rahoittaja:Inter|", "Inter", "Inter", "funder"),
        ("tila:|", "", "", "status"),
        ("tila: |", "", "", "status"),
        ("tila: akt|", "akt", "akt", "status"),
        ("tila:aktiivinen,su|", "su", "su", "status"),
        ("tila:aktiivinen |", "", "", None),
        ("-tila:pä|", "pä", "pä", "status"),
        ("tila: | rahoittaja:EU", "", "", "status"),
        ('rahoittaja:"Interreg Ce|ntral" joki', '"Interreg Central"', "Interreg Ce", "funder"),
        ("yksikkö:=Siv|", "=Siv", "Siv", "unit"),
        ("joki,me|", "me", "me", None),
        ("ti|la:akt", "tila:", "ti", None),
    ],
)
def test_what_is_typed(text, replaced, typed, asked):
    cursor = text.index("|")
    whole = text.replace("|", "")
    found = typed_at(whole, cursor)
    assert whole[slice(*found.span)] == replaced
    assert found.text == typed
    assert (found.asked.name if found.asked else None) == asked


@given(text=TEXTS, place=st.integers(0, 40))
def test_the_cursor_stands_in_what_is_replaced(text, place):
    cursor = min(place, len(text))
    first, last = typed_at(text, cursor).span
    assert 0 <= first <= cursor <= last <= len(text)

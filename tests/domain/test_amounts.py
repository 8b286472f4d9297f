"""Amounts of money and shares, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.amounts import parse_cents, parse_share
from hankeapp.domain.errors import FieldError
from hankeapp.domain.values import Cents, Share
from hankeapp.translation import tr


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12 500", 1_250_000),
        ("12\N{NO-BREAK SPACE}500,00\N{NO-BREAK SPACE}€", 1_250_000),
        ("1234,5", 123_450),
        ("1234.50", 123_450),
        (" 0 ", 0),
        ("−3,05 €", -305),
        ("1 000 000 euroa", 100_000_000),
        ("1 234,5 €", 123_450),
        ("1.234,50", 123_450),
        ("1.234.567", 123_456_700),
        ("1,234.50", 123_450),
        ("€ 12", 1_200),
        ("12,- e", 1_200),
        ("1,5 M€", 150_000_000),
        ("2 milj. euroa", 200_000_000),
        ("250 t€", 25_000_000),
        ("12,5 tuhatta euroa", 1_250_000),
    ],
)
def test_money_is_read_as_it_is_written(text, cents):
    assert parse_cents(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "paljon",
        "abc",
        "1.234.5",
        "12 50",
        "1e5",
        "€",
        "12 500 $",
        "9" * 20,
        "9" * 100_000,
        "0,0000000001 M€",
        "0,001",
    ],
)
def test_nonsense_is_no_money(text):
    with pytest.raises(FieldError) as caught:
        parse_cents(text)
    assert caught.value.sentences[-1] == "Kirjoita esimerkiksi 12 500 tai 12 500,00 €."


@pytest.mark.parametrize(("text", "either"), [("12.500", "12 500"), ("1,234 €", "1 234")])
def test_what_can_be_read_in_two_ways_is_asked_and_not_guessed(text, either):
    with pytest.raises(FieldError, match=either) as caught:
        parse_cents(text)
    assert caught.value.sentences[0] == tr("“{text}” can be read in two ways.", text=text)


def test_a_pasted_page_is_quoted_by_its_beginning():
    with pytest.raises(FieldError) as caught:
        parse_cents("Hanke " * 20_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(("text", "share"), [("80", 8000), ("80 %", 8000), ("66,67%", 6667), ("100", 10_000)])
def test_shares_are_read(text, share):
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["101", "-1", "puolet", "80 %%", ""])
def test_nonsense_is_no_share(text):
    with pytest.raises(FieldError):
        parse_share(text)


@given(st.integers(-(10**14), 10**14))
def test_what_is_shown_of_money_reads_as_the_same(cents):
    assert parse_cents(str(Cents(cents))) == cents


@given(st.integers(0, 10_000))
def test_what_is_shown_of_a_share_reads_as_the_same(share):
    assert parse_share(str(Share(share))) == share

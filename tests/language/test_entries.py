"""What a person writes into a field of dates, read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.language.entries import read_entry, span_of
from hankeapp.language.times import TimeExpression, TimeKind
from tests.strategies import dates


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("2024", TimeKind.POINT, "–2024"),
        ("noin 2024", TimeKind.POINT, "–2024"),
        ("joulukuussa 2022", TimeKind.POINT, "–12/2022"),
        ("kevät 2025", TimeKind.POINT, "–kevät 2025"),
        ("31.12.2023 asti", TimeKind.UNTIL, "–31.12.2023"),
        ("–2026", TimeKind.UNTIL, "–2026"),
        ("vuoden 2025 loppuun", TimeKind.UNTIL, "–2025"),
        ("2024–", TimeKind.FROM, "2024–"),
        ("1.1.2024 alkaen", TimeKind.FROM, "1.1.2024–"),
        ("1.3.2024–31.12.2026", TimeKind.RANGE, "1.3.2024–31.12.2026"),
        ("2024-26", TimeKind.RANGE, "2024–2026"),
        ("kolmivuotinen (2024–2026)", TimeKind.RANGE, "2024–2026"),
        ("2024, 2025 ja 2026", TimeKind.LIST, "2024–2026"),
        ("kolmivuotinen, alkaa 1.3.2024", TimeKind.FROM, "1.3.2024–28.2.2027"),
        ("kaksivuotinen hanke 2024 alkaen", TimeKind.FROM, "2024–2025"),
    ],
)
def test_an_entry_tells_a_date_a_side_or_a_whole_duration(text, kind, span):
    entry = read_entry(text)
    assert entry is not None
    assert entry.kind is kind
    assert interval_text(*span_of(entry, None, None)) == span


@pytest.mark.parametrize(
    ("text", "months"),
    [("kolmivuotinen", 36), ("18 kk", 18), ("3 v", 36), ("puolitoista vuotta", 18), ("kestää kaksi vuotta", 24)],
)
def test_an_entry_may_be_a_length(text, months):
    entry = read_entry(text)
    assert entry is not None
    assert (entry.kind, entry.months) == (TimeKind.DURATION, months)


@pytest.mark.parametrize(
    ("months", "start", "end"),
    [
        (36, PartialDate(2024), PartialDate(2026)),
        (18, PartialDate(2024, 3), PartialDate(2025, 8)),
        (36, PartialDate(2024, 3, 1), PartialDate(2027, 2, 28)),
        (12, PartialDate(2024, 1, 15), PartialDate(2025, 1, 14)),
    ],
)
def test_a_length_is_counted_from_the_side_that_is_known(months, start, end):
    length = TimeExpression(kind=TimeKind.DURATION, span=(0, 1), months=months)
    assert span_of(length, start, None) == (start, end)
    assert span_of(length, None, end) == (start, end)


def test_half_a_year_makes_no_year_and_nothing_is_counted_from_a_season():
    entry = read_entry("18 kk")
    assert entry is not None
    assert span_of(entry, PartialDate(2024), None) == (PartialDate(2024), None)
    spring = PartialDate.parse("kevät 2024")
    assert span_of(entry, spring, None) == (spring, None)
    assert span_of(entry, None, None) == (None, None)


@pytest.mark.parametrize("text", ["", " ", "abc", "–", "noin", "x" * 100_000, "2024 " * 20_000])
def test_what_says_nothing_of_time_is_no_entry(text):
    assert read_entry(text) is None


def test_a_date_that_does_not_exist_says_so():
    entry = read_entry("1.1.2026–31.2.2026")
    assert entry is not None
    assert entry.problem


@given(dates())
def test_what_is_shown_of_a_date_reads_as_that_date(when):
    entry = read_entry(str(when))
    assert entry is not None
    assert entry.start == when


@given(dates(), st.integers(1, 40))
def test_an_end_that_is_counted_is_after_its_start(start, years):
    length = TimeExpression(kind=TimeKind.DURATION, span=(0, 1), months=12 * years)
    _, end = span_of(length, start, None)
    assert end is None or end.latest >= start.earliest

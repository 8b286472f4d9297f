"""Partial dates: nothing more precise than what was said, read and written both ways."""

import calendar
import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.dates import (
    MONTH_NAMES,
    PartialDate,
    Season,
    interval_edtf,
    interval_text,
    meant,
    month_of,
    season_of,
)
from hankeapp.domain.errors import DateError
from hankeapp.translation import tr
from tests.strategies import dates

SPRING, SUMMER, AUTUMN, WINTER = Season


@given(dates())
def test_finnish_text_reads_back(when):
    assert PartialDate.parse(str(when)) == when


@given(dates())
def test_iso_text_reads_back(when):
    assert PartialDate.from_iso(when.iso) == when


@given(dates().filter(lambda when: when.season is None))
def test_a_person_may_write_iso(when):
    assert PartialDate.parse(when.iso) == when


@given(dates())
def test_the_latest_day_is_not_before_the_earliest(when):
    assert when.earliest <= when.latest
    assert (when.earliest == when.latest) == (when.day is not None)


@given(dates())
def test_a_day_within_is_no_less_precise(when):
    first = PartialDate.of(when.earliest)
    assert first.earliest == first.latest == when.earliest
    assert first <= when


@given(dates(), dates(), dates())
def test_order_is_total_and_agrees_with_equality(one, other, third):
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (one < other or one == other)
    assert (hash(one) == hash(other)) or one != other
    if one <= other <= third:
        assert one <= third


@given(st.lists(dates(), max_size=6))
def test_sorted_by_the_earliest_and_then_the_latest_day(several):
    assert sorted(several) == sorted(several, key=lambda when: (when.earliest, when.latest))


def test_what_is_shorter_comes_first_of_what_begins_together():
    texts = ["2026-01-01", "2026-01", "2026"]
    assert sorted(map(PartialDate.from_iso, reversed(texts))) == list(map(PartialDate.from_iso, texts))


@pytest.mark.parametrize(
    ("season", "earliest", "latest"),
    [
        (SPRING, date(2023, 3, 1), date(2023, 5, 31)),
        (SUMMER, date(2023, 6, 1), date(2023, 8, 31)),
        (AUTUMN, date(2023, 9, 1), date(2023, 11, 30)),
        (WINTER, date(2023, 12, 1), date(2024, 2, 29)),
    ],
)
def test_seasons(season, earliest, latest):
    when = PartialDate(2023, season=season)
    assert (when.earliest, when.latest) == (earliest, latest)


@given(st.integers(1900, 2198))
def test_the_seasons_follow_one_another_without_a_gap(year):
    seasons = [PartialDate(year, season=season) for season in Season] + [PartialDate(year + 1, season=SPRING)]
    for one, following in itertools.pairwise(seasons):
        assert following.earliest - one.latest == timedelta(days=1)


@pytest.mark.parametrize(
    ("when", "finnish", "iso"),
    [
        (PartialDate(2026), "2026", "2026"),
        (PartialDate(2022, 12), "12/2022", "2022-12"),
        (PartialDate(2023, 1, 5), "5.1.2023", "2023-01-05"),
        (PartialDate(2019, season=SUMMER), "kesä 2019", "2019-22"),
        (PartialDate(2023, season=WINTER), "talvi 2023–2024", "2023-24"),
    ],
)
def test_texts(when, finnish, iso):
    assert (str(when), when.iso) == (finnish, iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        (" 31.12.2026 ", "2026-12-31"),
        ("31. 12. 2026", "2026-12-31"),
        ("01.02.2026", "2026-02-01"),
        ("12/2026", "2026-12"),
        ("12.2026", "2026-12"),
        ("2026-12", "2026-12"),
        ("2026-12-31", "2026-12-31"),
        ("joulukuu 2022", "2022-12"),
        ("Joulukuussa 2022", "2022-12"),
        ("vuonna 2026", "2026"),
        ("kesä 2019", "2019-22"),
        ("KEVÄÄLLÄ\u00a02019", "2019-21"),
        ("syksyn 2020", "2020-23"),
        ("talvi 2023", "2023-24"),
        ("talvi 2023-24", "2023-24"),
        ("talvi 2023–2024", "2023-24"),
        ("talvella 2099–00", "2099-24"),
    ],
)
def test_what_a_finn_writes(text, iso):
    assert PartialDate.parse(text).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "huomenna", "1.2", "2026.", "26", "20266", "31.12", "2024–2026", "2024-2026", "12/2022-24",
        "kesä 2019-20", "talvi 2023–1924", "talvi 2023–2025", "kausi 2020", "31.12.2026 asti",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    with pytest.raises(DateError) as refusal:
        PartialDate.parse(text)
    assert str(refusal.value) == (
        f"”{text}” ei ole päivämäärä. Kirjoita päivä, kuukausi tai vuosi: 31.12.2026, 12/2026 tai 2026."
    )


@pytest.mark.parametrize("text", ["2021-22", "2023-24"])
def test_two_years_are_not_taken_for_a_season(text):
    assert PartialDate.from_iso(text).season is not None
    with pytest.raises(DateError):
        PartialDate.parse(text)


def test_a_long_text_is_not_repeated_in_full():
    with pytest.raises(DateError) as refusal:
        PartialDate.parse("x" * 10_000)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "31.2.2026",
            ("Helmikuussa 2026 ei ole 31. päivää.", "Kirjoita esimerkiksi 28.2.2026 tai 2/2026."),
        ),
        (
            "2028-02-30",
            ("Helmikuussa 2028 ei ole 30. päivää.", "Kirjoita esimerkiksi 29.2.2028 tai 2/2028."),
        ),
        ("0.6.2026", ("Kesäkuussa 2026 ei ole 0. päivää.", "Kirjoita esimerkiksi 30.6.2026 tai 6/2026.")),
        ("13/2026", ("Kuukautta 13 ei ole.", "Kirjoita esimerkiksi 12/2026 tai 2026.")),
        ("2026-00", ("Kuukautta 0 ei ole.", "Kirjoita esimerkiksi 12/2026 tai 2026.")),
        ("2026-22-01", ("Kuukautta 22 ei ole.", "Kirjoita esimerkiksi 12/2026 tai 2026.")),
    ],
)
def test_a_date_that_does_not_exist(text, sentences):
    with pytest.raises(DateError) as refusal:
        PartialDate.parse(text)
    assert refusal.value.sentences == sentences


@given(st.integers(1900, 2199), st.integers(1, 12), st.integers(-1, 40))
def test_only_days_of_the_calendar_exist(year, month, day):
    if 1 <= day <= calendar.monthrange(year, month)[1]:
        assert PartialDate(year, month, day).earliest == date(year, month, day)
    else:
        with pytest.raises(DateError):
            PartialDate(year, month, day)


@pytest.mark.parametrize("year", [0, 1899, 2200])
def test_years_of_other_ages(year):
    with pytest.raises(DateError) as refusal:
        PartialDate(year)
    assert str(refusal.value) == f"Vuosi {year} ei ole väliltä 1900–2199."


@pytest.mark.parametrize(
    "parts", [{"day": 1}, {"month": 1, "season": SPRING}, {"month": 1, "day": 1, "season": SPRING}]
)
def test_parts_that_do_not_go_together_are_a_bug(parts):
    with pytest.raises(ValueError, match=r"needs a month|has no month"):
        PartialDate(2026, **parts)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        when = PartialDate.parse(text)
    except DateError:
        return
    assert PartialDate.parse(str(when)) == when


@given(st.text(alphabet="0123456789./- –kesätlvi", max_size=14))
def test_what_looks_like_a_date_is_read_or_refused(text):
    try:
        when = PartialDate.parse(text)
    except DateError:
        return
    assert str(when.year) in text


def test_months_and_seasons_by_their_words():
    assert [month_of(name) for name in MONTH_NAMES] == list(range(1, 13))
    assert month_of("Joulukuussa") == 12
    assert season_of("keväällä") is SPRING
    assert season_of("kesästä") is SUMMER
    assert season_of("syksyyn") is AUTUMN
    assert season_of("talvella") is WINTER
    assert season_of("kesäkuussa") is None
    assert month_of("kesällä") is None


@pytest.mark.parametrize(
    ("start", "end", "text", "edtf"),
    [
        (None, None, "", ""),
        ("2024", "2026", "2024–2026", "2024/2026"),
        ("2026", "2026", "2026", "2026/2026"),
        (None, "2022-12", "–12/2022", "/2022-12"),
        (None, "2023-12-31", "–31.12.2023", "/2023-12-31"),
        ("2019-22", None, "kesä 2019–", "2019-22/.."),
        ("2022-12", "2023-03", "12/2022–3/2023", "2022-12/2023-03"),
        ("2024-01-15", "2026-12-31", "15.1.2024–31.12.2026", "2024-01-15/2026-12-31"),
        ("2024", "2026-04-30", "2024–30.4.2026", "2024/2026-04-30"),
        ("2019-22", "2021", "kesä 2019 – 2021", "2019-22/2021"),
        ("2021", "2022-24", "2021 – talvi 2022–2023", "2021/2022-24"),
    ],
)
def test_durations(start, end, text, edtf):
    sides = [PartialDate.from_iso(side) if side else None for side in (start, end)]
    assert interval_text(*sides) == text
    assert interval_edtf(*sides) == edtf


@given(st.none() | dates(), st.none() | dates())
def test_a_duration_says_both_sides_and_nothing_more(start, end):
    text = interval_text(start, end)
    assert text.startswith(str(start or ""))
    assert text.endswith(str(end or ""))
    assert text.count(":") == 0
    assert "None" not in text + interval_edtf(start, end)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("12.31.2026", "31.12.2026"),
        ("2026/12", "12/2026"),
        ("2026.12.31", "31.12.2026"),
        ("31.12.26", "31.12.2026"),
        ("12/26", "12/2026"),
        ("31/12/2026", "31.12.2026"),
        ("31122026", "31.12.2026"),
        ("joulu 2026", "12/2026"),
    ],
)
def test_a_slip_is_answered_with_the_date_that_was_meant(text, near):
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert caught.value.sentences[-1] == tr("Did you mean {date}?", date=near)
    assert meant(text) == PartialDate.parse(near)


@pytest.mark.parametrize("text", ["13.13.2026", "31.2.26", "abc", "1.1.1", "jo 2026"])
def test_where_no_date_is_near_none_is_offered(text):
    with pytest.raises(DateError):
        PartialDate.parse(text)
    assert meant(text) is None

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.columns import column_of
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.organisations import THEMES, ListedValue, Organisation, Unit
from hankeapp.domain.parts import Funding
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.domain.values import Key
from hankeapp.ui import formatting
from hankeapp.ui.glyphs import Glyph
from hankeapp.ui.names import Names

TODAY = date(2026, 11, 24)


class Lists:
    """The office's lists."""

    def shared(self, table):
        return {
            "unit": [Unit(id="elinvoima", name="Elinvoima ja ympäristö")],
            "organisation": [Organisation(id="eu", name="EU"), Organisation(id="ely", name="ELY-keskus")],
            "listed_value": [ListedValue(id="1", list=THEMES, code="a", label="Vesi")],
        }[table]

    def name_of(self, key):
        return key


NAMES = Names(Lists())


def project(**values):
    return Project(**{"id": ProjectId("a"), "number": "H-2026-001", "name": "Ilmastokestävät pientaloalueet"} | values)


def test_list_item_reads_as_a_sentence():
    funded = (Funding(funder=Key("eu")), Funding(funder=Key("ely")), Funding(funder=Key("eu")), Funding())
    dates = {"start": PartialDate(2024), "end": PartialDate(2026)}
    ilpi = project(acronym="ILPI", unit=Key("elinvoima"), fundings=funded, **dates)
    assert formatting.sentence(ilpi, NAMES, TODAY) == (
        "ILPI – Ilmastokestävät pientaloalueet, tila aktiivinen, kesto 2024–2026, päättyy 37 päivän päästä, "
        "Elinvoima ja ympäristö, EU; ELY-keskus"
    )


def test_sentence_says_only_what_is_known():
    assert formatting.sentence(project(), NAMES, TODAY) == (
        "Ilmastokestävät pientaloalueet, tila aktiivinen, kesto ei tiedossa"
    )


@pytest.mark.parametrize(
    ("end", "status", "flag", "text", "short"),
    [
        (PartialDate(2026), Status.ACTIVE, Glyph.SOON, "Päättyy 37 päivän päästä", "37\u00a0pv jäljellä"),
        (PartialDate(2026, 11, 25), Status.ACTIVE, Glyph.SOON, "Päättyy huomenna", "Huomenna"),
        (PartialDate(2026, 11, 24), Status.ACTIVE, Glyph.SOON, "Päättyy tänään", "Tänään"),
        (PartialDate(2026, 11, 23), Status.ACTIVE, Glyph.OVERDUE, "Päättymispäivä ohitettu", "Ohitettu"),
        (PartialDate(2028), Status.ACTIVE, None, "", ""),
        (PartialDate(2020), Status.ENDED, None, "", ""),
        (None, Status.ACTIVE, None, "", ""),
    ],
)
def test_flag(end, status, flag, text, short):
    flagged = project(end=end, status=status)
    assert formatting.flag_of(flagged, TODAY) is flag
    assert formatting.flag_text(flagged, TODAY) == text
    assert formatting.flag_text(flagged, TODAY, short=True) == short


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (date(2022, 12, 31), "ohitettu 4\u00a0v sitten"),
        (date(2023, 12, 31), "ohitettu 3\u00a0v sitten"),
        (date(2025, 11, 24), "ohitettu 1\u00a0v sitten"),
        (date(2025, 11, 25), "ohitettu 11\u00a0kk sitten"),
        (date(2026, 10, 24), "ohitettu 1\u00a0kk sitten"),
        (date(2026, 10, 25), "ohitettu 30\u00a0pv sitten"),
        (date(2026, 11, 23), "ohitettu 1\u00a0pv sitten"),
    ],
)
def test_age(past, words):
    assert formatting.age_text(past, TODAY) == words


@given(st.dates(date(1900, 1, 1), TODAY - timedelta(days=1)))
def test_age_is_never_nought(past):
    assert "ohitettu 0" not in formatting.age_text(past, TODAY)


def test_spoken_cells_say_what_a_picture_shows():
    overdue = project(end=PartialDate(2023))
    told = {
        name: formatting.spoken_cell(overdue, column_of(name), NAMES, TODAY) for name in ("end", "start", "duration")
    }
    assert told["end"] == "2023, päättymispäivä ohitettu"
    assert told["start"] == "ei tietoa"
    assert told["duration"] == "–2023, päättymispäivä ohitettu"


def test_moments():
    now = datetime(2026, 11, 24, 14, 32).astimezone()
    assert formatting.clock_text(now.astimezone(UTC)) == "14.32"
    assert formatting.moment_text(now, now) == "tänään 14.32"
    assert formatting.moment_text(now - timedelta(days=1), now) == "eilen 14.32"
    assert formatting.moment_text(now - timedelta(days=43), now) == "12.10.2026"


def test_counts_have_plurals():
    assert [formatting.count_text(n) for n in (0, 1, 30)] == ["0 hanketta", "1 hanke", "30 hanketta"]

"""Dates in the form as people write them: read while they type, offered and never put in unasked, or picked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.translation import tr
from hankeapp.ui.calendar_popup import CalendarPopup
from hankeapp.ui.form import Form
from tests.ui.samples import TODAY, projects

YEAR, NOBODY = PartialDate(2024), None


class Desk:
    """The form of a project on the screen, and what it handed over."""

    def __init__(self, qtbot, start, end, words=""):
        self.form = Form()
        qtbot.addWidget(self.form)
        with qtbot.waitActive(self.form):
            self.form.show()
        self.given = {}
        for name, value in (("start", start), ("end", end), ("time_text", words)):
            editor = self.form.editors[name]
            editor.show(value)
            editor.committed.connect(self._take)
        self.form.show_facts(projects()[0], TODAY)

    def _take(self, name, value):
        self.given[name] = value
        self.form.editors[name].show(value)

    def type(self, name, text):
        line = self.form.editors[name].widget
        line.setFocus()
        line.selectAll()
        line.insert(text)
        line.textEdited.emit(text)
        QApplication.processEvents()

    def leave(self, name):
        return self.form.editors[name].commit()

    def error(self, name):
        return self.form.editors[name].error

    @property
    def note(self):
        return self.form.row_of(self.form.editors["start"].widget).note.text

    @property
    def offers(self):
        return [each.text() for each in self.form.durations.bar.findChildren(QPushButton) if each.isVisible()]

    def accept(self, words):
        buttons = self.form.durations.bar.findChildren(QPushButton)
        next(each for each in buttons if each.isVisible() and each.text() == words).click()
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot):
    def made(start=NOBODY, end=NOBODY, words=""):
        return Desk(qtbot, start, end, words)

    return made


def keep(words):
    return tr("Keep the words “{words}”", words=words)


def duration(text):
    return tr("Set the duration {duration}", duration=text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("kevät 2025", "= maaliskuu–toukokuu 2025"),
        ("talvi 2025", "= joulukuu 2025 – helmikuu 2026"),
        ("joulukuussa 2022", "= joulukuu 2022"),
        ("31.12.2026", "= torstai 31.12.2026"),
        ("noin 2024", f"= {tr('year {year}', year=2024)}"),
        ("12/2022 asti", "= joulukuu 2022"),
    ],
)
def test_how_a_date_is_read_stands_beside_it_while_it_is_typed(desk, text, reading):
    at = desk()
    hint = at.note
    at.type("end", text)
    assert at.note == reading
    assert at.leave("end")
    assert at.note == hint


def test_what_cannot_be_read_yet_is_not_commented_while_typing(desk):
    at = desk()
    hint = at.note
    at.type("end", "31.1")
    assert (at.note, at.error("end")) == (hint, "")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("31.12.2023 asti", "31.12.2023"),
        ("–2026", "2026"),
        ("vuoden 2025 loppuun", "2025"),
        ("noin 12/2026", "12/2026"),
    ],
)
def test_an_end_is_read_with_the_words_around_it(desk, text, date):
    at = desk()
    at.type("end", text)
    assert at.leave("end")
    assert str(at.given["end"]) == date


@pytest.mark.parametrize(
    ("text", "told"),
    [("31.12.2025 asti", "2024–31.12.2025"), ("kesästä 2023 alkaen", "kesä 2023 – 2026"), ("2020 asti", "–2020")],
)
def test_the_side_that_words_leave_out_stays_and_is_told(desk, text, told):
    at = desk(YEAR, PartialDate(2026))
    at.type("time_text", text)
    assert at.offers == [duration(told)]
    at.accept(duration(told))
    assert "start" not in at.given or "end" not in at.given


def test_the_words_are_kept_when_asked(desk):
    at = desk()
    at.type("end", "31.12.2023 asti")
    at.leave("end")
    assert at.given == {"end": PartialDate(2023, 12, 31)}
    at.accept(keep("31.12.2023 asti"))
    assert at.given["time_text"] == "31.12.2023 asti"
    assert at.offers == []


def test_words_are_not_offered_over_others_nor_for_a_plain_date(desk):
    at = desk(words="kaksivuotinen")
    at.type("end", "31.12.2023 asti")
    assert at.offers == []
    at = desk()
    at.type("end", "kevät 2025")
    assert at.offers == []


@pytest.mark.parametrize("field", ["start", "end", "time_text"])
def test_a_whole_duration_is_offered_for_both_fields(desk, field):
    at = desk(start=YEAR)
    at.type(field, "1.3.2024–31.12.2026")
    assert at.offers == [duration("1.3.2024–31.12.2026")]
    assert at.leave(field) is (field == "time_text")
    assert "start" not in at.given
    at.accept(duration("1.3.2024–31.12.2026"))
    assert at.given["start"] == PartialDate(2024, 3, 1)
    assert at.given["end"] == PartialDate(2026, 12, 31)
    assert at.error(field) == ""


def test_a_length_is_counted_from_the_side_that_is_known(desk):
    at = desk(start=YEAR)
    at.type("time_text", "kolmivuotinen")
    at.accept(duration("2024–2026"))
    assert at.given["end"] == PartialDate(2026)


@pytest.mark.parametrize(
    ("field", "start", "end", "told"),
    [
        ("end", YEAR, NOBODY, "2024–2026"),
        ("end", PartialDate(2024, 3), PartialDate(2025), "3/2024–2/2027"),
        ("start", NOBODY, PartialDate(2026, 12, 31), "1.1.2024–31.12.2026"),
        ("start", YEAR, PartialDate(2029), "2027–2029"),
        ("start", YEAR, NOBODY, "2024–2026"),
    ],
)
def test_a_length_in_the_place_of_a_date_is_counted_from_the_other_one_and_its_words_can_be_kept_then(
    desk, field, start, end, told
):
    at = desk(start, end)
    at.type(field, "kolmivuotinen")
    assert at.offers == [duration(told), keep("kolmivuotinen")]
    at.accept(duration(told))
    form = at.form.editors
    assert interval_text(form["start"].value(), form["end"].value()) == told
    assert at.offers == [keep("kolmivuotinen")]
    at.accept(keep("kolmivuotinen"))
    assert at.given["time_text"] == "kolmivuotinen"
    assert interval_text(form["start"].value(), form["end"].value()) == told
    assert (at.offers, at.error(field)) == ([], "")


def test_a_length_in_a_field_of_a_date_is_explained_and_its_words_can_be_kept(desk):
    at = desk()
    at.type("start", "kolmivuotinen")
    assert not at.leave("start")
    assert at.error("start").startswith(tr("“{text}” tells how long, and not when.", text="kolmivuotinen"))
    at.accept(keep("kolmivuotinen"))
    assert at.given == {"time_text": "kolmivuotinen"}
    assert at.error("start") == ""
    assert at.form.editors["start"].value() is None


def test_an_end_in_the_field_of_the_start_is_explained_and_offered(desk):
    at = desk()
    at.type("start", "–31.12.2023")
    assert not at.leave("start")
    assert at.error("start").startswith(tr("“{text}” is an end.", text="–31.12.2023"))
    at.accept(duration("–31.12.2023"))
    assert at.given == {"end": PartialDate(2023, 12, 31)}
    assert at.form.editors["start"].draft is None


@pytest.mark.parametrize(
    ("text", "near"), [("12.31.2026", "31.12.2026"), ("2026/12", "12/2026"), ("1.2.26", "1.2.2026")]
)
def test_a_slip_is_explained_and_mended_with_a_button(desk, text, near):
    at = desk()
    at.type("end", text)
    assert not at.leave("end")
    assert tr("Did you mean {date}?", date=near) in at.error("end")
    at.accept(tr("Write {date}", date=near))
    assert str(at.given["end"]) == near
    assert at.error("end") == ""


def test_a_day_that_does_not_exist_in_a_duration_is_told(desk):
    at = desk()
    at.type("end", "1.1.2026–31.2.2026")
    assert at.offers == []
    assert not at.leave("end")
    assert at.error("end")


def test_a_pasted_page_is_no_date_and_stays_as_a_draft(desk):
    at = desk()
    at.type("end", "vuonna 2024 " * 8000)
    assert not at.leave("end")
    assert len(at.error("end")) < 300


def test_another_project_has_no_offers_of_the_one_before(desk):
    at = desk()
    at.type("start", "kolmivuotinen")
    at.form.show_facts(projects()[0], TODAY)
    assert at.offers
    at.form.show_facts(projects()[1], TODAY)
    assert not at.offers


# The calendar


@pytest.fixture
def calendar(desk):
    at = desk(start=PartialDate(2026, 12, 9))
    at.form.editors["start"].widget.setFocus()
    QTest.keyClick(at.form.editors["start"].widget, Qt.Key.Key_F4)
    popup = at.form.findChild(CalendarPopup)
    assert popup.isVisible()
    yield at, popup
    at.form.editors["start"].widget.clearFocus()


def test_a_day_is_picked_with_the_arrows_and_enter(calendar):
    at, popup = calendar
    days = popup.calendar.focusProxy() or popup.calendar
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert at.given == {"start": PartialDate(2026, 12, 10)}
    assert not popup.isVisible()


def test_as_little_as_a_month_or_a_year_is_picked(calendar):
    at, popup = calendar
    assert popup.month.text() == tr("Whole month {month}", month="12/2026")
    popup.calendar.showPreviousMonth()
    popup.month.click()
    assert at.given == {"start": PartialDate(2026, 11)}
    at.form.editors["start"].widget.open_calendar()
    at.form.findChildren(CalendarPopup)[-1].year.click()
    assert at.given == {"start": PartialDate(2026)}


def test_esc_picks_nothing(calendar):
    at, popup = calendar
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert at.given == {}


def test_what_cannot_be_changed_opens_no_calendar(desk):
    at = desk(start=YEAR)
    at.form.editors["start"].set_read_only(True)
    QTest.keyClick(at.form.editors["start"].widget, Qt.Key.Key_F4)
    assert at.form.findChild(CalendarPopup) is None

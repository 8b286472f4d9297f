"""Kept reports: frozen as they were, made again to the byte, compared with today by the history."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.comparisons import Fate
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, FileError, NotFoundError, ReadOnlyRegister
from hankeapp.domain.parts import Funding, Link
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Ending
from hankeapp.domain.values import Cents, Key
from hankeapp.reports.typesetting import typeset
from hankeapp.services import opening
from hankeapp.services.printing import ReportKind, Wish, document_maker
from hankeapp.services.report_changes import changes, changes_beside
from hankeapp.services.wishes import wish_from

ACTIVE = Wish(Query(View.ACTIVE, sorts=(Sort("page_order"),)), office="Porin kaupunki")


class Hands:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def register(tmp_path, hands):
    desk = Desk("testaaja", Clock(lambda: hands.now))
    with closing(opening.create_example(tmp_path / "r.hanke", desk)) as register:
        yield register


def keep(register, wish=ACTIVE, name="", source=None):
    manuscript = document_maker(source or register, wish)
    return register.kept_reports.keep(manuscript, typeset(manuscript()), name)


def printed(source, wish):
    return typeset(document_maker(source, wish)()).pdf


def project(register, number):
    return register.numbered([number])[0]


def test_a_report_is_kept_with_all_that_tells_of_it(register):
    report = keep(register, name="Kaupunginhallitukselle")
    assert (report.number, report.name, report.maker) == ("R-2026-001", "Kaupunginhallitukselle", "testaaja")
    assert (report.day, report.made_on) == (PartialDate(2026, 11, 24), date(2026, 11, 24))
    assert report.numbers == tuple(each.number for each in register.projects(register.ids(ACTIVE.query)))
    assert wish_from(report.wish) == ACTIVE
    assert register.kept_reports.content(report) == printed(register, ACTIVE)
    assert register.kept_reports.all() == [report]
    assert register.faults() == []


def test_without_a_title_it_is_called_by_its_kind_and_day(register):
    assert keep(register, replace(ACTIVE, kind=ReportKind.TABLE)).name.endswith(" 24.11.2026")


def test_numbers_are_given_once(register):
    first = keep(register)
    register.kept_reports.remove(first)
    register.empty_trash()
    assert keep(register).number == "R-2026-002"
    assert register.add({"name": "Uusi"}).number == "H-2026-031"


def test_keeping_and_removing_are_acts_that_are_taken_back(register):
    report = keep(register)
    data = register.kept_reports.content(report)
    register.journal.undo()
    assert register.kept_reports.all() == []
    register.journal.redo()
    register.kept_reports.remove(report)
    assert register.kept_reports.all() == []
    with pytest.raises(NotFoundError):
        register.kept_reports.remove(report)
    register.journal.undo()
    assert register.kept_reports.content(register.kept_reports.numbered("r-2026-001")) == data
    assert register.faults() == []


def test_reports_are_found_by_words_numbers_and_days(register, hands):
    first = keep(register, name="Kaupunginhallitukselle")
    hands.now = datetime(2027, 2, 3, 12, tzinfo=UTC)
    second = keep(register, replace(ACTIVE, kind=ReportKind.TABLE), "Liite")
    reports = register.kept_reports
    assert [each.number for each in reports.all()] == ["R-2027-001", "R-2026-001"]
    assert reports.all("KAUPUNGIN") == [first]
    assert reports.all("3.2.2027") == [second]
    assert reports.all("r-2026") == [first]
    assert reports.all("liite testaaja") == [second]
    with pytest.raises(NotFoundError, match="R-2026-009"):
        reports.numbered("R-2026-009")


def test_a_day_printed_afterwards_is_the_kept_report_to_the_byte(register, hands):
    kept = register.kept_reports.content(keep(register))
    hands.now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    register.save(project(register, "H-2026-001"), {"name": "Toinen nimi", "budget_whole": 100})
    register.throw_away([project(register, "H-2026-002").id])
    assert printed(register, ACTIVE) != kept
    assert printed(register.past(known=date(2026, 11, 24)), ACTIVE) == kept
    hands.now = datetime(2031, 1, 1, 9, tzinfo=UTC)
    assert printed(register.past(known=date(2026, 11, 24)), ACTIVE) == kept


@pytest.mark.parametrize("kind", ReportKind)
def test_edits_later_on_the_day_are_of_the_day_and_not_of_the_report(register, hands, kind):
    wish = replace(ACTIVE, kind=kind, query=replace(ACTIVE.query, group="status"))
    report = keep(register, wish)
    kept = register.kept_reports.content(report)
    hands.now = datetime(2026, 11, 24, 13, tzinfo=UTC)
    register.save(project(register, "H-2026-001"), {"name": "Toinen nimi", "acronym": ""})
    assert printed(register.past(known=date(2026, 11, 24)), wish) != kept
    assert printed(register.past_of(report), wish) == kept


def test_a_report_of_a_past_day_is_made_again_too(register, hands):
    hands.now = datetime(2027, 1, 5, 12, tzinfo=UTC)
    register.save(project(register, "H-2026-001"), {"name": "Toinen nimi"})
    for on, known in ((date(2024, 6, 1), None), (None, date(2026, 11, 24)), (date(2024, 6, 1), date(2026, 11, 24))):
        report = keep(register, source=register.past(on=on, known=known))
        register.save(project(register, "H-2026-003"), {"notes": str(report.number)})
        assert printed(register.past_of(report), ACTIVE) == register.kept_reports.content(report), (on, known)


def test_what_has_changed_is_told_by_the_history(register, hands):
    report = keep(register)
    assert changes(register, report).projects == ()
    assert changes(register, report).alike == 30
    hands.now = datetime(2027, 1, 5, 12, tzinfo=UTC)
    renamed, ended, thrown = (project(register, f"H-2026-00{n}") for n in (1, 2, 3))
    register.save(renamed, {"name": "Toinen nimi", "budget_whole": 12_345})
    register.end({ended.id: Ending(effective=PartialDate(2026, 12))})
    register.throw_away([thrown.id])
    new = register.add({"name": "Aivan uusi"})
    told = changes(register, report)
    assert changes_beside(register, report) == told
    assert [each.number for each in told.of(Fate.CAME)] == [new.number]
    assert [each.number for each in told.of(Fate.WENT)] == [ended.number, thrown.number]
    (changed,) = told.of(Fate.CHANGED)
    assert (changed.number, changed.title) == ("H-2026-001", project(register, "H-2026-001").title)
    assert [(each.field, each.old) for each in changed.differences] == [("name", renamed.name), ("budget_whole", "")]
    went = told.of(Fate.WENT)[0]
    assert went.differences[0].field == "status"
    assert told.alike == 27


def test_parts_are_compared_row_by_row(register):
    register.lists.add_shared("organisation", "Säätiö")
    key = register.lists.shared("organisation")[-1].id
    some = project(register, "H-2026-001")
    some = register.parts.save(some, "links", (Link(address="https://a.fi"), Link(address="https://b.fi")))
    report = keep(register)
    first, _second = some.links
    some = register.parts.save(some, "links", (replace(first, caption="Sivut"), Link(address="https://c.fi")))
    register.parts.save(some, "fundings", (*some.fundings, Funding(funder=Key(key), granted=Cents(500))))
    (changed,) = changes(register, report).projects
    told = {(each.old, each.new) for each in changed.differences if each.field == "links"}
    assert ("", "Sivut") in told
    assert len(told) == 3
    assert any("Säätiö" in each.new for each in changed.differences if each.field == "fundings")


def test_what_is_deleted_for_good_is_told_by_its_number(register):
    report = keep(register)
    data = register.kept_reports.content(report)
    register.throw_away([project(register, "H-2026-004").id])
    register.empty_trash()
    (gone,) = changes(register, report).projects
    assert (gone.number, gone.title, gone.fate) == ("H-2026-004", "", Fate.WENT)
    assert register.kept_reports.content(report) == data
    assert register.faults() == []


def test_emptying_the_trash_takes_the_bytes_of_removed_reports_and_no_others(register):
    first, second = keep(register), keep(register, replace(ACTIVE, kind=ReportKind.TABLE))
    register.kept_reports.remove(first)
    assert register.empty_trash().sentence
    with closing(sqlite3.connect(register.path)) as file:
        held = {row[0] for row in file.execute("SELECT sha256 FROM content")}
    assert first.sha256 not in held
    assert register.kept_reports.content(second)
    assert register.kept_reports.all() == [second]
    assert register.faults() == []


def test_damaged_bytes_are_told_and_not_handed_out(register, tmp_path):
    report = keep(register)
    with closing(sqlite3.connect(register.path)) as file, file:
        file.execute("UPDATE content SET data = zeroblob(9) WHERE sha256 = ?", (report.sha256,))
    with pytest.raises(FileError, match=report.number):
        register.kept_reports.save_as(report, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
    assert changes(register, report).projects == ()
    with closing(sqlite3.connect(register.path)) as file, file:
        file.execute("DELETE FROM content")
    with pytest.raises(FileError, match=report.number):
        register.kept_reports.content(report)


def test_in_a_register_for_reading_nothing_is_kept_and_all_is_found(register):
    report = keep(register)
    with closing(opening.open_register(register.path, Desk("t", Clock.standing(2026, 11, 24)), reading=True)) as other:
        assert other.kept_reports.content(other.kept_reports.numbered(report.number))
        with pytest.raises(ReadOnlyRegister):
            keep(other)


@pytest.mark.parametrize("name", ["x" * 501, "a\ud800"])
def test_a_title_that_cannot_stand_keeps_nothing(register, name):
    with pytest.raises(FieldError):
        keep(register, name=name)
    assert register.kept_reports.all() == []
    assert keep(register).number == "R-2026-001"


def test_the_history_tells_of_what_was_kept(register):
    report = keep(register, name="Liite")
    register.kept_reports.remove(report)
    removed, kept = register.history()[:2]
    assert (removed.old, kept.new) == ("Liite", "Liite")
    register.restore(removed)
    assert register.kept_reports.all() == [report]

"""The city's web page: what differs from what was last published, or taken in."""

from contextlib import closing

import pytest

from hankeapp.domain.comparisons import Fate
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kept_reports import Form
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Ending
from hankeapp.services import opening, pages


@pytest.fixture
def register(tmp_path, desk):
    with closing(opening.create_example(tmp_path / "r.hanke", desk)) as register:
        yield register


def project(register, n):
    return register.numbered([f"H-2026-{n:03}"])[0]


def edit(register, n, text):
    return register.save(project(register, n), {"public_text": text})


def told(register):
    found = register.web_page.changes()
    return {fate: [each.number for each in found.of(fate)] for fate in Fate}


def test_an_empty_register_has_no_page(tmp_path, desk):
    with closing(opening.create(tmp_path / "empty.hanke", desk)) as register:
        assert register.web_page.changes() is None
        assert register.web_page.last() is None
        register.add({"name": "Uusi", "public_text": "Teksti."})
        assert register.web_page.changes() is None


def test_before_anything_was_published_it_is_the_page_that_was_taken_in(register):
    assert register.web_page.changes().projects == ()
    text = project(register, 1).public_text
    changed = edit(register, 1, "Uusi teksti.")
    register.end({project(register, 2).id: Ending(effective=PartialDate(2026, 11))})
    register.throw_away([project(register, 3).id])
    register.add({"name": "Uusi", "public_text": "Lisätty."})
    register.add({"name": "Tekstitön"})
    register.save(project(register, 4), {"notes": "ei verkkosivulla"})
    assert told(register) == {
        Fate.CAME: ["H-2026-031"],
        Fate.WENT: ["H-2026-003"],
        Fate.CHANGED: ["H-2026-001", "H-2026-002"],
    }
    first, second = register.web_page.changes().of(Fate.CHANGED)
    assert [(each.old, each.new) for each in first.differences] == [(text, "Uusi teksti.")]
    assert [each.field for each in second.differences] == ["status"]
    assert register.web_page.text_of(changed) == text


def test_what_was_published_is_what_the_page_has(register):
    edit(register, 1, "Uusi teksti.")
    report = pages.publish(register, Form.HTML)
    assert report.is_published
    assert register.web_page.last() == report
    assert register.kept_reports.content(report).startswith(b"<!DOCTYPE html>")
    assert register.web_page.changes().projects == ()
    now = edit(register, 1, "Vielä uudempi.")
    assert told(register)[Fate.CHANGED] == ["H-2026-001"]
    assert register.web_page.text_of(now) == "Uusi teksti."
    register.journal.undo()
    assert register.web_page.changes().projects == ()


def test_undoing_the_mark_brings_back_what_was_published_before(register):
    edit(register, 1, "Uusi teksti.")
    pages.publish(register, Form.PAGE)
    register.journal.undo()
    assert told(register)[Fate.CHANGED] == ["H-2026-001"]


def test_what_did_not_stand_on_the_page_has_no_text_there(register):
    pages.publish(register, Form.HTML)
    new = register.add({"name": "Uusi", "public_text": "Lisätty."})
    assert register.web_page.text_of(new) == ""
    pages.publish(register, Form.HTML)
    assert register.web_page.text_of(new) == "Lisätty."
    assert register.web_page.changes().projects == ()


def test_a_project_that_gets_a_text_comes_to_the_page_and_is_not_called_new(register):
    old = register.add({"name": "Tekstitön"})
    pages.publish(register, Form.HTML)
    register.save(old, {"public_text": "Nyt on."})
    register.add({"name": "Uusi", "public_text": "Lisätty."})
    gained, new = register.web_page.changes().of(Fate.CAME)
    assert gained.reason != new.reason


def test_a_page_of_some_projects_is_asked_for_again(register):
    query = Query(View.ACTIVE, sorts=(Sort("page_order"),))
    pages.publish(register, Form.HTML, query)
    register.end({project(register, 2).id: Ending(effective=PartialDate(2026, 11))})
    assert told(register) == {Fate.CAME: [], Fate.WENT: ["H-2026-002"], Fate.CHANGED: []}


def test_what_was_deleted_for_good_is_told_by_its_number(register):
    pages.publish(register, Form.HTML)
    register.throw_away([project(register, 5).id])
    register.empty_trash()
    assert told(register)[Fate.WENT] == ["H-2026-005"]


def test_projects_that_stand_elsewhere_are_told(register):
    query = Query(sorts=(Sort("title"),))
    pages.publish(register, Form.HTML, query)
    register.save(project(register, 1), {"acronym": "", "name": "Öljyinen"})
    (moved,) = register.web_page.changes().projects
    assert (moved.number, moved.has_moved) == ("H-2026-001", True)

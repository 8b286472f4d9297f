"""Drafts on disk: kept, counted, let go of, and set aside where they cannot be read."""

from datetime import UTC, datetime

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FileError
from hankeapp.domain.project import ProjectId
from hankeapp.domain.values import Codes
from hankeapp.services.drafts import Draft, Drafts, Spot, new_row

HERE, THERE = ProjectId("a1"), ProjectId("b2")
WRITTEN = {
    Spot("end"): Draft("31.2.2026", PartialDate(2026), "Ei ole.", datetime(2026, 11, 24, 12, 32, tzinfo=UTC)),
    Spot("themes"): Draft("hups", Codes(("a", "b"))),
    Spot("granted", "fundings", "f1"): Draft("abc", None, "Ei luku."),
    Spot("name", "contacts", new_row(0)): Draft("Maija\n", ""),
}


def test_what_is_kept_is_there_after_a_restart(tmp_path):
    Drafts(tmp_path / "r").keep(HERE, WRITTEN)
    again = Drafts(tmp_path / "r")
    assert again.of(HERE) == WRITTEN
    assert again.of(HERE)[Spot("end")].moment.hour == 12
    assert (again.projects, again.count(), again.count(but=HERE), again.damage) == ((HERE,), 4, 0, None)
    assert [path.stat().st_mode & 0o077 for path in (tmp_path / "r").iterdir()] == [0]


def test_what_is_let_go_of_leaves_no_file(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep(HERE, WRITTEN)
    drafts.keep(THERE, WRITTEN)
    drafts.keep(HERE, {})
    drafts.forget([THERE])
    assert list(tmp_path.iterdir()) == []


def test_the_moment_is_when_it_was_written_first(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep(HERE, WRITTEN)
    later = Draft("31.2.2026", PartialDate(2026), "Muu syy.", datetime(2026, 11, 25, tzinfo=UTC))
    drafts.keep(HERE, {Spot("end"): later})
    assert drafts.of(HERE)[Spot("end")].moment.day == 24


@pytest.mark.parametrize(
    "content", ["", "{", "[{}]", "[1]", "7", '[{"field": "x", "part": "", "row": "", "base": null}]', "\N{NULL}"]
)
def test_a_file_that_cannot_be_read_is_set_aside(tmp_path, content):
    Drafts(tmp_path).keep(THERE, WRITTEN)
    (tmp_path / "a1.json").write_text(content)
    drafts = Drafts(tmp_path)
    assert isinstance(drafts.damage, FileError)
    assert drafts.projects == (THERE,)
    assert (tmp_path / "a1.damaged").read_text() == content
    assert Drafts(tmp_path).damage is None


def test_where_nothing_can_be_written_it_stays_in_memory_and_is_told(tmp_path):
    (tmp_path / "r").write_text("no folder")
    drafts = Drafts(tmp_path / "r")
    with pytest.raises(FileError):
        drafts.keep(HERE, WRITTEN)
    assert drafts.of(HERE) == WRITTEN

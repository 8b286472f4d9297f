"""Kept reports and what was published, from the command line."""

import pytest

from hankeapp.translation import tr


@pytest.fixture
def keep(say, register, tmp_path):
    def keep(*more):
        return say("report", register, tmp_path / "a.pdf", "--kind", "table", *more, "--json").document

    return keep


def test_a_report_is_kept_listed_found_and_written_out(say, register, tmp_path, keep):
    document = keep("--note", "Liite 3", "--keep", "Hallitukselle")
    assert document["kept"] == "R-2026-001"
    assert keep()["kept"] is None
    keep("--keep")
    listed = say("reports", register, "--json").document
    assert [each["number"] for each in listed] == ["R-2026-002", "R-2026-001"]
    assert [(each["title"], each["note"]) for each in listed][1] == ("Hallitukselle", "Liite 3")
    assert [each["number"] for each in say("reports", register, "--find", "liite", "--json").document] == ["R-2026-001"]
    assert "R-2026-001  Hallitukselle" in say("reports", register).out
    assert "H-2026-030" in say("reports", register, "r-2026-001").out
    written = tmp_path / "b.pdf"
    assert say("reports", register, "R-2026-001", written, "--json").document["pages"] == document["pages"]
    assert written.read_bytes() == (tmp_path / "a.pdf").read_bytes()


def test_a_report_is_made_again_as_it_was_kept(say, register, tmp_path, keep):
    keep("--query", "tila:aktiivinen", "--office", "Porin kaupunki", "--group", "status", "--keep")
    assert say("set", register, "H-2026-001", "name=Toinen").code == 0
    again = tmp_path / "again.pdf"
    like = ("report", register, again, "--like", "R-2026-001")
    assert say(*like).code == 0
    assert again.read_bytes() != (tmp_path / "a.pdf").read_bytes()
    assert say(*like, "--known", "R-2026-001").code == 0
    assert again.read_bytes() == (tmp_path / "a.pdf").read_bytes()
    assert "--on" in say(*like, "--known", "R-2026-001", "--on", "2020").misuse


def test_the_register_of_a_report_is_asked_like_that_of_a_day(say, register, keep):
    keep("--keep")
    say("delete", register, "H-2026-001")
    assert len(say("list", register, "--json").document) == 29
    assert len(say("list", register, "--known", "r-2026-001", "--json").document) == 30
    assert "R-2026-007" in say("list", register, "--known", "R-2026-007").refusal


def test_what_has_changed_is_told(say, register, keep):
    keep("--keep")
    assert tr("Nothing has changed") in say("reports", register, "R-2026-001", "--changes").out
    say("set", register, "H-2026-001", "name=Toinen")
    say("delete", register, "H-2026-002")
    told = say("reports", register, "R-2026-001", "--changes").out
    assert "→ Toinen" in told
    document = say("reports", register, "R-2026-001", "--changes", "--json").document
    assert [(each["number"], each["fate"]) for each in document["projects"]] == [
        ("H-2026-001", "changed"),
        ("H-2026-002", "went"),
    ]
    assert document["alike"] == 28


def test_a_removed_one_comes_back_by_undoing(say, register, keep):
    keep("--keep")
    assert say("reports", register, "R-2026-001", "--remove", "--json").document == {"removed": "R-2026-001"}
    assert say("reports", register, "--json").document == []
    assert say("undo", register).code == 0
    assert len(say("reports", register, "--json").document) == 1
    say("redo", register)
    assert say("trash", register, "--empty", "--json").document == {"erased": 0, "erased_reports": 1}
    assert say("check", register).code == 0


def test_what_cannot_be_asked(say, register, tmp_path, keep):
    assert say("reports", register, "--changes").code == 2
    assert say("reports", register, "R-2026-001", tmp_path / "x.pdf", "--remove").code == 2
    assert "R-2026-001" in say("reports", register, "R-2026-001").refusal
    assert "R-9" in say("report", register, tmp_path / "x.pdf", "--like", "R-9").refusal
    assert not (tmp_path / "x.pdf").exists()


def test_nothing_is_kept_of_what_could_not_be_written(say, register, tmp_path):
    (tmp_path / "folder.pdf").mkdir()
    assert say("report", register, tmp_path / "folder.pdf", "--keep").code == 1
    assert say("reports", register, "--json").document == []


@pytest.mark.parametrize(("name", "form"), [("sivu.html", "html"), ("sivu.txt", "page")])
def test_what_differs_from_what_was_published(say, register, tmp_path, name, form):
    assert say("published", register, "--json").document["projects"] == []
    say("set", register, "H-2026-001", "public_text=Uusi teksti.")
    assert "Uusi teksti." in say("published", register).out
    document = say("export", register, tmp_path / name, "--published", "--json").document
    assert document["published"] == "R-2026-001"
    assert say("reports", register, "--json").document[0]["form"] == form
    assert say("published", register, "--json").document == {"report": "R-2026-001", "alike": 30, "projects": []}
    say("set", register, "H-2026-002", "public_text=")
    (went,) = say("published", register, "--json").document["projects"]
    assert (went["number"], went["fate"]) == ("H-2026-002", "went")
    assert say("published", register, "--mark", "--json").document["number"] == "R-2026-002"
    assert say("published", register, "--json").document["projects"] == []


def test_only_a_web_page_is_published(say, register, tmp_path):
    assert "--as" in say("export", register, tmp_path / "x.csv", "--published").misuse
    empty = tmp_path / "empty.hanke"
    say("new", empty)
    assert "--mark" in say("published", empty).refusal

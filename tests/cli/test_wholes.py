"""A whole register out as JSON and in again: as a new one with all as it was, into another one project by project."""

from __future__ import annotations

import json
import shutil

import pytest


@pytest.fixture
def whole(say, register, tmp_path):
    """The example as JSON, with a project ended."""
    say("end", register, "H-2026-001", "--note", "Valmis")
    path = tmp_path / "hankkeet.json"
    say("export", register, path)
    return path


def test_out_and_in_and_out_again_is_the_same(say, register, whole, tmp_path):
    new = tmp_path / "uusi.hanke"
    told = say("import", new, whole, "--json").document
    assert (told["register"], told["dry_run"], told["added"]) == (str(new), False, 30)
    assert (told["already"], told["updated"], told["differences"], told["remarks"]) == (0, 0, [], [])
    assert [project["number"] for project in told["projects"]] == [f"H-2026-{n:03}" for n in range(1, 31)]
    say("export", new, tmp_path / "taas.json")
    assert (tmp_path / "taas.json").read_bytes() == whole.read_bytes()
    assert say("list", new, "--json").document == say("list", register, "--json").document


def test_the_document_has_what_every_import_tells(say, whole, source, tmp_path):
    told = say("import", tmp_path / "a.hanke", whole, "--json").document
    assert told.keys() == say("import", tmp_path / "b.hanke", source, "--json").document.keys()


def test_the_web_page_comes_over(say, register, whole, tmp_path):
    say("import", tmp_path / "uusi.hanke", whole)
    for name in ("hankkeet", "uusi"):
        say("export", tmp_path / f"{name}.hanke", tmp_path / f"{name}.txt")
    assert (tmp_path / "uusi.txt").read_bytes() == (tmp_path / "hankkeet.txt").read_bytes()


def test_a_trial_tells_what_would_come_and_makes_nothing(say, whole, tmp_path):
    before = sorted(tmp_path.iterdir())
    told = say("import", tmp_path / "uusi.hanke", whole, "--dry-run", "--json").document
    assert (told["register"], told["dry_run"], told["added"]) == (str(tmp_path / "uusi.hanke"), True, 30)
    assert told["projects"][0]["number"] == "H-2026-001"
    words = say("import", tmp_path / "uusi.hanke", whole, "--dry-run").out
    assert "Tuotaisiin 30 hanketta.\nMitään ei muutettu.\n" in words
    assert "H-2026-030" in words
    assert sorted(tmp_path.iterdir()) == before


def test_a_register_that_is_there_takes_in_projects_and_what_differs(say, register, whole):
    assert say("import", register, whole, "--json").document["differences"] == []
    say("set", register, "H-2026-002", "name=Muu", "end=2031")
    say("delete", register, "H-2026-003")
    foreseen = say("import", register, whole, "--dry-run", "--update", "--json").document
    told = say("import", register, whole, "--update", "--json").document
    assert (told["added"], told["already"], told["updated"]) == (1, 29, 1)
    assert [each["field"] for each in told["differences"]] == ["name"]
    assert {key: foreseen[key] for key in ("added", "already", "updated")} == {"added": 1, "already": 29, "updated": 1}
    assert say("show", register, "H-2026-002", "--json").document["end"] == "2031"
    assert say("show", register, "H-2026-031", "--json").document["number"] == "H-2026-031"
    assert len(told["remarks"]) == 2
    assert say("undo", register).code == 0
    assert len(say("list", register, "--json").document) == 29


@pytest.mark.parametrize(("name", "said"), [("a.xyz", ["--as", "json"]), ("a.txt", []), ("ilman", [])])
def test_a_register_is_known_by_what_is_said_or_its_content(say, whole, tmp_path, name, said):
    shutil.copy(whole, tmp_path / name)
    assert say("import", tmp_path / "uusi.hanke", tmp_path / name, *said, "--json").document["added"] == 30


@pytest.mark.parametrize("content", ["{", "[]", '{"hankkeet": []}', "", '{"format": "hankeapp-register"}'])
@pytest.mark.parametrize("trial", [[], ["--dry-run"]])
def test_other_json_is_refused(say, tmp_path, content, trial):
    path = tmp_path / "muu.json"
    path.write_text(content, "utf-8")
    assert "muu.json" in say("import", tmp_path / "uusi.hanke", path, *trial).refusal
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_that_breaks_a_rule_leaves_no_register(say, whole, tmp_path):
    document = json.loads(whole.read_text("utf-8"))
    document["projects"][2]["end"] = "1999"
    whole.write_text(json.dumps(document), "utf-8")
    for trial in ([], ["--dry-run"]):
        assert say("import", tmp_path / "uusi.hanke", whole, *trial).refusal
    assert not (tmp_path / "uusi.hanke").exists()

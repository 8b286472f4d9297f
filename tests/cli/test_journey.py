"""From the city's page to a printed overview, by commands alone."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

FACTS = json.loads((Path(__file__).parent.parent / "exchange" / "data" / "facts.json").read_text("utf-8"))
OVERDUE = [12, 16, 17, 18, 19, 21, 27, 28, 29]
"""The paragraphs of the projects whose latest possible end lies before 24.11.2026."""


def test_the_page_is_taken_in(say, tmp_path, source):
    register = tmp_path / "r.hanke"
    assert say("import", register, source, "--json").document["added"] == 30
    projects = say("list", register, "--json").document
    said = FACTS[0].keys() - {"order"}
    assert [{"order": project["page_order"]} | {name: project[name] for name in said} for project in projects] == FACTS


def test_a_page_is_taken_in_once(say, register, source, page):
    again = say("import", register, source, "--json").document
    assert (again["added"], again["already"]) == (0, 30)
    more = page(source.read_text("utf-8").rstrip() + "\n\nUusi hanke: Uutta väkeä.\n")
    after = say("import", register, more, "--json").document
    assert (after["added"], after["already"]) == (1, 30)
    assert [project["name"] for project in after["projects"]] == ["Uusi hanke"]
    assert len(say("list", register, "--json").document) == 31


def test_a_trial_changes_nothing(say, register, source, tmp_path):
    before = register.read_bytes()
    assert say("import", register, source, "--dry-run", "--json").document["added"] == 0
    assert register.read_bytes() == before
    nowhere = tmp_path / "uusi.hanke"
    trial = say("import", nowhere, source, "--dry-run", "--json").document
    assert (trial["dry_run"], trial["added"], trial["already"]) == (True, 30, 0)
    assert [project["name"] for project in trial["projects"]] == [fact["name"] for fact in FACTS]
    assert {project["number"] for project in trial["projects"]} == {None}
    words = say("import", nowhere, source, "--dry-run").out
    assert "Tuotaisiin 30 hanketta." in words
    assert "Mitään ei muutettu." in words
    assert not nowhere.exists()


def test_the_overdue_are_found(say, register):
    found = say("overdue", register, "--on", "2026-11-24", "--json").document
    assert sorted(project["page_order"] for project in found) == OVERDUE
    assert all(project["overdue"] for project in found)
    assert say("overdue", register, "--json").document == found
    assert len(say("overdue", register, "--on", "24.11.2026", "--json").document) == 9


def test_an_untouched_page_comes_out_to_the_byte(say, register, source, tmp_path):
    out = tmp_path / "ulos.txt"
    written = say("export", register, out, "--as", "page", "--json").document
    assert written == {
        "file": str(out),
        "format": "page",
        "count": 30,
        "left_out": [],
        "remarks": [],
        "published": None,
    }
    assert out.read_bytes() == source.read_bytes()


def test_the_ended_stand_under_their_heading(say, register, source, tmp_path):
    numbers = [project["number"] for project in say("overdue", register, "--json").document]
    assert say("end", register, *numbers, "--recorded", "--json").document["ended"] == 9
    out = tmp_path / "ulos.txt"
    assert say("export", register, out).code == 0
    active, ended = paragraphs(out.read_bytes())
    assert (len(active), len(ended)) == (21, 9)
    before, _ = paragraphs(source.read_bytes())
    assert ended == [text for order, text in enumerate(before, 1) if order in OVERDUE]
    assert active == [text for order, text in enumerate(before, 1) if order not in OVERDUE]


def test_the_overview_is_printed(say, register, tmp_path):
    out = tmp_path / "katsaus.pdf"
    printed = say("report", register, out, "--office", "Porin kaupunki", "--json").document
    assert printed["count"] == 30
    assert printed["replaced"] == []
    text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True).stdout.decode()
    words = re.sub(r"\s+", " ", text.replace("\u00ad", ""))
    assert "Porin kaupunki" in words
    place = 0
    for fact in FACTS:
        found = spelled(fact["name"]).search(words, place)
        assert found, fact["name"]
        place = found.end()


def spelled(name):
    """A name as it may be broken into lines: at its blanks, and after its hyphens."""
    return re.compile(re.sub(r"-(?=\w)", "-\\\\s?", re.escape(name).replace("\\-", "-")))


def paragraphs(page):
    active, ended = re.split("\n+Päättyneitä hankkeita:\n*".encode(), page.split(b"Aktiiviset hankkeet:\n\n")[1])
    return [
        [part for part in section.split(b"\n\n") if part] for section in (active.rstrip(b"\n"), ended.rstrip(b"\n"))
    ]

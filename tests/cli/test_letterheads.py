"""The office's name and logo from the command line, and what is told of a logo that cannot be printed."""

import sqlite3

from hankeapp.reports.logo import left_out
from tests.reports.test_photos import png


def test_they_are_set_told_printed_and_undone(say, register, tmp_path):
    logo = tmp_path / "vaakuna.png"
    logo.write_bytes(png())
    assert say("office", register, "--json").document == {"name": "", "logo": None, "alt_text": ""}
    asked = ("--name", "Porin kaupunki", "--logo", logo, "--alt", "Porin vaakuna")
    document = say("office", register, *asked, "--json").document
    assert (document["name"], document["alt_text"]) == ("Porin kaupunki", "Porin vaakuna")
    assert "Porin kaupunki" in say("office", register).out
    report = ("report", register, tmp_path / "a.pdf", "--kind", "table", "--json")
    assert not say(*report).document["without_logo"]
    assert b"Porin vaakuna" in (tmp_path / "a.pdf").read_bytes()
    say("undo", register)
    assert say("office", register, "--json").document["name"] == ""
    assert say("office", register, "--no-logo", "--json").document["logo"] is None
    assert "letterhead" in say("history", register, "--json").out


def test_a_logo_that_is_damaged_is_told_of_and_the_rest_is_printed(say, register, tmp_path):
    logo = tmp_path / "vaakuna.png"
    logo.write_bytes(png())
    key = say("office", register, "--logo", logo, "--json").document["logo"]
    with sqlite3.connect(register) as file:
        file.execute("UPDATE content SET data = x'00' WHERE sha256 = ?", (key,))
    file.close()
    printed = say("report", register, tmp_path / "a.pdf", "--kind", "table")
    assert left_out() in printed.out
    assert (tmp_path / "a.pdf").stat().st_size > 1000


def test_what_cannot_be_is_refused(say, register, tmp_path):
    assert "--alt" in say("office", register, "--alt", "Vaakuna").misuse
    assert "vaakuna.png" in say("office", register, "--logo", tmp_path / "vaakuna.png").refusal
    drawing = tmp_path / "vaakuna.svg"
    drawing.write_text("<svg/>")
    assert "PNG" in say("office", register, "--logo", drawing).refusal
    assert say("office", register, "--name", "x" * 501).refusal
    assert say("office", register, "--json").document == {"name": "", "logo": None, "alt_text": ""}

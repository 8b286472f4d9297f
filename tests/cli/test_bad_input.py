"""What is wrong with a file, a place or a value is said in one line, and nothing is touched or half written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.rights import ordinary_rights

NUMBER = "H-2026-012"

ON_A_REGISTER = {
    "list": [],
    "show": [NUMBER],
    "overdue": [],
    "end": [NUMBER],
    "reopen": [NUMBER],
    "extend": [NUMBER, "--end", "2028"],
    "set": [NUMBER, "name=x"],
    "check": [],
}


@pytest.fixture
def broken(tmp_path, register):
    """Files that are no sound register of this version, by their names."""
    folder = tmp_path / "broken"
    folder.mkdir()
    files = {name: folder / f"{name}.hanke" for name in ("text", "empty", "folder", "sqlite", "newer", "damaged")}
    files["text"].write_text("Aktiiviset hankkeet:\n")
    files["empty"].touch()
    files["folder"].mkdir()
    with closing(sqlite3.connect(files["sqlite"])) as connection:
        connection.execute("CREATE TABLE project (id)")
    shutil.copy(register, files["newer"])
    with closing(sqlite3.connect(files["newer"])) as connection:
        connection.execute("PRAGMA user_version=99")
    content = bytearray(register.read_bytes())
    content[4096 : 4096 * 4] = bytes(4096 * 3)
    files["damaged"].write_bytes(content)
    return files


@pytest.mark.parametrize("command", ON_A_REGISTER)
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("text", "”text.hanke” ei ole hankerekisteri. Tiedostoon ei koskettu."),
        ("empty", "”empty.hanke” on tyhjä tiedosto. Tiedostoon ei koskettu."),
        ("folder", "”folder.hanke” on kansio, ei rekisteri."),
        ("sqlite", "”sqlite.hanke” ei ole hankerekisteri. Tiedostoon ei koskettu."),
        ("newer", "Rekisteri ”newer.hanke” on tallennettu ohjelman uudemmalla versiolla. Tiedostoon ei koskettu."),
        ("damaged", "Rekisteri ”damaged.hanke” on vahingoittunut. Tiedostoon ei koskettu."),
    ],
)
def test_a_wrong_file_is_refused_and_not_touched(say, broken, command, name, what):
    path = broken[name]
    before = path.read_bytes() if path.is_file() else None
    assert say(command, path, *ON_A_REGISTER[command]).refusal.startswith(what)
    assert say(command, path, *ON_A_REGISTER[command], "--json").refusal.startswith(what)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == sorted(file.name for file in broken.values())


@pytest.mark.parametrize("name", ["text", "empty", "folder", "sqlite", "newer", "damaged"])
def test_nothing_is_taken_into_a_wrong_file(say, broken, source, name, tmp_path):
    path = broken[name]
    before = path.read_bytes() if path.is_file() else None
    for arguments in (
        ["import", path, source],
        ["import", path, source, "--dry-run"],
        ["export", path, tmp_path / "x.txt"],
        ["report", path, tmp_path / "x.pdf"],
    ):
        assert name in say(*arguments).refusal
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (tmp_path / "x.txt").exists()
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("command", ON_A_REGISTER)
def test_a_mistyped_path_makes_no_file(say, tmp_path, command):
    path = tmp_path / "eiole.hanke"
    refusal = say(command, path, *ON_A_REGISTER[command]).refusal
    assert refusal.startswith(f"Polussa {path} ei ole rekisteriä. Mitään ei luotu sen tilalle.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["list", "new"])
def test_a_path_that_cannot_be_is_refused(say, tmp_path, command):
    for path in (tmp_path / ("n" * 300), tmp_path / ("n/" * 3000), tmp_path / "ei" / "ole.hanke"):
        assert say(command, path).code == 1
    file = tmp_path / "tiedosto"
    file.touch()
    assert "ole.hanke" in say(command, file / "ole.hanke").refusal


def test_a_new_register_takes_no_ones_place(say, register):
    before = register.read_bytes()
    assert say("new", register).refusal.startswith(f"Polussa {register} on jo tiedosto. Siihen ei koskettu.")
    assert register.read_bytes() == before


def test_a_register_is_made_for_its_owner_alone(say, tmp_path):
    register = tmp_path / "oma.hanke"
    assert say("new", register).code == 0
    assert stat.S_IMODE(register.stat().st_mode) == 0o600


@pytest.mark.parametrize("place", ["/proc/uusi.hanke", "/dev/null/uusi.hanke"])
def test_a_place_that_takes_no_files(say, source, place):
    for arguments in (["new", place], ["import", place, source]):
        refusal = say(*arguments).refusal
        assert "uusi.hanke" in refusal
        assert "Mitään ei muutettu." in refusal


@pytest.mark.parametrize(
    "name", ["kaksi  sanaa.hanke", "äöå.hanke", "😀.hanke", "100%.hanke", "a?b#c.hanke", "'\".hanke"]
)
def test_any_name_of_a_register_works(say, tmp_path, source, name):
    register = tmp_path / "kansio ä 😀" / name
    register.parent.mkdir()
    page = register.parent / "sivu ä 😀.txt"
    shutil.copy(source, page)
    assert say("import", register, page, "--json").document["added"] == 30
    assert say("set", register, NUMBER, "end=2025", "--json").document["changed"] == ["end"]
    assert len(say("overdue", register, "--json").document) == 9
    assert say("export", register, page).code == 0
    assert page.read_bytes() == source.read_bytes()
    assert say("report", register, register.parent / "katsaus ä 😀.pdf").code == 0
    assert sorted(entry.name for entry in register.parent.iterdir()) == sorted([name, page.name, "katsaus ä 😀.pdf"])


@pytest.mark.skipif(sys.platform == "win32", reason="names there are characters")
def test_a_name_that_is_not_utf8_works(say, tmp_path):
    register = Path(os.fsdecode(bytes(tmp_path) + b"/\xff.hanke"))
    assert say("new", register).code == 0
    assert say("list", register).code == 0


def test_a_register_that_is_being_written_is_read_and_not_changed(say, register):
    with closing(sqlite3.connect(register, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(say("list", register, "--json").document) == 30
        refusal = say("end", register, NUMBER).refusal
        assert refusal.startswith("Toinen ohjelma tallentaa rekisteriä ”hankkeet.hanke” juuri nyt. Mitään ei muutettu.")
    assert say("end", register, NUMBER).code == 0


@pytest.fixture
def folder():
    """A folder that any user may reach."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_read_only_register_is_read_and_not_changed(say, register, folder):
    path = folder / "luettava.hanke"
    shutil.copy(register, path)
    path.chmod(0o444)
    folder.chmod(0o555)
    before = path.read_bytes()
    say("end", register, NUMBER)  # loads what cannot be loaded without rights
    with ordinary_rights():
        assert len(say("list", path, "--json").document) == 30
        assert say("check", path).code == 0
        for command in ("end", "set"):
            refusal = say(command, path, *ON_A_REGISTER[command]).refusal
            assert refusal.startswith("Tiedostoa ”luettava.hanke” ei voi muuttaa, koska se tai sen kansio on vain")
        assert "uusi.hanke" in say("new", folder / "uusi.hanke").refusal
    assert path.read_bytes() == before
    assert list(folder.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_read_only_place_takes_no_file(say, register, folder, source, tmp_path):
    say("export", register, tmp_path / "x.txt")
    say("report", register, tmp_path / "x.pdf")
    shutil.copy(register, folder / "luettava.hanke")
    (folder / "luettava.hanke").chmod(0o444)
    shutil.copy(source, folder / "sivu.txt")
    folder.chmod(0o555)
    with ordinary_rights():
        for arguments in (
            ["export", folder / "luettava.hanke", folder / "x.txt"],
            ["report", folder / "luettava.hanke", folder / "x.pdf"],
            ["import", folder / "uusi.hanke", folder / "sivu.txt"],
        ):
            assert "Mitään ei muutettu." in say(*arguments).refusal
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("command", ["export", "report"])
def test_only_files_are_written_over(say, register, tmp_path, command):
    ending = {"export": ".txt", "report": ".pdf"}[command]
    folder = tmp_path / f"kansio{ending}"
    folder.mkdir()
    assert "kansio" in say(command, register, folder).refusal
    assert "ole" in say(command, register, tmp_path / "ei" / f"ole{ending}").refusal
    assert {path.name for path in tmp_path.iterdir()} == {folder.name, register.name}


@pytest.mark.parametrize("command", ["export", "report"])
def test_a_register_is_not_written_over(say, register, tmp_path, command):
    other = shutil.copy(register, tmp_path / {"export": "toinen.txt", "report": "toinen.pdf"}[command])
    before = register.read_bytes()
    assert other.name in say(command, register, other).refusal
    assert other.name in say(command, other, other).refusal
    assert other.read_bytes() == before


def test_an_export_replaces_what_a_link_leads_to(say, register, source, tmp_path):
    target = tmp_path / "sivu.txt"
    target.write_text("vanha")
    link = tmp_path / "linkki.txt"
    link.symlink_to(target)
    assert say("export", register, link).code == 0
    assert link.is_symlink()
    assert target.read_bytes() == source.read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\xef\xbb\xbf", b"Hankkeet\n", b"%PDF-1.7\x00\x01\xff", bytes(range(256))]
)
def test_a_page_without_projects_makes_no_register(say, page, tmp_path, content):
    register = tmp_path / "uusi.hanke"
    refusal = say("import", register, page(content)).refusal
    assert refusal == say("import", register, page(content), "--dry-run").refusal
    assert not register.exists()


def test_a_page_that_is_not_there(say, tmp_path):
    register = tmp_path / "uusi.hanke"
    for path in (tmp_path / "eiole.txt", tmp_path):
        assert path.name in say("import", register, path, "--as", "page").refusal
    assert not register.exists()


def test_bytes_that_are_not_utf8_are_told(say, page, source, tmp_path):
    text = source.read_text("utf-8")
    plain = text.encode("cp1252")
    taken = say("import", tmp_path / "r.hanke", page(plain), "--json").document
    assert taken["added"] == 30
    assert any("Windows-1252" in remark for remark in taken["remarks"])
    assert taken["projects"][11]["name"] == "Ikäystävällinen Pori"
    out = tmp_path / "ulos.txt"
    say("export", tmp_path / "r.hanke", out)
    assert out.read_bytes() == plain
    assert "Windows-1252" in say("import", tmp_path / "r2.hanke", page(plain)).out
    marked = say("import", tmp_path / "r3.hanke", page(text.encode("utf-8-sig")), "--json").document
    assert (marked["added"], marked["remarks"]) == (30, [])


def test_impossible_dates_on_a_page_are_told(say, page, tmp_path):
    text = "Aktiiviset hankkeet:\n\nKumma: Hanke päättyy 31.2.2026.\n\nNurin: Hanke toteutetaan 2026–2024.\n"
    taken = say("import", tmp_path / "r.hanke", page(text), "--json").document
    assert [(project["name"], project["end"]) for project in taken["projects"]] == [("Kumma", None), ("Nurin", None)]
    assert [remark.split(":")[0] for remark in taken["remarks"]] == ["”Kumma”", "”Nurin”"]
    assert "31.2.2026" in taken["remarks"][0] or "31. päivää" in taken["remarks"][0]


def test_a_long_name_on_a_page_is_shortened(say, page, tmp_path):
    register = tmp_path / "r.hanke"
    text = "Aktiiviset hankkeet:\n\n" + "pitkä" * 2000 + ": Hanke.\n\nLyhyt: Hanke.\n"
    taken = say("import", register, page(text), "--json").document
    assert taken["added"] == 2
    long, _ = say("list", register, "--json").document
    assert len(long["name"]) <= 500
    assert long["public_text"] == "pitkä" * 2000 + ": Hanke."
    assert say("export", register, tmp_path / "ulos.txt").code == 0
    assert (tmp_path / "ulos.txt").read_text("utf-8") == text


@pytest.mark.parametrize("on", ["31.2.2026", "2026-13", "huomenna", "", "99999"])
def test_an_impossible_date_is_refused(say, register, on):
    before = register.read_bytes()
    for arguments in (["overdue", register], ["end", register, NUMBER]):
        refusal = say(*arguments, "--on", on).refusal
        assert "Mitään ei muutettu. Kirjoita" in refusal
    assert register.read_bytes() == before


def test_an_end_before_the_start_is_refused(say, register):
    refusal = say("set", register, "H-2026-001", "end=2010").refusal
    assert refusal.endswith("Päättyminen on ennen alkua (2024). Mitään ei muutettu. Tarkista vuodet.")


def test_what_cannot_be_printed_is_told(say, register, tmp_path):
    say("set", register, NUMBER, "name=Ilo 😀\x07 计划", "results=\x1b[2J\u202e")
    out = tmp_path / "katsaus.pdf"
    said = say("report", register, out)
    assert said.code == 0
    assert "merkit, joita ei voi tulostaa, korvattiin." in said.out
    printed = say("report", register, out, "--json").document
    assert printed["count"] == 30
    assert len(printed["replaced"]) == 1
    assert out.read_bytes().startswith(b"%PDF")


def test_a_terminal_is_not_commanded_by_data(say, register):
    say("set", register, NUMBER, "name=Paha \x1b[2J\x9b31m\x07 hanke", "notes=\x1b]0;x\x07\r")
    for arguments in (
        ["list", register],
        ["show", register, NUMBER],
        ["end", register, NUMBER],
        ["end", register, NUMBER],
    ):
        said = say(*arguments)
        assert [character for character in said.out + said.err if character in "\x1b\x9b\x07\r"] == []
        assert "Paha" in said.out + said.err


@pytest.mark.parametrize("trial", [[], ["--dry-run"]])
def test_rows_without_a_name_are_told_and_nothing_is_taken_in(say, tmp_path, trial):
    sheet, register = tmp_path / "hankkeet.csv", tmp_path / "uusi.hanke"
    sheet.write_text("hankekoodi;nimi;alkaa\nA1;Eka hanke;2025\nA2;;2026\nA3;Toka;2027\nA4;;2028\n", encoding="utf-8")
    assert ": 3, 5." in say("import", register, sheet, *trial).refusal
    assert not register.exists()

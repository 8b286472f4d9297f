"""Making and opening a register: how the file is kept, and where it may stand."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy.exc import ProgrammingError

from hankeapp.db.connection import file_uri
from hankeapp.db.opening import create_store, open_store
from hankeapp.db.tables import APPLICATION_ID, SCHEMA_VERSION
from hankeapp.domain.errors import DamagedRegister, MissingRegister, RegisterError, RegisterExists
from hankeapp.domain.query import Query, View
from tests.db.samples import CREATED, TODAY, add, project

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def pragma(store, name):
    with store._engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def begun(store):
    """The register made and closed again, opened anew."""
    store.close()
    return open_store(store.path)


@pytest.mark.parametrize("again", [False, True], ids=["new", "opened"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("foreign_keys", 1),
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_VERSION),
        ("encoding", "UTF-8"),
    ],
)
def test_pragmas(store, name, value, again):
    with closing(begun(store) if again else store) as opened:
        assert pragma(opened, name) == value


def test_of_a_large_register_a_code_that_is_none_is_found_when_it_is_read(store, monkeypatch):
    add(store, project(1))
    with store._engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        connection.exec_driver_sql("UPDATE project SET status = 'paused'")
    monkeypatch.setattr("hankeapp.db.opening.CHECKED_AT_ONCE", 0)
    with closing(begun(store)) as opened:
        assert pragma(opened, "ignore_check_constraints") == 0
        with pytest.raises(DamagedRegister):
            opened.listed(opened.ids(Query(), TODAY))
        assert opened.unsound()


def test_a_value_has_an_end(store):
    with store._engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 64 * 1024 * 1024


def test_the_header_says_whose_file_it_is(store, path):
    header = path.read_bytes()[:100]
    assert header[68:72] == b"HANK"
    assert int.from_bytes(header[60:64]) == SCHEMA_VERSION


def test_a_transaction_takes_the_lock_at_once(store, path):
    with (
        closing(sqlite3.connect(path, timeout=0)) as other,
        store.write(),
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


@posix
def test_only_the_owner_reads_it(store, path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    add(store, project(1))
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}


def test_nothing_but_the_register_is_left_when_it_is_closed(store, path):
    add(store, project(1))
    store.close()
    assert list(path.parent.iterdir()) == [path]


def test_closing_twice_does_nothing_more(store, path):
    store.close()
    path.rename(path.with_name("moved.hanke"))
    store.close()
    assert [each.name for each in path.parent.iterdir()] == ["moved.hanke"]


@posix
def test_closing_says_nothing_of_a_place_that_is_gone(store, path, tmp_path):
    add(store, project(1))
    path.parent.rename(tmp_path / "elsewhere")
    store.close()


def test_a_closed_register_does_not_open_itself_again(store):
    store.close()
    with pytest.raises(ProgrammingError, match="closed"):
        store.counts(TODAY)


def test_only_looking_leaves_the_file_as_it_was(store, path):
    add(store, project(1))
    store.close()
    before = path.read_bytes(), path.stat().st_mtime_ns
    with closing(open_store(path)) as opened:
        assert opened.projects([project(1).id])
        assert opened.faults() == []
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_there_is_never_made_anew(path):
    path.write_bytes(b"text")
    with pytest.raises(RegisterExists) as refusal:
        create_store(path, CREATED)
    assert str(refusal.value) == (
        f"Polussa {path} on jo tiedosto. Siihen ei koskettu. Valitse toinen nimi tai avaa tiedosto."
    )
    assert path.read_bytes() == b"text"


@posix
def test_a_link_that_leads_nowhere_is_not_followed(path):
    path.symlink_to(path.with_name("nowhere.hanke"))
    with pytest.raises(RegisterExists):
        create_store(path, CREATED)
    with pytest.raises(MissingRegister):
        open_store(path)
    assert not path.exists()


def test_opening_never_makes_a_file(path):
    with pytest.raises(MissingRegister) as refusal:
        open_store(path)
    assert str(refusal.value) == (
        f"Polussa {path} ei ole rekisteriä. Mitään ei luotu sen tilalle. Tarkista polku tai luo uusi rekisteri."
    )
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("puuttuu/r.hanke", "tiedostoa tai kansiota ei ole"),
        ("tiedosto.txt/r.hanke", "osa polusta ei ole kansio"),
        ("x" * 300 + ".hanke", "nimi on liian pitkä"),
    ],
    ids=["no folder", "file for a folder", "long name"],
)
@posix
def test_a_place_where_none_can_be_made(tmp_path, name, reason):
    (tmp_path / "tiedosto.txt").touch()
    path = tmp_path / name
    with pytest.raises(RegisterError) as refusal:
        create_store(path, CREATED)
    assert refusal.value.sentences == (
        f"Tiedostoa ”{path.name}” ei voitu luoda: {reason}.",
        "Mitään ei muutettu.",
        "Valitse toinen kansio tai nimi.",
    )
    with pytest.raises(RegisterError):
        open_store(path)
    assert [each.name for each in tmp_path.iterdir()] == ["tiedosto.txt"]


@pytest.mark.parametrize("name", ["ä ö.hanke", "😀.hanke", "a?b#c%20d&e.hanke", "r", "'\"`.hanke", " .hanke"])
@posix
def test_any_name_simply_works(tmp_path, name):
    path = tmp_path / name
    with closing(create_store(path, CREATED)) as store:
        add(store, project(1))
    with closing(open_store(path)) as store:
        assert store.counts(TODAY)[View.ALL] == 1
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_relative_path_simply_works(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    with closing(create_store(Path("r.hanke"), CREATED)) as store:
        monkeypatch.chdir("/")
        add(store, project(1))
    assert [each.name for each in path.parent.iterdir()] == ["r.hanke"]


@posix
def test_through_a_link_the_journal_stands_beside_the_file(store, path, tmp_path):
    store.close()
    link = tmp_path / "link.hanke"
    link.symlink_to(path)
    with closing(open_store(link)) as opened:
        assert opened.writable
        add(opened, project(1))
        assert {each.name for each in path.parent.iterdir()} == {path.name, f"{path.name}-journal"}
    assert {each.name for each in tmp_path.iterdir()} == {link.name, path.parent.name}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/a ä?#%.hanke"), "file:///home/a%20%C3%A4%3F%23%25.hanke"),
        (PureWindowsPath("C:\\Hankkeet\\r.hanke"), "file:///C%3A/Hankkeet/r.hanke"),
        (PureWindowsPath("\\\\palvelin\\jako\\r.hanke"), "file:////palvelin/jako/r.hanke"),
    ],
    ids=["blanks and signs", "drive", "share"],
)
def test_paths_as_sqlite_reads_them(path, uri):
    assert file_uri(path) == uri


@posix
@pytest.mark.skipif(sys.platform != "linux", reason="SQLite sees it on Linux")
@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_a_file_that_goes_while_it_is_open(store, path, how):
    add(store, project(1))
    other = path.with_name("other.hanke")
    match how:
        case "moved":
            path.rename(other)
        case "deleted":
            path.unlink()
        case "replaced":
            other.write_bytes(path.read_bytes())
            other.replace(path)
    with pytest.raises(MissingRegister) as refusal:
        add(store, project(2))
    assert str(refusal.value) == (
        f"Rekisteri ”{path.name}” on siirretty, poistettu tai korvattu, kun se oli auki."
        " Mitään ei muutettu. Avaa rekisteri uudelleen sieltä, missä se nyt on."
    )


def test_a_full_disk_loses_nothing(store, path):
    add(store, project(1))
    with closing(store._engine.raw_connection()) as raw:
        pages = raw.cursor().execute("PRAGMA page_count").fetchone()[0]
        raw.cursor().execute(f"PRAGMA max_page_count={pages}")
    big = project(2, notes="x" * 100_000)
    with pytest.raises(RegisterError) as refusal:
        add(store, big)
    assert str(refusal.value) == (
        f"Rekisteriä ”{path.name}” ei voitu tallentaa, koska levy on täynnä."
        " Aiemmin tallennettu on tallessa. Vapauta levytilaa ja yritä uudelleen."
    )
    assert store.projects([project(1).id, big.id])[0].name == "Jokiranta"
    assert store.faults() == []

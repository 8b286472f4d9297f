"""A file that is no register, or one no more, is refused with a reason and left as it is."""

import os
import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from hankeapp.db.opening import create_store, open_store
from hankeapp.db.tables import SCHEMA_VERSION
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DamagedRegister, NewerRegister, NotARegister, RegisterError
from hankeapp.domain.kinds import Kind
from hankeapp.domain.page import PageLayout
from hankeapp.domain.query import Query, Sort
from hankeapp.domain.status import Status
from tests.db.samples import CREATED, TODAY, add, project

FOREIGN = "Tiedostoon ei koskettu. Valitse tiedosto, jonka nimi päättyy .hanke, tai tuo teksti tuontitoiminnolla."
EMPTY = "”{name}” on tyhjä tiedosto. " + FOREIGN
OTHER = "”{name}” ei ole hankerekisteri. " + FOREIGN
DAMAGED = (
    "Rekisteri ”{name}” on vahingoittunut. Tiedostoon ei koskettu."
    " Avaa varmuuskopio tai pyydä tietohallintoa palauttamaan tiedosto."
)
NEWER = (
    "Rekisteri ”{name}” on tallennettu ohjelman uudemmalla versiolla. Tiedostoon ei koskettu."
    " Päivitä ohjelma tällä koneella ja avaa tiedosto uudelleen."
)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The bytes of a register with some pages of projects."""
    path = tmp_path_factory.mktemp("good") / "r.hanke"
    with closing(create_store(path, CREATED)) as store:
        with store.write() as writing:
            writing.keep_layout(PageLayout("Hankkeet", (), "", "\n\n", (), "utf-8"))
        add(store, *map(full_project, range(24)))
    return path.read_bytes()


@pytest.fixture
def register(good, path):
    path.write_bytes(good)
    return path


def full_project(place):
    return project(
        place,
        name=f"Hänke {place}",
        public_text="Teksti ä 😀. " * 40,
        kind=Kind.PILOT,
        status=list(Status)[place % 3],
        start=PartialDate(2020, 1 + place % 12),
        end=PartialDate(2026),
    )


def read_everything(path):
    """Open a register, and read all that is in it in every way."""
    with closing(open_store(path)) as store:
        for field in ("title", "kind", "status", "start", "end", "public_text"):
            ids = store.ids(Query(text="teksti", sorts=(Sort(field),)), TODAY)
        store.counts(TODAY)
        store.public_texts()
        store.layout()
        return store.projects(ids)


def write_over(path, place, data):
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def make_other_database(path):
    path.unlink()
    run_sql(path, "CREATE TABLE t (x)")


def make_like_ours(path):
    make_other_database(path)
    run_sql(path, "PRAGMA application_id=0x48414E4B; PRAGMA user_version=1")


def run_sql(path, script):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def swap_pages(path):
    pages = path.read_bytes()
    write_over(path, 4096 * 3, pages[4096 * 4 : 4096 * 5] + pages[4096 * 3 : 4096 * 4])


def by_sql(script):
    return lambda path: run_sql(path, script)


def by_bytes(place, data):
    return lambda path: write_over(path, place, data)


def cut(keep):
    return lambda path: os.truncate(path, keep(path.stat().st_size))


ORPHAN = (
    "INSERT INTO status_event VALUES ('1', 'gone', 0, 'active', 'ended', NULL, NULL, '', NULL, NULL, '',"
    " '2026-11-24T12:00+00:00', 'live', 1, 0)"
)

NO_REGISTER = {
    "text": lambda path: path.write_text("Aktiiviset hankkeet:", "utf-8"),
    "noise": lambda path: path.write_bytes(random.Random(1).randbytes(5000)),
    "half a header": cut(lambda _: 50),
    "other database": make_other_database,
    "other application": by_bytes(68, b"GPKG"),
    "no application": by_bytes(68, bytes(4)),
}
NEWER_REGISTER = {
    "next version": by_bytes(60, (SCHEMA_VERSION + 1).to_bytes(4)),
    "last version": by_bytes(60, b"\xff" * 4),
}
DAMAGED_REGISTER = {
    "no version": by_bytes(60, bytes(4)),
    "only our header": make_like_ours,
    "cut after the header": cut(lambda _: 100),
    "cut after a page": cut(lambda _: 4096),
    "cut in the middle": cut(lambda size: size // 2 + 7),
    "cut at the end": cut(lambda size: size - 1),
    "page size": by_bytes(16, b"\x12\x34"),
    "schema format": by_bytes(47, b"\x09"),
    "a page of zeros": by_bytes(4096 * 5, bytes(4096)),
    "pages swapped": swap_pages,
    "trigger": by_sql("CREATE TRIGGER t AFTER UPDATE ON project BEGIN DELETE FROM project; END"),
    "view": by_sql("CREATE VIEW v AS SELECT 1"),
    "extra table": by_sql("CREATE TABLE t (x)"),
    "extra column": by_sql("ALTER TABLE project ADD x TEXT"),
    "no table": by_sql("DROP TABLE status_event"),
    "no index": by_sql("DROP INDEX ix_project_title_key"),
    "no register row": by_sql("DELETE FROM register"),
    "another revision": by_sql("UPDATE alembic_version SET version_num = '0000'"),
    "unknown code": by_sql("PRAGMA ignore_check_constraints=ON; UPDATE project SET status = 'paused'"),
    "lost parent": by_sql(f"PRAGMA foreign_keys=OFF; {ORPHAN}"),
    "impossible date": by_sql("UPDATE project SET start = '2026-02-31'"),
    "no date": by_sql("UPDATE project SET start = 'kesä'"),
    "broken bytes": by_sql("UPDATE project SET public_text = CAST(x'74656b737469ff' AS TEXT)"),
    "odd layout": by_sql("UPDATE register SET page_layout = '{\"x\": 1}'"),
    "no layout": by_sql("UPDATE register SET page_layout = '[]'"),
}
WRONG = [
    *((make_wrong, NotARegister, OTHER, name) for name, make_wrong in NO_REGISTER.items()),
    *((make_wrong, NewerRegister, NEWER, name) for name, make_wrong in NEWER_REGISTER.items()),
    *((make_wrong, DamagedRegister, DAMAGED, name) for name, make_wrong in DAMAGED_REGISTER.items()),
    (lambda path: path.write_bytes(b""), NotARegister, EMPTY, "empty"),
]


@pytest.mark.parametrize(("make_wrong", "kind", "text"), [case[:3] for case in WRONG], ids=[case[3] for case in WRONG])
def test_a_wrong_file_is_refused_and_left_alone(register, make_wrong, kind, text):
    make_wrong(register)
    before = register.read_bytes(), register.stat().st_mtime_ns
    with pytest.raises(RegisterError) as refusal:
        read_everything(register)
    assert type(refusal.value) is kind
    assert str(refusal.value) == text.format(name=register.name)
    assert (register.read_bytes(), register.stat().st_mtime_ns) == before
    assert list(register.parent.iterdir()) == [register]


def test_a_good_file_is_read(register):
    assert len(read_everything(register)) == 24


def test_a_folder_is_told_so(path):
    path.mkdir()
    with pytest.raises(NotARegister) as refusal:
        open_store(path)
    assert str(refusal.value) == (
        f"”{path.name}” on kansio, ei rekisteri. Mitään ei muutettu. Valitse tiedosto, jonka nimi päättyy .hanke."
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
def test_a_pipe_is_not_waited_for(path):
    os.mkfifo(path)
    with pytest.raises(NotARegister, match="ei ole hankerekisteri"):
        open_store(path)


def test_a_register_in_another_journal_mode_is_put_right(register):
    """Another program may have left it so; the log beside the file would not survive on a share."""
    run_sql(register, "PRAGMA journal_mode=WAL; UPDATE project SET notes=notes")
    with closing(open_store(register)) as store:
        assert store.projects(store.ids(Query(), TODAY))
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "truncate"
    assert list(register.parent.iterdir()) == [register]


def is_read_or_refused(path):
    """Whether all is read, or else refused with sentences and left as it is; without anything beside it."""
    before = path.read_bytes()
    try:
        read_everything(path)
    except RegisterError as error:
        refused_well = len(error.sentences) == 3 and path.read_bytes() == before
    else:
        refused_well = True
    return refused_well and list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("seed", range(4))
def test_a_flipped_bit_is_never_a_crash(good, path, seed):
    """What SQLite's own check does not see (letters of a text) is shown as it stands; all else is refused."""
    chance = random.Random(seed)
    for _ in range(40):
        data = bytearray(good)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        assert is_read_or_refused(path)


@pytest.mark.parametrize("place", [*range(16, 32), *range(44, 60)])
def test_a_wrong_byte_in_the_header_is_never_a_crash(good, path, place):
    for value in (0, 2, 4, 255):
        path.write_bytes(good[:place] + bytes([value]) + good[place + 1 :])
        assert is_read_or_refused(path)


def test_a_copy_is_as_good_as_the_file(register):
    copy = shutil.copyfile(register, register.with_name("Kopio.hanke"))
    assert read_everything(copy) == read_everything(register)

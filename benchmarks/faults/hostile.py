"""Files made to harm: each is refused with a reason or read harmlessly, quickly, and never crashes the program."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.faults import trials
from benchmarks.faults.trials import REFUSED, Figure
from hankeapp.db.tables import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Maker = Callable[[Path], object]

LONGEST = 1.0
"""Seconds of a processor that a file may take until it is refused or read."""

_PAGE = 4096
_BOMB = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
_QUOTED_HEAVY = "length(hex(zeroblob(50000000))) > 0"
_HEAVY = "length(hex(zeroblob(50000000))) > 0 AND x GLOB '*a*a*a*a*a*a*a*a*a*a*b'"


def files(folder: Path, count: int, longest: float = LONGEST) -> Figure:
    """Open hostile files, up to a count of them, and read all that is in them."""
    good = folder / "hyvä.hanke"
    trials.example(good)
    makers = list(hostile(good.stat().st_size).items())[:count]
    bad: list[str] = []
    refused, slowest = 0, (0.0, "")
    for name, make in makers:
        path = shutil.copyfile(good, folder / "vihamielinen.hanke")
        make(path)
        before = _beginning(path)
        code, seconds = trials.run(partial(trials.everything, path))
        refused += code == REFUSED
        slowest = max(slowest, (seconds, name))
        changed = code == REFUSED and _beginning(path) != before
        if code not in {0, REFUSED} or seconds > longest or changed:
            bad.append(f"{name}: {code}, {seconds:.2f} s{', changed' if changed else ''}")
        _clear(folder)
    note = f"{refused} refused; slowest {slowest[0]:.2f} s: {slowest[1]}{'; ' if bad else ''}{'; '.join(bad)}"
    what = "crashes or over 1 s" if longest == LONGEST else "crashes"
    return Figure(f"hostile files: {what}", len(makers), len(bad), note)


def hostile(size: int) -> dict[str, Maker]:
    """Ways to make a good register of a size hostile, by name."""
    return _strangers() | _headers() | _schemas() | _contents() | _pages(size)


def _strangers() -> dict[str, Maker]:
    return {
        "empty": lambda path: path.write_bytes(b""),
        "text": lambda path: path.write_text("Aktiiviset hankkeet:", "utf-8"),
        "noise": lambda path: path.write_bytes(random.Random(1).randbytes(50_000)),
        "zeros": lambda path: path.write_bytes(bytes(50_000)),
        "zip": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(5000)),
        "folder": lambda path: (path.unlink(), path.mkdir()),
        "pipe": lambda path: (path.unlink(), os.mkfifo(path)),
        "link to itself": lambda path: (path.unlink(), path.symlink_to(path)),
        "link to a device": lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
        "other database": lambda path: (path.unlink(), _sql("CREATE TABLE t (x)")(path)),
        "only our header": lambda path: (path.unlink(), _sql(_OURS)(path)),
        "sparse terabyte": lambda path: os.truncate(path, 1 << 40),
        "a stranger's journal": lambda path: _beside(path, random.Random(2).randbytes(9000)),
        "a journal that begins right": lambda path: _beside(path, b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 9000),
    }


_OURS = f"PRAGMA application_id=0x48414E4B; PRAGMA user_version={SCHEMA_VERSION}"


def _headers() -> dict[str, Maker]:
    return {
        "half a header": _cut(50),
        "only a header": _cut(100),
        "other application": _bytes(68, b"GPKG"),
        "no application": _bytes(68, bytes(4)),
        "newer": _bytes(60, (SCHEMA_VERSION + 1).to_bytes(4)),
        "newest": _bytes(60, b"\x7f\xff\xff\xff"),
        "negative version": _bytes(60, b"\xff" * 4),
        "no version": _bytes(60, bytes(4)),
        "page size 0": _bytes(16, b"\0\0"),
        "page size 512": _bytes(16, b"\2\0"),
        "page size 65536": _bytes(16, b"\0\1"),
        "write-ahead log": _bytes(18, b"\2\2"),
        "unknown journal": _bytes(18, b"\x7f\x7f"),
        "reserved bytes": _bytes(20, b"\xff"),
        "payload fractions": _bytes(21, b"\1\2\3"),
        "page count": _bytes(28, b"\x7f\xff\xff\xff"),
        "free pages": _bytes(32, b"\0\0\0\3\0\0\xff\xff"),
        "schema format": _bytes(44, b"\0\0\0\x09"),
        "auto vacuum": _bytes(52, b"\0\0\0\5"),
        "UTF-16": _bytes(56, b"\0\0\0\2"),
        "UTF-7": _bytes(56, b"\0\0\0\7"),
    }


def _schemas() -> dict[str, Maker]:
    return {
        "trigger that deletes": _sql("CREATE TRIGGER t AFTER UPDATE ON project BEGIN DELETE FROM project; END"),
        "trigger that loads": _sql("CREATE TRIGGER t AFTER INSERT ON act BEGIN SELECT load_extension('x'); END"),
        "trigger that counts for ever": _sql(f"CREATE TRIGGER t AFTER INSERT ON act BEGIN {_BOMB}; END"),
        "view": _sql("CREATE VIEW v AS SELECT 1"),
        "view in place of a table": _sql("DROP TABLE link; CREATE VIEW link AS SELECT * FROM relation"),
        "view that counts for ever": _sql(f"CREATE VIEW v AS {_BOMB}"),
        "CHECK bomb": _sql(
            f"CREATE TABLE t (x TEXT CHECK ({_HEAVY})); {_UNCHECKED} INSERT INTO t VALUES ('{'a' * 60}')"
        ),
        "CHECK bomb in a table of ours": _schema(
            "link", "CONSTRAINT pk_link", f"CHECK ({_QUOTED_HEAVY}), CONSTRAINT pk_link"
        ),
        "index on a slow expression": _sql(
            "CREATE INDEX i ON project (length(hex(zeroblob(20000000))) + length(name))"
        ),
        "generated column": _sql("ALTER TABLE link ADD x TEXT GENERATED ALWAYS AS (hex(zeroblob(50000000)))"),
        "default that runs": _schema("link", "address TEXT", "address TEXT DEFAULT (load_extension(''x''))"),
        "virtual table": _sql("CREATE VIRTUAL TABLE t USING fts5(x)"),
        "r-tree": _sql("CREATE VIRTUAL TABLE t USING rtree(id, a, b)"),
        "extra table": _sql("CREATE TABLE t (x)"),
        "extra column": _sql("ALTER TABLE project ADD x TEXT"),
        "no table": _sql("DROP TABLE status_event"),
        "no index": _sql("DROP INDEX ix_project_title_key"),
        "a thousand tables": _sql(";".join(f"CREATE TABLE t{n} (x)" for n in range(1000))),
        "a thousand columns": _sql(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(1000))})"),
        "broken schema text": _schema("link", "CREATE TABLE", "CREATE GARBAGE"),
        "schema of another table": _schema("link", "CREATE TABLE link", "CREATE TABLE lonk"),
        "root page of another table": _writable("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'project'"),
        "root page 0": _writable("UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'link'"),
        "root page far away": _writable("UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'link'"),
        "two tables on one page": _writable(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'link')"
            " WHERE name = 'relation'"
        ),
    }


_UNCHECKED = "PRAGMA ignore_check_constraints=ON;"


def _contents() -> dict[str, Maker]:
    return {
        "no register": _sql("DELETE FROM register"),
        "two registers": _sql("INSERT INTO register SELECT 'b', created, site, page_layout FROM register"),
        "id that is a path": _sql("UPDATE register SET id = '../../../etc'"),
        "other revision": _sql("UPDATE alembic_version SET version_num = '0000'"),
        "unknown code": _sql(f"{_UNCHECKED} UPDATE project SET status = 'paused'"),
        "unknown state": _sql(f"{_UNCHECKED} UPDATE project SET state = 'gone'"),
        "impossible date": _sql("UPDATE project SET start = '2026-02-31'"),
        "no date": _sql("UPDATE project SET start = 'kesä'"),
        "broken bytes": _sql("UPDATE project SET public_text = CAST(x'74656b737469ff' AS TEXT)"),
        "odd layout": _sql("UPDATE register SET page_layout = '{\"x\": 1}'"),
        "deep layout": _sql(f"UPDATE register SET page_layout = '{'[' * 100_000}'"),
        "a changed value": _sql("UPDATE project SET notes = 'toinen'"),
        "a lost row": _sql(
            "PRAGMA foreign_keys=OFF; DELETE FROM status_event; DELETE FROM project WHERE number LIKE '%1'"
        ),
        "a changed log": _sql("UPDATE change SET new = '\"toinen\"' WHERE field = 'notes'"),
        "a log that is no JSON": _sql("UPDATE change SET new = '{'"),
        "a changed actor": _sql("UPDATE act SET actor = 'joku muu'"),
        "a log that bases on itself": _sql("UPDATE change SET base = id"),
        "an act that undoes itself": _sql("UPDATE act SET undoes = id"),
        "a time that is none": _sql("UPDATE act SET stamp = 'eilen'"),
        "a number too large": _sql("UPDATE project SET version = 9223372036854775807"),
        "a changed attachment": _sql("UPDATE content SET data = x'4d5a'"),
        "a large text": _sql("UPDATE project SET public_text = hex(zeroblob(5000000)) WHERE rowid = 1"),
        "sums of nothing": _sql("DELETE FROM table_sum"),
        "a lost parent": _sql("PRAGMA foreign_keys=OFF; UPDATE attachment SET project_id = 'gone'"),
    }


def _pages(size: int) -> dict[str, Maker]:
    last = size // _PAGE - 1
    return {
        "cut after a page": _cut(_PAGE),
        "cut in the middle": _cut(size // 2 + 7),
        "cut at the end": _cut(size - 1),
        "a page of zeros": _bytes(_PAGE * 5, bytes(_PAGE)),
        "a page of noise": _bytes(_PAGE * 6, random.Random(3).randbytes(_PAGE)),
        "schema page of noise": _bytes(100, random.Random(4).randbytes(_PAGE - 100)),
        "two pages swapped": _swap(3, 4),
        "first and last page swapped": _swap(1, last),
        "a page twice": lambda path: _write(path, _PAGE * 7, _page(path, 8)),
        "cells that overlap": _bytes(_PAGE * 4 + 8, b"\x00\x08" * 40),
        "cells out of their page": _bytes(_PAGE * 4 + 8, b"\xff\xff" * 40),
        "a tree that turns back": _bytes(_PAGE * 4, b"\x05" + bytes(3) + b"\0\1\0\0\0\0\0\0\5" + bytes(40)),
        "pages appended": lambda path: path.write_bytes(path.read_bytes() + random.Random(5).randbytes(_PAGE * 9)),
    }


def _sql(script: str) -> Maker:
    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for name in ("holds", "sort_key"):
                connection.create_function(name, -1, lambda *_: 0, deterministic=True)
            connection.executescript(script)

    return make


def _writable(script: str) -> Maker:
    return _sql(f"PRAGMA writable_schema=ON; {script}; PRAGMA writable_schema=OFF")


def _schema(table: str, old: str, new: str) -> Maker:
    """Replace a part of a table's own statement."""
    return _writable(f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'")


def _bytes(place: int, data: bytes) -> Maker:
    return lambda path: _write(path, place, data)


def _cut(size: int) -> Maker:
    return lambda path: os.truncate(path, size)


def _swap(one: int, other: int) -> Maker:
    def make(path: Path) -> None:
        first, second = _page(path, one), _page(path, other)
        _write(path, one * _PAGE, second)
        _write(path, other * _PAGE, first)

    return make


def _page(path: Path, number: int) -> bytes:
    return path.read_bytes()[number * _PAGE : (number + 1) * _PAGE]


def _write(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def _beside(path: Path, data: bytes) -> None:
    path.with_name(f"{path.name}-journal").write_bytes(data)


def _beginning(path: Path) -> bytes:
    """The first bytes of an ordinary file: one may claim to be a terabyte."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(1 << 22)


def _clear(folder: Path) -> None:
    for left in folder.glob("vihamielinen.hanke*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()

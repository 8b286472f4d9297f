"""Files that were mangled on the way: whatever stands in them, they are read or refused, and soon."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.faults.trials import Figure
from hankeapp.domain.errors import KnownError
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.parts import Contact, Funding
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.values import Cents, Share
from hankeapp.domain.whole import Whole
from hankeapp.exchange.csv_table import write_csv
from hankeapp.exchange.ods_writing import write_ods
from hankeapp.exchange.packages import ZIP
from hankeapp.exchange.reading import read
from hankeapp.exchange.register_json import write_register
from hankeapp.exchange.sheets import whole_sheets
from hankeapp.exchange.xlsx_writing import write_xlsx
from hankeapp.paths import EXAMPLE_PAGE
from tests.exchange.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable

_VALUES = re.compile(rb'[">]([^<>"=]{1,40})["<]')
SEED = 20_261_124
_LONGEST = 5.0
"""Seconds of a processor after which a reading counts as a hang; a mangled file has a few rows."""
_MOST = 6
"""Changes made to one file."""
_SHORTEST = 20
"""Bytes that are left of a file that breaks off."""
_PAGES = Path(__file__).resolve().parents[2] / "tests" / "exchange" / "data"
"""Where pages of made-up towns are."""
_PIECES = (
    b"", b"\0", b'"', b";", b"\t", b"\n", b"'", b"=1+1", b"<", b">", b"&", b"/>", b"</row>", b"<c>", b"-1",
    b"99999999999", b"1e309", b"nan", b"XFE1", b"A0", b"ZZZZZZZ9", b"#REF!", b"\xff\xfe", b"\xc3", b"&#0;", b"&x;",
    b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b'r="1048577"', b't="s"', b't="d"', b't="e"', b"1048576", b"16384",
    b"2026-02-31", b"31.2.2026", "ä".encode(), "\N{GRINNING FACE}".encode(), b"A" * 5_000,
    b"\n\n", b"<table>", b"</td>", b"<h2>", b"Hanke:", ZIP,
)  # fmt: skip


def _tried(name: str, ending: str, source: Callable[[], bytes], _folder: Path, count: int) -> Figure:
    whole = source()
    mangle = _packed if whole.startswith(ZIP) else _changed if whole.startswith(b"{") else _mangled
    read_whole = refused = bad = 0
    slowest, note = 0.0, ""
    for number in range(count):
        data = mangle(random.Random(SEED + number), whole)
        began = time.process_time()
        try:
            reading = read(f"a.{ending}", data)
            if reading.proposals or reading.columns:
                read_whole += 1
            else:
                bad, note = bad + 1, note or f"seed {SEED + number}: nothing was read"
        except KnownError:
            refused += 1
        except Exception as error:  # noqa: BLE001
            bad, note = bad + 1, note or f"seed {SEED + number}: {type(error).__name__}: {error}"[:120]
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > _LONGEST:
            bad, note = bad + 1, note or f"seed {SEED + number}: {took:.1f} s"
    told = note or f"read {read_whole}, refused {refused}, slowest {slowest * 1000:.0f} ms"
    return Figure(f"mangled {name} is read or refused", count, bad, told)


def _mangled(chance: random.Random, data: bytes) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, _MOST)):
        at = chance.randrange(len(held) + 1)
        length = chance.choice((0, 1, 1, 4, 30))
        chance.choice((_put, _put, _flipped, _flipped, _doubled, _doubled, _lost, _lost, _cut))(
            chance, held, at, length
        )
    return bytes(held)


def _put(chance: random.Random, held: bytearray, at: int, length: int) -> None:
    held[at : at + length] = chance.choice(_PIECES)


def _flipped(chance: random.Random, held: bytearray, at: int, _length: int) -> None:
    if at < len(held):
        held[at] ^= 1 << chance.randrange(8)


def _doubled(chance: random.Random, held: bytearray, at: int, length: int) -> None:
    held[at:at] = held[at : at + length * 10] * chance.choice((1, 1, 50))


def _lost(_chance: random.Random, held: bytearray, at: int, length: int) -> None:
    del held[at : at + length * 10]


def _cut(_chance: random.Random, held: bytearray, at: int, _length: int) -> None:
    del held[max(at, _SHORTEST) :]


def _packed(chance: random.Random, data: bytes) -> bytes:
    """One time in four the packed bytes are mangled, else one of the parts, so that it can still be unpacked."""
    if chance.random() < 0.25:
        return _mangled(chance, data)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(packed, "w") as archive:
        names = whole.namelist()
        chosen = {chance.choice(names), chance.choice([name for name in names if _holds_words(name)])}
        for name in names:
            content = whole.read(name)
            archive.writestr(name, _changed(chance, content) if name in chosen else content)
    return packed.getvalue()


def _holds_words(name: str) -> bool:
    return any(each in name for each in ("sheet", "content", "document"))


def _changed(chance: random.Random, content: bytes) -> bytes:
    """A part with other values in its attributes and texts, so that it can still be parsed; or mangled as bytes."""
    places = list(_VALUES.finditer(content))
    if not places or chance.random() < 0.25:
        return _mangled(chance, content)
    for found in sorted(
        chance.sample(places, min(len(places), chance.randint(1, _MOST))), key=lambda each: -each.start()
    ):
        piece = chance.choice((*_PIECES, chance.choice(places)[1])).replace(b"<", b"").replace(b'"', b"")
        content = content[: found.start(1)] + piece + content[found.end(1) :]
    return content


def _csv() -> bytes:
    return write_csv(whole_sheets(NO_NAMES)[0], _projects())


def workbook() -> bytes:
    """A workbook of three projects."""
    return write_xlsx(whole_sheets(NO_NAMES), _projects(), "").data


def _ods() -> bytes:
    return write_ods(whole_sheets(NO_NAMES), _projects(), "").data


def _json() -> bytes:
    return write_register(Whole(projects=tuple(_projects())), date(2026, 11, 24))


def _key(number: int) -> str:
    return f"{number:032x}"


def _projects() -> list[Project]:
    made = partial(Project, acronym="ILPI", time_text="kolmivuotinen (2024–2026)")
    return [
        made(
            id=ProjectId(_key(n)),
            number=f"H-2026-{n}",
            name=f"Hanke {n}; “lainaus”",
            budget_whole=Cents(12_345 * n),
            public_text="Rivi\nToinen",
            fundings=(Funding(id=_key(10 + n), fund="EAKR", rate=Share(8000)),),
            contacts=(Contact(id=_key(20 + n), name="Maija Meri"),),
        )
        for n in range(1, 4)
    ]


_SOURCES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "csv": ("csv", _csv),
    "xlsx": ("xlsx", workbook),
    "ods": ("ods", _ods),
    "json": ("json", _json),
    "docx": ("docx", document),
    "text": ("txt", EXAMPLE_PAGE.read_bytes),
    "record": ("txt", (_PAGES / "eura.txt").read_bytes),
    "html": ("html", (_PAGES / "pages" / "lehtoranta.html").read_bytes),
    "table": ("html", (_PAGES / "pages" / "karhuvaara.html").read_bytes),
}
FILES: dict[str, Callable[[Path, int], Figure]] = {
    name: partial(_tried, name, ending, source) for name, (ending, source) in _SOURCES.items()
}
"""Trials of a folder and a count: tables, workbooks and documents as a whole or within a part, and pages."""

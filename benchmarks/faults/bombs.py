"""Files that would swell, nest or repeat beyond measure: each is refused, or read as what little it is, soon.

The seconds are those of a processor, in a process of its own that has loaded no reader before.
"""

from __future__ import annotations

import io
import resource
import zipfile
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.faults import trials
from benchmarks.faults.mangling import workbook
from benchmarks.faults.trials import REFUSED, Figure
from hankeapp.exchange.packages import OLE
from hankeapp.exchange.reading import read
from tests.exchange.documents import document
from tests.exchange.packing import ods, repacked, row, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LONGEST = {REFUSED: 1.0, 0: 5.0}
"""Seconds of a processor until a file is refused, or read."""
_HANG = 20
"""Seconds after which a reading is ended."""
_ROWS, _COLUMNS = 1_048_576, 16_384
_SHEET, _STRINGS, _TEXT = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "word/document.xml"
_LAUGHS = "<!DOCTYPE a [<!ENTITY l0 'ha'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
)
_OUTSIDE = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
_DEEP = 100_000


def files(_folder: Path, count: int) -> list[Figure]:
    """Read up to a count of them; a figure for each, with what came of it."""
    return [_tried(name, ending, make()) for (name, ending), make in list(_BOMBS.items())[:count]]


def _tried(name: str, ending: str, data: bytes) -> Figure:
    code, seconds = trials.run(partial(_read, f"a.{ending}", data))
    outcome = {0: "read", REFUSED: "refused"}.get(code, f"exit {code}")
    size = f"{len(data) / 1000:,.0f} kB".replace(",", " ")
    bad = seconds > _LONGEST.get(code, 0)
    return Figure(f"{ending}: {name}", 1, int(bad), f"{size}, {outcome} in {seconds:.2f} s")


def _read(name: str, data: bytes) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_HANG, _HANG))
    read(name, data)


def _docx(part: str) -> bytes:
    return repacked(document(), {_TEXT: part.encode()})


def _in_text(declared: str, used: str) -> bytes:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p></w:body>"
    return _docx(f'{declared}<w:document xmlns:w="{main}">{body}</w:document>')


def _in_sheet(declared: str, used: str) -> bytes:
    cells = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{used}</t></is></c></row>'
    return repacked(workbook(), {_SHEET: declared.encode() + sheet_of(cells)})


def _in_table(declared: str, used: str) -> bytes:
    table = f"<table:table>{row(f'<table:table-cell><text:p>{used}</text:p></table:table-cell>')}</table:table>"
    plain = ods(table)
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        content = archive.read("content.xml")
    return repacked(plain, {"content.xml": declared.encode() + content})


def _swelling(data: bytes, part: str) -> bytes:
    return repacked(data, {part: bytes(300_000_000)})


def _many_parts(data: bytes) -> bytes:
    """Each of them just small enough not to be told by its share."""
    return repacked(data, {f"word/x{n}.xml": bytes(9_900_000) for n in range(70)})


def _many_entries(data: bytes) -> bytes:
    packed = io.BytesIO(data)
    with zipfile.ZipFile(packed, "a") as archive:
        for number in range(200_000):
            archive.writestr(f"x{number}", b"")
    return packed.getvalue()


def _encrypted_entries(data: bytes) -> bytes:
    """The mark of a password in the head of each part, where the directory has it."""
    locked = bytearray(data)
    at = locked.find(b"PK\x01\x02")
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 4)
    return bytes(locked)


def _container() -> bytes:
    return OLE + bytes(2_000) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def _locked_ods() -> bytes:
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    return repacked(ods(""), {"META-INF/manifest.xml": manifest})


def _empty_rows() -> bytes:
    return repacked(workbook(), {_SHEET: sheet_of("".join(f'<row r="{n}" s="1"/>' for n in range(1, _ROWS + 1)))})


def _repeated(cells: str) -> bytes:
    return ods(f'<table:table table:name="A">{row(cells, _ROWS)}</table:table>')


def _nested(tag: str) -> bytes:
    return (f"<html><body><h2>Käynnissä olevat hankkeet</h2>{f'<{tag}>' * _DEEP}Hanke{f'</{tag}>' * _DEEP}").encode()


def _envelope(parts: int) -> bytes:
    heads = "".join(f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(parts))
    return f"MIME-Version: 1.0\r\n{heads}Content-Type: text/html\r\n\r\n<p>Hanke".encode()


_BOMBS: dict[tuple[str, str], Callable[[], bytes]] = {
    ("a part that swells a thousand times", "xlsx"): lambda: _swelling(workbook(), _STRINGS),
    ("a part that swells a thousand times", "ods"): lambda: _swelling(ods(""), "content.xml"),
    ("a part that swells a thousand times", "docx"): lambda: _swelling(document(), _TEXT),
    ("seventy parts that swell to 10 MB", "docx"): lambda: _many_parts(document()),
    ("seventy parts that swell to 10 MB", "xlsx"): lambda: _many_parts(workbook()),
    ("200 000 entries", "xlsx"): lambda: _many_entries(workbook()),
    ("200 000 entries", "docx"): lambda: _many_entries(document()),
    ("a billion laughs", "xlsx"): lambda: _in_sheet(_LAUGHS, "&l9;"),
    ("a billion laughs", "ods"): lambda: _in_table(_LAUGHS, "&l9;"),
    ("a billion laughs", "docx"): lambda: _in_text(_LAUGHS, "&l9;"),
    ("a billion laughs", "html"): f"{_LAUGHS}<html><body><p>&l9;".encode,
    ("an entity of another file", "xlsx"): lambda: _in_sheet(_OUTSIDE, "&x;"),
    ("an entity of another file", "ods"): lambda: _in_table(_OUTSIDE, "&x;"),
    ("an entity of another file", "docx"): lambda: _in_text(_OUTSIDE, "&x;"),
    ("an entity of another file", "html"): f"{_OUTSIDE}<html><body><p>&x;".encode,
    ("under a password", "xlsx"): _container,
    ("under a password", "docx"): _container,
    ("under a password", "ods"): _locked_ods,
    ("parts under a password", "docx"): lambda: _encrypted_entries(document()),
    ("1 048 576 empty rows", "xlsx"): _empty_rows,
    ("a cell in 1 048 576 repeated rows", "ods"): lambda: _repeated(
        "<table:table-cell><text:p>a</text:p></table:table-cell>"
    ),
    ("1 048 576 repeated empty rows", "ods"): lambda: _repeated("<table:table-cell/>"),
    ("a cell repeated in all columns and rows", "ods"): lambda: _repeated(
        f'<table:table-cell table:number-columns-repeated="{_COLUMNS}"><text:p>a</text:p></table:table-cell>'
    ),
    ("nested 100 000 deep", "xlsx"): lambda: repacked(
        workbook(), {_SHEET: sheet_of("<row>" * _DEEP + "</row>" * _DEEP)}
    ),
    ("nested 100 000 deep", "ods"): lambda: ods("<text:p>" * _DEEP + "</text:p>" * _DEEP),
    ("nested 100 000 deep", "docx"): lambda: _docx("<a>" * _DEEP + "</a>" * _DEEP),
    ("nested 100 000 deep", "html"): lambda: _nested("div"),
    ("bold nested 100 000 deep", "html"): lambda: _nested("b"),
    ("tables nested 100 000 deep", "html"): lambda: _nested("table><tr><td"),
    ("20 MB of one tag", "html"): lambda: b"<html><body>" + b"<p>" * 6_600_000,
    ("envelopes in envelopes, 2 000 deep", "mht"): lambda: _envelope(2_000),
    ("100 000 brackets", "json"): lambda: b'{"hankeapp": ' + b"[" * _DEEP,
    ("100 000 brackets", "txt"): lambda: b"(" * _DEEP,
    ("5 MB of digits and points", "txt"): lambda: b"1." * 2_500_000,
    ("5 MB of blanks and a word", "txt"): lambda: b" " * 4_999_990 + b"hanke",
    ("5 MB of one line of words", "txt"): lambda: "Hanke kehittää kyliä, ".encode() * 200_000,
    ("a quotation mark never closed, 50 MB", "csv"): lambda: b'"' + b"a;b\n" * 12_500_000,
    ("a million columns", "csv"): lambda: b"Hankkeen nimi;" * 1_000_000,
}

"""Spreadsheets read by other means than they were written: lxml over the zip, LibreOffice."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT = (_ODF % name for name in ("office", "table", "text"))
_ESCAPE = re.compile("_x([0-9A-F]{4})_")


def part_of(data: bytes, name: str) -> Any:
    """A part of a packed document, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def xlsx_rows(data: bytes, sheet: int = 1) -> list[dict[int, Any]]:
    """The filled cells of a sheet by their columns, from 0: texts as texts, the rest as they stand in the XML."""
    rows = part_of(data, f"xl/worksheets/sheet{sheet}.xml").iter(f"{_MAIN}row")
    return [{_column(cell.get("r")): _xlsx_value(cell) for cell in row if len(cell)} for row in rows]


def _xlsx_value(cell: Any) -> Any:
    assert cell.find(f"{_MAIN}f") is None
    text = cell.find(f"{_MAIN}is/{_MAIN}t")
    if text is None:
        return float(cell.find(f"{_MAIN}v").text)
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text.text or "")


def _column(address: str) -> int:
    letters = re.match("[A-Z]+", address)
    assert letters
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def ods_rows(data: bytes, sheet: int = 0) -> list[dict[int, Any]]:
    """The same of an ODS."""
    table = list(part_of(data, "content.xml").iter(f"{_TABLE}table"))[sheet]
    return [_ods_row(row) for row in table.iter(f"{_TABLE}table-row")]


def _ods_row(row: Any) -> dict[int, Any]:
    """Cells that are alike may stand in the file once, with their number."""
    values: list[Any] = []
    for cell in row:
        repeated = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), 100)
        values += [_ods_value(cell) if cell.get(f"{_OFFICE}value-type") else None] * repeated
    return {place: value for place, value in enumerate(values) if value is not None}


def _ods_value(cell: Any) -> Any:
    assert cell.get(f"{_TABLE}formula") is None
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "string":
        exactly = cell.get(f"{_OFFICE}string-value")
        return exactly if exactly is not None else "\n".join(map(_shown, cell.findall(f"{_TEXT}p")))
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value")
    return float(cell.get(f"{_OFFICE}value"))


def _shown(paragraph: Any) -> str:
    """Blanks as ODF means them."""
    text = re.sub(" +", " ", paragraph.text or "").lstrip(" ")
    for piece in paragraph:
        text += "\t" if piece.tag == f"{_TEXT}tab" else " " * int(piece.get(f"{_TEXT}c", "1"))
        text += re.sub(" +", " ", piece.tail or "")
    return text


def csv_rows(data: bytes, delimiter: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def saved_anew(path: Path, ending: str) -> Path:
    """What LibreOffice saves of a file under another ending, in a folder beside it; CSV it opens as Finnish."""
    folder = path.parent / "anew"
    ours = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    opening = ["--infilter=CSV:59,34,76,1,,1035"] if path.suffix == ".csv" else []
    command = ["soffice", ours, "--headless", *opening, "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{ending.partition(':')[0]}"

"""Every format that is written, by its ending and by --as, with what a query and columns leave of it."""

from __future__ import annotations

import io
import json
from zipfile import ZipFile

import html5lib
import icalendar
import pytest

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.exchange.reading import read
from tests.exchange.spreadsheets import csv_rows, ods_rows, xlsx_rows

BY_ENDING = [(each, ending) for each in ExportFormat for ending in each.endings]
TABLES = [each for each in ExportFormat if each.has_columns]
QUERY = "ohitettu"
"""Nine projects of the example's eleven that have an end: only these stand in a calendar."""


ROWS = {
    ExportFormat.XLSX: lambda data: [list(row.values()) for row in xlsx_rows(data)],
    ExportFormat.ODS: lambda data: [list(row.values()) for row in ods_rows(data)],
    ExportFormat.CSV: csv_rows,
}


def events(data: bytes) -> int:
    return len({str(each["summary"]) for each in icalendar.Calendar.from_ical(data).walk("VEVENT")})


def html_headings(data: bytes) -> int:
    tree = html5lib.HTMLParser(strict=True).parse(data.decode())
    return sum(1 for each in tree.iter() if str(each.tag).endswith("}h3"))


def docx_headings(data: bytes) -> int:
    return ZipFile(io.BytesIO(data)).read("word/document.xml").decode().count('w:pStyle w:val="Heading2"')


COUNTS = {
    ExportFormat.XLSX: lambda data: len(xlsx_rows(data)) - 1,
    ExportFormat.ODS: lambda data: len(ods_rows(data)) - 1,
    ExportFormat.CSV: lambda data: len(csv_rows(data)) - 1,
    ExportFormat.JSON: lambda data: len(json.loads(data)["projects"]),
    ExportFormat.ICS: events,
    ExportFormat.DOCX: docx_headings,
    ExportFormat.HTML: html_headings,
    ExportFormat.PAGE: lambda data: len(read("sivu.txt", data).proposals),
}


@pytest.mark.parametrize(("of", "ending"), BY_ENDING)
def test_the_ending_tells_the_format(say, register, tmp_path, of, ending):
    path = tmp_path / f"ulos{ending}"
    told = say("export", register, path, "--json").document
    # A calendar holds days alone: what has none is told to be left out.
    count = 11 if of is ExportFormat.ICS else 30
    assert (told["format"], told["count"], len(told["left_out"])) == (of.value, count, 30 - count)
    assert COUNTS[of](path.read_bytes()) == count
    assert len(told["remarks"]) == (1 if count < 30 else 0)


@pytest.mark.parametrize("of", ExportFormat)
def test_a_format_that_is_said_goes_before_the_ending(say, register, tmp_path, of):
    path = tmp_path / "ulos.xyz"
    told = say("export", register, path, "--as", of.value, "--query", QUERY, "--json").document
    assert (told["format"], told["count"]) == (of.value, 9)
    assert COUNTS[of](path.read_bytes()) == 9


@pytest.mark.parametrize("of", TABLES)
def test_a_table_has_the_columns_that_are_asked_for(say, register, tmp_path, of):
    path = tmp_path / f"ulos{of.endings[0]}"
    say("export", register, path, "--query", QUERY, "--columns", "number,name")
    heads, *rows = ROWS[of](path.read_bytes())
    listed = say("list", register, "--query", QUERY, "--json").document
    assert heads == ["Rekisterinumero", "Hankkeen nimi"]
    assert sorted(rows) == sorted([project["number"], project["name"]] for project in listed)


@pytest.mark.parametrize("of", [each for each in ExportFormat if not each.has_columns])
def test_what_is_no_table_has_no_columns(say, register, tmp_path, of):
    path = tmp_path / f"ulos{of.endings[0]}"
    assert "--as xlsx" in say("export", register, path, "--columns", "number").misuse
    assert not path.exists()

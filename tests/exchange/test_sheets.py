"""What the sheets of a register hold, whatever format they are written in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.domain.columns import column_of, columns
from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.kinds import Kind
from hankeapp.domain.naming import NO_NAMES, Names
from hankeapp.domain.parts import Funding
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status, StatusEvent
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.exchange.csv_table import unguarded, write_csv
from hankeapp.exchange.ods_writing import write_ods
from hankeapp.exchange.sheets import LONGEST_CELL, SHEET_NAME, fitting, listed_sheet, whole_sheets
from hankeapp.exchange.xlsx_writing import write_xlsx
from tests.exchange.spreadsheets import (
    csv_rows,
    needs_libreoffice,
    ods_rows,
    part_of,
    saved_anew,
    xlsx_rows,
)
from tests.strategies import several_projects, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from hankeapp.exchange.sheets import Cell

FEW = settings(max_examples=40)
NAMES = Names({"u": "Elinvoima", "e": "EU"}, {("theme", "a"): "Ilmasto", ("theme", "b"): "Vesi"})
HOSTILE = ["=cmd|' /C calc'!A0", "+358 2 1", "-1", "@SUM(A1)", "'=1+1", "''+1", "'tavallinen'", "\t=1", '=\n;"ä']
PROJECT = Project(
    id=ProjectId("1"),
    number="H-2026-001",
    name="Perhonen",
    kind=Kind.PROJECT,
    unit=Key("u"),
    themes=Codes(("a", "b")),
    start=PartialDate(2026, 3, 1),
    end=PartialDate(2027, 12),
    budget_whole=Cents(1_250_050),
    budget_city=Cents(-5),
    page_order=7,
    fundings=(
        Funding(id="2", funder=Key("e"), fund="EAKR", rate=Share(6667), granted=Cents(100), is_partial=1),
        Funding(id="3", fund="ESR+"),
    ),
    events=(
        StatusEvent(
            id="4",
            source=Status.PLANNED,
            target=Status.ACTIVE,
            actor="Maija",
            recorded=datetime(2026, 11, 24, 10, 5, 7, 5, tzinfo=UTC),
        ),
    ),
)


def cells(project: Project, sheet: int = 0) -> list[dict[str, Cell]]:
    sheet_ = whole_sheets(NAMES)[sheet]
    heads = [column.title for column in sheet_.columns]
    return [
        {head: cell for head, cell in zip(heads, row, strict=True) if cell is not None} for row in sheet_.rows(project)
    ]


def place(part: str) -> int:
    return 1 + [each.name for each in parts_of(Project)].index(part)


def test_a_project_is_a_row_of_typed_cells() -> None:
    assert cells(PROJECT) == [
        {
            "Rekisterinumero": "H-2026-001",
            "Hankkeen nimi": "Perhonen",
            "Laji": Kind.PROJECT.label,
            "Vastuuyksikkö": "Elinvoima",
            "Teemat": "Ilmasto; Vesi",
            "Alkaa": date(2026, 3, 1),
            "Päättyy": "12/2027",
            "Tila": "Aktiivinen",
            "Kokonaisbudjetti": Cents(1_250_050),
            "Kaupungin osuus": Cents(-5),
            "Järjestys verkkosivulla": 7,
        }
    ]


def test_each_part_is_a_sheet_of_rows_that_name_their_project() -> None:
    first, second = cells(PROJECT, place("fundings"))
    assert first["Rekisterinumero"] == second["Rekisterinumero"] == "H-2026-001"
    assert first["Tukiprosentti"] == Share(6667)
    assert [first["Rahoittaja"], first["Osarahoitus"], second["Osarahoitus"]] == ["EU", "kyllä", "ei"]
    (event,) = cells(PROJECT, place("events"))
    assert event["Kirjattu"] == datetime(2026, 11, 24, 12, 5, 7)  # noqa: DTZ001


@pytest.mark.parametrize("day", [PartialDate(2026), PartialDate(2026, season=Season.WINTER), PartialDate(1900, 2, 28)])
def test_a_date_that_no_spreadsheet_knows_is_told_in_words(day: PartialDate) -> None:
    assert cells(replace(PROJECT, start=day, end=None))[0]["Alkaa"] == str(day)


def test_heads_and_sheets_have_names_of_their_own() -> None:
    sheets = whole_sheets(NAMES)
    assert len({sheet.name for sheet in sheets}) == len(sheets) == 1 + len(parts_of(Project))
    assert all(0 < len(sheet.name) <= SHEET_NAME and not set(sheet.name) & set("[]:*?/\\'") for sheet in sheets)
    for sheet in sheets:
        titles = [column.title for column in sheet.columns]
        assert len(set(titles)) == len(titles), sheet.name


def test_a_list_is_written_as_it_is_shown() -> None:
    shown = [column_of(name) for name in ("title", "funder", "end", "budget_whole")]
    sheet = listed_sheet(shown, NAMES)
    assert [column.title for column in sheet.columns] == ["Hanke", "Rahoittaja", "Päättyy", "Kokonaisbudjetti"]
    assert list(sheet.rows(PROJECT)) == [["Perhonen", "EU", "12/2027", Cents(1_250_050)]]


def test_several_values_stand_in_one_cell() -> None:
    both = replace(PROJECT, fundings=(Funding(id="2", programme="JTF"), Funding(id="3", programme="LIFE")))
    assert list(listed_sheet([column_of("programme")], NAMES).rows(both)) == [["JTF; LIFE"]]
    assert list(listed_sheet(columns(), NAMES).rows(replace(PROJECT, fundings=())))


@pytest.mark.parametrize("letter", ["x", "ä", "\N{GRINNING FACE}"])
def test_a_text_too_long_for_a_cell_is_cut_and_told(letter: str) -> None:
    long = replace(PROJECT, public_text=letter * 40_000, fundings=(), events=())
    writing = write_xlsx(whole_sheets(NAMES), [PROJECT, long], "Hankkeet")
    (text,) = [value for value in xlsx_rows(writing.data)[2].values() if isinstance(value, str) and len(value) > 500]
    assert len(text.encode("utf-16-le")) // 2 in {LONGEST_CELL - 1, LONGEST_CELL}
    assert text.endswith(f"{letter}…")
    assert writing.shortened == ("Perhonen",)
    assert fitting(letter * 16_000) == letter * 16_000


@FEW
@given(several_projects(4))
def test_xlsx_holds_every_cell(projects: list[Project]) -> None:
    sheets = whole_sheets(NO_NAMES)
    data = write_xlsx(sheets, projects, "Hankkeet").data
    for number, sheet in enumerate(sheets):
        heads, *rows = xlsx_rows(data, number + 1)
        assert list(heads.values()) == [column.title for column in sheet.columns]
        wanted = [row for project in projects for row in sheet.rows(project)]
        assert rows == [
            {place: _as_excel(cell) for place, cell in enumerate(row) if cell is not None} for row in wanted
        ]


def _as_excel(cell: Cell) -> object:
    if isinstance(cell, date):
        moment = cell if isinstance(cell, datetime) else datetime.combine(cell, datetime.min.time())
        return pytest.approx((moment - datetime(1899, 12, 30)).total_seconds() / 86_400, abs=1e-6)  # noqa: DTZ001
    scale = 100 if isinstance(cell, Cents) else 10_000 if isinstance(cell, Share) else 1
    return pytest.approx(int(cell) / scale) if isinstance(cell, int) else cell


@FEW
@given(several_projects(4))
def test_ods_holds_every_cell(projects: list[Project]) -> None:
    sheets = whole_sheets(NO_NAMES)
    data = write_ods(sheets, projects, "Hankkeet").data
    for number, sheet in enumerate(sheets):
        heads, *rows = ods_rows(data, number)
        assert list(heads.values()) == [column.title for column in sheet.columns]
        wanted = [row for project in projects for row in sheet.rows(project)]
        assert rows == [{place: _as_ods(cell) for place, cell in enumerate(row) if cell is not None} for row in wanted]


def _as_ods(cell: Cell) -> object:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return "".join("\ufffd" if _is_control(letter) else letter for letter in cell)
    scale = 100 if isinstance(cell, Cents) else 10_000 if isinstance(cell, Share) else 1
    return pytest.approx(int(cell) / scale, abs=1e-4)


def _is_control(letter: str) -> bool:
    return (letter < " " and letter not in "\t\n\r") or letter in "\ufffe\uffff"


@FEW
@given(st.lists(texts(12) | st.sampled_from(HOSTILE) | st.text("'=+-@\t\r\n", max_size=4), min_size=1, max_size=4))
def test_a_text_in_csv_is_no_formula_and_comes_back(several: list[str]) -> None:
    sheet = listed_sheet([column_of("acronym")], NAMES)
    data = write_csv(sheet, [replace(PROJECT, acronym=text) for text in several])
    assert data.startswith(b"\xef\xbb\xbfLyhenne\r\n")
    _, *rows = csv_rows(data)
    found = [row[0] if row else "" for row in rows]
    assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for text in found)
    assert list(map(unguarded, found)) == several


def test_csv_is_as_finnish_excel_reads_it() -> None:
    sheet = whole_sheets(NAMES)[0]
    heads, row = csv_rows(write_csv(sheet, [PROJECT]))
    found = dict(zip(heads, row, strict=True))
    assert [found["Alkaa"], found["Päättyy"], found["Kokonaisbudjetti"], found["Kaupungin osuus"]] == [
        "1.3.2026",
        "12/2027",
        "12500,50",
        "-0,05",
    ]
    heads, row, _ = csv_rows(write_csv(whole_sheets(NAMES)[place("fundings")], [PROJECT]))
    assert row[heads.index("Tukiprosentti")] == "66,67 %"


def test_the_head_stays_and_is_filtered_by() -> None:
    sheets = whole_sheets(NAMES)
    xlsx = write_xlsx(sheets, [PROJECT], "Hankkeet").data
    page = etree_text(part_of(xlsx, "xl/worksheets/sheet1.xml"))
    assert 'autoFilter ref="A1:V2"' in page
    assert 'ySplit="1"' in page
    assert 'state="frozen"' in page
    assert ">fi<" in etree_text(part_of(xlsx, "docProps/core.xml"))
    ods = write_ods(sheets, [PROJECT], "Hankkeet").data
    assert "'Hankkeet'.A1:'Hankkeet'.V2" in etree_text(part_of(ods, "content.xml"))
    assert "VerticalSplitPosition" in etree_text(part_of(ods, "settings.xml"))
    assert 'language="fi"' in etree_text(part_of(ods, "styles.xml"))


def etree_text(element: object) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")  # type: ignore[call-overload,no-any-return]


@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_libreoffice_computes_nothing(ending: str, tmp_path: Path) -> None:
    several = [replace(PROJECT, acronym=text, notes=text) for text in HOSTILE]
    path = tmp_path / f"hankkeet.{ending}"
    path.write_bytes(written(several, ending))
    _, *rows = [row for row in ods_rows(saved_anew(path, "ods").read_bytes()) if row]
    found = [row[2] for row in rows]
    assert [unguarded(text) if ending == "csv" else text for text in found] == HOSTILE


@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_libreoffice_saves_what_it_opened(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"hankkeet.{ending}"
    path.write_bytes(written([PROJECT], ending))
    anew = saved_anew(path, "ods").read_bytes()
    assert [row for row in ods_rows(anew) if row] == ods_rows(written([PROJECT], "ods"))


def written(projects: Sequence[Project], ending: str) -> bytes:
    sheets = whole_sheets(NAMES)
    if ending == "csv":
        return write_csv(sheets[0], projects)
    return (write_xlsx if ending == "xlsx" else write_ods)(sheets, projects, "Hankkeet").data


class Stopped(Exception):
    """The person wanted no more."""


@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_who_stops_leaves_nothing_behind(
    write: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def stopped() -> Iterator[Project]:
        yield PROJECT
        raise Stopped

    with pytest.raises(Stopped):
        write(whole_sheets(NAMES), stopped(), "Hankkeet")
    assert list(tmp_path.iterdir()) == []


def test_every_field_is_carried() -> None:
    sheets = whole_sheets(NAMES)
    assert [column.title for column in sheets[0].columns] == [field.title for field in fields_of(Project)]

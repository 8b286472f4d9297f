"""Spreadsheets made to harm or to confuse: refused with a reason a person can act on, or read as what they are."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FileError, KnownError
from hankeapp.domain.proposals import Certainty
from hankeapp.domain.values import Share
from hankeapp.exchange import packages
from hankeapp.exchange.cell_values import THOUSANDS
from hankeapp.exchange.csv_sheets import read_csv
from hankeapp.exchange.ods_sheets import read_ods
from hankeapp.exchange.packages import Package
from hankeapp.exchange.reading import read
from hankeapp.exchange.workbooks import Wrong
from hankeapp.exchange.xlsx_sheets import read_xlsx
from hankeapp.translation import tr
from tests.exchange.packing import ods, repacked, row, sheet_of

HEADS = ("Hankkeen nimi", "Alkaa", "Kokonaisbudjetti")
BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
ROWS = 1_048_576


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for cells in rows:
        book.active.append(cells)
    return saved(book)


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


GOOD = xlsx(HEADS, ("Hanke", "2024", 100))
SHEET = "xl/worksheets/sheet1.xml"


def reason(name: str, data: bytes) -> str:
    with pytest.raises(KnownError) as refused:
        read(name, data)
    assert len(refused.value.sentences) == 3
    return str(refused.value)


def test_a_password_is_told_apart_from_an_old_format() -> None:
    old = packages.OLE + bytes(2_000)
    encrypted = old + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    assert reason("a.xlsx", encrypted) == str(packages.locked())
    assert ".xls" in reason("a.xls", old)
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert reason("a.ods", repacked(ods(""), {"META-INF/manifest.xml": manifest})) == str(packages.locked())


def test_what_breaks_off_is_refused() -> None:
    for name in ("a.xlsx", "a.ods"):
        assert reason(name, GOOD[: len(GOOD) // 2]) == str(packages.broken())


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = repacked(GOOD, {"xl/sharedStrings.xml": bytes(20_000_000)})
    monkeypatch.setattr(Package, "part", lambda *_: pytest.fail("it was unpacked"))
    assert "unpacked" in reason("a.xlsx", bomb) or "puret" in reason("a.xlsx", bomb)


def test_parts_that_swell_together_are_refused_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Package, "part", lambda *_: pytest.fail("it was unpacked"))
    monkeypatch.setattr(packages, "_FREE", 400_000)
    bomb = repacked(GOOD, {f"xl/x{number}.xml": bytes(300_000) for number in range(40)})
    assert "unpacked" in reason("a.xlsx", bomb) or "puret" in reason("a.xlsx", bomb)


def test_a_directory_of_too_many_entries_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("its directory was read"))
    data = packages.ZIP + b"PK\x01\x02" * 20_001
    assert "unpacked" in reason("a.xlsx", data) or "puret" in reason("a.xlsx", data)


def test_a_part_gives_no_more_than_it_declares() -> None:
    packed = bytearray(repacked(GOOD, {"xl/big.xml": bytes(100_000)}))
    at = packed.rindex(b"xl/big.xml") - 46 + 24
    packed[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(FileError):
        Package.opened(bytes(packed)).part("xl/big.xml")


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_entities_of_its_own_are_refused(part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as whole:
        content = whole.read(part)
    for declared in (BOMB, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'):
        said = reason("a.xlsx", repacked(GOOD, {part: declared.encode() + content}))
        assert said == reason("a.ods", repacked(ods(""), {"content.xml": declared.encode() + b"<a/>"}))


def test_a_million_styled_empty_rows_are_nothing() -> None:
    empty = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(3, ROWS + 1, 7))
    first = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for n, text in ((1, "Hanke"), (2, "X"))
    )
    book = read_xlsx(repacked(GOOD, {SHEET: sheet_of(first + empty, f'<dimension ref="A1:XFD{ROWS}"/>')}))
    assert [row.cells for row in book.sheets[0].rows] == [("Hanke",), ("X",)]
    filled = "<table:table-cell><text:p>X</text:p></table:table-cell>"
    rest = '<table:table-cell table:number-columns-repeated="16383"/>'
    book = read_ods(ods(f"<table:table>{row(filled + rest)}{row(rest, ROWS - 1)}</table:table>"))
    assert [row.cells for row in book.sheets[0].rows] == [("X",)]


def test_a_row_that_is_repeated_a_million_times_is_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="9"><text:p>X</text:p></table:table-cell>'
    assert reason("a.ods", ods(f"<table:table>{row(cell, ROWS)}</table:table>"))


@pytest.mark.parametrize("place", ["XFE1", "ZZZZZZ1", "A99999999"])
def test_cells_outside_every_sheet_are_refused(place: str) -> None:
    cells = f'<row r="{place.lstrip("XFEZA")}"><c r="{place}"><v>1</v></c></row>'
    assert reason("a.xlsx", repacked(GOOD, {SHEET: sheet_of(cells)}))


def test_formulas_give_what_was_computed_and_a_remark_where_nothing_was() -> None:
    computed, never = '<c r="A1"><f>1+1</f><v>2</v></c>', '<c r="B1"><f>[1]Muu!A1</f></c>'
    rows = f'<row r="1">{computed}{never}<c r="C1" t="e"><f>A0</f><v>#REF!</v></c></row>'
    book = read_xlsx(repacked(GOOD, {SHEET: sheet_of(rows), "xl/vbaProject.bin": b"x", "xl/externalLinks/a.xml": b"x"}))
    one, two, three = book.sheets[0].rows[0].cells
    assert one == 2
    assert isinstance(two, Wrong)
    assert three == Wrong("#REF!")
    assert len(book.remarks) == 3


def test_hidden_sheets_are_left_out_and_told() -> None:
    book = Workbook()
    book.active.title = "Hankkeet"
    book.active.append(HEADS)
    hidden = book.create_sheet("Vanhat")
    hidden.append(HEADS)
    hidden.sheet_state = "hidden"
    heads = row("".join(f"<table:table-cell><text:p>{head}</text:p></table:table-cell>" for head in HEADS))
    styles = (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/>'
        "</style:style>"
        for name, shown in (("ta1", "true"), ("ta2", "false"))
    )
    tables = (
        f'<table:table table:name="{name}" table:style-name="{style}">{heads}</table:table>'
        for name, style in (("Hankkeet", "ta1"), ("Vanhat", "ta2"))
    )
    for read_book in (read_xlsx(saved(book)), read_ods(ods("".join((*styles, *tables))))):
        assert [(sheet.name, sheet.rows[0].cells) for sheet in read_book.sheets] == [("Hankkeet", HEADS)]
        assert [remark for remark in read_book.remarks if "Vanhat" in remark] == list(read_book.remarks) != []


def test_cells_without_their_address_stay_in_their_columns() -> None:
    rows = "<row><c/><c><v>1</v></c></row>"
    assert read_xlsx(repacked(GOOD, {SHEET: sheet_of(rows)})).sheets[0].rows[0].cells == (None, 1)


def test_a_date_is_as_precise_as_it_is_shown() -> None:
    book = Workbook()
    for at, shown in enumerate(("d.m.yyyy", "mmm-yy", "yyyy", "m/yyyy", "[$-40B]mmmm yyyy;@"), 1):
        cell = book.active.cell(1, at, PartialDate(2026, 12, 1).earliest)
        cell.number_format = shown
    share = book.active.cell(1, 6, 0.8)
    share.number_format = "0 %"
    month = PartialDate(2026, 12)
    found = read_xlsx(saved(book)).sheets[0].rows[0].cells
    assert found == (PartialDate(2026, 12, 1), month, PartialDate(2026), month, month, Share(8000))


def test_a_head_tells_thousands_of_euros_for_a_project_and_for_its_funding() -> None:
    heads = ("Hankkeen nimi", "Kokonaisbudjetti (1000 €)", "Rahoittaja", "Myönnetty tuki (1000 €)", "Haettu tuki")
    (proposal,) = read("a.xlsx", xlsx(heads, ("Hanke", 12.34567, "Museovirasto", "80,5", 90))).proposals
    assert proposal.value("budget_whole") == 1_234_567
    budget, funding = (next(each for each in proposal.suggestions if each.field == name) for name in _OF_MONEY)
    assert (funding.value.granted, funding.value.applied) == (8_050_000, 9_000)
    assert budget.certainty is funding.certainty is Certainty.UNCERTAIN
    assert budget.reason == funding.reason == tr(THOUSANDS)


_OF_MONEY = ("budget_whole", "fundings")


def test_content_counts_before_the_name_and_it_is_told() -> None:
    reading = read("hankkeet.csv", GOOD)
    assert [each.value("name") for each in reading.proposals] == ["Hanke"]
    assert "Excel" in reading.remarks[0]
    assert [each.value("name") for each in read("a.xlsx", b"Hankkeen nimi;Alkaa\r\nX;2024\r\n").proposals] == ["X"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_table_is_read_in_every_encoding_and_with_every_sign(encoding: str, sign: str) -> None:
    text = sign.join(HEADS) + "\r\n" + sign.join(('"Älä\nÖ"', "1.2.2026", '"1 234,5"')) + "\r\n"
    (proposal,) = read("a.csv", text.encode(encoding)).proposals
    assert proposal.value("name") == "Älä Ö"
    assert proposal.value("start") == PartialDate(2026, 2, 1)
    assert proposal.value("budget_whole") == 123_450


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows() -> None:
    book = read_csv(b'Hankkeen nimi;Tavoite\nYksi;"auki\nKaksi;x\nKolme;y\n')
    assert [row.cells[0] for row in book.sheets[0].rows] == ["Hankkeen nimi", "Yksi", "Kaksi", "Kolme"]
    assert len(book.remarks) == 1


def test_the_reading_of_many_rows_can_be_stopped() -> None:
    class Stopped(Exception):
        pass

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    data = xlsx(HEADS, *[(f"Hanke {n}", "2024", n) for n in range(600)])
    with pytest.raises(Stopped):
        read("a.xlsx", data, stop)
    assert load_workbook(io.BytesIO(data)).active.max_row == 601

"""What is written as XLSX, ODS and CSV is read back equal, field by field, and every column is known for certain."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from enum import Enum
from shutil import which
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.mappings import UNREAD
from hankeapp.domain.naming import Names, is_flag
from hankeapp.domain.parts import Contact, Deadline, Decision, Funding, Link, Participation, Period, Relation
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.proposals import Certainty
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.exchange.csv_table import write_csv
from hankeapp.exchange.ods_writing import write_ods
from hankeapp.exchange.reading import read
from hankeapp.exchange.sheet_reading import read_workbook
from hankeapp.exchange.sheets import whole_sheets
from hankeapp.exchange.workbooks import Row, Sheet, Workbook
from hankeapp.exchange.xlsx_writing import write_xlsx
from hankeapp.translation import speaking
from tests.strategies import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hankeapp.domain.fields import Field
    from hankeapp.domain.proposals import Proposal, Reading

ORGANISATIONS = {"o1": "Satakuntaliitto", "o2": "Länsi-Suomen ELY-keskus", "o3": "=Yritys; Oy", "u1": "Tekniikka"}
LABELS = {(kind, code): f"{kind} {code}, ä" for kind in ("theme", "target_group", "area") for code in ("a", "b", "c")}
NAMES = Names(ORGANISATIONS, LABELS)
LETTERS = st.sampled_from("aäöÅé 1=+-@'\";,.€–\u00a0#_x005F_x41€😀<&>")


def lines() -> st.SearchStrategy[str]:
    return st.text(LETTERS, max_size=12).map(lambda text: text.strip(" \u00a0")) | st.sampled_from(
        ["=cmd|'/c calc'!A0", "'=1+1", "2026", "12/2026", "00123", "#viite", "_x0041_", "a  b", "kyllä"]
    )


def prose() -> st.SearchStrategy[str]:
    return lines() | st.sampled_from(["Rivi\nToinen; rivi", "A\r\nB", "Sarkain\tväli  kaksi", '"lainaus"'])


def values(field: Field) -> st.SearchStrategy[Any]:
    """Values as people keep them: texts of one line without line ends."""
    kind = field.type
    if kind is Key:
        keys = ["u1"] if field.refers == "unit" else ["o1", "o2", "o3"]
        return st.none() if field.refers == "project" else st.none() | st.sampled_from(list(map(Key, keys)))
    if kind is Codes:
        return st.lists(st.sampled_from("abc"), max_size=3, unique=True).map(Codes)
    if is_flag(field):
        return st.sampled_from([0, 1])
    if kind is str:
        return prose() if field.lines > 1 else lines()
    known = {
        Cents: st.integers(-(10**11), 10**11).map(Cents),
        Share: st.integers(0, 10_000).map(Share),
        int: st.integers(0, 10_000),
    }
    coded = dates() if field.name in _DATED else st.sampled_from(list(kind)) if issubclass(kind, Enum) else st.none()
    found = known.get(kind, coded)
    return st.none() | found if field.optional else found


_DATED = {"start", "end", "due", "done", "day", "decided"}


def rows(kind: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{field.name: values(field) for field in fields_of(kind)} | fixed)


PARTS: dict[str, st.SearchStrategy[Any]] = {
    "periods": rows(Period),
    "deadlines": rows(Deadline),
    "fundings": rows(Funding),
    "participations": rows(Participation),
    "contacts": rows(Contact).filter(lambda row: any(getattr(row, field.name) for field in fields_of(Contact))),
    "decisions": rows(Decision).filter(lambda row: any(getattr(row, field.name) for field in fields_of(Decision))),
    "relations": rows(Relation),
    "links": rows(Link, address=st.sampled_from(["https://pori.fi/a;b?c=d", "mailto:a@pori.fi"])),
}
FILLED = {name: found.filter(lambda row: bool(str(row))) for name, found in PARTS.items()}


@st.composite
def projects(draw: st.DrawFn) -> Project:
    own: dict[str, Any] = {field.name: draw(values(field)) for field in fields_of(Project)}
    key = draw(st.integers(1, 10**6))
    parts: dict[str, Any] = {
        name: tuple(draw(st.lists(FILLED[name], max_size=2)))
        for name in draw(st.lists(st.sampled_from(sorted(FILLED)), max_size=3, unique=True))
    }
    start, end = own["start"], own["end"]
    if start and end and end.latest < start.earliest:
        own["end"] = None
    own |= {"number": f"H-2026-{key}", "name": own["name"] or f"Hanke {key}"}
    return Project(id=ProjectId(str(key)), **own, **parts)


SEVERAL = st.lists(projects(), min_size=1, max_size=4, unique_by=lambda project: project.number)
TEXT = Project(id=ProjectId("1"), number="H-2026-1", name="=1+1", acronym="ILPI", public_text="Ä\n=B")
CAREFUL = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def told(project: Project) -> dict[str, Any]:
    """A project's values as words and typed values, without keys, and without what is empty."""
    found = {field.name: _plain(field, getattr(project, field.name)) for field in fields_of(Project)}
    for part in parts_of(Project):
        if part.name not in UNREAD:
            held = getattr(project, part.name)
            found[part.name] = [_row(part.type, row) for row in held]
    return {name: value for name, value in found.items() if value not in (None, "", [], ())}


def _row(kind: type, row: Any) -> dict[str, Any]:
    return {field.name: _plain(field, getattr(row, field.name)) for field in fields_of(kind)}


def _plain(field: Field, value: Any) -> Any:
    if isinstance(value, Codes) and field.values:
        return [NAMES.by_code.get((field.values, code), code) for code in value]
    return NAMES.by_id.get(value, str(value)) if isinstance(value, Key) else value


def read_back(proposal: Proposal) -> dict[str, Any]:
    """What a proposal suggests, in the same form."""
    found: dict[str, Any] = {"status": proposal.status}
    kinds = {part.name: part.type for part in parts_of(Project)}
    fields = {field.name: field for field in fields_of(Project)}
    for each in proposal.suggestions:
        if each.field in kinds:
            found.setdefault(each.field, []).append(_row(kinds[each.field], each.value))
        else:
            found[each.field] = _plain(fields[each.field], each.value)
    return found


def assert_equal(reading: Reading, made: Sequence[Project], *, parts: bool = True) -> None:
    assert [column for column in reading.columns if column.certainty is Certainty.UNCERTAIN] == []
    found = [read_back(proposal) for proposal in reading.proposals]
    names = {part.name for part in parts_of(Project)}
    expected = [told(project) for project in made]
    if not parts:
        expected = [{name: value for name, value in each.items() if name not in names} for each in expected]
    assert found == expected
    assert [proposal.remarks for proposal in reading.proposals] == [()] * len(made)


def of_xlsx(made: Iterable[Project]) -> bytes:
    return write_xlsx(whole_sheets(NAMES), made, "Hankkeet").data


def of_ods(made: Iterable[Project]) -> bytes:
    return write_ods(whole_sheets(NAMES), made, "Hankkeet").data


def of_csv(made: Iterable[Project]) -> bytes:
    return write_csv(whole_sheets(NAMES)[0], made)


@CAREFUL
@given(SEVERAL)
@example([TEXT])
def test_xlsx_comes_back_equal(made: list[Project]) -> None:
    assert_equal(read("a.xlsx", of_xlsx(made)), made)


@CAREFUL
@given(SEVERAL)
@example([TEXT])
def test_ods_comes_back_equal(made: list[Project]) -> None:
    assert_equal(read("a.ods", of_ods(made)), made)


@CAREFUL
@given(SEVERAL)
@example([TEXT])
def test_csv_comes_back_equal_without_parts(made: list[Project]) -> None:
    assert_equal(read("a.csv", of_csv(made)), made, parts=False)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_was_written_in_another_language_comes_back_too(language: str) -> None:
    made = [replace(TEXT, budget_whole=Cents(123456), fundings=(Funding(funder=Key("o1"), rate=Share(6667)),))]
    with speaking(language):
        data = of_xlsx(made)
    assert_equal(read("a.xlsx", data), made)


OFFICE = which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("ending", "to"), [("xlsx", "xlsx"), ("xlsx", "ods"), ("ods", "ods"), ("ods", "xlsx")])
def test_libreoffice_saves_it_again_and_it_is_read_equal(tmp_path: Path, ending: str, to: str) -> None:
    made = list(_sample())
    written = of_xlsx(made) if ending == "xlsx" else of_ods(made)
    assert_equal(read(f"b.{to}", _resaved(tmp_path, written, ending, to)), made)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_our_csv_and_what_it_makes_of_it_is_read(tmp_path: Path) -> None:
    made = [replace(each, public_text="", objectives="") for each in _sample()]
    data = _resaved(tmp_path, of_csv(made), "csv", "xlsx", "--infilter=CSV:59,34,76,1,,1035,false,true,false")
    found = [read_back(each) for each in read("b.xlsx", data).proposals]
    assert [each["name"] for each in found] == [each.name for each in made]
    assert [each.get("budget_whole") for each in found] == [each.budget_whole for each in made]


def test_another_sheet_may_call_a_project_by_its_name_or_its_acronym() -> None:
    heads = Row(1, ("Hankkeen nimi", "Lyhenne"))
    book = Workbook(
        (
            Sheet("Hankkeet", (heads, Row(2, ("Uusi uimala", "UIMA")), Row(3, ("Siltatori",)))),
            Sheet("Rahoitus", (Row(1, ("Hanke", "Rahasto")), Row(2, ("Siltatori", "EAKR")), Row(3, ("UIMA", "ESR+")))),
        )
    )
    reading = read_workbook(book, {}, lambda _done, _of: None)
    funds = {each.value("name"): each.value("fundings") for each in reading.proposals}
    assert funds == {"Uusi uimala": Funding(fund="ESR+"), "Siltatori": Funding(fund="EAKR")}
    assert reading.remarks == ()


def _resaved(folder: Path, data: bytes, ending: str, to: str, *more: str) -> bytes:
    source = folder / f"a.{ending}"
    source.write_bytes(data)
    out = folder / "out"
    assert OFFICE is not None
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile", *more, "--convert-to", to,
         "--outdir", str(out), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (out / f"a.{to}").read_bytes()


def _sample() -> Iterable[Project]:
    from hankeapp.domain.dates import PartialDate, Season

    yield replace(TEXT, name="Ilmastokestävä – Åland", start=PartialDate(2024), end=PartialDate(2026, 12, 31))
    yield Project(
        id=ProjectId("2"),
        number="H-2026-2",
        name='Toinen, puolipiste; ja "lainaus"',
        themes=Codes("ab"),
        unit=Key("u1"),
        start=PartialDate(2025, 3),
        end=PartialDate(2026, season=Season.AUTUMN),
        budget_whole=Cents(12_345_678),
        budget_own=Cents(5),
        notes="Rivi\nToinen",
        fundings=(Funding(funder=Key("o2"), rate=Share(6667), granted=Cents(100), is_partial=1), Funding(fund="EAKR")),
        contacts=(Contact(name="Maija Meri", phone="044 123 4567", start=PartialDate(2025, 1, 1)),),
    )

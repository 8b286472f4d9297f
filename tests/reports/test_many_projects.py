"""Documents of as many projects as a city has: accessible, archivable, in order, and with nothing lost."""

import json
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from benchmarks.made_projects import Maker
from hankeapp.domain.columns import column_of
from hankeapp.domain.errors import PrintError
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.project import Project
from hankeapp.reports import estimates
from hankeapp.reports.cards import cards
from hankeapp.reports.galley import Galley, Sheets, set_pages
from hankeapp.reports.head import Edition
from hankeapp.reports.paper import Paper
from hankeapp.reports.project_table import PRINTED, project_table
from hankeapp.reports.summary import overview
from hankeapp.reports.typesetting import Document, Print, typeset
from tests.reports.page_looks import faults_of
from tests.reports.test_typesetting import TODAY, faults, squeezed, text_of

SIZE = 1000
SEVERAL = 100
SPOILT = """
#set document(title: "x")
#set text(font: "Source Sans 3", size: 9.8pt)
#set page(margin: 2.1cm)
alla #place(top + left, [päällä]) #place(top + left, dx: 17cm, dy: 3cm, [kaukana])
#place(top + left, dy: 10cm, text(16pt)[Otsikko])
#context [#metadata(counter(page).final().first()) <pages>]
"""
EDITION = Edition(TODAY, "Porin kaupunki")


@cache
def projects(size: int) -> list[Project]:
    maker = Maker(size, size)
    return [maker.project(f"H-2026-{place:03}", place) for place in range(1, size + 1)]


@pytest.fixture(scope="module")
def thousand() -> Print:
    return typeset(overview(projects(SIZE), EDITION))


def test_an_overview_of_a_thousand_is_accessible_and_archivable(thousand: Print):
    assert faults(thousand.pdf) == []


def test_an_overview_of_a_thousand_is_read_in_order(thousand: Print):
    text = text_of(thousand.pdf)
    at = text.index("Suunnitteillaolevathankkeet")
    for entry in overview(projects(SIZE), EDITION).entries:
        at = text.index(squeezed(entry.title), at) + 1
    assert text.index("Hankeluettelo", at) > at


def documents(several: list[Project]) -> dict[str, Document]:
    columns = [column_of(name) for name in PRINTED]
    return {
        "overview in groups": overview(several, EDITION, NO_NAMES, column_of("kind"), paper=Paper(is_landscape=True)),
        "table": project_table(several, EDITION, NO_NAMES, columns),
        "table in groups": project_table(several, EDITION, NO_NAMES, columns, column_of("kind")),
        "cards": cards(several[:60], EDITION, NO_NAMES),
    }


@cache
def printed(kind: str) -> Print:
    return typeset(documents(projects(SEVERAL))[kind])


@pytest.mark.parametrize("kind", list(documents([])))
def test_every_document_of_a_hundred_is_accessible_and_archivable(kind: str):
    assert faults(printed(kind).pdf) == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize("kind", list(documents([])))
def test_on_no_page_of_a_hundred_words_lie_on_others_or_beyond_the_margin_or_a_heading_is_left_alone(
    kind: str, tmp_path: Path
):
    path = tmp_path / "pages.pdf"
    path.write_bytes(printed(kind).pdf)
    assert faults_of(path, documents([])[kind].paper) == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_what_looks_wrong_is_found(tmp_path: Path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "main.typ").write_text(SPOILT, encoding="utf-8")
    path = tmp_path / "pages.pdf"
    path.write_bytes(set_pages(Galley("main.typ", {}, TODAY, folder)).pdf)
    told = " ".join(faults_of(path, Paper()))
    assert "“kaukana” is outside" in told
    assert "“päällä” lies on “alla”" in told
    assert "“Otsikko” is the last line" in told


def test_ten_thousand_go_to_the_typesetter_as_a_table_and_not_as_an_overview():
    many, given = projects(SEVERAL) * 100, []

    def setting(galley: Galley) -> Sheets:
        given.append(json.loads(galley.inputs["document"]))
        return Sheets(b"", 377)

    columns = [column_of(name) for name in PRINTED]
    assert typeset(project_table(many, EDITION, NO_NAMES, columns), setting).pages == 377
    assert sum(len(part["rows"]) for part in given[0]["parts"]) == 10_000
    with pytest.raises(PrintError, match="liian suuri"):
        typeset(cards(many[:3_001], EDITION, NO_NAMES), setting)
    assert len(given) == 1
    told = [pace.estimate(10_000) for pace in (estimates.OVERVIEW, estimates.TABLE, estimates.CARDS)]
    assert [each.is_too_large for each in told] == [True, False, True]
    assert all(each.is_long for each in told)


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils is not installed")
def test_all_fonts_are_embedded(thousand: Print, tmp_path: Path):
    path = tmp_path / "overview.pdf"
    path.write_bytes(thousand.pdf)
    told = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert told
    assert [line for line in told if line.split()[-5:-2] != ["yes", "yes", "yes"]] == []


@pytest.mark.parametrize("text", ["A" * 100_000, "x" * 300, "🐻 مشروع \x07 \ud800", '#read("/etc/passwd")'])
def test_a_bad_text_among_many_is_printed_or_reported(text: str):
    project = projects(SEVERAL)[0]
    bad = replace(project, name=text[:300], public_text=text)
    print_ = typeset(overview([bad, *projects(SEVERAL)[1:20]], EDITION))
    assert faults(print_.pdf) == []

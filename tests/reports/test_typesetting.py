import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import page
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

from hankeapp.domain.columns import column_of, columns
from hankeapp.domain.errors import PrintError
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.project import Project
from hankeapp.reports.cards import cards
from hankeapp.reports.head import Edition
from hankeapp.reports.paper import Paper
from hankeapp.reports.project_table import PRINTED, project_table
from hankeapp.reports.summary import overview
from hankeapp.reports.typesetting import Document, Print, typeset
from hankeapp.translation import counted
from tests.reports.seed import seed, seed_with_nine_ended

TODAY = date(2026, 11, 24)

HOSTILE = (
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '#include "style.typ"',
    '#import "@preview/cetz:0.3.0"',
    "#panic()",
    "#{1/0}",
    "#let x = 1",
    "#set page(width: 1cm)",
    "$x^2$",
    "*lihava*",
    "_kursiivi_",
    "`koodi`",
    "<label>",
    "@viite",
    "= Otsikko",
    "== Alaotsikko",
    "- luettelo",
    "+ numeroitu",
    "/ Termi: selitys",
    "// kommentti",
    "/* kommentti */",
    "\\u{1F600}",
    "\\ \\n \\\\ ",
    "] } ) [ { (",
    "\"lainaus\" 'heitto'",
    "~ -- --- ...",
    "https://example.org/#a?b=c&d",
    "{page} {pages} %s {0}",
    "<b>HTML</b> &amp; &#65;",
)


MANY = page.SafetyLimits(max_reference_depth=5_000, max_table_grid_rows=5_000)
"""Of the validator: a thousand bookmarks point from one to the next, and a table has as many rows."""


def printed(projects: Sequence[Project], **words: str) -> Print:
    return typeset(overview(projects, Edition(TODAY, **words)))


def faults(pdf: bytes) -> list[str]:
    """What the validators for PDF/UA-1 and PDF/A-2a find."""
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf_bytes(pdf, profile=profile, limits=MANY) for profile in profiles]
    return [failure.message for report in reports for failure in report.failures]


def opened(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def text_of(pdf: bytes) -> str:
    """All text in reading order, without blanks: lines break anywhere."""
    document = opened(pdf)
    texts = [document.getAllText(number).text() for number in range(document.pageCount())]
    return squeezed("".join(texts))


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").replace("\ufffe", "-").split())


@pytest.fixture(scope="module")
def reviewed() -> Print:
    """The example page after its nine were ended."""
    return printed(seed_with_nine_ended(), office="Porin kaupunki")


def test_the_overview_is_accessible_and_archivable(reviewed: Print):
    assert faults(reviewed.pdf) == []


def test_thirty_projects_take_a_few_pages(reviewed: Print):
    assert 5 <= reviewed.pages <= 7
    assert opened(reviewed.pdf).pageCount() == reviewed.pages


def test_all_names_are_read_in_their_order(reviewed: Print):
    text = text_of(reviewed.pdf)
    entries = overview(seed_with_nine_ended(), Edition(TODAY)).entries
    start = text.index("Päättymässäpiantänään24.11.2026")
    for entry in entries:
        start = text.index(squeezed(entry.title), start)
    assert len(entries) == 30


def test_every_public_text_is_printed_whole(reviewed: Print):
    text = text_of(reviewed.pdf)
    for project in seed():
        _, _, words = project.public_text.partition(":")
        assert squeezed(words) in text or squeezed(project.public_text) in text


def test_a_page_says_which_it_is_and_of_how_many(reviewed: Print):
    document = opened(reviewed.pdf)
    assert f"Sivu 2 / {reviewed.pages}" in document.getAllText(1).text()
    assert "Hankekatsaus · 24.11.2026" in document.getAllText(1).text()


def test_the_top_of_a_page_says_which_section_and_group_go_on():
    document = opened(typeset(overview(seed(), Edition(TODAY), group=column_of("kind"))).pdf)
    texts = [document.getAllText(number).text() for number in range(document.pageCount())]
    assert any("Aktiiviset hankkeet · Hanke (jatkuu)" in text for text in texts)


def test_bookmarks_lead_to_sections_and_projects(reviewed: Print):
    document, bookmarks = opened(reviewed.pdf), QPdfBookmarkModel()
    bookmarks.setDocument(document)
    titles = [
        bookmarks.data(bookmarks.index(row, 0), QPdfBookmarkModel.Role.Title.value)
        for row in range(bookmarks.rowCount())
    ]
    assert titles == ["Aikajana", "Aktiiviset hankkeet", "Päättyneet hankkeet", "Hankeluettelo"]
    assert bookmarks.rowCount(bookmarks.index(2, 0)) == 9


def test_the_title_and_the_day_are_known_to_readers(reviewed: Print):
    document = opened(reviewed.pdf)
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Hankekatsaus · Tilanne 24.11.2026"
    assert document.metaData(QPdfDocument.MetaDataField.CreationDate).date().toPython() == TODAY


COLUMNS = [column_of(name) for name in PRINTED]


def documents(projects: Sequence[Project]) -> dict[str, Document]:
    edition = Edition(TODAY, "Porin kaupunki")
    return {
        "table": project_table(projects, edition, NO_NAMES, COLUMNS),
        "table in parts": project_table(projects, edition, NO_NAMES, COLUMNS, column_of("kind")),
        "table of everything": project_table(
            projects, edition, NO_NAMES, columns(), paper=Paper("a3", is_landscape=True, is_two_sided=True)
        ),
        "cards": cards(projects, edition, NO_NAMES),
        "cards in large type": cards(projects, edition, NO_NAMES, Paper(scale=1.25)),
        "overview in parts": overview(projects, edition, NO_NAMES, column_of("kind")),
    }


@pytest.mark.parametrize("kind", list(documents([])))
def test_every_document_is_accessible_archivable_and_names_every_project(kind: str):
    print_ = typeset(documents(seed_with_nine_ended())[kind])
    assert faults(print_.pdf) == []
    text = text_of(print_.pdf)
    assert [project.name for project in seed() if squeezed(project.name) not in text] == []


def test_in_grey_nothing_has_a_colour_and_everything_is_there():
    edition = Edition(TODAY, "Porin kaupunki")
    print_ = typeset(overview(seed_with_nine_ended(), edition, paper=Paper(is_grey=True)))
    assert faults(print_.pdf) == []
    pages = opened(print_.pdf)
    for page_number in range(pages.pageCount()):
        image = pages.render(page_number, QSize(300, 424))
        points = [image.pixelColor(x, y) for x in range(0, 300, 3) for y in range(0, 424, 3)]
        assert max(max(each.getRgb()[:3]) - min(each.getRgb()[:3]) for each in points) <= 2
    assert text_of(print_.pdf) == text_of(typeset(overview(seed_with_nine_ended(), edition)).pdf)


def test_an_overview_tells_only_what_is_asked_for():
    print_ = typeset(overview(seed(), Edition(TODAY), shown=("unit",)))
    assert faults(print_.pdf) == []
    assert squeezed("Hankkeen tavoite on tehostaa") not in text_of(print_.pdf)


@pytest.mark.parametrize("kind", list(documents([])))
def test_every_document_bears_hostile_texts(kind: str):
    names = (*HOSTILE, "x" * 300, "مرحبا", "a\x00b\ud800"[:3], "\U0001f600")
    project = seed()[0]
    projects = [
        replace(project, name=name, acronym="", public_text=name * 3, results=name, time_text=name) for name in names
    ]
    assert faults(typeset(documents(projects)[kind]).pdf) == []


@pytest.mark.parametrize("kind", list(documents([])))
def test_every_document_of_nothing_says_so(kind: str):
    print_ = typeset(documents([])[kind])
    assert (print_.pages, faults(print_.pdf)) == (1, [])
    assert squeezed("Tulostettavia hankkeita ei ole.") in text_of(print_.pdf)


def test_the_same_overview_gives_the_same_bytes(reviewed: Print):
    assert printed(seed_with_nine_ended(), office="Porin kaupunki").pdf == reviewed.pdf


def test_without_projects_there_is_one_calm_page():
    result = printed([], selection="Rajaus: Suunnitteilla")
    assert (result.pages, faults(result.pdf)) == (1, [])
    assert "Tulostettavia hankkeita ei ole." in opened(result.pdf).getAllText(0).text()


def test_one_project_needs_no_contents_and_no_table():
    result = printed(seed()[2:3])
    assert (result.pages, faults(result.pdf)) == (1, [])
    assert "Sisällys" not in text_of(result.pdf)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_looks_like_markup_is_printed_as_it_stands(hostile: str):
    project = replace(seed()[0], name=hostile, acronym="", time_text=hostile, public_text=hostile, results=hostile)
    text = text_of(printed([project], office=hostile, selection=hostile).pdf)
    # office and its repetition in the footer, selection, timeline, entry's title, words of time, text, results
    assert text.count(squeezed(hostile)) == 8


def test_hostile_texts_together_make_a_valid_file():
    projects = [replace(seed()[0], name=text, public_text=text, results=text) for text in HOSTILE]
    assert faults(printed(projects).pdf) == []


@pytest.mark.parametrize("strange", ["🐻", "مشروع", "项目", "a\x07b", "a\x00b", "a\ud800b", "\ue000", "\ufffe"])
def test_characters_without_a_glyph_are_replaced_and_reported(strange: str):
    projects = [replace(seed()[0], public_text=f"Teksti {strange} jatkuu."), seed()[1]]
    result = printed(projects)
    assert result.replaced == (seed()[0].title,)
    assert faults(result.pdf) == []
    assert "jatkuu." in text_of(result.pdf)


@pytest.mark.parametrize("field", ["acronym", "time_text", "public_text", "results"])
def test_a_replaced_character_is_reported_wherever_it_stands(field: str):
    first, second = seed()[:2]
    assert printed([first, replace(second, **{field: "kesä 🐻"})]).replaced == (
        replace(second, **{field: "kesä □"}).title,
    )


def test_a_replaced_character_of_the_office_is_reported():
    result = printed(seed()[:1], office="Pori 🐻")
    assert (result.replaced, faults(result.pdf)) == (("Pori □",), [])


def test_a_name_without_a_printable_character_still_has_a_heading():
    result = printed([replace(seed()[0], name="\x00", acronym=""), replace(seed()[1], name="🐻", acronym="")])
    assert (result.replaced, faults(result.pdf)) == (("□", "□"), [])


def test_endless_texts_are_shortened_and_reported():
    projects = [
        replace(seed()[0], public_text="sana " * 20_000),
        replace(seed()[1], public_text="A" * 100_000),
        replace(seed()[2], name="W" * 10_000, acronym=""),
        seed()[3],
    ]
    result = printed(projects)
    assert result.shortened == (projects[0].title, projects[1].title, "W" * 500 + "…")
    assert faults(result.pdf) == []
    assert text_of(result.pdf).count("Tekstionlyhennettytässä") == 2


def test_a_text_of_many_short_lines_goes_on_over_the_pages():
    project = replace(seed()[0], public_text="\n".join(f"Rivi {number}." for number in range(200)))
    text = text_of(printed([project]).pdf)
    assert all(f"Rivi{number}." in text for number in range(200))


@pytest.mark.parametrize("word", ["W" * 300, "aliupseerioppilas" * 20, "https://example.org/" + "q" * 200])
def test_a_word_wider_than_a_line_stays_on_the_page(word: str):
    projects = [replace(seed()[0], name=word, acronym=word, public_text=word, time_text=word, number=word)] * 2
    groups = column_of("title")
    for print_ in (
        printed(projects),
        typeset(overview(projects, Edition(TODAY), group=groups)),
        typeset(project_table(projects, Edition(TODAY), NO_NAMES, COLUMNS, groups)),
    ):
        document = opened(print_.pdf)
        for number in range(print_.pages):
            drawn = document.getAllText(number).boundingRectangle()
            assert drawn.right() <= document.pagePointSize(number).width() - 2.0 * 72 / 2.54


@pytest.mark.parametrize(("text", "count"), [("sana " * 3_900, 200), ("", 3_001)])
def test_an_overview_that_would_eat_the_memory_is_refused_with_advice(text: str, count: int):
    with pytest.raises(PrintError) as refused:
        printed([replace(seed()[0], public_text=text)] * count)
    assert refused.value.sentences == (
        f"{counted(count)} hankkeen katsaus teksteineen on liian suuri tulostettavaksi.",
        "Rekisteri säilyi ennallaan.",
        "Rajaa hankkeita ja tulosta katsaus osissa.",
    )


def test_a_fault_of_the_typesetter_is_told_and_not_thrown(monkeypatch: pytest.MonkeyPatch):
    from hankeapp.reports import typesetting

    monkeypatch.setattr(typesetting, "printable", lambda text: (text, False))
    with pytest.raises(PrintError) as fault:
        printed([replace(seed()[0], public_text="🐻")])
    assert fault.value.sentences[0].startswith("Katsausta ei voitu tulostaa:")


def test_the_typesetter_is_loaded_only_when_it_prints():
    probe = "import sys, hankeapp.reports.typesetting, hankeapp.reports.summary; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0

"""Which projects an overview holds, in which order, and what it says of the selection."""

from concurrent.futures import ThreadPoolExecutor

import page
import pytest

from hankeapp.domain.errors import PrintError
from hankeapp.domain.query import Query, Sort, View
from hankeapp.reports.typesetting import typeset
from hankeapp.services import opening
from hankeapp.services.printing import PAGE_ORDER, ReportKind, Wish, document_maker, document_of
from tests.reports.test_photos import png


@pytest.fixture
def register(tmp_path, desk):
    register = opening.create_example(tmp_path / "r.hanke", desk)
    yield register
    register.close()


def titles(overview):
    return [entry.title for entry in overview.entries]


def test_whole_register_in_the_order_of_the_page(register):
    overview = document_of(register, Wish(Query(sorts=(PAGE_ORDER,)), office="Porin kaupunki"))
    assert titles(overview)[0].startswith("ILPI")
    assert len(overview.entries) == 30
    assert (overview.head.selection, overview.head.office) == ("", "Porin kaupunki")


def test_query_is_said_on_paper(register):
    overview = document_of(register, Wish(Query(View.OVERDUE, "Pori", (PAGE_ORDER,))))
    assert overview.head.selection == "Päättymispäivä ohitettu, ”Pori”"
    assert 0 < len(overview.entries) < 9


def test_chosen_projects_whatever_the_query_finds_in_the_asked_order(register):
    ids = register.ids(Query(sorts=(PAGE_ORDER,)))
    chosen = [ids[20], ids[3], ids[7]]
    overview = document_of(register, Wish(Query(View.ENDED, "ei mitään", (PAGE_ORDER,)), chosen=chosen))
    expected = [project.title for project in register.projects([ids[3], ids[7], ids[20]])]
    assert titles(overview) == expected
    assert overview.head.selection == "Valitut hankkeet"


def test_order_of_names(register):
    overview = document_of(register, Wish(Query(sorts=(Sort("title"),))))
    assert titles(overview)[0].startswith("Aspu")


def test_what_was_read_stays_when_the_register_changes_meanwhile(register):
    make = document_maker(register, Wish(Query(View.ACTIVE)))
    register.journal.undo()
    assert len(make().entries) == 30


@pytest.mark.parametrize(("language", "title"), [("sv", "Projektöversikt"), ("en", "Project overview")])
def test_headings_are_translated_and_data_is_not(register, language, title):
    document = document_of(register, Wish(Query(View.OVERDUE, sorts=(PAGE_ORDER,)), language=language))
    assert (document.head.title, document.language) == (title, language)
    assert document.head.selection in {"Sluttiden har passerat", "End date passed"}
    assert document.entries[0].text.paragraphs[0].startswith("Ikäystävällinen Pori")
    print_ = typeset(document)
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf_bytes(print_.pdf, profile=profile) for profile in profiles]
    assert not any(report.failures for report in reports)


def test_too_many_projects_are_refused_before_they_are_read(register, monkeypatch):
    monkeypatch.setattr("hankeapp.reports.estimates.MOST_CHARACTERS", 29_999)
    told = []
    with pytest.raises(PrintError, match="30"):
        document_maker(register, Wish(Query()), lambda *progress: told.append(progress))
    assert told == []
    document_maker(register, Wish(Query(), ReportKind.TABLE), lambda *progress: told.append(progress))
    assert told == [(0, 30)]


@pytest.mark.parametrize("kind", [ReportKind.OVERVIEW, ReportKind.CARD])
@pytest.mark.parametrize("is_past", [False, True])
def test_pictures_of_the_register_are_printed_and_read_in_the_other_thread(register, tmp_path, kind, is_past):
    (tmp_path / "kuva.png").write_bytes(png())
    (project,) = register.projects(register.ids(Query())[:1])
    register.attach(project, tmp_path / "kuva.png", alt_text="Kuva torilta")
    source = register.past(known=register.today()) if is_past else register
    make = document_maker(source, Wish(Query(), kind))
    with ThreadPoolExecutor(1) as other:
        document = other.submit(make).result()
    assert [photo.alt for each in document.told for photo in each.photos] == ["Kuva torilta"]
    assert list(document.files.values()) == [png()]


def test_pictures_that_are_not_asked_for_are_not_read(register, tmp_path):
    (tmp_path / "kuva.png").write_bytes(png())
    (project,) = register.projects(register.ids(Query())[:1])
    register.attach(project, tmp_path / "kuva.png", alt_text="Kuva torilta")
    for wish in (Wish(Query(), ReportKind.TABLE), Wish(Query(), fields=("unit",))):
        assert document_of(register, wish).files == {}

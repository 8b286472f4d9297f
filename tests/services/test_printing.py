"""Which projects an overview holds, in which order, and what it says of the selection."""

import page
import pytest

from hankeapp.domain.query import Query, Sort, View
from hankeapp.reports.typesetting import typeset
from hankeapp.services import opening
from hankeapp.services.printing import PAGE_ORDER, Wish, document_maker, document_of


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

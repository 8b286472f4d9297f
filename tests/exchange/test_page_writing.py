"""Writing the page when projects have moved, were added, have no text, or do not fit the encoding."""

from dataclasses import replace

import pytest

from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.exchange.page_reading import read_page
from hankeapp.exchange.page_writing import STANDARD_LAYOUT, write_page
from tests.exchange.taking import taken_in

PAGE = """Hankkeet

Käynnissä olevat hankkeet

Opetus

ILPI – Pientalot: Hankkeessa tutkitaan.

Aspu-hanke: Hankkeessa autetaan.


Ympäristö

HINKU – Hiili: Hankkeessa säästetään.

Muut käynnissä olevat hankkeet

Kampus-hanke: Hankkeessa rakennetaan.

Päättyneet hankkeet

METKU – Merkitys: Hankkeessa tarkasteltiin.

Päivitetty 1.1.2026
"""


@pytest.fixture
def reading():
    return read_page(PAGE.encode())


def written(reading, **statuses):
    projects = [replace(each, status=statuses.get(each.acronym, each.status)) for each in taken_in(reading)]
    return write_page(reading.layout, projects).data.decode()


def project(number, status=Status.ACTIVE, text="Uusi hanke."):
    return Project(id=ProjectId(number), number=number, name="Uusi", status=status, public_text=text)


def test_sections_of_one_status_keep_their_own(reading):
    assert [each.first for each in reading.layout.sections] == [1, 4, 5]
    assert written(reading) == PAGE


def test_an_ended_project_comes_in_page_order_and_sub_headings_stay(reading):
    text = written(reading, ILPI=Status.ENDED, HINKU=Status.ENDED)
    assert "hankkeet\n\nOpetus\n\nAspu-hanke: Hankkeessa autetaan.\n\n\nYmpäristö\n\nMuut käynnissä" in text
    assert text.endswith(
        "Päättyneet hankkeet\n\nILPI – Pientalot: Hankkeessa tutkitaan.\n\nHINKU – Hiili: Hankkeessa säästetään.\n\n"
        "METKU – Merkitys: Hankkeessa tarkasteltiin.\n\nPäivitetty 1.1.2026\n"
    )


def test_a_reactivated_project_goes_to_the_first_section_of_its_status(reading):
    text = written(reading, METKU=Status.ACTIVE)
    assert "säästetään.\n\nMETKU – Merkitys: Hankkeessa tarkasteltiin.\n\nMuut käynnissä" in text
    assert text.endswith("Päättyneet hankkeet\n\nPäivitetty 1.1.2026\n")


def test_a_section_is_added_only_where_a_project_needs_it(reading):
    assert "Suunnitteilla" not in written(reading)
    text = written(reading, METKU=Status.PLANNED)
    assert "\n\nSuunnitteilla olevat hankkeet:\n\nMETKU" in text


def test_new_projects_come_last_in_their_section_by_number(reading):
    projects = [project("H-2026-101", text="B."), project("H-2026-100", text="A."), *taken_in(reading)]
    text = write_page(reading.layout, projects).data.decode()
    assert "säästetään.\n\nA.\n\nB.\n\nMuut käynnissä" in text


def test_projects_without_a_public_text_are_left_out_and_told(reading):
    silent = [project("H-2026-100", text=""), project("H-2026-101", text=" \u00a0\n")]
    writing = write_page(reading.layout, [*taken_in(reading), *silent])
    assert writing.data.decode() == PAGE
    assert [each.number for each in writing.left_out] == ["H-2026-100", "H-2026-101"]


def test_a_register_without_a_page_gets_the_standard_one():
    projects = [
        project("H-2026-002", Status.ENDED, "Vanha."),
        project("H-2026-001"),
        project("H-2026-003", Status.PLANNED),
    ]
    expected = (
        "Hankkeet\n\nAktiiviset hankkeet:\n\nUusi hanke.\n\nPäättyneitä hankkeita:\n\nVanha.\n\n"
        "Suunnitteilla olevat hankkeet:\n\nUusi hanke.\n"
    )
    assert write_page(None, projects).data.decode() == expected
    assert write_page(STANDARD_LAYOUT, projects).data.decode() == expected


def test_the_standard_page_can_be_taken_in_again():
    projects = [project("H-2026-001", text="Aspu-hanke: Hankkeessa autetaan.")]
    again = read_page(write_page(None, projects).data)
    assert [(each.text, each.status) for each in again.proposals] == [(projects[0].public_text, Status.ACTIVE)]


def test_windows_line_ends_and_encoding_are_kept():
    page = "Käynnissä\r\n\r\nAspu-hanke: Hankkeessa autetaan.\r\n\r\nÖljy-hanke: Hankkeessa säästetään.\r\n"
    reading = read_page(page.encode("cp1252"))
    projects = taken_in(reading)
    assert write_page(reading.layout, projects).data == page.encode("cp1252")
    ended = [replace(projects[0], status=Status.ENDED), projects[1]]
    text = write_page(reading.layout, ended).data.decode("cp1252")
    assert "\r\n\r\nPäättyneitä hankkeita:\r\n\r\nAspu-hanke" in text
    assert text.count("\n") == text.count("\r\n")


def test_a_character_outside_the_encoding_makes_it_utf8_and_is_told():
    reading = read_page("Käynnissä\n\nÖljy-hanke: Hankkeessa säästetään.".encode("cp1252"))
    changed = [replace(each, public_text=each.public_text + " 🌱") for each in taken_in(reading)]
    writing = write_page(reading.layout, changed)
    assert writing.data.decode("utf-8").endswith("säästetään. 🌱")
    assert len(writing.remarks) == 1
    assert "🌱" in writing.remarks[0]


def test_a_page_without_headings_gets_one_for_the_ended():
    page = "Hankkeet\n\nAspu-hanke: Hankkeessa autetaan.\n\nÖljy-hanke: Hankkeessa säästetään.\n"
    reading = read_page(page.encode())
    projects = taken_in(reading)
    assert write_page(reading.layout, projects).data.decode() == page
    ended = [replace(projects[0], status=Status.ENDED), projects[1]]
    assert write_page(reading.layout, ended).data.decode() == (
        "Hankkeet\n\nÖljy-hanke: Hankkeessa säästetään.\n\nPäättyneitä hankkeita:\n\nAspu-hanke: Hankkeessa autetaan.\n"
    )

"""Laws of the page: reading and writing an untouched page gives its bytes; paragraphs move and never change."""

import codecs
from collections import Counter
from dataclasses import replace
from itertools import cycle

from hypothesis import assume, example, given
from hypothesis import strategies as st

from hankeapp.domain.errors import PageError
from hankeapp.domain.rules import LONGEST_LINE, check
from hankeapp.domain.status import Status
from hankeapp.exchange.page_reading import read_page
from hankeapp.exchange.page_writing import STANDARD_HEADINGS, write_page
from tests.exchange.taking import taken_in

HEADINGS = st.sampled_from(
    ["Aktiiviset hankkeet:", "KÄYNNISSÄ", "Päättyneitä hankkeita:", "Suunnitteilla olevat hankkeet",
     "  Valmistelussa: ", "## Päättyneet hankkeet (3)", "Muut käynnissä olevat hankkeet", "Avslutade projekt"]
)  # fmt: skip
BETWEEN = st.sampled_from(
    ["Opetus ja kasvatus", "Ympäristö:", "Päivitetty 24.11.2026", "Lisätietoja: etunimi.sukunimi@kunta.example",
     "Hankkeet", "Valokuva seminaarista", "https://kunta.example", "\u00a0", "—", "Tällä sivulla ovat hankkeet."]
)  # fmt: skip
NAMES = st.sampled_from(
    ["ILPI – Pientaloalueet", "Kirjasto 2030 -hanke", "Aspu", "Mahanpuruja muovista -kampanja Porissa ",
     "Yhteisöllisen oppilashuollon kehittämishanke", "Lähiöohjelma 2020-2022"]
)  # fmt: skip
TEXTS = st.sampled_from(
    ["Hankkeessa kehitetään arkea vuosina 2024–2026.", "hankkeessa tarkasteltiin työtä.\u00a0",
     "Tavoite: parempi arki. ", "Hanke kestää 31.2.2026 asti.\nToinen rivi jatkuu.",
     "Hanke\r\njatkuu rivillä\r\nviidellä.", "Ääkköset ja – viivat…"]
)  # fmt: skip
PARAGRAPHS = st.builds("{}: {}".format, NAMES, TEXTS) | TEXTS | NAMES
GAPS = st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\r\n", "\n\n\n", "\n \u00a0\n", "\n\t\n\n", "\r\r", "\n\n  "])


@st.composite
def pages(draw):
    pieces = draw(st.lists(HEADINGS | PARAGRAPHS | BETWEEN, min_size=1, max_size=14))
    text = draw(st.sampled_from(["", "\n", "\r\n", " "]))
    for piece in pieces:
        text += piece + draw(GAPS)
    return text.rstrip() if draw(st.booleans()) else text


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


def inked(text):
    """How often each character occurs that is not blank."""
    return Counter("".join(text.split()))


def read(data):
    try:
        return read_page(data)
    except PageError:
        return None


@given(pages(), ENCODINGS)
def test_an_untouched_page_is_written_as_it_was(text, encoding):
    data = text.encode(encoding)
    reading = read(data)
    assume(reading)
    writing = write_page(reading.layout, taken_in(reading))
    assert writing.data == data
    assert (writing.left_out, writing.remarks) == ((), ())


@given(st.text())
@example("Aktiiviset hankkeet\ra")
@example("Käynnissä:\n\nA\x85B\n\u2028C\x0c\n\nPäättyneet\v\n")
def test_so_is_any_text_at_all(text):
    data = ("Aktiiviset hankkeet:\n\n" + text).encode()
    reading = read(data)
    assume(reading)
    assert write_page(reading.layout, taken_in(reading)).data == data


@given(pages(), st.lists(st.sampled_from(Status), min_size=1, max_size=14))
def test_paragraphs_move_whole_and_come_back(text, statuses):
    reading = read(text.encode())
    assume(reading)
    projects = taken_in(reading)
    moved = [replace(project, status=status) for project, status in zip(projects, cycle(statuses), strict=False)]
    again = write_page(reading.layout, moved).data.decode()
    there = {section.status for section in reading.layout.sections}
    added = [STANDARD_HEADINGS[status] for status in {project.status for project in moved} - there]
    assert inked(again) == inked(text + "".join(added))
    assert all(project.public_text in again for project in projects)
    assert write_page(reading.layout, projects).data == text.encode()


@given(pages())
def test_nothing_between_is_lost_when_projects_go(text):
    reading = read(text.encode())
    assume(reading)
    bare = write_page(reading.layout, []).data.decode()
    paragraphs = "".join(proposal.text for proposal in reading.proposals)
    assert inked(bare) + inked(paragraphs) == inked(text)


@given(pages())
def test_every_project_has_a_name_and_can_be_saved(text):
    reading = read(text.encode())
    assume(reading)
    for proposal, project in zip(reading.proposals, taken_in(reading), strict=True):
        check(project)
        assert 0 < len(project.name) <= LONGEST_LINE
        assert "\n" not in project.name + project.acronym
        for suggestion in proposal.suggestions:
            start, end = suggestion.span
            assert 0 <= start < end <= len(proposal.text)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    for mark in (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE):
        reading = read(mark + "Käynnissä:\n\n".encode() + data)
        if reading is not None:
            assert write_page(reading.layout, taken_in(reading)).data == mark + "Käynnissä:\n\n".encode() + data

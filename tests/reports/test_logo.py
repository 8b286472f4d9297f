"""The title block: the office's name, and its logo with a text for those who do not see it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize

from hankeapp.domain.columns import column_of
from hankeapp.domain.naming import NO_NAMES
from hankeapp.reports.cards import cards
from hankeapp.reports.head import Edition
from hankeapp.reports.logo import logo_of
from hankeapp.reports.paper import Paper
from hankeapp.reports.project_table import PRINTED, project_table
from hankeapp.reports.summary import overview
from hankeapp.reports.typesetting import typeset
from tests.reports.seed import seed
from tests.reports.test_photos import faults, in_colours_of_a_press, png
from tests.reports.test_typesetting import opened, text_of

TODAY = date(2026, 11, 24)


def edition(data=None, **words):
    contents = {"a": data} if data is not None else {}
    return Edition(TODAY, **{"office": "Porin kaupunki", "contents": contents, "logo": "a"} | words)


def document(kind, told):
    projects = seed()[:2]
    if kind == "table":
        return project_table(projects, told, NO_NAMES, [column_of(name) for name in PRINTED])
    return overview(projects, told) if kind == "overview" else cards(projects, told, NO_NAMES)


@pytest.mark.parametrize("kind", ["overview", "table", "cards"])
def test_it_is_printed_beside_the_title_with_its_text(kind):
    printed = typeset(document(kind, edition(png(), logo_text="Porin vaakuna")))
    assert faults(printed.pdf) == []
    assert b"Porin vaakuna" in printed.pdf
    assert b"/Subtype/Image" in printed.pdf.replace(b" ", b"")
    assert text_of(printed.pdf).startswith("Porinkaupunki")
    assert not printed.without_logo


def test_without_words_it_is_called_by_the_office():
    assert logo_of(edition(png())).alt.endswith("Porin kaupunki")
    assert logo_of(edition(png(), office="")).alt


@pytest.mark.parametrize("shape", [(2000, 4), (4, 2000)], ids=["wide", "tall"])
def test_one_of_any_shape_leaves_room_for_the_words(shape):
    words = "Porin kaupungin elinvoiman ja ympäristön toimialan kansainvälisen edunvalvonnan hanketoimisto"
    printed = typeset(overview(seed()[:1], edition(png(*shape), office=words), paper=Paper(is_grey=True)))
    assert faults(printed.pdf) == []
    assert "".join(words.split()) in text_of(printed.pdf)


@pytest.mark.parametrize("kind", ["overview", "table", "cards"])
def test_on_paper_in_black_and_white_it_has_no_colours(kind, qapp):
    coloured = document(kind, edition(png()))
    in_grey = replace(coloured, paper=replace(coloured.paper, is_grey=True))
    assert colours(typeset(coloured).pdf)
    printed = typeset(in_grey)
    assert colours(printed.pdf) == set()
    assert b"/Subtype/Image" in printed.pdf.replace(b" ", b"")
    assert faults(printed.pdf) == []


def colours(pdf):
    """What is not grey on the first page."""
    image = opened(pdf).render(0, QSize(420, 594))
    shown = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height() // 3))
    return {each.name() for each in shown if each.saturation() > 10}


@pytest.mark.parametrize("data", [None, b"", png()[:60], b"<svg/>", in_colours_of_a_press()])
def test_what_cannot_be_printed_is_left_out_and_told_of(data):
    printed = typeset(document("table", edition(data)))
    assert printed.without_logo
    assert faults(printed.pdf) == []

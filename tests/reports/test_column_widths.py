"""The columns of a printed table: what they need, what they share, and when they do not fit."""

import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest

from hankeapp.domain.columns import Column, columns
from hankeapp.domain.errors import PrintError
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.values import Cents
from hankeapp.reports.column_widths import Texts, fitted
from hankeapp.reports.head import Edition
from hankeapp.reports.paper import LANDSCAPE, UPRIGHT, Paper
from hankeapp.reports.project_table import project_table
from hankeapp.reports.typesetting import typeset
from hankeapp.translation import speaking
from tests.reports.seed import seed
from tests.reports.test_typesetting import TODAY

A3 = Paper("a3", is_landscape=True)
YEARS = Texts(["Kesto", "2022–2024"], 128)
NAME = Texts(["Hanke", "Yhteisöllisen oppilashuollon kehittämishanke"], 330)


def test_what_is_left_goes_to_the_columns_of_several_lines():
    _, (name, years) = fitted([NAME, YEARS], LANDSCAPE)
    _, (most, more) = fitted([NAME, NAME], LANDSCAPE)
    assert years < 0.1 < name
    assert name + years == pytest.approx(1)
    assert most == more


def test_columns_that_all_fit_in_a_line_share_the_sheet():
    assert sum(fitted([YEARS, YEARS], LANDSCAPE)[1]) == pytest.approx(1)


def test_the_type_gets_smaller_only_where_columns_do_not_fit():
    sizes = [fitted([YEARS] * n, LANDSCAPE)[0] for n in (3, 13, 15, 17)]
    assert sizes[0] == 8.4
    assert all(before >= after for before, after in pairwise(sizes))
    assert sizes[-1] < 8.4


def test_too_many_columns_are_refused_with_how_many_fit():
    with pytest.raises(PrintError) as refused:
        fitted([YEARS] * 40, UPRIGHT)
    (n,) = [int(word) for word in refused.value.sentences[0].split() if word.isdigit()]
    assert fitted([YEARS] * n, UPRIGHT)
    with pytest.raises(PrintError):
        fitted([YEARS] * (n + 1), UPRIGHT)


def test_a_refusal_speaks_to_the_person_whatever_is_printed():
    refusals = []
    for language in ("fi", "sv", "en"):
        with speaking(language), pytest.raises(PrintError) as refused:
            fitted([YEARS] * 40, UPRIGHT)
        refusals.append(refused.value.sentences)
    assert refusals[0] == refusals[1] == refusals[2]


def lines_of(pdf: bytes) -> str:
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return told.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize(("paper", "shown"), [(A3, columns()), (LANDSCAPE, (*columns()[:7], *columns()[-6:]))])
def test_no_year_number_or_amount_is_broken_among_many_columns(paper: Paper, shown: tuple[Column, ...]):
    project = replace(
        seed()[0], number="H-2026-001", time_text="kaksivuotinen (3/2024–2026)", budget_whole=Cents(123_456_789_00)
    )
    lines = lines_of(typeset(project_table([project], Edition(TODAY), NO_NAMES, shown, None, paper)).pdf)
    told = ["2024–2026", "H-2026-001", "(3/2024–2026)", "123 456 789,00 €"]
    assert [text for text in told if text not in lines] == []

"""Every fact of the example page is recognised or offered, and nothing is invented; the guide's table says the same."""

from collections import Counter
from pathlib import Path

import pytest

from scripts.recognition import differences, example, measured, table, town, towns

GUIDE = Path(__file__).parents[2] / "docs" / "recognition.md"
COUNTS = measured(*example())


@pytest.mark.parametrize("field", sorted(COUNTS))
def test_every_fact_is_recognised_or_offered(field):
    assert COUNTS[field]["offered"] == COUNTS[field]["facts"] > 0


@pytest.mark.parametrize("field", sorted(COUNTS))
def test_what_is_said_for_certain_is_right(field):
    assert COUNTS[field]["right"] == COUNTS[field]["certain"]


def test_names_sections_and_times_of_other_towns():
    counts = {page.name: town(page) for page in towns()}
    together = sum(counts.values(), Counter())
    assert together["right"] / together["all"] >= 0.97
    assert together["certain"] == together["certain right"] > 0
    assert min(each["right"] / each["all"] for each in counts.values()) >= 0.8


def test_there_are_no_differences():
    assert list(differences()) == []


def test_the_table_of_the_guide_is_what_is_measured():
    assert table(COUNTS) in GUIDE.read_text("utf-8")

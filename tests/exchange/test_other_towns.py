"""Pages of other towns: other headings, other shapes of names and times, names above their texts."""

import json
from pathlib import Path

import pytest

from hankeapp.exchange.page_reading import read_page
from hankeapp.exchange.page_writing import write_page
from tests.exchange.taking import said, taken_in

DATA = Path(__file__).parent / "data"
TOWNS = ("lakeus", "saaristo", "kirkonseutu", "joenranta", "havumaa")


def page(town):
    return (DATA / f"{town}.txt").read_bytes()


@pytest.mark.parametrize("town", TOWNS)
def test_projects_of_a_town(town):
    expected = json.loads((DATA / f"{town}.json").read_text(encoding="utf-8"))
    found = [{"status": each.status.value, **said(each)} for each in read_page(page(town)).proposals]
    assert found == expected


@pytest.mark.parametrize("town", TOWNS)
def test_untouched_the_page_of_a_town_is_the_same(town):
    reading = read_page(page(town))
    assert write_page(reading.layout, taken_in(reading)).data == page(town)


def test_what_could_not_be_taken_is_told():
    remarks = [remark for each in read_page(page("saaristo")).proposals for remark in each.remarks]
    assert len(remarks) == 2


def test_links_and_contacts_go_with_their_project():
    first, second = read_page(page("kirkonseutu")).proposals[:2]
    assert first.text.startswith("Lukuliekki\n\nHankkeessa")
    assert first.text.endswith("https://kirkonseutu.example/lukuliekki")
    assert second.text.endswith("maija.mallikas@kirkonseutu.example")

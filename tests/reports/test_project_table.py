"""A printed table: its columns, its parts, and what they add up to."""

from dataclasses import replace
from datetime import date

import pytest

from hankeapp.domain.columns import column_of
from hankeapp.domain.naming import Names
from hankeapp.domain.values import Cents, Codes
from hankeapp.reports.head import Edition
from hankeapp.reports.project_table import PRINTED, project_table
from hankeapp.translation import tr
from tests.reports.seed import seed

NAMES = Names({}, {("theme", "a"): "Ympäristö", ("theme", "b"): "Opetus"})
COLUMNS = [column_of(name) for name in ("title", "themes", "budget_whole", "status")]


def made(projects, group=None):
    return project_table(projects, Edition(date(2026, 11, 24)), NAMES, COLUMNS, group)


def told(table):
    return [(part.heading and part.heading.title, [row.title for row in part.rows]) for part in table.parts]


@pytest.fixture
def projects():
    first, second, third = seed()[:3]
    return [
        replace(first, themes=Codes(("a",)), budget_whole=Cents(100_000_00)),
        replace(second, themes=Codes(("b",))),
        replace(third, themes=Codes(("a",)), budget_whole=Cents(50_50)),
    ]


def test_every_project_has_a_row_of_the_chosen_columns(projects):
    (part,) = made(projects).parts
    assert [column.title for column in made(projects).columns] == ["Hanke", "Teemat", "Kokonaisbudjetti", "Tila"]
    assert part.rows[1].cells[:3] == ("Yhteisöllisen oppilashuollon kehittämishanke", "Opetus", "")
    assert [row.cells[3].word for row in part.rows] == ["Aktiivinen"] * 3


def test_money_is_added_up_and_says_of_how_many_it_is_known(projects):
    table = made(projects)
    assert table.sums == ("", "", str(Cents(100_050_50)), "")
    assert table.remark == tr(
        "Sums are of what is known: {columns}.",
        columns=tr("{column} {n}/{all}", column="Kokonaisbudjetti", n=2, all=3),
    )


def test_where_no_money_is_known_nothing_is_added_up():
    table = made(seed()[:2])
    assert (table.sums, table.total, table.remark) == (("", "", "", ""), "", "")


def test_groups_have_their_own_sums_and_the_unknown_come_last(projects):
    projects.insert(0, replace(seed()[4], themes=Codes()))
    table = made(projects, column_of("themes"))
    assert [title for title, _ in told(table)] == ["Ympäristö", "Opetus", tr("{column} not known", column="Teemat")]
    assert [part.sums[2] for part in table.parts] == [str(Cents(100_050_50)), "", ""]
    assert sum(len(part.rows) for part in table.parts) == 4


def test_a_table_of_nothing_says_so():
    table = made([])
    assert (table.parts, table.count) == ((), "Tulostettavia hankkeita ei ole.")


def test_the_columns_before_a_person_chooses_are_known():
    assert [column_of(name).name for name in PRINTED] == list(PRINTED)

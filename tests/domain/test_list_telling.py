"""How a list tells of projects and groups, by the declared fields."""

import pytest

from hankeapp.domain.columns import column_of, columns
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import Kind
from hankeapp.domain.list_telling import cell_text, group_facts, group_text
from hankeapp.domain.naming import Names
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.query import GroupRow, View
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.translation import tr, trn

NAMES = Names({"elinvoima": "Elinvoima ja ympäristö"}, {("theme", "a"): "Vesi"})


def project(**values):
    return Project(id=ProjectId("p"), number="H-2026-001", name="Hanke", **values)


def test_cells_come_from_the_declared_fields():
    known = project(kind=Kind.STUDY, start=PartialDate(2022, 12), status=Status.PLANNED)
    texts = {column.name: cell_text(known, column, NAMES) for column in columns()}
    assert texts["kind"] == "Selvitys"
    assert texts["start"] == "12/2022"
    assert texts["end"] == ""
    assert texts["status"] == "Suunnitteilla"
    assert texts["number"] == "H-2026-001"
    assert texts["duration"] == "12/2022–"
    assert texts["unit"] == texts["funder"] == texts["themes"] == texts["budget_whole"] == ""


def test_cells_name_what_stands_behind_keys_and_codes():
    known = project(themes=Codes(("a", "b")), budget_whole=Cents(1_234_567), unit=Key("elinvoima"))
    told = {name: cell_text(known, column_of(name), NAMES) for name in ("themes", "budget_whole", "unit")}
    assert told == {"themes": "Vesi, b", "budget_whole": "12\u00a0345,67\u00a0€", "unit": "Elinvoima ja ympäristö"}


@pytest.mark.parametrize(
    ("group", "facts"),
    [
        (GroupRow("a", 2, Cents(100), 2), ["2 hanketta", tr("{sum} in all", sum="1,00\u00a0€")]),
        (GroupRow("a", 1), ["1 hanke"]),
    ],
)
def test_heads_of_groups_say_only_what_is_known(group, facts):
    assert group_facts(group) == facts


def test_heads_of_groups_say_of_how_many_the_money_is_not_known():
    *_, missing = group_facts(GroupRow("a", 5, Cents(100), 2))
    assert missing == trn("budget of {n} project not known", "budgets of {n} projects not known", 3)


@pytest.mark.parametrize(
    ("name", "key", "text"),
    [
        ("status", "active", View.ACTIVE.label),
        ("kind", "study", "Selvitys"),
        ("unit", "elinvoima", "Elinvoima ja ympäristö"),
        ("themes", "a", "Vesi"),
        ("start", "2024", "2024"),
        ("unit", None, tr("{column} not known", column="Vastuuyksikkö")),
    ],
)
def test_groups_are_called_what_their_values_are(name, key, text):
    assert group_text(column_of(name), GroupRow(key, 1), NAMES) == text

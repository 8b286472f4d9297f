"""Print presets: kept in the register, found by name, and read again as they were wished."""

import json
from dataclasses import replace

import pytest

from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.query import Query, Sort, View
from hankeapp.reports.paper import Paper
from hankeapp.services import opening
from hankeapp.services.printing import ReportKind, Wish
from hankeapp.services.wishes import to_json, wish_of

WISH = Wish(
    Query(View.ACTIVE, "rahoittaja:EU", (Sort("end", descending=True),), "unit"),
    ReportKind.TABLE,
    columns=("title", "unit", "budget_whole"),
    fields=("unit", "results"),
    paper=Paper("a3", is_landscape=True, scale=1.25, is_two_sided=True, is_grey=True),
    language="sv",
)


@pytest.fixture
def register(tmp_path, desk):
    register = opening.create_example(tmp_path / "r.hanke", desk)
    yield register
    register.close()


def test_a_wish_is_read_as_it_was_kept(register):
    register.presets.save(" Kuukausi ", to_json(WISH))
    (kept,) = register.presets.all()
    assert kept.name == "Kuukausi"
    assert wish_of(register.presets.named("kuukausi")) == WISH


def test_who_publishes_and_what_was_picked_is_not_kept(register):
    picked = replace(WISH, office="Porin kaupunki", chosen=register.ids(Query())[:1])
    assert wish_of(register.presets.save("Kuukausi", to_json(picked))) == WISH


def test_one_of_the_same_name_is_replaced_and_that_can_be_undone(register):
    first = register.presets.save("Kuukausi", to_json(WISH))
    second = register.presets.save("KUUKAUSI", to_json(replace(WISH, kind=ReportKind.CARD)))
    assert (second.id, second.name) == (first.id, "Kuukausi")
    assert [wish_of(each).kind for each in register.presets.all()] == [ReportKind.CARD]
    register.journal.undo()
    assert [wish_of(each).kind for each in register.presets.all()] == [ReportKind.TABLE]


def test_a_deleted_one_comes_back_by_undoing(register):
    register.presets.remove(register.presets.save("Kuukausi", to_json(WISH)))
    assert register.presets.all() == []
    register.journal.undo()
    assert [each.name for each in register.presets.all()] == ["Kuukausi"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 501, "a\ud800"])
def test_a_name_that_cannot_stand_keeps_nothing(register, name):
    with pytest.raises(FieldError):
        register.presets.save(name, to_json(WISH))
    assert register.presets.all() == []


def test_an_unknown_name_tells_which_there_are(register):
    register.presets.save("Kuukausi", to_json(WISH))
    with pytest.raises(NotFoundError, match="Kuukausi"):
        register.presets.named("vuosi")


def test_what_the_program_does_not_know_any_more_is_left_out(register):
    content = json.loads(to_json(WISH)) | {"columns": ["title", "gone"], "fields": ["gone"], "group": "gone"}
    kept = replace(register.presets.save("Kuukausi", to_json(WISH)), content=json.dumps(content))
    wish = wish_of(kept)
    assert (wish.columns, wish.fields, wish.query.group) == (("title",), (), "")

"""The quality of a whole register: problems gathered, likely duplicates, and those that were told apart."""

from dataclasses import replace

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.organisations import Unit
from hankeapp.domain.parts import Funding, Relation, RelationKind
from hankeapp.domain.problems import Rule
from hankeapp.domain.project import ProjectId
from hankeapp.domain.values import Key, RowState
from hankeapp.services.opening import open_register


def add(register, name, **values):
    return register.add({"name": name} | values)


def with_parts(register, project, **parts):
    with register.journal.act("Osat.") as acting:
        acting.change([project], [replace(project, **parts)])
    return register.projects([project.id])[0]


def told(register, project):
    return [(each.rule, each.title) for each in register.quality.duplicates(project)]


def gathered(register):
    return {each.rule: [found.title for found in each.projects] for each in register.quality.findings()}


@pytest.fixture
def jokiranta(register):
    return add(register, "Jokirannan kunnostus", acronym="JORA")


def test_an_empty_register_has_no_problems(register):
    assert register.quality.findings() == []


def test_problems_are_gathered_by_rule_in_order(register):
    overdue = add(register, "Satama", start=PartialDate(2024), end=PartialDate(2025))
    add(register, "Aukio")
    rules = [Rule.OVERDUE, Rule.NO_DATES, Rule.NO_UNIT, Rule.NO_FUNDER, Rule.NO_CONTACT, Rule.NO_PUBLIC_TEXT]
    findings = register.quality.findings()
    assert [each.rule for each in findings] == rules
    (found,) = findings[0].projects
    assert (found.id, found.number, found.title) == (overdue.id, "H-2026-001", "Satama")
    assert found.problem.sentence == "Päättymispäivä 2025 on ohitettu, mutta hanke on aktiivinen."
    assert [each.title for each in findings[2].projects] == ["Aukio", "Satama"]


def test_a_unit_that_has_ended(register):
    with register.journal.act("Yksikkö.") as acting:
        unit = acting.add_shared("unit", Unit(name="Viheryksikkö", end=PartialDate(2025)))
    project = add(register, "Satama", unit=Key(unit))
    assert Rule.UNIT_ENDED in {each.rule for each in register.quality.problems(project)}
    assert gathered(register)[Rule.UNIT_ENDED] == ["Satama"]


def test_more_projects_than_are_read_at_a_time(register):
    with register.journal.act("Monta.") as acting:
        one = add_many(acting, 501)
    assert len(one) == 501
    assert len(gathered(register)[Rule.NO_UNIT]) == 501


def add_many(acting, count):
    from hankeapp.db.keys import new_key
    from hankeapp.domain.project import Project

    acting.add(
        [Project(id=ProjectId(new_key()), number=f"H-2026-{at:03}", name=f"Hanke {at}") for at in range(1, count + 1)]
    )
    return acting.after


def test_a_similar_name_is_told_of_both(register, jokiranta):
    other = add(register, "Jokirannan kunnostushanke")
    add(register, "Satama")
    assert told(register, jokiranta) == [(Rule.SIMILAR_NAME, "Jokirannan kunnostushanke")]
    assert told(register, other) == [(Rule.SIMILAR_NAME, "JORA – Jokirannan kunnostus")]
    assert gathered(register)[Rule.SIMILAR_NAME] == ["Jokirannan kunnostushanke", "JORA – Jokirannan kunnostus"]
    (duplicate,) = register.quality.duplicates(jokiranta)
    assert duplicate.id == other.id
    said = "Nimi on samankaltainen kuin hankkeella ”Jokirannan kunnostushanke” (H-2026-002)."
    assert (duplicate.problem.place, duplicate.problem.sentence) == ("name", said)


def test_a_name_that_is_the_acronym_of_another(register, jokiranta):
    assert told(register, add(register, "Jora")) == [(Rule.SIMILAR_NAME, "JORA – Jokirannan kunnostus")]


@pytest.mark.parametrize(
    "values", [{"acronym": " jora"}, {"code": "A12345"}, {"application": "a12345"}], ids=lambda each: next(iter(each))
)
def test_the_same_code_is_told_of_both(register, jokiranta, values):
    jokiranta = with_parts(register, jokiranta, fundings=(Funding(code="A12345"),))
    acronym = values.pop("acronym", "")
    other = add(register, "Satama", acronym=acronym)
    if values:
        other = with_parts(register, other, fundings=(Funding(**values),))
    assert told(register, other) == [(Rule.SAME_CODE, jokiranta.title)]
    assert [rule for rule, _ in told(register, jokiranta)] == [Rule.SAME_CODE]
    assert set(gathered(register)[Rule.SAME_CODE]) == {jokiranta.title, other.title}
    assert register.quality.duplicates(other)[0].problem.sentence.startswith("Sama tunnus on hankkeella ”JORA – Joki")


def test_a_project_with_its_own_code_twice(register, jokiranta):
    project = with_parts(register, jokiranta, fundings=(Funding(code="JORA"), Funding(code="JORA", application="JORA")))
    assert told(register, project) == []
    assert Rule.SAME_CODE not in gathered(register)


def test_who_is_told_apart_stays_so(register, desk, jokiranta):
    other = add(register, "Jokirannan kunnostus 2")
    register.quality.tell_apart(other.id, jokiranta.id)
    for project in (jokiranta, other):
        assert told(register, project) == []
    assert Rule.SIMILAR_NAME not in gathered(register)
    register.close()
    again = open_register(register.path, desk)
    assert told(again, other) == []
    assert again.journal.undo().name == "Kaksi hanketta erotettiin toisistaan."
    assert len(told(again, other)) == len(told(again, jokiranta)) == 1
    again.journal.redo()
    assert told(again, other) == []
    again.close()


@pytest.mark.parametrize("kind", RelationKind)
def test_who_are_related_are_known_to_be_two(register, jokiranta, kind):
    other = add(register, "Jokirannan kunnostus")
    with_parts(register, jokiranta, relations=(Relation(kind=kind, project=Key(other.id)),))
    assert told(register, other) == told(register, jokiranta) == []


def test_a_project_in_the_trash_is_nobodys_duplicate(register, jokiranta):
    other = add(register, "Jokirannan kunnostus")
    with register.journal.act("Roskakoriin.") as acting:
        acting.put_away(acting.writing.projects([other.id]), RowState.TRASH)
    assert told(register, jokiranta) == []
    assert Rule.SIMILAR_NAME not in gathered(register)


def test_with_one_gone_there_is_nothing_to_tell_apart(register, jokiranta):
    acts = []
    register.journal.listen(acts.append)
    register.quality.tell_apart(jokiranta.id, ProjectId("0" * 32))
    assert acts == []

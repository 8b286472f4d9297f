"""Acts: told of once they are safe, taken back and done again in any number, refused where others built upon them."""

from contextlib import closing, suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, LockedRegister, StepError
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.proposals import Proposal, Reading, Suggestion
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Ending, Status
from hankeapp.services.opening import create, open_register
from hankeapp.services.review import Continued, Ended
from hankeapp.translation import tr, trn


def everything(register):
    """All projects in the order of their numbers, but for how often they were written."""
    found = register.projects(register.ids(Query(sorts=(Sort("number"),))))
    return [replace(project, version=0) for project in found]


def page(*names):
    """A page with a paragraph for each name."""
    layout = PageLayout("Hankkeet", (PageSection("Aktiiviset hankkeet:", Status.ACTIVE),), "\n", "\n\n", (), "utf-8")
    proposals = (
        Proposal(
            text=f"{name}: teksti.",
            status=Status.ACTIVE,
            order=order,
            is_paragraph=True,
            suggestions=(
                Suggestion(field="name", value=name, span=(0, len(name))),
                Suggestion(field="end", value=PartialDate(2020 + order), span=(0, 1)),
            ),
        )
        for order, name in enumerate(names, 1)
    )
    return Reading(layout=layout, proposals=tuple(proposals))


def take_in(register, *names):
    reading = page(*names)
    return register.intake.take_in(reading, reading.proposals)


def end(register, project):
    register.end({project.id: Ending(effective=PartialDate(2025), results="Puisto.")})


ACTS = {
    "add": lambda register, _: register.add({"name": "Uusi"}),
    "save": lambda register, project: register.save(project, {"name": "Uusi nimi", "notes": "x"}),
    "end": end,
    "take in": lambda register, _: take_in(register, "Yksi", "Kaksi"),
    "review": lambda register, project: register.review({project.id: Continued(PartialDate(2030))}),
    "review as ended": lambda register, project: register.review({project.id: Ended(None)}),
}


@pytest.fixture
def project(register):
    return register.add({"name": "Jokiranta"})


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_every_act_is_taken_back_and_done_again(register, told, project, act):
    before = everything(register)
    act(register, project)
    after = everything(register)
    assert before != after
    done = told[-1]
    assert register.journal.undoable.name == done.name

    assert register.journal.undo() is told[-1]
    assert everything(register) == before
    assert register.journal.redoable.name == done.name
    assert (told[-1].added, told[-1].removed, told[-1].changed) == (done.removed, done.added, done.changed)

    assert register.journal.redo().name == done.name
    assert everything(register) == after
    assert (told[-1].added, told[-1].removed, told[-1].changed) == (done.added, done.removed, done.changed)
    register.journal.undo()
    assert everything(register) == before
    assert register.faults() == []


def test_an_activation_is_taken_back_and_done_again(register, project):
    end(register, project)
    before = everything(register)
    register.activate([project.id], "Jatkuu.", PartialDate(2030))
    after = everything(register)
    register.journal.undo()
    assert everything(register) == before
    register.journal.redo()
    assert everything(register) == after


@given(choices=st.lists(st.sampled_from([*ACTS, "undo", "redo"]), max_size=12))
@settings(max_examples=25)
def test_acts_taken_back_and_done_again_in_any_order(tmp_path_factory, choices):
    desk = Desk("Maija", Clock.standing(2026, 11, 24))
    with closing(create(tmp_path_factory.mktemp("acts") / "r.hanke", desk)) as register:
        project = register.add({"name": "Jokiranta"})
        states, place = [[], everything(register)], 1
        for choice in choices:
            if choice == "undo":
                place -= register.journal.undo() is not None
            elif choice == "redo":
                place += register.journal.redo() is not None
            elif register.projects([project.id]):
                undoable = register.journal.undoable
                with suppress(StepError):
                    ACTS[choice](register, register.projects([project.id])[0])
                if register.journal.undoable != undoable:
                    place += 1
                    states[place:] = [everything(register)]
            assert everything(register) == states[place]


def test_nothing_to_take_back(register, told):
    assert register.journal.undo() is None
    assert register.journal.redo() is None
    assert register.journal.undoable is None
    assert register.journal.redoable is None
    assert told == []


def test_a_new_act_forgets_what_was_taken_back(register, project):
    register.journal.undo()
    register.add({"name": "Satama"})
    assert register.journal.redoable is None
    assert register.journal.redo() is None


def test_acts_are_told_of_when_they_are_on_disk(register, desk):
    seen = []

    def look(act):
        with closing(open_register(register.path, desk)) as other:
            seen.append((act.name, other.counts()[View.ALL]))

    register.journal.listen(look)
    register.add({"name": "Jokiranta"})
    register.journal.undo()
    register.journal.redo()
    assert [count for _, count in seen] == [1, 0, 1]


def test_a_listener_may_act_itself(register):
    def rename(act):
        if "lisättiin" in act.name:
            register.save(act.after[0], {"name": "Uusi"})

    register.journal.listen(rename)
    register.add({"name": "Jokiranta"})
    assert [each.name for each in everything(register)] == ["Uusi"]
    assert "muokattiin" in register.journal.undoable.name


def test_a_failed_act_is_neither_kept_nor_told(register, told, project):
    undoable = register.journal.undoable
    with pytest.raises(FieldError):
        register.save(project, {"name": ""})
    assert len(told) == 1
    assert register.journal.undoable == undoable


def test_what_was_done_elsewhere_is_taken_back_first(register, elsewhere, told, project):
    end(register, project)
    elsewhere.save(elsewhere.projects([project.id])[0], {"notes": "Soita."})
    assert "Soita." not in {each.notes for each in register.journal.undo().after}
    assert register.projects([project.id])[0].status is Status.ENDED
    register.journal.undo()
    assert register.projects([project.id])[0].status is Status.ACTIVE
    assert [act.name for act in told[1:]] == [
        "Hanke päätettiin.",
        "Hanketta ”Jokiranta” muokattiin: Muistiinpanot.",
        "Hanke päätettiin.",
    ]


def test_after_something_was_done_elsewhere_nothing_is_done_again(register, elsewhere, project):
    end(register, project)
    register.journal.undo()
    theirs = elsewhere.save(elsewhere.projects([project.id])[0], {"notes": "Soita."})
    assert register.journal.redoable is None
    assert register.journal.redo() is None
    assert register.projects([project.id]) == [theirs]


def test_acts_are_taken_back_and_done_again_after_a_restart(register, desk, project):
    end(register, project)
    states = [everything(register)]
    for session in ("undo", "undo", "redo", "redo"):
        register.close()
        register = open_register(register.path, desk)
        getattr(register.journal, session)()
        states.append(everything(register))
    register.close()
    assert states[0] == states[4]
    assert states[1] == states[3] == [replace(project, version=0)]
    assert states[2] == []


def test_what_is_locked_can_be_taken_back_later(register, elsewhere, project, monkeypatch):
    with register._store._engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA busy_timeout=10")
    with elsewhere._store.write(), pytest.raises(LockedRegister):
        register.journal.undo()
    assert register.journal.undo().removed == {project.id}


# --- a page taken in


def test_a_page_is_taken_in_as_one_act(register, told):
    one, two = take_in(register, "Jokiranta", "Satama")
    assert told[-1].name == tr("Imported: {counts}.", counts=trn("{n} new project", "{n} new projects", 2))
    assert (one.number, one.name, one.public_text, one.page_order) == (
        "H-2026-001",
        "Jokiranta",
        "Jokiranta: teksti.",
        1,
    )
    assert two.end == PartialDate(2022)
    assert register.page_layout() == page().layout


def test_one_paragraph_alone(register, told):
    take_in(register, "Jokiranta")
    assert told[-1].name == tr("Imported: {counts}.", counts=trn("{n} new project", "{n} new projects", 1))


def test_numbers_are_never_used_again(register):
    take_in(register, "Jokiranta", "Satama")
    register.journal.undo()
    assert register.counts()[View.ALL] == 0
    assert register.add({"name": "Uusi"}).number == "H-2026-003"


def test_what_is_done_again_has_its_number_and_its_key(register):
    first = take_in(register, "Jokiranta", "Satama")
    register.journal.undo()
    register.journal.redo()
    again = register.projects([project.id for project in first])
    assert [(project.id, project.number) for project in again] == [(project.id, project.number) for project in first]
    assert register.add({"name": "Uusi"}).number == "H-2026-003"


def test_a_second_page_stands_behind_the_first_one_and_leaves_its_layout(register):
    take_in(register, "Jokiranta", "Satama")
    layout = register.page_layout()
    reading = page("Tori")
    (third,) = register.intake.take_in(
        replace(reading, layout=replace(reading.layout, opening="Muut")), reading.proposals
    )
    assert third.page_order == 3
    assert register.page_layout() == layout


def test_after_a_page_was_taken_back_another_brings_its_layout(register):
    take_in(register, "Jokiranta")
    register.journal.undo()
    reading = page("Tori")
    other = replace(reading.layout, opening="Muut")
    register.intake.take_in(replace(reading, layout=other), reading.proposals)
    assert register.page_layout() == other


def test_nothing_chosen_is_no_act(register, told):
    assert register.intake.take_in(page("Jokiranta"), []) == ()
    assert told == []


def test_a_page_with_a_wrong_project_is_not_taken_in_at_all(register, told):
    with pytest.raises(FieldError, match="Hanke: ”xxx"):
        take_in(register, "Jokiranta", "x" * 10_000)
    assert told == []
    assert register.counts()[View.ALL] == 0
    assert register.page_layout() is None
    assert register.add({"name": "Uusi"}).number == "H-2026-001"

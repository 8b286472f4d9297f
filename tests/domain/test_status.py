"""Statuses: the declared table is the only way, and each step leaves an event."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, StepError
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import STEPS, Ending, Extension, Outcome, Status, activate, end, extend, plan, step
from tests.strategies import dates, projects, texts

DESK = Desk("Maija", Clock.standing(2026, 11, 24))
PROJECT = Project(id=ProjectId("1"), number="H-2026-001", name="Jokiranta", results="Puisto.")


def taken(project, target):
    """The project after a step to the target, by the one function that leads there."""
    if target is Status.ENDED:
        return end(project, Ending(effective=None), DESK)
    return activate(project, DESK) if target is Status.ACTIVE else plan(project, DESK)


def test_the_steps_are_those_of_the_office():
    steps = {(each.source.value, each.target.value): [outcome.value for outcome in each.outcomes] for each in STEPS}
    assert steps == {
        ("planned", "active"): [],
        ("planned", "ended"): ["not_funded", "cancelled"],
        ("active", "ended"): ["completed", "discontinued", "cancelled"],
        ("ended", "active"): [],
        ("ended", "planned"): [],
    }


@pytest.mark.parametrize(("source", "target"), list(itertools.product(Status, Status)))
def test_only_declared_steps_can_be_taken(source, target):
    declared = [each for each in STEPS if (each.source, each.target) == (source, target)]
    assert len(declared) <= 1
    assert step(source, target) is (declared[0] if declared else None)
    project = replace(PROJECT, status=source)
    if declared:
        assert taken(project, target).status is target
    else:
        with pytest.raises(StepError):
            taken(project, target)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (Status.ENDED, "Hankkeen ”Jokiranta” tila on jo päättynyt. Mitään ei muutettu."),
        (Status.ACTIVE, "Hankkeen ”Jokiranta” tila on jo aktiivinen. Mitään ei muutettu."),
    ],
)
def test_a_step_to_where_it_stands_is_refused(target, text):
    with pytest.raises(StepError) as refusal:
        taken(replace(PROJECT, status=target), target)
    assert str(refusal.value) == text


@pytest.mark.parametrize(("source", "outcome"), list(itertools.product([Status.PLANNED, Status.ACTIVE], Outcome)))
def test_only_declared_outcomes_can_be_given(source, outcome):
    project = replace(PROJECT, status=source)
    ending = Ending(effective=None, outcome=outcome)
    if outcome in step(source, Status.ENDED).outcomes:
        assert end(project, ending, DESK).outcome is outcome
    else:
        with pytest.raises(StepError, match=f"”Jokiranta” ei voi päättyä näin: {outcome.label.lower()}."):
            end(project, ending, DESK)


def test_without_an_outcome_it_is_the_first_of_the_step():
    assert end(PROJECT, Ending(effective=None), DESK).outcome is Outcome.COMPLETED
    planned = replace(PROJECT, status=Status.PLANNED)
    assert end(planned, Ending(effective=None), DESK).outcome is Outcome.NOT_FUNDED


def test_an_end_leaves_an_event():
    when = PartialDate(2023)
    ended = end(PROJECT, Ending(effective=when, outcome=Outcome.DISCONTINUED, note="  Rahat loppuivat. \n"), DESK)
    (event,) = ended.events
    assert (event.source, event.target) == (Status.ACTIVE, Status.ENDED)
    assert (event.effective, event.outcome, event.note) == (when, Outcome.DISCONTINUED, "Rahat loppuivat.")
    assert (event.actor, event.recorded) == ("Maija", DESK.clock.now())
    assert ended.ended == event


def test_results_are_replaced_only_when_given():
    assert end(PROJECT, Ending(effective=None), DESK).results == "Puisto."
    assert end(PROJECT, Ending(effective=None, results=""), DESK).results == ""
    assert end(PROJECT, Ending(effective=None, results="Silta."), DESK).results == "Silta."


@given(projects(status=st.just(Status.ACTIVE)), st.none() | dates(), texts())
def test_ending_changes_nothing_else(project, effective, note):
    ended = end(project, Ending(effective=effective, note=note), DESK)
    assert replace(ended, status=project.status, events=project.events) == project
    assert ended.events[:-1] == project.events


@given(projects(status=st.sampled_from([Status.PLANNED, Status.ENDED])), st.none() | dates(), texts())
def test_activating_changes_nothing_else(project, effective, note):
    active = activate(project, DESK, effective=effective, note=note)
    assert replace(active, status=project.status, events=project.events) == project
    assert active.events[:-1] == project.events
    assert (active.events[-1].target, active.events[-1].effective) == (Status.ACTIVE, effective)
    assert active.ended is None
    assert active.outcome is None


@given(projects(status=st.just(Status.ACTIVE)), dates(), st.none() | dates(), texts())
def test_extending_moves_the_end_and_changes_nothing_else(project, until, decided, note):
    extension = Extension(end=until, decided=decided, note=note)
    if project.end is not None and until.latest <= project.end.latest:
        with pytest.raises(FieldError):
            extend(project, extension, DESK)
        return
    extended = extend(project, extension, DESK)
    assert replace(extended, end=project.end, events=project.events) == project
    assert extended.events[:-1] == project.events
    event = extended.events[-1]
    assert (event.old_end, event.new_end, extended.end) == (project.end, until, until)
    assert (event.effective, event.is_extension) == (decided, True)
    assert extended.ended == project.ended


@pytest.mark.parametrize("status", [Status.PLANNED, Status.ENDED])
def test_only_what_is_active_is_extended(status):
    with pytest.raises(StepError, match="Jokiranta"):
        extend(replace(PROJECT, status=status), Extension(end=PartialDate(2030)), DESK)


def test_a_reopening_with_another_end_keeps_both():
    ended = end(replace(PROJECT, end=PartialDate(2024)), Ending(effective=PartialDate(2024)), DESK)
    again = activate(ended, DESK, until=PartialDate(2027))
    assert (again.end, again.events[-1].old_end, again.events[-1].new_end) == (
        PartialDate(2027),
        PartialDate(2024),
        PartialDate(2027),
    )
    same = activate(ended, DESK, until=PartialDate(2024)).events[-1]
    assert (same.old_end, same.new_end) == (None, None)


def test_what_ended_can_be_taken_back_and_ended_again():
    ended = end(activate(end(PROJECT, Ending(effective=None), DESK), DESK), Ending(effective=None), DESK)
    targets = [event.target for event in ended.events]
    assert targets == [Status.ENDED, Status.ACTIVE, Status.ENDED]


def test_what_was_taken_in_as_ended_has_no_step_and_no_outcome():
    project = replace(PROJECT, status=Status.ENDED)
    assert project.ended is None
    assert project.outcome is None


@pytest.mark.parametrize(
    ("codes", "labels"),
    [
        (Status, ["Suunnitteilla", "Aktiivinen", "Päättynyt"]),
        (Outcome, ["Toteutunut", "Keskeytetty", "Ei rahoitusta", "Peruttu"]),
    ],
)
def test_labels(codes, labels):
    assert [code.label for code in codes] == labels

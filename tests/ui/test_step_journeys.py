"""Status steps through the real window, by keyboard: planned, active, extended, ended each way, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query import View
from hankeapp.domain.status import Outcome, Status, extension_text
from hankeapp.translation import tr, trn
from hankeapp.ui.overdue_choices import ReviewAct
from tests.ui.person import press_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tests.ui.person import Person

pytestmark = pytest.mark.usefixtures("qapp", "look")


def confirm(dialog: QDialog) -> None:
    press_in(dialog, "Ctrl+Return")


def until(text: str, decided: str = "") -> object:
    """Write the new end, and when that was decided, into the dialog that asks for them."""

    def fill(dialog: QDialog) -> None:
        end, day, _ = dialog.findChildren(QLineEdit)
        end.setText(text)
        day.setText(decided)
        press_in(dialog, "Ctrl+Return")

    return fill


def test_a_project_goes_on_for_longer_and_the_earlier_end_stays_visible(person: Person) -> None:
    person.select("CIRCWASTE")
    person.answer(until("2027", "12.3.2024"))
    person.choose("extend")
    assert person.told == trn("{n} project was extended.", "{n} projects were extended.", 1)
    project = person.shown
    assert (project.end, project.status) == (PartialDate(2027), Status.ACTIVE)
    shown = [each.text() for each in person.workspace.detail.findChildren(QLabel) if each.isVisible()]
    assert extension_text(project.events[-1]) in shown
    person.press("Ctrl+Z")
    assert (person.shown.end, person.shown.events) == (PartialDate(2023), ())
    person.press("Ctrl+Y")
    assert person.shown.end == PartialDate(2027)


def test_a_planned_project_is_left_without_funding_planned_again_started_and_discontinued(person: Person) -> None:
    person.begin("Uimala")
    person.dialog(confirm)
    person.choose("not_funded")
    assert person.told == trn("{n} project was left without funding.", "{n} projects were left without funding.", 1)
    assert (person.shown.status, person.shown.outcome) == (Status.ENDED, Outcome.NOT_FUNDED)
    person.dialog(confirm)
    person.choose("plan")
    assert person.shown.status is Status.PLANNED
    person.choose("activate")
    assert person.shown.status is Status.ACTIVE
    person.dialog(confirm)
    person.choose("discontinue")
    assert (person.shown.status, person.shown.outcome) == (Status.ENDED, Outcome.DISCONTINUED)
    for status in (Status.ACTIVE, Status.PLANNED, Status.ENDED, Status.PLANNED):
        person.press("Ctrl+Z")
        assert person.shown.status is status


def test_a_step_that_does_not_fit_is_not_at_hand(person: Person) -> None:
    person.select("CIRCWASTE")
    at_hand = {name: person.window.commands[name].isEnabled() for name in ("extend", "discontinue", "cancel")}
    assert all(at_hand.values())
    assert not any(person.window.commands[name].isEnabled() for name in ("not_funded", "plan"))
    menu = person.workspace.detail.more
    menu.aboutToShow.emit()
    assert [each.objectName() for each in menu.actions()] == ["extend", "discontinue", "cancel"]


def test_a_changed_mind_takes_no_step(person: Person) -> None:
    person.select("CIRCWASTE")
    before = person.shown
    for step in ("extend", "discontinue", "cancel"):
        person.dialog(lambda dialog: press_in(dialog, "Esc"))
        person.choose(step)
    assert person.shown == before


def test_passed_ends_are_extended_corrected_and_ended_as_one_step(person: Person) -> None:
    person.press("Ctrl+Shift+O")
    model = person.workspace.review.view.model
    first, second, third = (model.choices[row] for row in range(3))
    model.choose(0, first.with_act(ReviewAct.CONTINUE).with_date("2028"))
    model.choose(1, second.with_act(ReviewAct.CORRECT).with_date("2029"))
    for row in range(3, 9):
        model.toggle(row)
    person.press("Ctrl+Return")
    assert person.told == " ".join(
        [
            trn("{n} project was ended.", "{n} projects were ended.", 1),
            trn("{n} project was extended.", "{n} projects were extended.", 1),
            trn("The end date of {n} project was corrected.", "The end dates of {n} projects were corrected.", 1),
        ]
    )
    register = person.workspace.register
    ids = [choice.project.id for choice in (first, second, third)]
    extended, corrected, ended = register.projects(ids)
    assert (extended.end, extended.events[-1].old_end) == (PartialDate(2028), first.project.end)
    assert (corrected.end, corrected.events) == (PartialDate(2029), ())
    assert ended.status is Status.ENDED
    person.press("Ctrl+Z")
    assert person.count(View.OVERDUE) == 9
    assert register.projects(ids)[0].events == ()


def test_a_single_corrected_date_is_told_too(person: Person) -> None:
    person.press("Ctrl+Shift+O")
    model = person.workspace.review.view.model
    model.choose(0, model.choices[0].with_act(ReviewAct.CORRECT).with_date("2029"))
    for row in range(1, 9):
        model.toggle(row)
    person.press("Ctrl+Return")
    assert person.told == trn(
        "The end date of {n} project was corrected.", "The end dates of {n} projects were corrected.", 1
    )
    assert person.count(View.OVERDUE) == 8


def test_what_was_left_open_is_told_after_the_end(person: Person) -> None:
    person.select("CIRCWASTE")
    person.dialog(confirm)
    person.press("Ctrl+Shift+D")
    told = [each.text() for each in person.workspace.detail.findChildren(QLabel) if each.isVisible()]
    begins = tr("Left open when the project ended: {items}.", items="").split(":")[0]
    assert any(text.startswith(begins) for text in told)

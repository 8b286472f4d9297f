"""A new project begun from nothing is offered the templates of its kind and of the funder that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hankeapp.domain.kinds import Kind
from hankeapp.domain.parts import Funding
from hankeapp.services.opening import create
from hankeapp.translation import tr
from hankeapp.ui.names import Names
from hankeapp.ui.new_project_dialog import NewProjectDialog
from tests.ui.accessible import faults
from tests.ui.person import activate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[NewProjectDialog]:
    register = create(tmp_path / "r.hanke", desk)
    for name, kind, fund in (("EAKR-malli", Kind.DEVELOPMENT, "EAKR"), ("Kokeilu", Kind.PILOT, "")):
        register.templates.save(name, register.add({"name": name, "kind": kind, "fundings": (Funding(fund=fund),)}))
    made = NewProjectDialog(register, Names(), None, copy=False)
    qtbot.addWidget(made)
    made.show()
    activate(made)
    yield made
    register.close()


def offered(dialog: NewProjectDialog) -> list[QPushButton]:
    return [each for each in dialog.offers.findChildren(QPushButton) if each.isVisible()]


def test_the_choice_tells_kind_and_funding_of_each_template(dialog: NewProjectDialog) -> None:
    told = [dialog.base.itemText(at) for at in range(1, dialog.base.count())]
    eakr, pilot = f"EAKR-malli ({Kind.DEVELOPMENT.label}, EAKR)", f"Kokeilu ({Kind.PILOT.label})"
    assert told == [tr("Template: {name}", name=each) for each in (eakr, pilot)]
    dialog.base.addItem("Vesi " * 40)
    assert dialog.base.minimumSizeHint().width() < dialog.width() / 2


def test_the_template_of_a_chosen_kind_is_offered_and_begun_with_by_keyboard(dialog: NewProjectDialog) -> None:
    assert not offered(dialog)
    dialog.name.setText("Uimala kuntoon")
    dialog.kind.setFocus()
    for _ in range(dialog.kind.findData(Kind.PILOT)):
        QTest.keySequence(dialog.kind, "Down")
    (button,) = offered(dialog)
    assert button.text() == tr("Begin with the template {name}", name=f"Kokeilu ({Kind.PILOT.label})")
    assert not faults(dialog)
    dialog.kind.setFocus()
    QTest.keySequence(dialog.kind, "Tab")
    assert dialog.focusWidget() is button
    QTest.keySequence(button, "Space")
    assert dialog.template is not None
    assert (dialog.template.name, offered(dialog)) == ("Kokeilu", [])
    assert dialog.focusWidget() is dialog.base


def test_the_template_of_a_funder_that_is_named_is_offered_while_the_name_is_typed(dialog: NewProjectDialog) -> None:
    QTest.keyClicks(dialog.name, "Uimala, EAKR")
    (button,) = offered(dialog)
    assert "EAKR-malli" in button.text()
    title = f"EAKR-malli ({Kind.DEVELOPMENT.label}, EAKR)"
    assert button.accessibleName() == tr("Begin with the template {name}", name=title)
    dialog.name.setText("Uimala")
    assert not offered(dialog)


def test_a_kind_that_was_chosen_is_the_projects_over_that_of_its_template(dialog: NewProjectDialog) -> None:
    dialog.name.setText("Uimala kuntoon")
    dialog.base.setCurrentIndex(1)
    assert dialog._written()["kind"] is Kind.DEVELOPMENT
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.INVESTMENT))
    dialog.accept()
    assert (dialog.values["kind"], dialog.values["fundings"][0].fund) == (Kind.INVESTMENT, "EAKR")

"""A window that is killed while a person types: after the restart nothing is missing but the last moments."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hankeapp.services.opening import create_example
from hankeapp.translation import tr
from tests.ui.person import Person

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("qapp", "look")

_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from hankeapp.domain.clock import Clock, Desk
from hankeapp.ui.look import ThemeChoice, prepare
from tests.ui.person import Person

app = QApplication([])
prepare(app, ThemeChoice.LIGHT)
folder = Path(sys.argv[1])
person = Person(Desk("testaaja", Clock.standing(2026, 11, 24)), folder)
person.window.open_register(folder / "pori.hanke")
person.select("CIRCWASTE")
person.write("notes", "Loppuraportti puuttuu.")
person.write("end", "31.2.2026")
person.workspace.detail.edit("budget_whole")
person.focus.selectAll()
person.type("abc")
QTest.qWait(2000)
print("typed", flush=True)
QTest.qWait(600_000)
"""


def test_what_was_typed_two_seconds_before_a_kill_is_a_draft_after_the_restart(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pori.hanke"
    create_example(path, desk).close()
    with subprocess.Popen([sys.executable, "-c", _TYPIST, str(tmp_path)], stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "typed\n"
        typist.send_signal(signal.SIGKILL)
    person = Person(desk, tmp_path)
    person.window.open_register(path)
    person.settle()
    assert person.workspace.detail.drafts == 2
    person.select("CIRCWASTE")
    assert person.shown.notes == "Loppuraportti puuttuu."
    editors = person.workspace.detail.page.form.editors
    draft = tr("Draft, written on {day} at {time}.", day="|", time="|").split("|")[0]
    assert (editors["end"].content, editors["budget_whole"].content) == ("31.2.2026", "abc")
    assert "Helmikuussa" in editors["end"].error
    assert all(draft in editors[name].error for name in ("end", "budget_whole"))
    person.workspace.detail.edit("end")
    person.press("Ctrl+Z")
    person.write("budget_whole", "12 500")
    assert (editors["end"].error, editors["budget_whole"].error) == ("", "")
    person.leave()
    assert not list(tmp_path.glob("drafts/*/*.json"))

"""The kept reports and the published web page as a person uses them, from the menu to what the register holds."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hankeapp.ui.published_window import PublishedWindow
from hankeapp.ui.reports_window import ReportsWindow
from tests.ui.person import press_in
from tests.ui.printer import keep_report, opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.person import Person

TEXT = "Uusi kuvaus kertoo, mitä hankkeessa nyt tehdään."


def test_a_kept_report_is_found_compared_saved_and_removed(person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    keep_report(person, qtbot, "Hallitukselle")
    keep_report(person, qtbot, "Lautakunnalle")
    person.select("CIRCWASTE")
    person.write("name", "Kiertotalous")
    window = opened(person, "reports", ReportsWindow)
    assert window.list.count() == 2
    assert window._pages is not None
    first = weakref.ref(window._pages)
    press_in(window, "Down")
    assert first() is None, "the pages of each report that is looked at would stay in memory"
    press_in(window, "Ctrl+F")
    person.type("hallituk")
    assert window.list.count() == 1
    assert window.report is not None
    assert window.report.name == "Hallitukselle"
    window.aspect.choose("changes")
    assert not window.print_button.isEnabled()
    person.finish_tasks()
    assert window.print_button.isEnabled()
    assert "Kiertotalous" in window.comparison.toPlainText()
    path = tmp_path / "kopio.pdf"
    person.answer(path)
    press_in(window, "Ctrl+S")
    assert path.read_bytes() == person.workspace.register.kept_reports.content(window.report)
    assert person.window.settings.print_folder == tmp_path
    window.bar.strip.click()
    assert not person.window.settings.page_strip
    window.remove_button.click()
    assert window.report is None
    assert window.nothing.isVisible()
    window.close()
    person.choose("undo")
    assert len(person.workspace.register.kept_reports.all()) == 2


def test_the_web_page_is_copied_marked_and_compared(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("public_text", TEXT)
    window = opened(person, "published", PublishedWindow)
    assert TEXT not in window.comparison.toPlainText(), "it is compared beside the window"
    person.finish_tasks()
    assert TEXT in window.comparison.toPlainText()
    window.copy_button.click()
    assert TEXT in QApplication.clipboard().text()
    window.mark_button.click()
    person.finish_tasks()
    (report,) = person.workspace.register.kept_reports.all()
    assert report.number in window.since.text()
    assert TEXT not in window.comparison.toPlainText()
    window.close()
    person.choose("undo")
    assert person.workspace.register.kept_reports.all() == []

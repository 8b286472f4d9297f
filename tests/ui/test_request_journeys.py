"""Requests to contact persons out of the window, and what comes back, as a person does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from hankeapp.domain.parts import Contact
from hankeapp.exchange.request_form import KEY, VALUE
from hankeapp.services.sources import read_file
from hankeapp.translation import tr, trn
from hankeapp.ui.request_dialog import RequestDialog
from tests.ui.person import button, press_in

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from tests.ui.person import Person


def fill(path: Path, key: str, value: str) -> None:
    book = load_workbook(path)
    sheet = book.worksheets[1]
    row = next(row for row in sheet.iter_rows() if row[KEY].value == key)
    row[VALUE].value = value
    book.save(path)


def test_a_contact_completes_what_the_quality_page_misses(person: Person, tmp_path: Path) -> None:
    person.open_example()
    person.select("MUSTBE")
    person.workspace.register.parts.save(person.shown, "contacts", [Contact(name="Maija Öhman")])
    folder = tmp_path / "lähetettävät"
    folder.mkdir()

    def ask(dialog: QDialog) -> None:
        assert isinstance(dialog, RequestDialog)
        assert dialog.projects.currentText().startswith(tr("Projects with something to look at"))
        person.answer(tmp_path / "eiole", "close")
        press_in(dialog, "Return")
        assert dialog.isVisible()
        dialog.projects.setCurrentIndex(1)
        person.answer(folder)
        press_in(dialog, "Return")
        assert not dialog.isVisible()

    person.choose("quality")
    person.finish_tasks()
    person.dialog(ask)
    button(person.workspace.quality.view, tr("Ask contact persons…")).click()
    (path,) = folder.iterdir()
    assert path.name.startswith("Maija Öhman")
    written = ("{n} request was written into “{folder}”.", "{n} requests were written into “{folder}”.")
    assert person.told == trn(*written, 1, folder=folder.name)
    fill(path, "objectives", "Uusi tavoite")
    review = person.workspace.register.intake.prepare(read_file(path))
    (entry,) = review.entries
    assert [each.field for each in entry.changes] == ["objectives"]

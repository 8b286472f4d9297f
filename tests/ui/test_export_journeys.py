"""Projects out of the window into files, as a person does it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.query import View
from hankeapp.translation import tr, trn
from hankeapp.ui.export_dialog import ExportDialog, Scope
from hankeapp.ui.waiting import Waiting
from tests.exchange.spreadsheets import csv_rows, ods_rows, xlsx_rows
from tests.ui.person import button, press_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from tests.ui.person import Person


def exporting(
    person: Person, path: Path | None, *, format_: ExportFormat, scope: Scope | None = None, listed: bool = False
) -> Callable[[QDialog], None]:
    """Choose and go on: it is written then."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.format.setCurrentIndex(dialog.format.findData(format_))
        if scope is not None:
            dialog.scope.setCurrentIndex(dialog.scope.findData(scope))
        dialog.columns.setCurrentIndex(int(listed))
        person.answer(path)
        press_in(dialog, "Return")

    return act


@pytest.fixture
def person(person: Person) -> Person:
    person.open_example()
    return person


def test_all_projects_become_a_workbook(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "hankkeet.xlsx"
    person.dialog(exporting(person, path, format_=ExportFormat.XLSX, scope=Scope.ALL))
    person.choose("export_data")
    assert len(xlsx_rows(path.read_bytes())) == 31
    written = ("“{name}” was written: {n} project.", "“{name}” was written: {n} projects.")
    assert person.told == trn(*written, 30, name=path.name)


def test_what_the_list_shows_is_written_with_its_columns(person: Person, tmp_path: Path) -> None:
    person.search("rahoittaja:Interreg,EU")
    path = tmp_path / "haku.csv"
    person.dialog(exporting(person, path, format_=ExportFormat.CSV, listed=True))
    person.choose("export_data")
    heads, *rows = csv_rows(path.read_bytes())
    assert heads == [column.title for column in person.workspace.list.table.visible()]
    assert len(rows) == len(person.listed) < 30


def test_selected_projects_are_written(person: Person, tmp_path: Path) -> None:
    person.select("MUSTBE")
    path = tmp_path / "valitut.ods"
    person.dialog(exporting(person, path, format_=ExportFormat.ODS))
    person.choose("export_selected")
    _, row = ods_rows(path.read_bytes())
    assert "MUSTBE" in row.values()


def test_a_register_goes_as_json_and_becomes_a_new_one(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "rekisteri.json"
    person.dialog(exporting(person, path, format_=ExportFormat.JSON, scope=Scope.ALL))
    person.choose("export_data")
    assert len(json.loads(path.read_text("utf-8"))["projects"]) == person.count(View.ALL)
    person.choose("close")
    new = tmp_path / "uusi.hanke"
    person.answer([path], new)
    person.choose("take_in")
    assert person.workspace.register.path == new
    assert person.count(View.ALL) == 30


def test_who_changes_their_mind_writes_nothing(person: Person, tmp_path: Path) -> None:
    def leave(dialog: QDialog) -> None:
        person.answer(None)
        press_in(dialog, "Return")
        assert dialog.isVisible()
        button(dialog, tr("Cancel")).click()
        assert not dialog.isVisible()

    person.dialog(leave)
    person.choose("export_data")
    assert {each.suffix for each in tmp_path.iterdir()} <= {".ini"}


def test_an_export_is_stopped_and_keeps_nothing(person: Person, tmp_path: Path) -> None:
    def give_up() -> None:
        person.window.findChild(Waiting).reject()

    def stop(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        person.answer(tmp_path / "hankkeet.xlsx")
        QTimer.singleShot(0, give_up)
        press_in(dialog, "Return")
        assert dialog.isVisible()
        dialog.reject()

    person.dialog(stop)
    person.choose("export_data")
    assert {each.suffix for each in tmp_path.iterdir()} <= {".ini"}


def test_what_cannot_be_written_is_told_and_asked_anew(person: Person, tmp_path: Path) -> None:
    def fail(dialog: QDialog) -> None:
        person.answer(tmp_path / "ei" / "ole.csv", "close")
        press_in(dialog, "Return")
        assert dialog.isVisible()
        button(dialog, tr("Cancel")).click()

    person.dialog(fail)
    person.choose("export_data")
    assert any("ole.csv" in asked for asked in person.asked)


def test_only_tables_have_columns(person: Person) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        for format_ in ExportFormat:
            dialog.format.setCurrentIndex(dialog.format.findData(format_))
            assert dialog.columns.isEnabled() is format_.has_columns
            assert dialog.wish.format is format_
        dialog.reject()

    person.dialog(look)
    person.choose("export_data")

"""The settings: everything is so at once, the menu and the dialog show the same, and nothing in it is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hankeapp.translation import tr
from hankeapp.ui.appearance import Appearance
from hankeapp.ui.appearance_page import AppearancePage
from hankeapp.ui.backups_page import BackupsPage
from hankeapp.ui.general_page import GeneralPage
from hankeapp.ui.letterhead_page import LetterheadPage
from hankeapp.ui.look import ThemeChoice, look
from hankeapp.ui.own_words import OwnWords
from hankeapp.ui.settings_dialog import Page, SettingsDialog
from hankeapp.ui.theme import Theme
from tests.reports.test_photos import png
from tests.ui.accessible import faults
from tests.ui.fitting import misfits
from tests.ui.person import Person, activate, press_in
from tests.ui.printer import preview

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hankeapp.domain.clock import Desk
    from hankeapp.ui.settings import Settings

    Turn = Callable[[SettingsDialog, Page], None]

pytestmark = pytest.mark.usefixtures("qapp", "look")
SMALL_SCREEN = 1.35
"""As in `test_fitting`: the least room that a dialog has."""


def turn(dialog: SettingsDialog, page: Page) -> None:
    dialog.list.setCurrentRow(list(Page).index(page))
    for _ in range(5):
        QApplication.processEvents()


def write(dialog: SettingsDialog, text: str) -> None:
    """Write into the field that has the focus, and leave it."""
    field = dialog.focusWidget()
    assert field is not None
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)
    press_in(dialog, "Tab")


def test_a_person_sets_how_they_work_and_how_the_office_prints(person: Person, tmp_path: Path) -> None:
    window, register = person.window, person.workspace.register
    logo = tmp_path / "vaakuna.png"
    logo.write_bytes(png())

    def look_around(dialog: SettingsDialog) -> None:
        activate(dialog)
        page = dialog.page
        assert isinstance(page, GeneralPage)
        page.name.setFocus()
        write(dialog, "Maija M")
        page.spelling.click()
        assert not window.commands["spelling"].isChecked()
        assert not window.settings.spelling
        turn(dialog, Page.PRINTING)
        page = dialog.page
        assert isinstance(page, LetterheadPage)
        page.name.setFocus()
        write(dialog, "Porin kaupunki")
        assert not page.alt.isEnabled()
        person.answer(logo)
        page.choose.click()
        assert page.alt.hasFocus()
        QTest.keyClicks(page.alt, "Porin vaakuna")
        press_in(dialog, "Esc")
        assert not dialog.isVisible()

    person.answer(look_around)
    person.press("Ctrl+,")
    now = register.letterhead()
    assert (now.name, now.alt_text, register.letterheads.logo()) == ("Porin kaupunki", "Porin vaakuna", png())
    assert {each.actor for each in register.history() if each.table == "letterhead"} == {"Maija M"}
    person.press("Ctrl+Z")
    assert register.letterhead().alt_text == ""


def test_the_preview_leads_to_the_office_and_prints_it(person: Person, qtbot: QtBot) -> None:
    person.window.settings.page_strip = False
    window = preview(person, qtbot)
    assert not window.strip.isVisible()

    def name_the_office(dialog: SettingsDialog) -> None:
        page = dialog.page
        assert isinstance(page, LetterheadPage)
        activate(dialog)
        page.name.setFocus()
        write(dialog, "Ulvilan kaupunki")
        dialog.accept()

    person.answer(name_the_office)
    window.options.letterhead.click()
    qtbot.waitUntil(window.save_button.isEnabled, timeout=60_000)
    assert window._pages is not None
    assert "Ulvilan kaupunki" in window._pages.text(0)
    window.close()


def test_the_page_and_the_menu_change_one_look(qtbot: QtBot, settings: Settings) -> None:
    appearance = Appearance(settings)
    page = AppearancePage(appearance)
    qtbot.addWidget(page)
    page.theme.button(ThemeChoice.DARK).click()
    assert (settings.theme, look().tokens) == (ThemeChoice.DARK, Theme.DARK.tokens)
    page.scale.setCurrentIndex(page.scale.findData(1.9))
    assert (settings.text_scale, look().fonts.scale) == (1.9, 1.9)
    appearance.step(1)
    appearance.step(1)
    appearance.wear(ThemeChoice.LIGHT)
    assert (page.theme.value, page.scale.currentData()) == (ThemeChoice.LIGHT, 2.0)


def test_nothing_is_missed_or_cut_off_on_its_pages(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    look().wear(ThemeChoice.LIGHT, SMALL_SCREEN)
    person = Person(desk, tmp_path)
    person.open_example()
    logo = tmp_path / "vaakuna.png"
    logo.write_bytes(png(400, 300))
    person.workspace.register.letterheads.take_logo(logo)
    person.window.settings.own_words = ("CIRCWASTE", "Lotsitus")
    dialog = SettingsDialog(person.window)
    qtbot.addWidget(dialog)
    dialog.show()
    found = []
    for page in Page:
        turn(dialog, page)
        person.finish_tasks()
        activate(dialog)
        dialog.list.setFocus()
        found += [f"{page.name}: {each}" for each in (*misfits(dialog), *faults(dialog))]
    dialog.close()
    person.leave()
    assert not found, "\n".join(found)


def test_without_a_register_what_belongs_to_one_says_why_it_cannot_be_set(desk: Desk, tmp_path: Path) -> None:
    person = Person(desk, tmp_path)
    reasons = []

    def look_around(dialog: SettingsDialog) -> None:
        printing, backups = dialog.pages[Page.PRINTING], dialog.pages[Page.BACKUPS]
        assert isinstance(printing, LetterheadPage)
        assert isinstance(backups, BackupsPage)
        turn(dialog, Page.PRINTING)
        turn(dialog, Page.BACKUPS)
        reasons.extend(each.toolTip() for each in (printing.name, backups.make) if not each.isEnabled())
        turn(dialog, Page.GENERAL)
        words = dialog.findChild(OwnWords)
        assert words is not None
        words.line.setText("Lotsitus, CIRCWASTE")
        words.line.setFocus()
        press_in(dialog, "Return")
        assert dialog.isVisible()
        words.list.setCurrentRow(0)
        QTest.keyClick(words.list, Qt.Key.Key_Delete)
        dialog.accept()

    person.answer(look_around)
    person.press("Ctrl+,")
    assert [tr("Open a register first.") in each for each in reasons] == [True, True]
    assert person.window.settings.own_words == ("Lotsitus",)
    person.leave()


def test_a_backup_is_made_and_what_needs_the_window_is_done_after_the_settings(person: Person) -> None:
    def back_up(dialog: SettingsDialog) -> None:
        turn(dialog, Page.BACKUPS)
        page = dialog.page
        assert isinstance(page, BackupsPage)
        page.make.click()
        person.finish_tasks()
        assert page.newest.text()
        assert page.done.text() in {tr("The backup was made."), tr("Nothing has changed since the newest backup.")}
        dialog.accept()

    def change_lists(dialog: SettingsDialog) -> None:
        turn(dialog, Page.LISTS)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Space)

    person.answer(back_up, change_lists)
    person.choose("settings")
    person.choose("settings")
    assert person.workspace.lists.is_shown

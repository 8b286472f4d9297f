"""The page of the settings on the person who works here: by which name, and how their texts are proofread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from hankeapp.domain.pasted import plain_line
from hankeapp.domain.rules import LONGEST_LINE
from hankeapp.translation import tr
from hankeapp.ui.own_words import OwnWords
from hankeapp.ui.settings_page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.ui.main_window import MainWindow

_FIELD = 340
"""Px at 100 % text."""


class GeneralPage(SettingsPage):
    """The name counts from the next act on; the check is that of the menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("General"))
        self._window = window
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_LINE)
        self.name.setPlaceholderText(window.login)
        self.spelling = QCheckBox(tr("Mark misspelled words"))
        self.words = OwnWords()
        said = tr("Stands in the history beside what you do. Without one it is the name that you logged in by.")
        self.add_row(tr("Your name"), self.name, said, _FIELD)
        self.add_row(tr("Spelling"), self.spelling)
        self.spelling.setAccessibleName(self.spelling.text())
        self.add_row(tr("Own words"), self.words, tr("Are never marked as misspelled, in any register."), _FIELD)
        self.finish()
        self._follow_menu()
        self.name.editingFinished.connect(self.leave)
        self.words.changed.connect(self._take_words)

    @override
    def read(self) -> None:
        self.name.setText(self._window.settings.person)
        self.words.show_words(self._window.settings.own_words)

    @override
    def leave(self) -> None:
        self._window.call_person(plain_line(self.name.text()))

    def _follow_menu(self) -> None:
        action = self._window.commands["spelling"]
        self.spelling.setChecked(action.isChecked())
        self.spelling.clicked.connect(action.trigger)
        action.toggled.connect(self.spelling.setChecked)

    def _take_words(self, words: Sequence[str]) -> None:
        if self._window.workspace is not None:
            self._window.workspace.proof.proofreader.know(words)
        else:
            self._window.settings.own_words = tuple(words)

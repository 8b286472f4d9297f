"""Has the texts of the form proofread: loads the dictionary beside the window, and knows the register's own names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hankeapp.translation import tr
from hankeapp.ui import tasks
from hankeapp.ui.proofreader import Proofreader
from hankeapp.ui.tasks import Turn
from hankeapp.ui.text_area import TextArea
from hankeapp.ui.text_finder import TextFinder
from hankeapp.ui.text_line import TextLine

if TYPE_CHECKING:
    from hankeapp.domain.errors import KnownError
    from hankeapp.language.packed_words import PackedWords
    from hankeapp.ui.part_item import PartItem
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace

_AFTER_MS = 1500
"""The form is shown first, and what the sidebar counts comes before."""


class ProofDesk(QObject):
    """Gives the editors of texts their proofreader, which begins when the dictionary has been read."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._register = workspace.register
        self._is_left = False
        self.proofreader = Proofreader(settings, self)
        form = workspace.detail.page.form
        for editor in form.editors.values():
            editor.proofread(self.proofreader)
        for each in form.lists:
            each.opened.connect(self._read_row)
        workspace.changed.connect(self._follow)

    def leave(self) -> None:
        """Read nothing any more: the register is closed."""
        self._is_left = True

    def begin(self) -> None:
        """Read the dictionary and the names in another thread."""
        if not self._is_left:
            tasks.run(self._load, self._take, self._leave, self, Turn.LAST)

    def switch(self, *, on: bool) -> None:
        """Mark wrong words, or leave them unmarked."""
        self.proofreader.switch(on=on)

    def find_words(self) -> None:
        """Find words in the text that is being written."""
        text = QApplication.focusWidget()
        if isinstance(text, TextArea):
            TextFinder(text).open()
        else:
            self._workspace.snackbar.show_message(tr("Go to a text first."), undo=False)

    def find_mistake(self) -> None:
        """Go to the next wrong word of the text that is being written, and open what is suggested for it."""
        text = QApplication.focusWidget()
        if not isinstance(text, TextArea | TextLine):
            told = tr("Go to a text first.")
        elif not self.proofreader.is_on:
            told = tr("Misspelled words are not looked for now.")
        elif not text.find_mistake():
            told = tr("No misspelled word was found.")
        else:
            return
        self._workspace.snackbar.show_message(told, undo=False)

    def _follow(self) -> None:
        # Not before texts are shown: the names of a large register are many.
        if self._workspace.selected:
            self._workspace.changed.disconnect(self._follow)
            QTimer.singleShot(_AFTER_MS, self, self.begin)

    def _read_row(self, item: PartItem) -> None:
        for editor in item.editors.values():
            editor.proofread(self.proofreader)

    def _load(self) -> PackedWords:
        """Read the dictionary, which is kept, and the words of the register's names."""
        self._register.search.dictionary.spelling()
        return self._register.words_of_names_beside()

    def _take(self, words: PackedWords) -> None:
        if not self._is_left:
            self.proofreader.begin(self._register.search.dictionary.spelling, words)

    def _leave(self, _error: KnownError) -> None:
        """A register that cannot be read now is told of by the list: words stay unmarked until the next opening."""

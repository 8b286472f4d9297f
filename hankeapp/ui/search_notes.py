"""What is said above the list of a search: that a near word was looked for, and what of it was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hankeapp.domain.query_editing import meant_word, with_word
from hankeapp.domain.query_terms import Phrase, Word
from hankeapp.translation import tr
from hankeapp.ui.info_bar import InfoBar, Mood

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.query import Found

_CALM_MS = 700
"""What is written half is not understood either: before it is said, a person must have stopped."""


class _Note(NamedTuple):
    """A title, a sentence, the texts of two buttons, and the text of the search that each of them gives."""

    title: str
    sentence: str = ""
    acts: tuple[str, str] = ("", "")
    texts: tuple[str, str] = ("", "")


class SearchNotes(InfoBar):
    """Hidden while there is nothing to say; `text_chosen` gives another text of the search."""

    text_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(Mood.QUIET)
        self.setObjectName("search_notes")
        self.setProperty("apart", "band")
        self.set_narrow(narrow=True)
        self._note: _Note | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._say)
        self.first_requested.connect(self._take_near)
        self.second_requested.connect(self._take_exact)

    def show_found(self, text: str, found: Found, today: date) -> None:
        """Say what is to be said of what a text found: at once in the place of another note, else after a while."""
        before, self._note = self._note, _note(text, found, today)
        if self._note is None:
            self._calm.stop()
            self.hide()
        elif self.isHidden():
            self._calm.start()
        elif self._note != before:
            self._say()

    def say_now(self) -> None:
        """A person has finished writing."""
        if self._calm.isActive():
            self._say()

    def _say(self) -> None:
        self._calm.stop()
        if self._note is not None:
            self.show_notice(self._note.title, self._note.sentence, *self._note.acts)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _take_near(self) -> None:
        self._choose(0)

    def _take_exact(self) -> None:
        self._choose(1)

    def _choose(self, at: int) -> None:
        if self._note is not None:
            self.text_chosen.emit(self._note.texts[at])


def _note(text: str, found: Found, today: date) -> _Note | None:
    meant = meant_word(text, found.near, today) if found.near and found.ids else None
    if meant is not None:
        words = (Word(found.near), Phrase(meant.text))
        return _Note(
            tr("Did you mean “{word}”?", word=found.near),
            " ".join([tr("What holds it is shown."), *found.doubts]),
            (tr("Search “{word}”", word=found.near), tr("Search exactly as written")),
            (with_word(text, meant, words[0], today), with_word(text, meant, words[1], today)),
        )
    if found.doubts:
        return _Note(found.doubts[0], " ".join(found.doubts[1:]))
    return None

"""What is said above the list of a search: that a near word was looked for, and what of it was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hankeapp.domain.query_editing import meant_word, with_word
from hankeapp.domain.query_terms import Phrase, Word
from hankeapp.translation import tr
from hankeapp.ui.info_bar import InfoBar, Mood

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.query import Found


class SearchNotes(InfoBar):
    """Hidden while there is nothing to say; `text_chosen` gives another text of the search."""

    text_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(Mood.QUIET)
        self.setObjectName("search_notes")
        self.setProperty("apart", "band")
        self.set_narrow(narrow=True)
        self._texts = ("", "")
        self._said = ""
        self.first_requested.connect(self._take_near)
        self.second_requested.connect(self._take_exact)

    def show_found(self, text: str, found: Found, today: date) -> None:
        """Say what is to be said of what a text found."""
        meant = meant_word(text, found.near, today) if found.near and found.ids else None
        if meant is not None:
            near, exact = Word(found.near), Phrase(meant.text)
            self._texts = with_word(text, meant, near, today), with_word(text, meant, exact, today)
            self._say(
                tr("Did you mean “{word}”?", word=found.near),
                [tr("What holds it is shown."), *found.doubts],
                (tr("Search “{word}”", word=found.near), tr("Search exactly as written")),
            )
        elif found.doubts:
            self._say(found.doubts[0], list(found.doubts[1:]))
        else:
            self._said = ""
            self.hide()

    def _say(self, title: str, sentences: list[str], acts: tuple[str, str] = ("", "")) -> None:
        self.show_notice(title, " ".join(sentences), *acts)
        said = " ".join([title, *sentences])
        if said != self._said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._said = said

    def _take_near(self) -> None:
        self.text_chosen.emit(self._texts[0])

    def _take_exact(self) -> None:
        self.text_chosen.emit(self._texts[1])

"""Who is asked whether words are written right: the dictionary with the person's own words, and what it said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hankeapp.language.packed_words import PackedWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hankeapp.language.spelling import Spelling
    from hankeapp.ui.settings import Settings

    MakeSpelling = Callable[[PackedWords, PackedWords], Spelling | None]


class Proofreader(QObject):
    """Knows no word to be wrong until it `begin`s with a dictionary; `changed` tells to look at texts again."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._make: MakeSpelling | None = None
        self._names = PackedWords()
        self._spelling: Spelling | None = None
        self._kept: dict[str, bool] = {}

    def begin(self, make: MakeSpelling, names: PackedWords) -> None:
        """Judge from now on, with the words of the register's own names as right ones."""
        self._make, self._names = make, names
        self._renew()

    @property
    def is_on(self) -> bool:
        """Whether words are judged: a person wants it, and there is a dictionary."""
        return self._settings.spelling and self._spelling is not None

    def switch(self, *, on: bool) -> None:
        """Have words judged, or leave them all alone."""
        self._settings.spelling = on
        self.changed.emit()

    def kept(self, word: str) -> bool | None:
        """What was said of a word before; None for one that was not asked of yet."""
        return self._kept.get(word)

    def is_right(self, word: str) -> bool:
        """Whether a word may stand as it is. Takes about half a millisecond for one that was not asked of yet."""
        if self._spelling is None:
            return True
        if word not in self._kept:
            self._kept[word] = self._spelling.is_right(word)
        return self._kept[word]

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""
        return self._spelling.suggestions(word) if self._spelling else []

    def learn(self, word: str) -> None:
        """Take a word as right from now on, in every register of this person."""
        self.know((*self._settings.own_words, word))

    def know(self, words: Iterable[str]) -> None:
        """Take these words as right, and no others beside those of the dictionary and of the register's names."""
        self._settings.own_words = tuple(dict.fromkeys(words))
        self._renew()

    def _renew(self) -> None:
        self._kept.clear()
        own = PackedWords(self._settings.own_words)
        self._spelling = self._make(self._names, own) if self._make else None
        self.changed.emit()

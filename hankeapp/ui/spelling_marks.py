"""The wavy lines under words of a text that are written wrong: of what is in view only, and never while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from hankeapp.language.spelling import words_to_check
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit

    from hankeapp.ui.proofreader import Proofreader

_PAUSE_MS = 250
"""How long nothing is typed or scrolled before words are judged."""
_MOST_AT_ONCE = 12
"""New words judged without letting the window do something else: a few milliseconds."""
_MOST_SOUGHT = 2000
"""New words that a search for the next mistake goes through: about a second."""
_AROUND = 60
"""Characters beside what is in view that a word may reach into it from."""
_WIDEST = "\uffff"
"""What is beyond takes two of the units that Qt counts in."""


@dataclass(frozen=True)
class Misspelling:
    """A wrong word and its place, in the units that Qt counts in."""

    word: str
    start: int
    end: int


class SpellingMarks(QObject):
    """Lays its marks over the text as selections: a highlighter would lay out the whole paragraph again."""

    def __init__(self, area: QPlainTextEdit, proofreader: Proofreader) -> None:
        super().__init__(area)
        self._area = area
        self._proofreader = proofreader
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.mark)
        area.textChanged.connect(self._wait)
        area.verticalScrollBar().valueChanged.connect(self._wait)
        proofreader.changed.connect(self._wait)
        look().changed.connect(self._wait)
        self._wait()

    def mark(self) -> None:
        """Mark what is in view; words that are not judged yet come a few at a time."""
        found: list[Misspelling] = []
        left = _MOST_AT_ONCE
        if self._proofreader.is_on and self._area.isVisible() and not self._area.isReadOnly():
            for each in self._in_view():
                if self._proofreader.kept(each.word) is None:
                    if not left:
                        self._timer.start(0)
                        break
                    left -= 1
                if not self._proofreader.is_right(each.word) and not self._is_being_typed(each):
                    found.append(each)
        self._area.setExtraSelections([self._selection(each) for each in found])

    def at(self, position: int) -> Misspelling | None:
        """The wrong word at a place of the text."""
        if not self._proofreader.is_on or self._area.isReadOnly():
            return None
        block = self._area.document().findBlock(position)
        near = _words(block, position - block.position() - _AROUND, position - block.position() + _AROUND)
        found = next((each for each in near if each.start <= position <= each.end), None)
        return found if found and not self._proofreader.is_right(found.word) else None

    def next_from(self, position: int) -> Misspelling | None:
        """The next wrong word behind a place, or else the first of the text."""
        if not self._proofreader.is_on or self._area.isReadOnly():
            return None
        left = _MOST_SOUGHT
        for each in self._from(position):
            left -= self._proofreader.kept(each.word) is None
            if not self._proofreader.is_right(each.word):
                return each
            if left <= 0:
                return None
        return None

    def _from(self, position: int) -> Iterator[Misspelling]:
        document = self._area.document()
        first = document.findBlock(position)
        yield from (each for each in _words(first) if each.start >= position)
        block = first.next()
        while block.isValid():
            yield from _words(block)
            block = block.next()
        block = document.firstBlock()
        while block.isValid() and block.position() <= position:
            yield from (each for each in _words(block) if each.start < position)
            block = block.next()

    def _in_view(self) -> Iterator[Misspelling]:
        view = self._area.viewport().rect()
        first = self._area.cursorForPosition(QPoint(0, 0)).position() - _AROUND
        last = self._area.cursorForPosition(view.bottomRight()).position() + _AROUND
        block = self._area.document().findBlock(max(first, 0))
        while block.isValid() and block.position() <= last:
            yield from _words(block, first - block.position(), last - block.position())
            block = block.next()

    def _is_being_typed(self, word: Misspelling) -> bool:
        cursor = self._area.textCursor()
        return self._area.hasFocus() and not cursor.hasSelection() and cursor.position() == word.end

    def _selection(self, word: Misspelling) -> QTextEdit.ExtraSelection:
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(QColor(look().tokens.err_fg))
        cursor = QTextCursor(self._area.document())
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, wavy
        return selection

    def _wait(self) -> None:
        self._timer.start(_PAUSE_MS)


def _words(block: QTextBlock, first: int = 0, last: int | None = None) -> Iterator[Misspelling]:
    """The words of a paragraph between two places of it, whether right or wrong; those at the edges may be cut."""
    text = block.text()
    is_plain = text.isascii() or max(text) <= _WIDEST
    begin = max(first, 0) if is_plain else 0
    part = text[begin:last] if is_plain and last is not None else text[begin:]
    wider = told = 0
    for at, word in words_to_check(part):
        if not is_plain:
            wider += sum(letter > _WIDEST for letter in part[told:at])
            told = at
        place = block.position() + begin + at + wider
        yield Misspelling(word, place, place + len(word))

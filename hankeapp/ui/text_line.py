"""A text of one line as it is typed in: marks words that are written wrong, and offers what was meant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override

from hankeapp.language.spelling import words_to_check
from hankeapp.ui import spelling_menu
from hankeapp.ui.look import look
from hankeapp.ui.spelling_marks import Misspelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QMenu

    from hankeapp.ui.proofreader import Proofreader

_PAUSE_MS = 250
"""How long nothing is typed before words are judged."""
_MOST_AT_ONCE = 12
"""New words judged without letting the window do something else: a few milliseconds."""


class TextLine(QLineEdit):
    """A line edit; where it is proofread, `misspelled` are the words that are marked.

    Qt gives the text of a line no formats but those of an input method that is composing: the marks come as such ones.
    """

    def __init__(self) -> None:
        super().__init__()
        self.misspelled: Sequence[Misspelling] = ()
        self._proofreader: Proofreader | None = None
        self._is_composing = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.mark)

    def proofread(self, proofreader: Proofreader) -> None:
        """Mark wrong words from now on, and suggest others for them."""
        self._proofreader = proofreader
        self.textChanged.connect(self._wait)
        proofreader.changed.connect(self._timer.start)
        look().changed.connect(self._timer.start)
        self._timer.start()

    def mark(self) -> None:
        """Mark what is wrong; words that are not judged yet come a few at a time."""
        found: list[Misspelling] = []
        left = _MOST_AT_ONCE
        for each in self._words():
            assert self._proofreader is not None
            if self._proofreader.kept(each.word) is None:
                if not left:
                    self._timer.start(0)
                    break
                left -= 1
            if not self._proofreader.is_right(each.word) and not self._is_being_typed(each):
                found.append(each)
        if not self._is_composing:
            self._draw(found)

    def find_mistake(self) -> bool:
        """Go to the next wrong word and open what is suggested for it; False where there is none."""
        at = self.selectionEnd() if self.hasSelectedText() else self.cursorPosition()
        wrong = [each for each in self._words() if self._proofreader and not self._proofreader.is_right(each.word)]
        found = next((each for each in wrong if each.start >= at), wrong[0] if wrong else None)
        if found is None:
            return False
        self.setSelection(found.start, found.end - found.start)
        self._menu(found).popup(self.mapToGlobal(self.cursorRect().bottomLeft()))
        return True

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.cursorRect().bottomLeft() if by_keyboard else event.pos()
        at = self.selectionStart() if by_keyboard and self.hasSelectedText() else self.cursorPositionAt(place)
        wrong = next((each for each in self.misspelled if each.start <= at <= each.end), None)
        self._menu(wrong).popup(self.mapToGlobal(place))

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The word that was being typed is written now.
        if self._proofreader is not None:
            self._timer.start()

    def _menu(self, wrong: Misspelling | None) -> QMenu:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if wrong is not None and self._proofreader is not None:
            spelling_menu.offer(menu, self._proofreader, wrong.word, partial(self._replace, wrong))
        return menu

    def _replace(self, wrong: Misspelling, word: str) -> None:
        self.setSelection(wrong.start, wrong.end - wrong.start)
        if self.selectedText() == wrong.word:
            self.insert(word)

    def _words(self) -> Iterator[Misspelling]:
        """The words that are judged, whether right or wrong, in the units that Qt counts in."""
        if self._proofreader is None or not self._proofreader.is_on or self.isReadOnly():
            return
        text = self.text()
        for at, word in words_to_check(text):
            start = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
            yield Misspelling(word, start, start + len(word))

    def _is_being_typed(self, word: Misspelling) -> bool:
        return self.hasFocus() and not self.hasSelectedText() and self.cursorPosition() == word.end

    def _wait(self) -> None:
        if self.misspelled:
            self._draw(())
        self._timer.start()

    def _draw(self, misspelled: Sequence[Misspelling]) -> None:
        if misspelled or self.misspelled:
            self.misspelled = misspelled
            marks = [self._mark_of(each) for each in misspelled]
            QApplication.sendEvent(self, QInputMethodEvent("", marks))

    def _mark_of(self, word: Misspelling) -> QInputMethodEvent.Attribute:
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(QColor(look().tokens.err_fg))
        place, kind = word.start - self.cursorPosition(), QInputMethodEvent.AttributeType.TextFormat
        return QInputMethodEvent.Attribute(kind, place, word.end - word.start, wavy)

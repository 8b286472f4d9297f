"""A text of many lines as it is typed in: takes plain text only, and offers what a wrong word was meant to be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from hankeapp.domain.pasted import plain_text
from hankeapp.translation import tr
from hankeapp.ui import spelling_menu
from hankeapp.ui.carried_files import files_in
from hankeapp.ui.spelling_marks import SpellingMarks

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent
    from PySide6.QtWidgets import QMenu

    from hankeapp.ui.proofreader import Proofreader
    from hankeapp.ui.spelling_marks import Misspelling


LONG_PARAGRAPH = 20_000
"""Characters. Qt lays a paragraph out whole at every key."""


class TextArea(QPlainTextEdit):
    """Tab leaves it. `refused` says why nothing of what was pasted or dropped was taken."""

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._proofreader: Proofreader | None = None
        self._marks: SpellingMarks | None = None

    def look_for_long_paragraphs(self) -> None:
        """Leave out kerning and ligatures while a paragraph is so long that keys would lag: half of its layout."""
        is_long = self._has_long_paragraph()
        if self.font().kerning() is is_long:
            font = QFont()
            if is_long:
                font.setKerning(False)
                font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
            self.setFont(font)

    def proofread(self, proofreader: Proofreader) -> None:
        """Mark wrong words from now on, and suggest others for them."""
        self._proofreader = proofreader
        self._marks = SpellingMarks(self, proofreader)

    def find_mistake(self) -> bool:
        """Go to the next wrong word and open what is suggested for it; False where there is none."""
        found = self._marks.next_from(self.textCursor().selectionEnd()) if self._marks else None
        if found is None:
            return False
        self.setTextCursor(_cursor(self, found))
        self._menu(found).popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        return True

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(source.hasText() or source.hasImage())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = plain_text(source.text())
        if files_in(source):
            self.refused.emit(tr("A text takes no files. Add them as attachments."))
        elif text:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()
        elif source.hasImage():
            self.refused.emit(tr("A text takes no pictures. Add the picture as an attachment."))

    @override
    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        if files_in(e.mimeData()):
            e.ignore()  # they are dropped on the project
        else:
            super().dragEnterEvent(e)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_keyboard else self.cursorForPosition(event.pos())
        at = cursor.selectionStart() if by_keyboard else cursor.position()
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_keyboard else event.globalPos()
        self._menu(self._marks.at(at) if self._marks else None).popup(place)

    def _has_long_paragraph(self) -> bool:
        block = self.document().firstBlock()
        while block.isValid() and block.length() <= LONG_PARAGRAPH:
            block = block.next()
        return block.isValid()

    def _menu(self, wrong: Misspelling | None) -> QMenu:
        """Qt's own menu, under what is suggested for a wrong word."""
        menu = self.createStandardContextMenu(QPoint())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if wrong is not None and self._proofreader is not None:
            spelling_menu.offer(menu, self._proofreader, wrong.word, partial(self._replace, wrong))
        return menu

    def _replace(self, wrong: Misspelling, word: str) -> None:
        cursor = _cursor(self, wrong)
        if cursor.selectedText() == wrong.word:
            cursor.insertText(word)


def _cursor(area: QPlainTextEdit, word: Misspelling) -> QTextCursor:
    cursor = QTextCursor(area.document())
    cursor.setPosition(word.start)
    cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor

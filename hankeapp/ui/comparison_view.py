"""What has changed, as a text to be read, copied and printed: projects that came, went, moved, and their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from hankeapp.domain.comparison_telling import facts, heading, summary
from hankeapp.domain.comparisons import Fate
from hankeapp.domain.differences import differences
from hankeapp.translation import tr
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.comparisons import Compared, Comparison, Difference
    from hankeapp.domain.differences import Piece
    from hankeapp.ui.theme import Tokens

_LONG = 60
"""Characters: longer values stand under each other, with the words marked that differ."""
_GAP, _INDENT = 10, 18
"""Px at 100 % text."""


class ComparisonView(QTextEdit):
    """Reads like a document, keyboard and all; drawn anew with every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "source")
        self.setAccessibleName(tr("What has changed"))
        look().changed.connect(self._write)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what differs, from the top."""
        self._comparison = comparison
        self._write()

    def show_waiting(self) -> None:
        """Show nothing of what was compared before."""
        self._comparison = None
        self.setPlainText(tr("Comparing with today…"))

    def paper(self) -> QTextDocument:
        """The same for a printer: dark on white in every theme."""
        document = QTextDocument(self)
        if self._comparison is not None:
            _Writer(document, LIGHT).write(self._comparison)
        return document

    def _write(self) -> None:
        if self._comparison is not None:
            self.document().clear()
            _Writer(self.document(), look().tokens).write(self._comparison)
            self.moveCursor(QTextCursor.MoveOperation.Start)


class _Writer:
    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        self._cursor = QTextCursor(document)
        self._plain = _format(Role.BODY, tokens.text)
        self._hint = _format(Role.BODY, tokens.text2)
        self._strong = _format(Role.STRONG, tokens.text)
        self._section = _format(Role.SECTION, tokens.text)
        self._old, self._new = _format(Role.BODY, tokens.err_fg), _format(Role.BODY, tokens.act_fg)
        self._old.setFontStrikeOut(True)
        self._old.setBackground(QColor(tokens.err_bg))
        self._new.setFontUnderline(True)
        self._new.setBackground(QColor(tokens.act_bg))

    def write(self, comparison: Comparison) -> None:
        self._line(self._hint)
        self._cursor.insertText(summary(comparison), self._hint)
        for fate in Fate:
            several = comparison.of(fate)
            if several:
                self._line(self._section, above=2, level=1)
                self._cursor.insertText(f"{fate.label} ({len(several)})", self._section)
            for each in several:
                self._project(each)

    def _project(self, each: Compared) -> None:
        self._line(self._strong, above=1, level=2)
        self._cursor.insertText(heading(each), self._strong)
        for fact in facts(each):
            self._line(self._hint, indent=1)
            self._cursor.insertText(fact, self._hint)
        for difference in each.differences:
            self._difference(difference)

    def _difference(self, difference: Difference) -> None:
        self._line(self._plain, indent=1)
        self._cursor.insertText(f"{difference.label}: ", self._hint)
        old, new = difference.old, difference.new
        if old.strip() and new.strip() and max(len(old), len(new)) > _LONG:
            before, after = differences(old, new)
            for pieces, marked in ((before, self._old), (after, self._new)):
                self._line(self._plain, indent=2)
                self._pieces(pieces, marked)
            return
        for text, marked in ((old, self._old), (new, self._new)):
            if marked is self._new:
                self._cursor.insertText(" → ", self._hint)
            is_known = bool(text.strip())
            self._cursor.insertText(text if is_known else tr("(empty)"), marked if is_known else self._hint)

    def _pieces(self, pieces: Sequence[Piece], marked: QTextCharFormat) -> None:
        for piece in pieces:
            self._cursor.insertText(piece.text, marked if piece.differs else self._plain)

    def _line(self, text: QTextCharFormat, *, above: int = 0, indent: int = 0, level: int = 0) -> None:
        """Begin a paragraph; the `level` is that of a heading."""
        shape = QTextBlockFormat()
        shape.setTopMargin(look().fonts.px(2 + above * _GAP))
        shape.setLeftMargin(look().fonts.px(indent * _INDENT))
        shape.setHeadingLevel(level)
        if self._cursor.document().isEmpty():
            self._cursor.setBlockFormat(shape)
            self._cursor.setBlockCharFormat(text)
        else:
            self._cursor.insertBlock(shape, text)


def _format(role: Role, ink: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(QFont(look().fonts.font(role)))
    made.setForeground(QColor(ink))
    return made

"""The source under review: a paragraph between its neighbours, with the words tinted that were recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from hankeapp.translation import mark, tr
from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal, Suggestion


@dataclass(frozen=True)
class Tint:
    """How the words of a sort of field are marked: background, underline (tokens), dashed or whole."""

    label: str
    ground: str
    ink: str
    is_dashed: bool = False


_NAMES = Tint(mark("Name"), "selected", "accent")
_TIMES = Tint(mark("Duration"), "soon_bg", "soon_fg", is_dashed=True)
_KINDS = Tint(mark("Kind"), "plan_bg", "plan_fg")
_OTHERS = Tint(mark("Other"), "act_bg", "act_fg")
TINTS = (_NAMES, _TIMES, _KINDS, _OTHERS)
_TINT_OF = {"name": _NAMES, "acronym": _NAMES, "start": _TIMES, "end": _TIMES, "time_text": _TIMES, "kind": _KINDS}

_LINE_HEIGHT = 145
"""Per cent."""
_GAP = "\n\n"


class SourceText(QTextEdit):
    """Read-only and plain: what looks like markup in the source is shown as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Source text"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setProperty("kind", "source")
        self._proposal: Proposal | None = None
        self._before = ""
        self._marked: Suggestion | None = None
        look().changed.connect(self._tint)

    def show_paragraph(self, proposals: Sequence[Proposal], at: int) -> None:
        """Show the paragraph of a proposal, with the one before it and the one after it."""
        self._proposal = proposals[at]
        self._marked = None
        self._before = proposals[at - 1].text + _GAP if at else ""
        after = _GAP + proposals[at + 1].text if at + 1 < len(proposals) else ""
        self.setPlainText(self._before + self._proposal.text + after)
        self._space_lines()
        self._tint()
        self._scroll_to(0, len(self._proposal.text))

    def mark_suggestion(self, suggestion: Suggestion | None) -> None:
        """Make the words of one suggestion stand out among the others."""
        self._marked = suggestion
        self._tint()
        if suggestion is not None:
            self._scroll_to(*suggestion.span)

    def marked_text(self) -> str:
        """The words that stand out, empty for none."""
        return self._cursor(*self._marked.span).selectedText() if self._marked else ""

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _tint(self) -> None:
        if self._proposal is None:
            return
        tokens, end = look().tokens, len(self._proposal.text)
        neighbour = QTextCharFormat()
        neighbour.setForeground(colour(tokens.text3))
        whole = self._cursor(0, end)
        parts = [
            self._part(0, whole.selectionStart(), neighbour),
            self._part(whole.selectionEnd(), self.document().characterCount() - 1, neighbour),
        ]
        # Longer spans first: a year inside a name keeps its own tint.
        for each in sorted(self._proposal.suggestions, key=lambda each: each.span[0] - each.span[1]):
            parts += [self._suggested(each, _format(_TINT_OF.get(each.field, _OTHERS)))]
        if self._marked is not None:
            parts.append(self._suggested(self._marked, _standing_out()))
        self.setExtraSelections(parts)

    def _suggested(self, suggestion: Suggestion, look_of_it: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = self._cursor(*suggestion.span)
        return self._part(cursor.selectionStart(), cursor.selectionEnd(), look_of_it)

    def _part(self, start: int, end: int, look_of_it: QTextCharFormat) -> QTextEdit.ExtraSelection:
        part = QTextEdit.ExtraSelection()
        part.cursor = QTextCursor(self.document())
        part.cursor.setPosition(start)
        part.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        part.format = look_of_it
        return part

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """A span of the paragraph as Qt counts: in UTF-16, and a line break is one character."""
        assert self._proposal is not None
        text, before = self._proposal.text, _width(self._before)
        cursor = QTextCursor(self.document())
        cursor.setPosition(before + _width(text[:start]))
        cursor.setPosition(before + _width(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _scroll_to(self, start: int, end: int) -> None:
        cursor = self._cursor(end, end)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        cursor.setPosition(self._cursor(start, start).position())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _width(text: str) -> int:
    return len(text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")) // 2


def _format(tint: Tint) -> QTextCharFormat:
    tokens, made = look().tokens, QTextCharFormat()
    style = QTextCharFormat.UnderlineStyle
    made.setBackground(colour(getattr(tokens, tint.ground)))
    made.setUnderlineStyle(style.DashUnderline if tint.is_dashed else style.SingleUnderline)
    made.setUnderlineColor(colour(getattr(tokens, tint.ink)))
    return made


def _standing_out() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(colour(look().tokens.hit))
    made.setForeground(colour(look().tokens.hit_text))
    return made

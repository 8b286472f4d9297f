"""The source under review: a paragraph between its neighbours, with the words tinted that were recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from hankeapp.translation import mark, tr
from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from hankeapp.domain.proposals import Proposal, Suggestion


@dataclass(frozen=True)
class Tint:
    """How the words of a sort of field are marked: background, underline (tokens), dashed or whole."""

    label: str
    ground: str
    ink: str
    is_dashed: bool = False


_NAMES = Tint(mark("Name, unit"), "selected", "accent")
_TIMES = Tint(mark("Duration"), "soon_bg", "soon_fg", is_dashed=True)
_MONEY = Tint(mark("Funder"), "plan_bg", "plan_fg")
_OTHERS = Tint(mark("Other"), "subtle", "border_strong")
_PEOPLE = Tint(mark("Partners"), "act_bg", "act_fg")
TINTS = (_NAMES, _TIMES, _MONEY, _PEOPLE, _OTHERS)
_TINT_OF = (
    dict.fromkeys(("name", "acronym", "unit", "city_role"), _NAMES)
    | dict.fromkeys(("start", "end", "time_text", "periods", "deadlines"), _TIMES)
    | dict.fromkeys(("fundings", "budget_whole", "budget_city", "budget_own"), _MONEY)
    | dict.fromkeys(("participations", "contacts"), _PEOPLE)
)

_LINE_HEIGHT = 145
"""Per cent."""
_GAP = "\n\n"
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SourceText(QTextEdit):
    """Read-only and plain: what looks like markup in the source is shown as it is.

    A click on words that were recognised, or Enter where the cursor stands in them, tells which suggestion they are.
    """

    pointed = Signal(object)
    """The `Suggestion` whose words were pointed at."""

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
        self._marked: Sequence[tuple[int, int]] = ()
        look().changed.connect(self._tint)

    def show_paragraph(self, proposals: Sequence[Proposal], at: int) -> None:
        """Show the paragraph of a proposal, with the one before it and the one after it."""
        self._proposal = proposals[at]
        self._marked = ()
        self._before = proposals[at - 1].text + _GAP if at else ""
        after = _GAP + proposals[at + 1].text if at + 1 < len(proposals) else ""
        self.setPlainText(self._before + self._proposal.text + after)
        self._space_lines()
        self._tint()
        self._scroll_to(0, len(self._proposal.text))

    def mark(self, spans: Sequence[tuple[int, int]], scrolls: bool = True) -> None:
        """Make the words of spans stand out among the others, and bring them into view unless it is not to scroll."""
        self._marked = spans
        self._tint()
        if spans and scrolls:
            self._scroll_to(*spans[0])

    def marked_text(self) -> str:
        """The words that stand out, empty for none."""
        return " ".join(self._cursor(*span).selectedText() for span in self._marked)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER and not e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._point(self.textCursor().position())
        else:
            super().keyPressEvent(e)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        if not self.textCursor().hasSelection():
            self._point(self.cursorForPosition(e.position().toPoint()).position())

    def _point(self, place: int) -> None:
        """Tell of the suggestion with the fewest words around a place of the document."""
        found = [each for each in self._suggestions() if self._holds(each, place)]
        if found:
            self.pointed.emit(min(found, key=lambda each: each.span[1] - each.span[0]))

    def _suggestions(self) -> Sequence[Suggestion]:
        return self._proposal.suggestions if self._proposal is not None else ()

    def _holds(self, suggestion: Suggestion, place: int) -> bool:
        cursor = self._cursor(*suggestion.span)
        return cursor.selectionStart() <= place <= cursor.selectionEnd()

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
            parts += [self._spanned(each.span, _format(_TINT_OF.get(each.field, _OTHERS)))]
        parts += [self._spanned(span, _standing_out()) for span in self._marked]
        self.setExtraSelections(parts)

    def _spanned(self, span: tuple[int, int], look_of_it: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = self._cursor(*span)
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

"""The line in which a query is written: plain text to the keyboard, where each whole filter looks like a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from hankeapp.ui import icons
from hankeapp.ui.look import look
from hankeapp.ui.query_layout import CLOSE, Chip, QueryLayout
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

    Spans = Callable[[str], Sequence[tuple[int, int]]]

_CURSOR_MARGIN = 5
"""Px that Qt puts on the left of the cursor into `cursorRect`."""


_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}
"""The focus comes back after these."""


class QueryEdit(QLineEdit):
    """Chips are drawn behind the text, and its letters spread for them: what is read, copied and undone is the text.

    The filter that is being written is text until the cursor has left it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._spans: Spans = _no_spans
        self._is_writing = False
        self._is_composing = False
        self._chips: tuple[Chip, ...] = ()
        self._layout = QueryLayout("", ())
        self.setProperty("kind", "query")
        self.setMouseTracking(True)
        self.textChanged.connect(self._write)
        self.cursorPositionChanged.connect(self._write)
        self.selectionChanged.connect(self._arrange)
        look().changed.connect(self._dress)

    def find_filters_by(self, spans: Spans) -> None:
        """Take what tells where a text's filters stand, each from its start to before its end."""
        self._spans = spans
        self._arrange()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The filters that look like chips now."""
        return self._chips

    def box(self, chip: Chip) -> QRectF:
        """Where a chip is drawn."""
        return self._layout.box(chip).translated(self._left(), 0).adjusted(0, self._top(), 0, self._top())

    def close_box(self, chip: Chip) -> QRectF:
        """Where a click takes a chip away: its right end, as tall as the line."""
        box = self.box(chip)
        return QRectF(box.right() - look().fonts.px(CLOSE), 0, look().fonts.px(CLOSE), self.height())

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another; Ctrl+Z takes it back."""
        self.setSelection(start, end - start)
        if text:
            self.insert(text)
        else:
            self.del_()

    def write_whole(self, text: str) -> None:
        """Put a text in the place of all; Ctrl+Z takes it back."""
        self.selectAll()
        self.insert(text)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())
        self._arrange(anew=True)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_writing = False
        self._arrange()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_writing = False
        if event.reason() not in _PASSING:
            # Of a long query the beginning is seen.
            self.setCursorPosition(0)
        self._arrange()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        chip = self._chip_to_close(event)
        if chip is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        after = chip.end + (self.text()[chip.end : chip.end + 1] == " ")
        self.replace(chip.start, after, "")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_close = self._chip_to_close(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_close else Qt.CursorShape.IBeamCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt scrolls a line as it paints it: only then is known where the chips stand behind it.
        super().paintEvent(event)
        if self._chips:
            painter = QPainter(self)
            painter.fillRect(self.rect(), colour(look().tokens.base))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for chip in self._chips:
                if not self._is_selected(chip):
                    self._paint(painter, chip)
            painter.end()
            super().paintEvent(event)

    def _paint(self, painter: QPainter, chip: Chip) -> None:
        tokens, fonts = look().tokens, look().fonts
        box = self.box(chip)
        painter.setPen(QPen(colour(tokens.accent), 1))
        painter.setBrush(colour(tokens.selected))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        side = fonts.px(13)
        cross = icons.pixmap("x", tokens.text2, side, self.devicePixelRatioF())
        painter.drawPixmap(round(box.right() - fonts.px(5) - side), round(box.center().y() - side / 2), cross)

    def _write(self) -> None:
        self._is_writing = self.hasFocus()
        self._arrange()

    def _dress(self) -> None:
        self._arrange(anew=True)

    def _arrange(self, *, anew: bool = False) -> None:
        """Look where the chips are now, and make room for them."""
        text = self.text()
        chips = () if self._is_composing else tuple(Chip(*span) for span in self._spans(text) if self._is_left(*span))
        if anew or (text, chips) != (self._layout.text, self._chips):
            self._chips = chips
            self._layout = QueryLayout(text, chips)
            self._format()
            self.update()

    def _format(self) -> None:
        # QLineEdit has no formats of its own: it takes those of an input method, as places from the cursor on.
        if self._is_composing:
            return
        kind = QInputMethodEvent.AttributeType.TextFormat
        formats = [
            QInputMethodEvent.Attribute(kind, each.start - self.cursorPosition(), each.length, each.format)
            for each in self._layout.formats
        ]
        super().inputMethodEvent(QInputMethodEvent("", formats))
        self.setTextMargins(self._layout.left_margin, 0, 0, 0)

    def _is_left(self, start: int, end: int) -> bool:
        is_at = start <= self.cursorPosition() <= end
        return not (is_at and self._is_writing and not self.hasSelectedText())

    def _is_selected(self, chip: Chip) -> bool:
        # Selected text is selected text: a chip would look out from behind its ground.
        return self.hasSelectedText() and self.selectionStart() < chip.end and chip.start < self.selectionEnd()

    def _chip_to_close(self, event: QMouseEvent) -> Chip | None:
        return next((chip for chip in self._chips if self.close_box(chip).contains(event.position())), None)

    def _left(self) -> float:
        """Where the text begins, scrolled as it is."""
        return self.cursorRect().left() + _CURSOR_MARGIN - self._layout.x(self.cursorPosition())

    def _top(self) -> float:
        return (self.height() - self._layout.chip_height) / 2


def _no_spans(_text: str) -> Sequence[tuple[int, int]]:
    return ()

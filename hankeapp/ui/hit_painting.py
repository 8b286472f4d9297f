"""Texts of a list with what was searched for marked in them, and the line that shows it in its surroundings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from hankeapp.services.hits import Snippet, Span
    from hankeapp.ui.fonts import Role

_RADIUS = 2.5
_BEFORE = 0.35
"""The share of a line that may stand before its first hit."""


def paint_marked(painter: QPainter, box: QRectF, text: str, spans: Sequence[Span], role: Role, ink: str) -> None:
    """`paint_text` with the spans on the colour of hits."""
    paint_text(painter, box, text, role, ink)
    if not spans:
        return
    metrics, tokens = look().fonts.metrics(role, tabular=True), look().tokens
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
    readable = len(text) if shown == text else len(shown) - 1
    for begin, end in spans:
        piece = text[begin : min(end, readable)]
        if piece and begin < readable:
            left = box.left() + metrics.horizontalAdvance(text[:begin])
            mark = QRectF(
                left, box.center().y() - metrics.height() / 2, metrics.horizontalAdvance(piece), metrics.height()
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.hit))
            painter.drawRoundedRect(mark.adjusted(-1, 0, 1, 0), _RADIUS, _RADIUS)
            paint_text(painter, mark.adjusted(0, 0, 2, 0), piece, role, tokens.hit_text)


def paint_snippet(painter: QPainter, box: QRectF, snippet: Snippet, role: Role, ink: str) -> None:
    """A snippet in one line, cut at its beginning where its first hit would not be seen."""
    text, spans = snippet.text, list(snippet.spans)
    metrics = look().fonts.metrics(role, tabular=True)
    before = text[: spans[0][0]] if spans else ""
    if metrics.horizontalAdvance(before) > box.width() * _BEFORE:
        kept = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, box.width() * _BEFORE)
        moved = len(kept) - len(before)
        text = kept + text[len(before) :]
        spans = [(begin + moved, end + moved) for begin, end in spans]
    paint_marked(painter, box, text, spans, role, ink)

"""Where the pages of a preview stand: in rows of one or two, each as large as the chosen fit makes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 20
"""Px between pages, and around them."""
SMALLEST, LARGEST = 0.1, 5.0


class Fit(Enum):
    """How large the pages are shown."""

    SPREAD = "spread"
    WIDTH = "width"
    PAGE = "page"
    ZOOM = "zoom"


@dataclass(frozen=True)
class PageLayout:
    """The boxes of the pages in px, the size of it all, and the scale (1.0 is the size on paper)."""

    boxes: tuple[QRectF, ...]
    extent: QSizeF
    scale: float

    def visible(self, top: float, bottom: float) -> list[int]:
        """The pages that stand at least partly between two heights."""
        return [page for page, box in enumerate(self.boxes) if box.bottom() > top and box.top() < bottom]

    def read(self, top: float, bottom: float) -> list[int]:
        """The visible pages without those of which only an edge is seen, unless there are no others."""
        visible = self.visible(top, bottom)
        return [page for page in visible if _is_read(self.boxes[page], top, bottom)] or visible


def _is_read(box: QRectF, top: float, bottom: float) -> bool:
    edge = box.height() / 3
    return box.bottom() - edge > top and box.top() + edge < bottom


def lay_out(pages: Sequence[QSizeF], room: QSizeF, fit: Fit, zoom: float, dots: float) -> PageLayout:
    """Lay pages (in points) out in a viewport of `room` px; `dots` is the px of a point at the size on paper."""
    if not pages:
        return PageLayout((), QSizeF(0, 0), zoom)
    widest = max(page.width() for page in pages) * dots
    tallest = max(page.height() for page in pages) * dots
    columns = 2 if fit is Fit.SPREAD and len(pages) > 1 and room.width() > room.height() * 0.9 else 1
    by_width = (room.width() - GAP * (columns + 1)) / (widest * columns)
    by_height = (room.height() - 2 * GAP) / tallest
    scale = {
        Fit.SPREAD: min(by_width, by_height) if columns == 1 else by_width,
        Fit.WIDTH: by_width,
        Fit.PAGE: min(by_width, by_height),
        Fit.ZOOM: zoom,
    }[fit]
    scale = min(max(scale, SMALLEST), LARGEST)
    return _rows(pages, room, columns, scale, dots)


def _rows(pages: Sequence[QSizeF], room: QSizeF, columns: int, scale: float, dots: float) -> PageLayout:
    boxes: list[QRectF] = []
    top, widest = float(GAP), 0.0
    for first in range(0, len(pages), columns):
        row = [page * dots * scale for page in pages[first : first + columns]]
        # A last page that stands alone keeps its place on the left.
        whole = sum(page.width() for page in row) + (columns - len(row)) * row[0].width() + GAP * (columns - 1)
        left = max((room.width() - whole) / 2, GAP)
        for page in row:
            boxes.append(QRectF(round(left), round(top), round(page.width()), round(page.height())))
            left += page.width() + GAP
        top += max(page.height() for page in row) + GAP
        widest = max(widest, whole + 2 * GAP)
    return PageLayout(tuple(boxes), QSizeF(widest, top), scale)

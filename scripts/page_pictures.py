"""Pictures of printed pages of the example for the user guide: `python -m scripts.page_pictures docs/pictures`.

They show what `Tallenna PDF…` writes, on 24 November 2026, as QtPdf paints it.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter, qRgb

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.reports.paper import Paper
from hankeapp.reports.typesetting import typeset
from hankeapp.services.opening import create_example
from hankeapp.services.printing import PAGE_ORDER, ReportKind, Wish, document_of
from hankeapp.ui.pdf_pages import PdfPages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.services.register import Register

_PLAIN = Query(sorts=(PAGE_ORDER,))
_IN_KINDS = Query(sorts=(PAGE_ORDER,), group="kind")
_OFFICE = "Porin kaupunki"
_GREY = Paper(is_grey=True, is_two_sided=True, scale=1.15)

_PICTURES: dict[str, Sequence[tuple[Wish, int]]] = {
    "sivut-katsaus": [(Wish(_PLAIN, office=_OFFICE), page) for page in range(3)],
    "sivut-ryhmat": [
        (Wish(_IN_KINDS, office=_OFFICE), 2),
        (Wish(_PLAIN, office=_OFFICE, paper=_GREY), 1),
        (Wish(_PLAIN, ReportKind.CARD, _OFFICE), 2),
    ],
    "sivut-taulukko": [(Wish(_IN_KINDS, ReportKind.TABLE, _OFFICE), page) for page in range(2)],
}
"""The pages that stand side by side, by the name of the picture."""

_HEIGHT = 640
_GAP = 10
_GROUND = qRgb(0x88, 0x92, 0x9C)
_SMALLEST = 0
"""Of a PNG the quality is how little it is compressed."""


def take_all(folder: Path) -> Iterator[Path]:
    """Save the pictures into a folder; their paths."""
    with tempfile.TemporaryDirectory() as temporary:
        register = create_example(Path(temporary) / "hankkeet.hanke", Desk("Hanna", Clock.standing(2026, 11, 24)))
        with closing(register):
            for name, wished in _PICTURES.items():
                path = folder / f"{name}.png"
                _side_by_side([_page(register, wish, page) for wish, page in wished]).save(str(path), quality=_SMALLEST)
                yield path


def _page(register: Register, wish: Wish, page: int) -> QImage:
    pages = PdfPages(typeset(document_of(register, wish)).pdf)
    size = pages.size(page)
    height = _HEIGHT if size.height() > size.width() else _HEIGHT * 3 // 4
    return pages.image(page, QSize(round(height * size.width() / size.height()), height))


def _side_by_side(images: Sequence[QImage]) -> QImage:
    width = sum(each.width() + _GAP for each in images) + _GAP
    sheet = QImage(width, max(each.height() for each in images) + 2 * _GAP, QImage.Format.Format_RGB32)
    sheet.fill(_GROUND)
    painter, left = QPainter(sheet), _GAP
    for each in images:
        painter.drawImage(left, _GAP, each)
        left += each.width() + _GAP
    painter.end()
    return sheet


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    for taken in take_all(Path(sys.argv[1])):
        sys.stdout.write(f"{taken}\n")

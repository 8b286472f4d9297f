"""What a list offers to choose from: headings, and rows with an icon and, at the right, a count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate
from typing_extensions import override

from hankeapp.ui import icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    AnyIndex = QModelIndex | QPersistentModelIndex

OfferRole = Qt.ItemDataRole.UserRole
_ROW, _HEADING, _PAD = 32, 30, 24
"""Px at 100 % text: a row's and a heading's height, and how far from the edge the icons stand."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Offer:
    """`value` is what is chosen with it, None for a heading; `detail` is said more quietly, `aside` at the right."""

    text: str
    value: object = None
    icon: str = ""
    detail: str = ""
    aside: str = ""

    @property
    def is_heading(self) -> bool:
        return self.value is None

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.text, self.detail, self.aside) if part)


class OfferModel(QAbstractListModel):
    """Rows in their order; headings can be neither chosen nor reached."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Offer, ...] = ()

    def show_rows(self, rows: Sequence[Offer]) -> None:
        """Show others in their place."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def change_rows(self, rows: Sequence[Offer]) -> None:
        """Show others that stand for the same: what is current stays so, unless their number differs."""
        if len(rows) != len(self.rows):
            self.show_rows(rows)
        else:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        answers: dict[int, object] = {
            OfferRole: row,
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
        }
        return answers.get(role)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        is_heading = not index.isValid() or self.rows[index.row()].is_heading
        return Qt.ItemFlag.NoItemFlags if is_heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OfferDelegate(QStyledItemDelegate):
    """Icon, text, detail, and the count at the right edge."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row = index.data(OfferRole)
        return QSize(look().fonts.px(200), look().fonts.px(_HEADING if row.is_heading else _ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, px = index.data(OfferRole), look().fonts.px
        box = QRectF(option.rect)
        painter.save()
        if row.is_heading:
            words = box.adjusted(px(16), px(4), -px(16), 0)
            paint_text(painter, words, row.text, Role.CAPTION_STRONG, look().tokens.text3)
        else:
            row_painting.paint_ground(painter, option, box.adjusted(px(6), 0, -px(6), 0))
            chosen = row_painting.is_selected(option)
            _paint_row(painter, row, box.adjusted(px(_PAD), 0, -px(_PAD), 0), chosen=chosen)
        painter.restore()


def _paint_row(painter: QPainter, row: Offer, box: QRectF, *, chosen: bool) -> None:
    tokens, px = look().tokens, look().fonts.px
    # text3 is too pale on a selected row.
    quiet = tokens.text2 if chosen else tokens.text3
    side = px(17)
    device = painter.device()
    if row.icon:
        sign = icons.pixmap(row.icon, tokens.text2, side, device.devicePixelRatioF() if device else 1.0)
        painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), sign)
    paint_text(painter, box, row.aside, Role.CAPTION, quiet, right=True)
    room = box.adjusted(px(28), 0, -width(row.aside, Role.CAPTION) - px(12 if row.aside else 0), 0)
    paint_text(painter, room, row.text, Role.BODY, tokens.text)
    taken = width(row.text, Role.BODY) + px(10)
    if row.detail and taken < room.width():
        paint_text(painter, room.adjusted(taken, 0, 0, 0), row.detail, Role.CARD_DETAIL, tokens.text2)

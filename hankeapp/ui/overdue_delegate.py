"""Paints the rows of the overdue review, and opens their acts and dates for a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QComboBox, QStyledItemDelegate
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import formatting, glyphs, icons, row_painting
from hankeapp.ui.choice_editor import ChoiceEditor
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.field_painting import HEIGHT, FieldState, has_keyboard_focus, paint_check, paint_field
from hankeapp.ui.fonts import Role
from hankeapp.ui.glyphs import Glyph
from hankeapp.ui.look import look
from hankeapp.ui.overdue_choices import ReviewAct
from hankeapp.ui.overdue_model import ChoiceRole, Column, OverdueModel, ended_words, passed_words
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from hankeapp.ui.fonts import Fonts
    from hankeapp.ui.overdue_choices import Choice

    AnyIndex = QModelIndex | QPersistentModelIndex

_Hint = QAbstractItemDelegate.EndEditHint
GAP = 12
"""Between the fields of a row, in px at 100 % text."""
MARGIN = 20
"""At the right end of a row."""


def row_height(fonts: Fonts) -> int:
    """57 px at 100 % text."""
    lines = fonts.metrics(Role.CARD).height() + fonts.metrics(Role.CARD_DETAIL).height()
    return max(fonts.px(57), round(lines) + fonts.px(14))


class OverdueDelegate(QStyledItemDelegate):
    """Check, words, act and date; the last two look like fields and open into them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(look().fonts.px(80), row_height(look().fonts))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        choice: Choice = index.data(ChoiceRole)
        model = index.model()
        assert isinstance(model, OverdueModel)
        painter.save()
        _paint_ground(painter, option, index)
        match Column(index.column()):
            case Column.CHECK:
                middle = QPointF(look().fonts.px(30), QRectF(option.rect).center().y())
                paint_check(painter, middle, option, is_checked=choice.is_taken)
            case Column.PROJECT:
                _paint_project(painter, option, choice, model)
            case Column.ACT:
                state = FieldState(has_focus=has_keyboard_focus(option), icon="chevron-down")
                paint_field(painter, QRectF(field_box(option, index)), choice.act.label, state)
            case Column.DATE:
                _paint_date(painter, option, index, choice)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        choice: Choice = index.data(ChoiceRole)
        if index.column() == Column.DATE:
            date = DateLine(ENDS, parent)
            date.picked.connect(date.write)
            date.setAccessibleName(_date_name(choice))
            return date
        acts = ChoiceEditor(parent, [(act.label, act.value) for act in ReviewAct])
        acts.setAccessibleName(tr("Act"))
        acts.made.connect(self._commit)
        acts.left.connect(self._close)
        return acts

    @override
    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        choice: Choice = index.data(ChoiceRole)
        if isinstance(editor, DateLine):
            editor.setText(choice.date_text)
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(choice.act.value))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, DateLine):
            # What was said in words stands there as it was read.
            date = editor.known_date
            model.setData(index, formatting.value_text(date) if date else editor.text().strip())
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        editor.setGeometry(field_box(option, index))

    def _commit(self, acts: ChoiceEditor) -> None:
        self.commitData.emit(acts)
        # A new end is a date that only a person knows: the field for it opens next.
        needs_date = acts.currentData() in {ReviewAct.CONTINUE.value, ReviewAct.CORRECT.value}
        self.closeEditor.emit(acts, _Hint.EditNextItem if needs_date else _Hint.NoHint)

    def _close(self, acts: ChoiceEditor) -> None:
        self.closeEditor.emit(acts, _Hint.NoHint)


def field_box(option: QStyleOptionViewItem, index: AnyIndex) -> QRect:
    """Where the field stands in its cell."""
    px, cell = look().fonts.px, option.rect
    gap = MARGIN if index.column() == Column.DATE else GAP
    return QRect(cell.left(), cell.center().y() - px(HEIGHT) // 2, cell.width() - px(gap), px(HEIGHT))


def _date_name(choice: Choice) -> str:
    if choice.act is ReviewAct.CONTINUE:
        return tr("New end date: {name}", name=choice.project.title)
    if choice.act is ReviewAct.CORRECT:
        return tr("Right end date: {name}", name=choice.project.title)
    return tr("Ended on: {name}", name=choice.project.title)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
    tokens, cell = look().tokens, QRectF(option.rect)
    fill = row_painting.ground(option)
    if fill:
        painter.fillRect(cell, colour(fill))
    painter.setPen(QPen(colour(tokens.border), 1))
    painter.drawLine(QPointF(cell.left(), cell.bottom() - 0.5), QPointF(cell.right(), cell.bottom() - 0.5))
    if index.column() == Column.CHECK and row_painting.is_selected(option):
        painter.fillRect(QRectF(cell.left(), cell.top(), 3.5, cell.height() - 1), colour(tokens.accent))


def _paint_project(painter: QPainter, option: QStyleOptionViewItem, choice: Choice, model: OverdueModel) -> None:
    fonts, cell = look().fonts, QRectF(option.rect)
    name, detail = fonts.metrics(Role.CARD).height(), fonts.metrics(Role.CARD_DETAIL).height()
    top = cell.center().y() - (name + detail + fonts.px(1)) / 2
    room = cell.adjusted(fonts.px(6), 0, -fonts.px(GAP), 0)
    first = QRectF(room.left(), top, room.width(), name)
    second = QRectF(room.left(), first.bottom() + fonts.px(1), room.width(), detail)
    paint_text(painter, first, choice.project.title, Role.CARD, look().tokens.text)
    fault = model.visible_fault(choice)
    if fault:
        _paint_fault(painter, second, fault)
    else:
        _paint_passed(painter, second, choice, model)
    row_painting.paint_ring(painter, option, cell.adjusted(0, 2, -2, -3))


def _paint_fault(painter: QPainter, box: QRectF, fault: str) -> None:
    tokens, size = look().tokens, look().fonts.px(14)
    mark = icons.pixmap("circle-alert", tokens.err_fg, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(box.left(), round(box.center().y() - size / 2)), mark)
    paint_text(painter, box.adjusted(size + 5, 0, 0, 0), fault, Role.CARD_STATUS, tokens.err_fg)


def _paint_passed(painter: QPainter, box: QRectF, choice: Choice, model: OverdueModel) -> None:
    tokens, fonts = look().tokens, look().fonts
    size = fonts.px(13)
    glyphs.draw(painter, Glyph.OVERDUE, tokens.over_fg, box.left(), box.center().y(), size)
    doubt = choice.doubt(model.today)
    parts = [
        (ended_words(choice), Role.CARD_STATUS, tokens.over_fg),
        (f" · {passed_words(choice, model.today)}", Role.CARD_DETAIL, tokens.text2),
        (f" · {doubt}" if doubt else "", Role.CARD_STATUS, tokens.soon_fg),
    ]
    rest = box.adjusted(size + 6, 0, 0, 0)
    for text, role, ink in parts:
        paint_text(painter, rest, text, role, ink)
        rest = rest.adjusted(width(text, role), 0, 0, 0)


def _paint_date(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, choice: Choice) -> None:
    model = index.model()
    assert isinstance(model, OverdueModel)
    is_invalid = bool(model.visible_fault(choice))
    state = FieldState(
        has_focus=has_keyboard_focus(option),
        is_enabled=choice.is_taken,
        is_invalid=is_invalid,
        icon="circle-alert" if is_invalid else "",
    )
    paint_field(painter, QRectF(field_box(option, index)), choice.date_text, state)

"""What is printed: the options at the left of the print preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.query_telling import in_words
from hankeapp.services.printing import Wish
from hankeapp.translation import mark, tr
from hankeapp.ui.labels import breakable, buddy, label, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from hankeapp.domain.project import ProjectId

ORDERS = (("page_order", mark("Order of the web page")), ("title", mark("Name")), ("end", mark("End")))


@dataclass(frozen=True)
class PrintScope:
    """What the list shows and what is selected in it; `prefers_selected` begins with the selected ones."""

    query: Query
    selected: tuple[ProjectId, ...] = ()
    prefers_selected: bool = False


class PrintOptions(QWidget):
    """`changed` tells of every new wish."""

    changed = Signal()
    office_edited = Signal()
    """The publisher's name has been given."""

    def __init__(self, scope: PrintScope, counts: tuple[int, int], office: str, today: date) -> None:
        super().__init__()
        found, whole = counts
        self._scope = scope
        self._view = QRadioButton(tr("Current view: {view} ({n})", view=scope.query.view.label, n=found))
        self._searched = label(breakable(in_words(scope.query.text, today)), "hint", wrap=True)
        self._chosen = QRadioButton(tr("Chosen projects ({n})", n=len(scope.selected)))
        self._all = QRadioButton(tr("All projects ({n})", n=whole))
        self._order = QComboBox()
        self._office = QLineEdit(office)
        self._choose_at_first()
        self._lay_out()
        self._connect()

    @property
    def query(self) -> Query:
        """The projects that are printed, and their order."""
        sort = Sort(self._order.currentData())
        if self._all.isChecked():
            return Query(sorts=(sort,))
        return Query(self._scope.query.view, self._scope.query.text, (sort,))

    @property
    def wish(self) -> Wish:
        """What is to be printed, and how."""
        return Wish(self.query, office=self.office, chosen=self.chosen)

    @property
    def chosen(self) -> Collection[ProjectId] | None:
        """The projects that were picked by hand, or None."""
        return self._scope.selected if self._chosen.isChecked() else None

    @property
    def office(self) -> str:
        """Who publishes the overview."""
        return self._office.text().strip()

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return next(each for each in (self._view, self._chosen, self._all) if each.isChecked())

    def _choose_at_first(self) -> None:
        can_choose = bool(self._scope.selected)
        self._chosen.setEnabled(can_choose)
        set_tool_tip(self._chosen, "" if can_choose else tr("No project is selected in the list."))
        (self._chosen if can_choose and self._scope.prefers_selected else self._view).setChecked(True)
        # When the view is the whole register, one choice would stand there twice.
        is_whole = self._scope.query.view is View.ALL and not self._scope.query.text
        self._view.setVisible(not is_whole)
        self._view.setAccessibleDescription(self._searched.text())
        self._searched.setVisible(bool(self._searched.text()))
        if is_whole and not self._chosen.isChecked():
            self._all.setChecked(True)
        for field, words in ORDERS:
            self._order.addItem(tr(words), field)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for button in (self._view, self._chosen, self._all):
            group.addButton(button)
        group.buttonClicked.connect(self.changed)
        self._order.currentIndexChanged.connect(self.changed)
        self._office.textChanged.connect(self.changed)
        self._office.editingFinished.connect(self.office_edited)

    def _lay_out(self) -> None:
        px = look().fonts.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(6))
        column.addWidget(label(tr("Print"), "dialog"))
        column.addSpacing(px(6))
        column.addLayout(_variant())
        column.addSpacing(px(14))
        column.addWidget(label(tr("Projects"), "strong"))
        for each in (self._view, self._searched, self._chosen, self._all):
            column.addWidget(each)
        self._searched.setIndent(px(24))
        column.addSpacing(px(14))
        column.addWidget(buddy(tr("Order"), self._order))
        column.addWidget(self._order)
        column.addSpacing(px(14))
        column.addWidget(buddy(tr("Publisher"), self._office))
        column.addWidget(self._office)
        hint = tr("Stands above the title and in the foot of each page.")
        self._office.setAccessibleDescription(hint)
        column.addWidget(label(hint, "hint", wrap=True))
        column.addStretch()


def _variant() -> QHBoxLayout:
    px = look().fonts.px
    words = QVBoxLayout()
    words.setSpacing(px(2))
    words.addWidget(label(tr("Overview"), "strong"))
    words.addWidget(label(tr("Counts, timeline, an entry for each project and a table."), "hint", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(px(14))
    row.addWidget(_Thumbnail(), alignment=Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


class _Thumbnail(QWidget):
    """A small page, painted: what the overview looks like."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().fonts.px(60), look().fonts.px(66))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 60, self.height() / 66)
        painter.setPen(QPen(colour(tokens.accent), 2))
        painter.setBrush(colour(tokens.base))
        painter.drawRoundedRect(QRectF(1, 1, 58, 64), 3, 3)
        for top, width, height in _LINES:
            painter.fillRect(QRectF(8, top, width, height), colour(tokens.border_strong))
        painter.end()


_LINES = (
    (9, 30, 4), (18, 44, 2), (23, 36, 2), (30, 24, 3), (36, 44, 2), (41, 40, 2), (48, 28, 3), (54, 44, 2), (59, 30, 2),
)  # fmt: skip
"""Top, width and height of the thumbnail's lines."""


def view_name(query: Query, today: date) -> str:
    """What the list is showing, in words."""
    asked = in_words(query.text, today)
    return f"{query.view.label}, {asked}" if asked else query.view.label

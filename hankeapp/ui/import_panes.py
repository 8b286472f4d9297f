"""The panes of an import's review with their heads: queue, source, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.flow import Flow
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import label, line
from hankeapp.ui.look import look
from hankeapp.ui.source_text import TINTS
from hankeapp.ui.stacking import bare_column
from hankeapp.ui.tint_label import TintLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton


def pane(ground: str, *parts: QWidget) -> QWidget:
    """A head over what fills the pane."""
    made = QWidget()
    made.setProperty("ground", ground)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = bare_column(made)
    for part in parts:
        column.addWidget(part)
    column.setStretch(len(parts) - 1, 1)
    return made


def queue_head(count: QLabel, bar: QProgressBar) -> QWidget:
    """How far the review is."""
    head, column = _head()
    bar.setTextVisible(False)
    bar.setAccessibleName(tr("Looked at"))
    column.addWidget(count)
    column.addWidget(bar)
    return head


def source_head(title: str, place: QLabel, columns: QPushButton) -> QWidget:
    """What is shown of the source, and what its tints mean."""
    head, column = _head()
    legend = QWidget()
    flow = Flow(gap=8, line_gap=4)
    for tint in TINTS:
        flow.addWidget(TintLabel(tint))
    legend.setLayout(flow)
    column.addWidget(_SourceTitle(title, place, columns))
    column.addWidget(legend)
    column.addWidget(line())
    return head


class _SourceTitle(QWidget):
    """The source's title and the place that is shown of it, below the title where there is little room."""

    def __init__(self, title: str, place: QLabel, columns: QPushButton) -> None:
        super().__init__()
        self._title, self._place, self._columns = label(title, "strong"), place, columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(columns, 0, 2)
        self._put(is_below=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        taken = self._title.sizeHint().width() + self._columns.isVisibleTo(self) * self._columns.sizeHint().width()
        words = self._place.fontMetrics().horizontalAdvance(self._place.text())
        self._put(is_below=event.size().width() < taken + words + 3 * self._grid.horizontalSpacing())

    def _put(self, *, is_below: bool) -> None:
        self._grid.removeWidget(self._place)
        side = Qt.AlignmentFlag.AlignLeft if is_below else Qt.AlignmentFlag.AlignRight
        self._place.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._place, *((1, 0, 1, 3) if is_below else (0, 1)))


def fields_head(doubt: QPushButton) -> QWidget:
    """What stands in the pane of fields, and the way to what is uncertain of it."""
    head, column = _head()
    policy = doubt.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    doubt.setSizePolicy(policy)
    column.setContentsMargins(look().fonts.px(20), look().fonts.px(4), look().fonts.px(16), look().fonts.px(4))
    row = QHBoxLayout()
    row.addWidget(label(tr("Recognised"), "strong", wrap=True), 1)
    row.addWidget(doubt)
    column.addLayout(row)
    return head


def page_remarks(title: str, sentences: Sequence[str]) -> QWidget:
    """What is to be said of the source as a whole."""
    px = look().fonts.px
    around = QWidget()
    column = bare_column(around)
    column.setContentsMargins(px(12), px(10), px(12), px(10))
    bar = InfoBar(Mood.QUIET)
    bar.show_notice(title, " ".join(sentences))
    column.addWidget(bar)
    return around


def _head() -> tuple[QWidget, QVBoxLayout]:
    px = look().fonts.px
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(px(16), px(10), px(16), px(8))
    column.setSpacing(px(8))
    return head, column

"""The panes of an import's review with their heads: queue, source, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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


def source_head(place: QLabel, columns: QPushButton) -> QWidget:
    """What is shown of the source, and what its tints mean."""
    head, column = _head()
    row = QHBoxLayout()
    place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(tr("Source text"), "strong"))
    row.addWidget(place, 1)
    row.addWidget(columns)
    legend = QWidget()
    flow = Flow(gap=8, line_gap=4)
    for tint in TINTS:
        flow.addWidget(TintLabel(tint))
    legend.setLayout(flow)
    column.addLayout(row)
    column.addWidget(legend)
    column.addWidget(line())
    return head


def fields_head() -> QWidget:
    """What stands in the pane of fields."""
    head, column = _head()
    column.addWidget(label(tr("Recognised"), "strong"))
    return head


def page_remarks(sentences: Sequence[str]) -> QWidget:
    """What is to be said of the source as a whole."""
    px = look().fonts.px
    around = QWidget()
    column = bare_column(around)
    column.setContentsMargins(px(12), px(10), px(12), px(10))
    bar = InfoBar(Mood.QUIET)
    bar.show_notice(tr("About the text as a whole"), " ".join(sentences))
    column.addWidget(bar)
    return around


def _head() -> tuple[QWidget, QVBoxLayout]:
    px = look().fonts.px
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(px(16), px(10), px(16), px(8))
    column.setSpacing(px(8))
    return head, column

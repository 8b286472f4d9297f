"""The dress of the dialogs that take a status step: what it is about, from which status to which, a form, a foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.chips import StatusChip
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.scrolling import ScrolledBody
from hankeapp.ui.stacking import Foot
from hankeapp.ui.window_sizes import room_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import Project
    from hankeapp.domain.status import Status

WIDTH = 578
"""Px at 100 % text."""
MOST_NAMES = 4
"""Projects that are named; the others are counted."""


@dataclass(frozen=True)
class Words:
    """What the dialog says: its title, the act on its button, and beside it that the act can be taken back."""

    title: str
    act: str
    foot: str
    names_projects: bool = True
    """Whether the projects are named at its head; else the form tells of each."""


class StepDialog(QDialog):
    """`accept` is for the subclass to check and answer; `form` takes the rows."""

    def __init__(
        self, words: Words, projects: Sequence[Project], target: Status | None, parent: QWidget | None = None
    ) -> None:
        """`target` is None for a step that leaves the status as it is."""
        super().__init__(parent)
        self.setWindowTitle(words.title)
        self._words = words
        self._title = label(words.title, "dialog", wrap=True)
        self.form = QGridLayout()
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._main = buttons.primary(words.act)
        self._main.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._main.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # Large texts may need more room than the screen has: then the form scrolls, and its buttons stay.
        self._asks = self._body(words, projects, target)
        self._asks.installEventFilter(self)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._asks)
        self._column.addWidget(area, 1)
        # Word-wrapped labels need a width before they know their height.
        self.setFixedWidth(min(look().fonts.px(WIDTH), room_for(self).width()))

    def begin_at(self, field: QWidget) -> None:
        """Close the form with the foot, so that Tab comes to its buttons last, and put the focus into a field."""
        self._foot = Foot((self._cancel, self._main), label(self._words.foot, "detail", wrap=True))
        self._column.addWidget(self._foot)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def call(self, act: str) -> None:
        """Give the dialog and its act another name."""
        self.setWindowTitle(act)
        self._title.setText(act)
        self._main.setText(act)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # An error may take more lines than the hint in its place.
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        wanted = self._asks.heightForWidth(self.width()) + self._foot.heightForWidth(self.width())
        self.setFixedHeight(min(wanted, room_for(self).height()))

    def _body(self, words: Words, projects: Sequence[Project], target: Status | None) -> QWidget:
        px = look().fonts.px
        body = ScrolledBody()
        body.setProperty("ground", "base")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(px(24), px(20), px(24), px(14))
        column.setSpacing(px(6))
        column.addWidget(self._title)
        if words.names_projects:
            column.addWidget(label(_names(projects), "secondary", wrap=True))
        column.addSpacing(px(8))
        column.addLayout(_step(projects, target))
        column.addSpacing(px(10))
        column.addLayout(self.form)
        self.form.setVerticalSpacing(px(4))
        self.form.setHorizontalSpacing(0)
        self.form.setColumnMinimumWidth(0, px(127))
        self.form.setColumnStretch(1, 1)
        return body


def _names(projects: Sequence[Project]) -> str:
    titles = [project.title for project in projects]
    if len(titles) <= MOST_NAMES:
        return "\n".join(titles)
    named = titles[: MOST_NAMES - 1]
    rest = len(titles) - len(named)
    return "\n".join([*named, trn("and {n} more project", "and {n} more projects", rest)])


def _step(projects: Sequence[Project], target: Status | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look().fonts.px(8))
    for status in dict.fromkeys(project.status for project in projects):
        row.addWidget(StatusChip(status))
    if target is not None:
        row.addWidget(IconLabel("chevron-right", "text2", 16))
        row.addWidget(StatusChip(target))
    row.addStretch()
    return row

"""The head of the detail pane: title, status, flag and duration, and the acts on the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hankeapp.domain.status import Status
from hankeapp.translation import tr
from hankeapp.ui import buttons, formatting, icons, status_words
from hankeapp.ui.chips import FlagChip, StatusChip
from hankeapp.ui.flow import Flow
from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import label, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.wrapped_title import WrappedTitle

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.project import Project

_ACT_ICONS = {Status.PLANNED: "circle-play", Status.ACTIVE: "square-check", Status.ENDED: "rotate-ccw"}


class DetailHead(QWidget):
    """What the project is and what can be done with it, at one look."""

    end_asked = Signal()
    activate_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = WrappedTitle()
        self.status = StatusChip(Status.ACTIVE)
        self.flag = FlagChip()
        self.duration = label(role="secondary")
        self.act = buttons.ordinary(status_words.ending())
        self.act.setObjectName("act")
        self.print = buttons.icon_button("printer", tr("Print project"))
        self.more = QMenu(self)
        self._more = buttons.icon_button("ellipsis", tr("More acts"))
        self._status = Status.ACTIVE
        self.act.clicked.connect(self._ask_act)
        self.print.clicked.connect(self.print_asked)
        self._open_more_by_button()
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def show_project(self, project: Project, today: date) -> None:
        """Show a project as it stands today."""
        self._status = project.status
        self.title.show_title(project.title)
        self.status.show_status(project.status)
        self.flag.show_flag(formatting.flag_of(project, today), formatting.flag_text(project, today))
        self.duration.setText(project.duration)
        self.duration.setVisible(bool(project.duration))
        self.act.setText(self._act_text())
        icons.put(self.act, _ACT_ICONS[project.status], gap=4)
        self._more.setHidden(self.more.isEmpty())
        self._settle()

    def set_read_only(self, read_only: bool, reason: str = "") -> None:
        """Whether the status cannot be changed; the button says why."""
        self.act.setEnabled(not read_only)
        why = reason or tr("The register is open for reading only.")
        set_tool_tip(self.act, why if read_only else "")

    def _act_text(self) -> str:
        if self._status is Status.ACTIVE:
            return status_words.ending()
        return status_words.activating(self._status)

    def _ask_act(self) -> None:
        (self.end_asked if self._status is Status.ACTIVE else self.activate_asked).emit()

    def _open_more_by_button(self) -> None:
        self._more.setMenu(self.more)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(tr("More acts"))

    def _lay_out(self) -> None:
        acts = QWidget()
        acts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for button in (self.act, self.print, self._more):
            row.addWidget(button)
        facts = QWidget()
        flow = Flow(gap=9, line_gap=8, last_at_right=True)
        for part in (self.status, self.flag, self.duration, acts):
            flow.addWidget(part)
        facts.setLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(facts)
        self._layouts = (row, flow, column)

    def _settle(self) -> None:
        """Lay out at once, from the inside: by itself Qt takes a round a level, and the head would be seen jumping."""
        for layout in self._layouts:
            layout.activate()

    def _fit(self) -> None:
        self.duration.setFont(look().fonts.font(Role.BODY, tabular=True))

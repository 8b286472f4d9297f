"""The first thing a person sees: make a register, open one, import projects from a file, or try the example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import formatting
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.start_buttons import ActionCard, RecentRow
from hankeapp.ui.start_picture import StartPicture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from hankeapp.ui.settings import RecentRegister

_WIDTH = 560
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class StartScreen(QScrollArea):
    """Four big actions and the registers opened last; the arrow keys and Tab go through them."""

    create_requested = Signal()
    open_requested = Signal(object)
    """A path, or None to ask for one."""
    import_requested = Signal()
    example_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", "window")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Start"))
        self._create = ActionCard(
            "file-plus", tr("Create a new register"), tr("Start from an empty file"), "Ctrl+Shift+N"
        )
        self._open = ActionCard(
            "folder-open", tr("Open a register"), tr("Go on with an existing .hanke file"), "Ctrl+O"
        )
        self._import = ActionCard(
            "file-input",
            tr("Import projects from a file"),
            tr("The program recognises the data, you check and accept"),
            "Ctrl+I",
        )
        self._example = ActionCard(
            "sparkles", tr("Try with example data"), tr("30 projects. Nothing is saved until you want it"), ""
        )
        self._body = QWidget()
        self._recent_head = label(tr("Opened last"), "group")
        self._recent = QVBoxLayout()
        self._rows: list[RecentRow] = []
        self._lay_out()
        self._connect()

    def show_recent(self, registers: Sequence[RecentRegister], now: datetime) -> None:
        """List the registers opened last, the newest first."""
        for row in self._rows:
            row.deleteLater()
        self._rows = [RecentRow(each.path, formatting.moment_text(each.opened, now)) for each in registers]
        for row in self._rows:
            self._recent.addWidget(row)
            row.clicked.connect(self._open_recent)
        self._recent_head.setVisible(bool(self._rows))

    def take_focus(self) -> None:
        """Put the focus on the likeliest: the register opened last, else making one."""
        (self._rows[0] if self._rows else self._create).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)

    def _move(self, step: int) -> None:
        stops: list[QWidget] = [self._create, self._open, self._import, self._example, *self._rows]
        now = self.focusWidget()
        at = stops.index(now) + step if now in stops else 0
        target = stops[at % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(target)

    def _open_recent(self) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self.open_requested.emit(row.path)

    def _ask_path(self) -> None:
        self.open_requested.emit(None)

    def _connect(self) -> None:
        self._create.clicked.connect(self.create_requested)
        self._open.clicked.connect(self._ask_path)
        self._import.clicked.connect(self.import_requested)
        self._example.clicked.connect(self.example_requested)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._body.setFixedWidth(look().fonts.px(_WIDTH))

    def _lay_out(self) -> None:
        px = look().fonts.px
        page = QWidget()
        page.setProperty("ground", "window")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, px(32), 24, px(32))
        column.setSpacing(px(9))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        lead = label(tr("The projects in one file on your own disk or on a network drive."), "lead", wrap=True)
        lead.setAlignment(centre)
        column.addWidget(StartPicture(), alignment=centre)
        column.addSpacing(px(14))
        column.addWidget(label(tr("Project register"), "start"), alignment=centre)
        column.addWidget(lead)
        column.addSpacing(px(8))
        column.addWidget(self._column(), alignment=centre)
        column.addStretch(1)
        self.setWidget(page)

    def _column(self) -> QWidget:
        px = look().fonts.px
        body = self._body
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        for card in (self._create, self._open, self._import, self._example):
            column.addWidget(card)
        column.addSpacing(px(12))
        column.addWidget(self._recent_head)
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        self._recent_head.hide()
        return body

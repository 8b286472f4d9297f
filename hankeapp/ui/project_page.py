"""One project in the detail pane: head, tabs of the sections, and the form that scrolls under them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout

from hankeapp.domain import attention
from hankeapp.domain.values import RowState
from hankeapp.translation import tr
from hankeapp.ui import status_words
from hankeapp.ui.detail_head import DetailHead
from hankeapp.ui.form import END, Form
from hankeapp.ui.history_view import HistoryView
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import line
from hankeapp.ui.look import look
from hankeapp.ui.scrolling import ScrolledBody
from hankeapp.ui.section_tabs import SectionTabs
from hankeapp.ui.tall_column import HeightByWidth, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import Project
    from hankeapp.ui.names import Names

WIDEST = 820
"""Px at 100 %: text in wider lines is hard to read."""
NARROW = 560
"""Px at 100 %: below this width labels stand above their fields."""
MARGIN = 28
_FIRST = 10_000
"""The stretch of what is limited in width, beside the blank that takes the rest."""


class ProjectPage(HeightByWidth):
    """Shows a project and asks for acts on it; who saves its fields listens to the form's editors."""

    end_asked = Signal()
    activate_asked = Signal()
    print_asked = Signal()
    put_back_asked = Signal()
    history_shown = Signal()
    """The history came into view, and has to be told."""

    def __init__(self, names: Names | None = None) -> None:
        super().__init__()
        self.head = DetailHead()
        self.form = Form(names)
        self.bar = InfoBar()
        self.conflict = InfoBar(Mood.NOTICE)
        """Tells of fields that were changed elsewhere meanwhile."""
        self.history = HistoryView()
        self._stack = QStackedWidget()
        self._area = QScrollArea()
        self._body = ScrolledBody()
        self._limited: list[QWidget] = []
        self._is_read_only = False
        self._reason = ""
        self._is_trash = False
        self._fill_area()
        self.tabs = SectionTabs(self.form.sections, self._area)
        self._lay_out()
        self._connect()
        self._fit()

    def show_facts(self, project: Project, today: date) -> None:
        """Show everything but the fields' values: title, status, flag, duration, notice."""
        self.head.show_project(project, today)
        self.form.show_facts(project, today)
        self.tabs.fold()
        self._follow_state(project)
        if project.state is RowState.TRASH:
            self._show_trash()
        elif self._is_read_only:
            self._show_read_only()
        elif attention.is_overdue(project, today):
            self._show_overdue(project)
        else:
            self.bar.hide()
        self._column.activate()

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Lay out once, at the end: by itself Qt goes on after the painting, and the form would be seen jumping."""
        with self.form.settling():
            yield
        for part in (self.head, self.conflict, self.bar, self.form):
            settle(part)
        self._column.activate()
        # The area is to take the height of what it scrolls before that is laid out in it.
        self._inner.updateGeometry()
        QApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))
        settle(self._inner, deeply=False)
        settle(self._body, deeply=False)

    def set_read_only(self, read_only: bool, reason: str = "") -> None:
        """Whether nothing can be changed; takes effect on the notice with the next `show_facts`.

        A `reason` is one that is told elsewhere already.
        """
        self._is_read_only, self._reason = read_only, reason
        self._lock()

    @property
    def is_history(self) -> bool:
        """Whether the history is shown in place of the form."""
        return self.tabs.is_history

    def set_width(self, width: int) -> None:
        """Lay out for a pane of this width: in a narrow one, things stand above one another."""
        narrow = width < look().fonts.px(NARROW)
        self.form.set_narrow(narrow=narrow)
        for bar in (self.bar, self.conflict):
            bar.set_narrow(narrow=narrow)

    def rewind(self) -> None:
        """Scroll to the top, unless a person is in the form: then they look at the same field of each project."""
        focus = self.focusWidget()
        if focus is None or not focus.hasFocus() or not self.form.isAncestorOf(focus):
            self._area.verticalScrollBar().setValue(0)

    def edit(self, field: str) -> None:
        """Go into a field, its text selected."""
        self.enter(self.form.editors[field].widget)

    def enter(self, widget: QWidget) -> None:
        """Go into a widget of the form, its text selected."""
        self.tabs.show_history(shown=False)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(widget, QLineEdit):
            # Backwards, so that a long text shows its beginning.
            widget.end(False)  # noqa: FBT003 - without marking
            widget.home(True)  # noqa: FBT003 - marking

    def step_section(self, by: int) -> None:
        """Go into the first field of the next (1) or the previous (-1) section."""
        self.tabs.show_history(shown=False)
        self.form.first_of(self.tabs.step(by)).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        row = self.form.row_of(now) if now is not None else None
        if now is None or row is None:
            return
        # What the mouse has reached is in view, and would move away from under it.
        if now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._bring_into_view(row.spot_of(now))
        self.tabs.show_section_of(row)

    def _reveal(self, opened: QWidget) -> None:
        """Bring an opened row into view as soon as it is laid out."""
        QTimer.singleShot(0, opened, partial(self._bring_into_view, opened))

    def _bring_into_view(self, row: QWidget) -> None:
        """The whole row with its note; Qt by itself is content with the cursor's line."""
        half = row.height() // 2
        middle = row.mapTo(self._body, QPoint(0, half))
        around = min(half + MARGIN, self._area.viewport().height() // 2)
        self._area.ensureVisible(middle.x(), middle.y(), 0, around)

    def _follow_state(self, project: Project) -> None:
        is_trash = project.state is RowState.TRASH
        if is_trash != self._is_trash:
            self._is_trash = is_trash
            self._lock()

    def _lock(self) -> None:
        locked = self._is_read_only or self._is_trash
        self.form.set_read_only(locked)
        self.head.set_read_only(locked, tr("The project is in the trash.") if self._is_trash else self._reason)

    def _show_trash(self) -> None:
        self.bar.show_notice(
            tr("The project is in the trash"),
            tr("Restore it to edit it again."),
            "" if self._is_read_only else tr("Restore"),
            mood=Mood.NOTICE,
        )

    def _show_read_only(self) -> None:
        if self._reason:
            self.bar.hide()
            return
        self.bar.show_notice(
            tr("The register is open for reading only"), tr("Nothing can be changed here."), mood=Mood.QUIET
        )

    def _show_overdue(self, project: Project) -> None:
        self.bar.show_notice(
            tr("The end date {end} has passed", end=project.end),
            tr("The project is still active. End it or correct the date."),
            status_words.ending(),
            tr("Correct the date"),
            Mood.OVERDUE,
        )

    def _act_on_notice(self) -> None:
        (self.put_back_asked if self._is_trash else self.end_asked).emit()

    def _show_history(self, shown: bool) -> None:
        self._stack.setCurrentWidget(self.history if shown else self._area)
        if shown:
            self.history.rewind()
            self.history_shown.emit()

    def _correct_end(self) -> None:
        self.edit(END)

    def _connect(self) -> None:
        for part in (self.head, self.form):
            part.end_asked.connect(self.end_asked)
            part.activate_asked.connect(self.activate_asked)
        for each in self.form.lists:
            each.entered.connect(self._reveal)
        self.head.print_asked.connect(self.print_asked)
        self.bar.first_requested.connect(self._act_on_notice)
        self.tabs.history_chosen.connect(self._show_history)
        self.bar.second_requested.connect(self._correct_end)
        look().changed.connect(self._fit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _fill_area(self) -> None:
        self._body.setProperty("ground", "base")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._inner = HeightByWidth()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.conflict)
        column.addWidget(self.bar)
        column.addWidget(self.form)
        row = self._limit(self._inner)
        row.setContentsMargins(MARGIN, 18, MARGIN, MARGIN)
        self._body.setLayout(row)
        self._area.setWidget(self._body)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        head = self._limit(self.head)
        head.setContentsMargins(MARGIN, 22, MARGIN, 10)
        tabs = QHBoxLayout()
        # The first tab's word stands under the title.
        tabs.setContentsMargins(MARGIN - 10, 0, MARGIN, 0)
        tabs.addWidget(self.tabs, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(tabs)
        self._column.addWidget(line())
        # With large text the head needs the room more than what scrolls.
        self._stack.setMinimumHeight(1)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.history)
        self._column.addWidget(self._stack, 1)

    def _limit(self, widget: QWidget) -> QHBoxLayout:
        self._limited.append(widget)
        row = QHBoxLayout()
        row.addWidget(widget, _FIRST)
        row.addStretch(1)
        return row

    def _fit(self) -> None:
        for widget in self._limited:
            widget.setMaximumWidth(look().fonts.px(WIDEST))

"""The panes side by side: sidebar, list and detail pane, as many of them as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget
from typing_extensions import override

from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

SIDEBAR, LIST, DETAIL = 232, 280, 338
"""The least widths in px at 100 % text: together as wide as a window of 1280 px has room for at 150 %."""
_WIDTHS = (260, 420, 760)
"""The widths at first."""


class Columns(QSplitter):
    """In a narrow window the sidebar stays away until it is called, then either list or detail pane is shown.

    `arranged` tells that a pane came or went.
    """

    arranged = Signal()

    def __init__(self, sidebar: QWidget, projects: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sidebar, self._list, self._detail = sidebar, projects, detail
        self.pages = QStackedWidget()
        """List and detail pane, and what is added to stand in their place."""
        self._projects = QSplitter(Qt.Orientation.Horizontal)
        self._wants_sidebar = self._wants_details = True
        self._is_sidebar_called = self._is_detail_ahead = False
        self._scale = look().fonts.scale
        self._kept: Sequence[int] = ()
        self._lay_out()
        look().changed.connect(self._grow)

    @property
    def widths(self) -> tuple[int, ...]:
        """The panes' widths; of one that is not shown, the last it had."""
        shown = (self.sizes()[0], *self._projects.sizes())
        return tuple(now or kept for now, kept in zip(shown, self._kept, strict=True))

    def restore(self, widths: Sequence[int]) -> None:
        """Take widths that were read from `widths`, or the first ones."""
        px = look().fonts.px
        self._kept = widths if len(widths) == len(_WIDTHS) and all(widths) else [px(width) for width in _WIDTHS]
        sidebar, *projects = self._kept
        self.setSizes([sidebar, sum(projects)])
        self._projects.setSizes(projects)

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in the place of list and detail pane, or those two."""
        self.pages.setCurrentWidget(page or self._projects)

    def show_sidebar(self, *, shown: bool) -> None:
        """Show the sidebar; in a narrow window it takes the room of the detail pane."""
        if self._is_narrow:
            self._is_sidebar_called = shown
        else:
            self._wants_sidebar = shown
        self._arrange()

    def want_details(self, *, wanted: bool) -> None:
        """Whether the detail pane is shown where there is room for it beside the list."""
        self._wants_details = wanted
        self._is_detail_ahead = False
        self._arrange()

    def show_details(self, *, shown: bool) -> None:
        """Show the detail pane, where it must in the list's place, or give its room to the list."""
        self._is_detail_ahead = shown
        self._wants_details = shown or (self._wants_details and not self._has_room_for_both)
        self._arrange()

    def return_to_list(self) -> None:
        """Show the list again where the detail pane stood in its place."""
        self._is_detail_ahead = False
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        # What does not fit is put away: the window may be narrower than all panes together.
        return QSize(look().fonts.px(LIST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is not None and self._detail.isAncestorOf(focus):
            # What is being written in stays, however narrow the window gets.
            self._is_detail_ahead = True
        self._arrange()

    @property
    def _is_narrow(self) -> bool:
        px = look().fonts.px
        details = px(DETAIL) if self._wants_details or self.pages.currentWidget() is not self._projects else 0
        return self.width() < px(SIDEBAR) + px(LIST) + details

    @property
    def _has_room_for_both(self) -> bool:
        px = look().fonts.px
        sidebar = 0 if self._sidebar.isHidden() else px(SIDEBAR)
        return self.width() - sidebar >= px(LIST) + px(DETAIL)

    def _arrange(self) -> None:
        before = self._shown()
        self._kept = self.widths
        self._sidebar.setVisible(self._is_sidebar_called if self._is_narrow else self._wants_sidebar)
        has_both = self._has_room_for_both
        self._detail.setVisible(self._wants_details and (has_both or self._is_detail_ahead))
        self._list.setVisible(has_both or self._detail.isHidden())
        if self._shown() != before:
            self.arranged.emit()

    def _shown(self) -> list[bool]:
        return [not pane.isHidden() for pane in (self._sidebar, self._list, self._detail)]

    def _lay_out(self) -> None:
        for pane in (self._list, self._detail):
            self._projects.addWidget(pane)
        self.pages.addWidget(self._projects)
        self.pages.currentChanged.connect(self._arrange)
        for part in (self._sidebar, self.pages):
            self.addWidget(part)
        for splitter in (self, self._projects):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(1, 1)
        self._fit()

    def _fit(self) -> None:
        px = look().fonts.px
        for pane, least in ((self._sidebar, SIDEBAR), (self._list, LIST), (self._detail, DETAIL)):
            pane.setMinimumWidth(px(least))

    def _grow(self) -> None:
        """The text has another size: the sidebar keeps its words."""
        growth, self._scale = look().fonts.scale / self._scale, look().fonts.scale
        sidebar, rest = self.sizes()
        self.setSizes([round(sidebar * growth), rest])
        self._fit()
        self._arrange()

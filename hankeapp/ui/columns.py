"""The columns of the workspace: the sidebar, the list with the detail pane, and the pages that come in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStackedWidget, QWidget

_WIDTHS = (260, 420, 760)
"""The sidebar's, list's and detail pane's at first, in px at 100 %."""
_LEAST = (200, 300, 360)


class Columns(QSplitter):
    """Keeps the widths of its three columns; `pages` takes further pages beside the sidebar."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.pages = pages
        self.projects = QSplitter(Qt.Orientation.Horizontal)
        self._panes: Sequence[QWidget] = ()
        self._scale = look().fonts.scale
        look().changed.connect(self._grow)

    def fill(self, sidebar: QWidget, projects: Sequence[QWidget], others: Sequence[QWidget]) -> None:
        """Take the sidebar, the list with the detail pane, and the pages that come in place of those two."""
        for pane in projects:
            self.projects.addWidget(pane)
        for page in (self.projects, *others):
            self.pages.addWidget(page)
        for part in (sidebar, self.pages):
            self.addWidget(part)
        for splitter in (self, self.projects):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(1, 1)
        self._panes = (sidebar, *projects)
        self._fit()

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the sidebar, the list and the detail pane."""
        return (self.sizes()[0], *self.projects.sizes())

    def take_widths(self, kept: Sequence[int]) -> None:
        """Lay out as it was left, or as at first."""
        sidebar, *projects = kept if len(kept) == len(_WIDTHS) else map(look().fonts.px, _WIDTHS)
        self.setSizes([sidebar, sum(projects)])
        self.projects.setSizes(projects)

    def _fit(self) -> None:
        """Give each pane its least width."""
        for pane, least in zip(self._panes, _LEAST, strict=True):
            pane.setMinimumWidth(look().fonts.px(least))

    def _grow(self) -> None:
        """The text has another size: the sidebar keeps its words."""
        growth, self._scale = look().fonts.scale / self._scale, look().fonts.scale
        sidebar, rest = self.sizes()
        self.setSizes([round(sidebar * growth), rest])
        self._fit()

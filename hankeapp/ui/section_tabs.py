"""Tabs that bring a form's sections into view, and follow as the form is scrolled; the last one is the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar
from typing_extensions import override

from hankeapp.domain.fields import Group
from hankeapp.translation import mark, tr
from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import restyle
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QScrollArea, QWidget

    from hankeapp.ui.form import Section

_SHORT = {Group.DESCRIPTION: mark("Description"), Group.LINKS: mark("Attachments")}
"""What a tab says for a long heading."""
_BESIDE = 10
"""Px at 100 % at either side of a tab's word, as the style sheet has it."""
_NEAR = 48
"""Px at 100 %: a section whose heading is this near to the top is the one being read."""


class SectionTabs(QTabBar):
    """One tab a section; choosing one scrolls, scrolling chooses. `history_chosen` tells to and from the last tab."""

    history_chosen = Signal(bool)

    def __init__(self, sections: Sequence[Section], area: QScrollArea) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sections of the project"))
        self.setObjectName("sections")
        self.setExpanding(False)
        self.setDrawBase(False)
        # With large text in a narrow pane they go on beyond its edge: words cut to "R…" say nothing.
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sections = sections
        self._area = area
        body = area.widget()
        assert body is not None
        self._body = body
        self._is_moving = False
        for section in sections:
            self.addTab(tr(_SHORT[section.group]) if section.group in _SHORT else section.group.label)
            self.setTabToolTip(self.count() - 1, section.group.label)
        self.addTab(tr("History"))
        self.fold()
        self.currentChanged.connect(self._tell_history)
        self.currentChanged.connect(self._bring_into_view)
        self.tabBarClicked.connect(self._bring_into_view)
        area.verticalScrollBar().valueChanged.connect(self._follow)

    @property
    def is_history(self) -> bool:
        """Whether the last tab is chosen."""
        return self.currentIndex() == len(self._sections)

    def show_history(self, *, shown: bool) -> None:
        """Choose the last tab, or that of the section in view."""
        if shown:
            self.setCurrentIndex(len(self._sections))
        elif self.is_history:
            self._is_moving = True
            self.setCurrentIndex(self._in_view(self._area.verticalScrollBar().value()))
            self._is_moving = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        """Where there is little room, the words get what otherwise parts them."""
        fonts = look().fonts
        words = [self.tabText(index) for index in range(self.count()) if self.isTabVisible(index)]
        needed = sum(fonts.metrics(Role.CHIP).horizontalAdvance(each) + fonts.px(2 * _BESIDE) for each in words)
        narrow = needed > self.width()
        if self.property("narrow") is not narrow:
            self.setProperty("narrow", narrow)
            restyle(self)

    def fold(self) -> None:
        """Have no tab for a section that is folded away."""
        self._is_moving = True
        for index, section in enumerate(self._sections):
            # To say again what is so already makes Qt forget to lay out what has changed before.
            if self.isTabVisible(index) is section.isHidden():
                self.setTabVisible(index, not section.isHidden())
        self._is_moving = False

    def step(self, by: int) -> Section:
        """Go on to the next (1) or the previous (-1) section; the one that is then in view."""
        shown = self._shown()
        # Where the one that was in view has folded away, one goes on from its place.
        passed = sum(index < self.currentIndex() for index in shown)
        self.setCurrentIndex(shown[min(max(passed + by, 0), len(shown) - 1)])
        self._bring_into_view(self.currentIndex())
        return self._sections[self.currentIndex()]

    def show_section_of(self, widget: QWidget) -> None:
        """Mark the section in which a widget has got the focus."""
        for index, section in enumerate(self._sections):
            if section.isAncestorOf(widget):
                self._is_moving = True
                self.setCurrentIndex(index)
                self._is_moving = False

    def _bring_into_view(self, index: int) -> None:
        if self._is_moving or not 0 <= index < len(self._sections):
            return
        self._is_moving = True
        self._area.verticalScrollBar().setValue(0 if index == 0 else self._top(self._sections[index]))
        self._is_moving = False

    def _follow(self, value: int) -> None:
        if self._is_moving or self.is_history:
            return
        self._is_moving = True
        self.setCurrentIndex(self._in_view(value))
        self._is_moving = False

    def _in_view(self, value: int) -> int:
        """The section that is read where the form is scrolled to a place."""
        near = value + look().fonts.px(_NEAR)
        shown = self._shown()
        passed = [index for index in shown if self._top(self._sections[index]) <= near]
        is_at_foot = value == self._area.verticalScrollBar().maximum() and value > 0
        return shown[-1] if is_at_foot else max(passed, default=0)

    def _tell_history(self) -> None:
        self.history_chosen.emit(self.is_history)

    def _shown(self) -> list[int]:
        return [index for index, section in enumerate(self._sections) if not section.isHidden()]

    def _top(self, section: Section) -> int:
        """Where a section begins in the scrolled body."""
        top: int = section.mapTo(self._body, section.rect().topLeft()).y()
        return top - look().fonts.px(8)

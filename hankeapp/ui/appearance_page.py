"""The page of the settings on how the windows look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.appearance import scales
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.settings_page import SettingsPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hankeapp.ui.appearance import Appearance

_SHORT = 160
"""Px at 100 % text."""


class AppearancePage(SettingsPage):
    """What is chosen is put on at once, and what the menu puts on stands here."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(tr("Appearance"))
        self._appearance = appearance
        self.theme = Segments(
            tr("Theme"),
            [
                Segment(ThemeChoice.SYSTEM, tr("System"), "settings"),
                Segment(ThemeChoice.LIGHT, tr("Light"), "sun"),
                Segment(ThemeChoice.DARK, tr("Dark"), "moon"),
                Segment(ThemeChoice.CONTRAST, tr("Contrast"), "contrast"),
            ],
        )
        self.scale = ChoiceBox()
        for scale in scales():
            self.scale.addItem(tr("{n} %", n=round(scale * 100)), scale)
        self.add_row(tr("Theme"), self.theme, tr("“System” follows the colours of the computer."))
        self.add_row(tr("Text size"), self.scale, tr("Of the program's windows, not of what is printed."), _SHORT)
        self.finish()
        self.read()
        self.theme.chosen.connect(self._wear)
        self.scale.currentIndexChanged.connect(self._resize)
        appearance.changed.connect(self.read)

    @override
    def read(self) -> None:
        self.theme.choose(self._appearance.theme)
        self.scale.setCurrentIndex(self.scale.findData(self._appearance.scale))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.theme.turn(down=self.is_narrow)

    def _wear(self, theme: ThemeChoice) -> None:
        if theme is not self._appearance.theme:
            self._appearance.wear(theme)

    def _resize(self) -> None:
        scale = self.scale.currentData()
        if scale is not None and scale != self._appearance.scale:
            self._appearance.resize(scale)

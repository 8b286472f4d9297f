"""The theme and the size of the text as a person chose them: the menu and the settings change them through here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hankeapp.ui.look import LARGEST, SMALLEST, look

if TYPE_CHECKING:
    from hankeapp.ui.look import ThemeChoice
    from hankeapp.ui.settings import Settings

STEP = 0.1
"""By which the text grows at once."""


class Appearance(QObject):
    """Puts on at once what is chosen, and keeps it; `changed` tells all who show what it is."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def theme(self) -> ThemeChoice:
        return self._settings.theme

    @property
    def scale(self) -> float:
        """The text's size; 1 is the normal one."""
        return self._settings.text_scale

    def wear(self, theme: ThemeChoice) -> None:
        """Put on a theme."""
        self._settings.theme = theme
        self._dress()

    def resize(self, scale: float) -> None:
        """Write in another size, within the limits."""
        self._settings.text_scale = min(max(round(scale, 2), SMALLEST), LARGEST)
        self._dress()

    def step(self, steps: int) -> None:
        """Write larger, or with negative steps smaller."""
        self.resize(self.scale + steps * STEP)

    def _dress(self) -> None:
        look().wear(self.theme, self.scale)
        self.changed.emit()


def scales() -> list[float]:
    """The sizes that are offered."""
    return [percent / 100 for percent in range(round(SMALLEST * 100), round(LARGEST * 100) + 1, round(STEP * 100))]

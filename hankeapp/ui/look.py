"""How the application looks just now: theme, text scale, fonts; it hangs on the QApplication, as its palette does."""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QPalette

from hankeapp.translation import LANGUAGE, tr
from hankeapp.ui import fonts, high_contrast, stylesheet
from hankeapp.ui.focus_frame import FocusRing
from hankeapp.ui.scrolling import InView
from hankeapp.ui.theme import Theme, palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from hankeapp.ui.theme import Tokens


class ThemeChoice(Enum):
    """What a person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
    ThemeChoice.CONTRAST: Qt.ColorScheme.Unknown,
}
SMALLEST, LARGEST = 0.9, 2.0
"""The text scale's limits."""


class Look(QObject):
    """Dresses the application and says when the dress has changed; painters read `tokens` and `fonts` as they paint."""

    changed = Signal()
    worn: ClassVar[Look | None] = None
    """The one that `look` answers: painters ask for it too often to search the application's children."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = ThemeChoice.SYSTEM
        self.tokens: Tokens = Theme.LIGHT.tokens
        self.fonts = fonts.Fonts()
        self.ring: FocusRing | None = None
        # Both are kept: PySide deletes the temporary between two dots.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)

    def wear(self, choice: ThemeChoice, scale: float = 1.0) -> None:
        """Put on a theme at a text scale. About half a second with a full window: only when a person asks."""
        self._choice = choice
        # Title bars and native dialogs follow this hint; offscreen it does nothing.
        self._hints.setColorScheme(_SCHEMES[choice])
        self.fonts = fonts.Fonts(min(max(scale, SMALLEST), LARGEST))
        self._dress()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Build many widgets without the style sheet: Qt would style each anew at every nesting."""
        sheet = self._app.styleSheet()
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(sheet)

    def _dress(self) -> None:
        self.tokens = self._fitting_tokens()
        self._app.setStyle("Fusion")
        self._app.setFont(self.fonts.font(fonts.Role.BODY))
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet.text(self.tokens, self.fonts))
        self.changed.emit()

    def _fitting_tokens(self) -> Tokens:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        if self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast:
            return high_contrast.of_system(self._system_palette())
        if self._choice is ThemeChoice.CONTRAST:
            return high_contrast.of_our_own(dark=dark)
        if self._choice is ThemeChoice.SYSTEM:
            return (Theme.DARK if dark else Theme.LIGHT).tokens
        return Theme(self._choice.value).tokens

    def _system_palette(self) -> QPalette:
        # What is worn hides the system's own until it is taken off.
        worn = QPalette(self._app.palette())
        self._app.setPalette(QPalette())
        system = QPalette(self._app.palette())
        self._app.setPalette(worn)
        return system

    def _follow_system(self) -> None:
        if self._fitting_tokens() != self.tokens:
            self._dress()


def prepare(app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: float = 1.0) -> Look:
    """Ready the application before its first widget: typeface, Finnish for Qt's own words, look."""
    app.setApplicationName("Hankeapp")
    app.setApplicationDisplayName(tr("Project register"))
    QLocale.setDefault(QLocale(QLocale.Language.Finnish, QLocale.Country.Finland))
    fonts.load()
    _speak_finnish(app)
    Look.worn = Look(app)
    Look.worn.wear(choice, scale)
    Look.worn.ring = FocusRing(app, Look.worn)
    InView(app)
    return Look.worn


def look() -> Look:
    """The application's look; made by `prepare`."""
    if Look.worn is None:
        raise RuntimeError("the application has no look yet: call look.prepare first")
    return Look.worn


def _speak_finnish(app: QApplication) -> None:
    """Qt's own words: shortcuts ("Ctrl+Vaihto+N"), the menus of text fields."""
    words = QTranslator(app)
    if words.load(f"qtbase_{LANGUAGE}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)

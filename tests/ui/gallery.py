"""Every control and part side by side, for eyes and for the walk over accessible names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from hankeapp.domain.status import Status
from hankeapp.ui import buttons
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.chips import FlagChip, StatusChip
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.glyphs import Glyph
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import ROLES, buddy, label, line, mark_invalid
from hankeapp.ui.snackbar import Snackbar


class Gallery(QWidget):
    """All parts, in their states."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.snackbar = Snackbar(self)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (self._buttons(), self._chips(), self._tabs(), self._bars(), line(), self._form(), self._words()):
            column.addWidget(part)
        column.addStretch()
        self.snackbar.show_message("Healint siirrettiin roskakoriin.")

    def _buttons(self) -> QWidget:
        off = buttons.ordinary("Ei käytössä")
        off.setEnabled(False)
        return _row(
            buttons.primary("Uusi hanke", "plus"),
            buttons.ordinary("Päätä hanke…", "square-check"),
            buttons.ordinary("Peruuta"),
            off,
            buttons.quiet("Vaihda tilaa…"),
            buttons.quiet_tool("Nimi", "arrow-up-down"),
            buttons.icon_button("printer", "Tulosta hankekortti"),
            Segments(
                "Näkymä", [Segment(1, "Kortit", "layout-list"), Segment(2, "Taulukko", "table-2"), Segment(3, "A")]
            ),
        )

    def _chips(self) -> QWidget:
        over, soon = FlagChip(), FlagChip()
        over.show_flag(Glyph.OVERDUE, "Päättymispäivä ohitettu")
        soon.show_flag(Glyph.SOON, "Päättyy 37 päivän päästä")
        return _row(*map(StatusChip, Status), over, soon, label("2024–2026", "secondary"))

    def _tabs(self) -> QWidget:
        tabs = QTabBar()
        tabs.setAccessibleName("Osiot")
        tabs.setExpanding(False)
        for name in ("Perustiedot", "Kesto ja tila", "Kuvaus ja tulokset", "Historia"):
            tabs.addTab(name)
        return tabs

    def _bars(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        for mood in (Mood.OVERDUE, Mood.NOTICE):
            bar = InfoBar()
            bar.show_notice(
                "Päättymispäivä 2023 on ohitettu",
                "Hanke on yhä aktiivinen. Päätä hanke tai korjaa päivä.",
                "Päätä hanke…",
                "Korjaa päivä",
                mood,
            )
            column.addWidget(bar)
        return box

    def _form(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        name, wrong, off, text, kind = (
            QLineEdit("ILPI"),
            QLineEdit("31.2.2026"),
            QLineEdit(),
            QPlainTextEdit(),
            QComboBox(),
        )
        name.setPlaceholderText("Nimi tai tehtävänimike")
        mark_invalid(wrong, wrong=True)
        off.setEnabled(False)
        text.setPlaceholderText("Vain historiaan, esim. päätöksen numero")
        text.setFixedHeight(60)
        kind.addItems(["Hanke", "Kehittämishanke"])
        for at, (word, field) in enumerate(
            [("Hankkeen nimi", name), ("Päättyy", wrong), ("Pois", off), ("Tulokset", text), ("Laji", kind)]
        ):
            grid.addWidget(buddy(word, field, required=at == 0), at, 0)
            grid.addWidget(field, at, 1)
        check, partly, choice = QCheckBox("Kaikki"), QCheckBox("Osa"), QRadioButton("Valitut hankkeet (1)")
        check.setChecked(True)
        partly.setTristate(True)
        partly.setCheckState(Qt.CheckState.PartiallyChecked)
        choice.setChecked(True)
        grid.addWidget(_row(check, partly, QCheckBox("Ei"), choice, QRadioButton("Kaikki (30)")), 5, 0, 1, 2)
        return box

    def _words(self) -> QWidget:
        nothing = EmptyState()
        nothing.show_case("search", "Ei osumia", "Haulla ”kiertotalus” ei löytynyt hankkeita.", "Hae", "Poista rajaus")
        words = QWidget()
        column = QVBoxLayout(words)
        for role in sorted(ROLES):
            column.addWidget(label(f"Hankkeen <b>nimi</b> {role}", role))
        return _row(words, nothing)


def _row(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return box

"""Pictures of the parts, written to out/pictures for eyes; each must at least have been painted."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from hankeapp.domain.query import Query
from hankeapp.domain.tally import Tally
from hankeapp.ui import buttons
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.card_list import CardList
from hankeapp.ui.message_dialog import Choice, Message, MessageDialog
from hankeapp.ui.project_model import ProjectModel
from hankeapp.ui.project_table import ProjectTable
from hankeapp.ui.project_views import share_selection
from hankeapp.ui.settings import RecentRegister
from hankeapp.ui.sidebar import Sidebar
from hankeapp.ui.start_screen import StartScreen
from tests.ui.gallery import Gallery
from tests.ui.samples import Samples

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
RECENT = [
    RecentRegister(Path("/hanketoimisto/pori.hanke"), datetime(2026, 11, 23, 13, 47, tzinfo=UTC)),
    RecentRegister(Path("/home/kayttaja/koulutus-testi.hanke"), datetime(2026, 10, 12, 9, tzinfo=UTC)),
]


def _desk(table: bool) -> QSplitter:
    source = Samples()
    model = ProjectModel(source)
    model.reset(Query())
    cards, grid, sidebar = CardList(model), ProjectTable(model), Sidebar()
    model.setParent(cards)
    share_selection(cards, grid)
    sidebar.show_tally(Tally(source.counts()), ())
    desk = QSplitter()
    desk.addWidget(sidebar)
    desk.addWidget(grid if table else cards)
    (cards if table else grid).setParent(desk)
    (cards if table else grid).hide()
    desk.setSizes([260, 1180] if table else [260, 420])
    (grid if table else cards).setCurrentIndex(model.index(10, 1 if table else 0))
    (grid if table else cards).setFocus(Qt.FocusReason.OtherFocusReason)
    return desk


def test_card_list(keep):
    keep(_desk(table=False), "cards", 680, 900)


def test_narrow_card_list(keep):
    keep(_desk(table=False), "cards-narrow", 600, 720)


def test_table(keep):
    keep(_desk(table=True), "table", 1440, 900)


def test_start_screen(keep):
    screen = StartScreen()
    screen.show_recent(RECENT, NOW)
    keep(screen, "start", 1280, 800)


def test_controls(keep):
    keep(Gallery(), "controls", 1000, 1000)


def test_message(keep):
    message = Message(
        title="Rekisteriä ei voitu tallentaa, koska verkkolevy Y: ei vastaa.",
        sentences=["Muutoksesi ovat tallessa tällä koneella ja tallentuvat, kun yhteys palaa."],
        choices=(Choice("copy", "Tallenna kopio…"), Choice("again", "Yritä uudelleen")),
        grave=True,
        details="OSError: [Errno 5] Y:\\Hanketoimisto\\pori.hanke",
    )
    dialog = MessageDialog(message)
    dialog.findChild(QPushButton, "details").click()
    keep(dialog, "message", dialog.width(), dialog.height())


def test_keyboard_focus(qtbot, keep):
    desk = _desk(table=False)
    side = QWidget()
    column = QVBoxLayout(side)
    column.addWidget(buttons.primary("Uusi hanke", "plus"))
    column.addWidget(buttons.icon_button("printer", "Tulosta hankekortti"))
    column.addWidget(QCheckBox("Kaikki"))
    column.addWidget(Segments("Näkymä", [Segment(1, "Kortit", "layout-list"), Segment(2, "Taulukko")]))
    desk.addWidget(side)
    keep(desk, "focus", 900, 500)
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    for stop in (CardList, QPushButton, QCheckBox, QToolButton):
        for _ in range(8):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            if isinstance(QApplication.focusWidget(), stop):
                break
        keep(desk, f"focus-{stop.__name__}", 900, 500)

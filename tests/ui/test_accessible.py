from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hankeapp.ui.message_dialog import Choice, Message, MessageDialog
from hankeapp.ui.sidebar import Sidebar
from hankeapp.ui.start_screen import StartScreen
from tests.ui.accessible import controls, nameless
from tests.ui.gallery import Gallery
from tests.ui.test_pictures import NOW, RECENT


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_every_control_has_a_name(qapp, qtbot):
    start = StartScreen()
    start.show_recent(RECENT, NOW)
    message = Message(title="Näin kävi.", choices=[Choice("close", "Sulje")], details="tarkemmin")
    for part in (Gallery(), start, Sidebar(), MessageDialog(message)):
        assert nameless(shown(qtbot, part)) == []


def test_walk_finds_what_has_no_name(qapp, qtbot):
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    assert len(nameless(shown(qtbot, window))) == 1


def test_names_say_what_is_meant(qapp, qtbot):
    gallery = shown(qtbot, Gallery())
    names = {interface.text(QAccessible.Text.Name) for interface in controls(gallery)}
    assert {"Uusi hanke", "Tulosta hankekortti", "Hankkeen nimi", "Kumoa", "Sulje ilmoitus"} <= names


def test_chips_name_the_status(qapp, qtbot):
    gallery = shown(qtbot, Gallery())
    names = {child.accessibleName() for child in gallery.findChildren(QWidget)}
    assert {"Tila: Aktiivinen", "Huomio: Päättymispäivä ohitettu"} <= names


def test_sidebar_says_its_counts(qapp, qtbot):
    from hankeapp.domain.query import Query, View
    from hankeapp.domain.tally import Tally
    from hankeapp.ui.sidebar_entries import Entry, EntryGroup

    sidebar = shown(qtbot, Sidebar())
    theme = Entry("themes:a", "Hyvinvointi ja terveys", Query(), 6)
    sidebar.show_tally(Tally({View.OVERDUE: 7, View.ALL: 1}), [EntryGroup("themes", (theme,))])
    rows = QAccessible.queryAccessibleInterface(sidebar.tree)
    spoken = [rows.child(at).text(QAccessible.Text.Name) for at in range(rows.childCount())]
    assert "Päättymispäivä ohitettu, 7 hanketta" in spoken
    assert "Kaikki hankkeet, 1 hanke" in spoken
    assert "Teemat, Hyvinvointi ja terveys, 6 hanketta" in spoken

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontInfo
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.ui import buttons, icons, labels
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.chips import FlagChip, StatusChip
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.fonts import Fonts, Role
from hankeapp.ui.glyphs import Glyph
from hankeapp.ui.info_bar import InfoBar
from hankeapp.ui.look import LARGEST, ThemeChoice
from hankeapp.ui.sidebar import Sidebar
from hankeapp.ui.snackbar import Snackbar
from hankeapp.ui.theme import Theme


@pytest.fixture
def show(qapp, qtbot):
    """Shows parts in a window of their own, which lives as long as the test."""
    window = QWidget()

    def shown(*parts):
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(window)
        window.resize(700, 400)
        with qtbot.waitActive(window):
            window.show()
        return window

    return shown


@pytest.mark.parametrize("role", Role)
def test_shipped_typeface_has_every_role(qapp, role):
    info = QFontInfo(Fonts().font(role))
    assert info.family() == "Source Sans 3"
    assert info.weight() == role.weight


@pytest.mark.parametrize("role", Role)
def test_no_text_is_smaller_than_12_px(qapp, role):
    assert Fonts(0.9).points(role) / 0.75 >= 12


def test_tabular_digits_are_as_wide_as_one_another(qapp):
    metrics = Fonts().metrics(Role.BODY, tabular=True)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_lengths_grow_with_the_text(qapp):
    assert [Fonts(scale).px(62) for scale in (1.0, 1.5, 2.0)] == [62, 93, 124]


def test_dress_changes_palette_sheet_and_icons(look, show):
    button = buttons.primary("Uusi hanke", "plus")
    show(button)
    before = button.icon().pixmap(16).toImage()
    look.wear(ThemeChoice.DARK, 3.0)
    assert look.tokens is Theme.DARK.tokens
    assert look.fonts.scale == LARGEST
    assert QApplication.palette().window().color().name().upper() == Theme.DARK.tokens.window
    assert button.icon().pixmap(16).toImage() != before


def test_icon_put_anew_takes_the_place_of_the_old(look, show):
    button = buttons.icon_button("printer", "Tulosta")
    icons.put(button, "x")
    picture = button.icon().pixmap(18).toImage()
    look.changed.emit()
    assert button.icon().pixmap(18).toImage() == picture


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icon_is_drawn_in_its_colour_at_every_ratio(qapp, ratio):
    drawn = icons.pixmap("circle", "#A12A12", 16, ratio).toImage()
    assert drawn.width() == round(16 * ratio)
    inks = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    assert "#a12a12" in inks


def test_label_shows_markup_as_it_stands(show):
    made = labels.label("<b>nimi</b>", "title")
    assert made.textFormat() is Qt.TextFormat.PlainText
    with pytest.raises(ValueError, match="no role"):
        labels.set_role(made, "subtitle")


def test_role_gives_font_and_colour(show):
    title, error = labels.label("a", "title"), labels.label("a", "error")
    show(title, error)
    assert title.font().weight() == QFont.Weight.DemiBold
    assert error.palette().windowText().color().name().upper() == Theme.LIGHT.tokens.err_fg
    labels.set_role(error, "hint")
    assert error.palette().windowText().color().name().upper() == Theme.LIGHT.tokens.text3


def test_tool_tip_is_escaped(qapp):
    button = buttons.icon_button("printer", "Tulosta <b>")
    assert button.toolTip() == "<span>Tulosta &lt;b&gt;</span>"


def test_buddy_names_its_field_without_the_star(qapp):
    field = QLineEdit()
    words = labels.buddy("Hankkeen nimi", field, required=True)
    assert (words.text(), field.accessibleName()) == ("Hankkeen nimi *", "Hankkeen nimi")
    assert words.buddy() is field


def test_arrow_keys_move_between_segments(show):
    segments = Segments("Näkymä", [Segment("cards", "Kortit"), Segment("table", "Taulukko")])
    show(segments)
    spy = QSignalSpy(segments.chosen)
    segments.button("cards").setFocus()
    QTest.keyClick(segments.button("cards"), Qt.Key.Key_Right)
    assert segments.value == "table"
    assert [spy.at(0)[0], spy.count()] == ["table", 1]
    segments.choose("cards")
    assert segments.value == "cards"


def test_segments_have_room_for_the_bolder_word(show):
    segments = Segments("Näkymä", [Segment(1, "Kortit"), Segment(2, "Järjestelmän mukaan")])
    show(segments)
    button = segments.button(2)
    assert button.width() >= Fonts().metrics(Role.STRONG).horizontalAdvance("Järjestelmän mukaan")


def test_flag_chip_hides_without_a_flag(show):
    flag, status = FlagChip(), StatusChip(Status.ACTIVE)
    show(flag, status)
    assert flag.isHidden()
    flag.show_flag(Glyph.OVERDUE, "Päättymispäivä ohitettu")
    assert not flag.isHidden()
    assert flag.width() > 100
    status.show_status(Status.ENDED)
    assert status.accessibleName() == "Tila: Päättynyt"


def test_buttons_without_words_are_not_shown(show):
    nothing, bar = EmptyState(), InfoBar()
    nothing.show_case("search", "Ei osumia", "Kokeile toista sanaa.", "Tyhjennä haku")
    bar.show_notice("Päättymispäivä 2023 on ohitettu", "Hanke on yhä aktiivinen.", "Päätä hanke…")
    show(nothing, bar)
    for part, signal in ((nothing, nothing.acted), (bar, bar.first_requested)):
        first, *others = part.findChildren(QPushButton)
        spy = QSignalSpy(signal)
        first.click()
        assert spy.count() == 1
        assert all(other.isHidden() for other in others)


def test_a_sentence_takes_no_more_lines_than_it_has(show):
    nothing = EmptyState()
    show(nothing)
    nothing.show_case("search", "Ei osumia", "Mikään hanke ei vastaa kaikkia näitä yhdessä: ”tila:päättynyt”, ”vesi”.")
    two_lines = nothing._sentence.height()
    nothing.show_case("search", "Ei osumia", "Mikään hanke ei vastaa.")
    assert nothing._sentence.height() < two_lines


def test_sidebar_tells_the_view(show):
    sidebar = Sidebar()
    show(sidebar)
    spy = QSignalSpy(sidebar.chosen)
    sidebar.setFocus()
    QTest.keyClick(sidebar.tree, Qt.Key.Key_Down)
    assert sidebar.view is View.PLANNED
    sidebar.choose(View.OVERDUE)
    told = [[each.view for each in spy.at(at)] for at in range(spy.count())]
    assert told == [[View.PLANNED, View.ALL], [View.OVERDUE, View.PLANNED]]


@pytest.fixture
def snackbar(show):
    field = QLineEdit()
    host = show(field)
    field.setFocus()
    bar = Snackbar(host)
    bar.show_message("Hanke päätettiin.")
    return bar


def test_snackbar_leaves_the_focus_alone(snackbar):
    assert isinstance(snackbar.window().focusWidget(), QLineEdit)
    assert snackbar.message == "Hanke päätettiin."
    host = snackbar.parentWidget()
    assert abs(snackbar.geometry().center().x() - host.rect().center().x()) <= 1
    assert host.rect().contains(snackbar.geometry())


def test_snackbar_stays_at_the_bottom(snackbar):
    host = snackbar.parentWidget()
    host.resize(900, 700)
    assert abs(snackbar.geometry().center().x() - host.rect().center().x()) <= 1
    assert snackbar.geometry().bottom() > 640


def test_snackbar_takes_back(snackbar):
    spy = QSignalSpy(snackbar.undo_requested)
    snackbar._undo.click()
    assert spy.count() == 1
    assert snackbar.message == ""


def test_snackbar_waits_while_the_mouse_or_the_focus_is_on_it(snackbar):
    assert snackbar._clock.isActive()
    snackbar.findChild(QToolButton).setFocus()
    assert not snackbar._clock.isActive()
    snackbar.window().findChild(QLineEdit).setFocus()
    assert snackbar._clock.isActive()
    over = QPointF(5, 5)
    QApplication.sendEvent(snackbar, QEnterEvent(over, over, over))
    assert not snackbar._clock.isActive()
    QApplication.sendEvent(snackbar, QEvent(QEvent.Type.Leave))
    assert snackbar._clock.isActive()


def test_snackbar_goes_by_itself_and_gives_the_focus_back(snackbar):
    snackbar.findChild(QToolButton).setFocus()
    snackbar._clock.timeout.emit()
    assert snackbar.message == ""
    assert isinstance(snackbar.window().focusWidget(), QLineEdit)


def test_newest_message_wins(snackbar):
    snackbar.show_message("Näkymä vaihtui.", undo=False)
    assert snackbar.message == "Näkymä vaihtui."
    assert snackbar.findChild(QPushButton).isHidden()
    assert "Ctrl+Z" in {part.text() for part in snackbar.findChildren(QLabel)}


@pytest.mark.parametrize("text", ["Hanke päätettiin. " * 30, "x" * 400, "C:\\" + "kansio\\" * 60])
def test_long_message_stays_inside_its_host(snackbar, text):
    snackbar.show_message(text)
    host = snackbar.parentWidget()
    assert host.rect().contains(snackbar.geometry())
    label = snackbar.findChild(QLabel)
    assert label.height() >= label.heightForWidth(label.width())
    assert snackbar.message == text


@given(st.text())
def test_breaks_leave_the_words_as_they_are(text):
    assert labels.breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_endless_words_break_at_their_folders():
    broken = labels.breakable("/koti/hanketoimisto/rekisterit/pori.hanke").split("\u200b")
    assert max(map(len, broken)) <= 20
    assert broken[:2] == ["/koti/", "hanketoimisto/"]
    assert labels.breakable("lyhyt sana") == "lyhyt sana"

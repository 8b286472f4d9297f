"""Editors by kind: the five standard checks of each, and what is particular to one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.errors import DateError
from hankeapp.domain.fields import Field, Group, field_of, fields_of, parts_of
from hankeapp.domain.kinds import Kind
from hankeapp.domain.organisations import ListedValue, Unit
from hankeapp.domain.parts import Funding, Relation
from hankeapp.domain.project import Project
from hankeapp.domain.templates import GIVEN_PARTS
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.names import Names
from tests.ui.test_number_editors import CASES as NUMBER_CASES

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Case:
    """A field of a kind, a value, and another with the keys that write it over the first."""

    field: str
    value: object
    keys: str
    written: object
    empty: object
    of: type = Project


CASES = [
    Case("acronym", "ILPI", "MUSTBE", "MUSTBE", ""),
    Case("notes", "Eka rivi\nToka rivi", "Uusi", "Uusi", ""),
    Case("start", PartialDate(2024), "12/2022", PartialDate(2022, 12), None),
    Case("budget_whole", Cents(1_250_000), "1.234,50", Cents(123_450), None),
    Case("kind", Kind.PROJECT, "Oh", Kind.PROGRAMME, None),
    Case("rate", Share(8000), "66,67 %", Share(6667), None, Funding),
    Case("unit", Key("u1"), "Tekninen", Key("u2"), None),
    Case("themes", Codes(("nuoret",)), "Ilmasto; Nuoret", Codes(("ilmasto", "nuoret")), Codes()),
    Case("project", Key("p1"), "CIRCWASTE", Key("p2"), None, Relation),
    Case("fund", "EAKR", "ESR+", "ESR+", "", Funding),
]


class Office:
    """A register's names in memory."""

    def shared(self, table):
        units = [Unit(id="u1", name="Sivistys"), Unit(id="u2", name="Tekninen")]
        labels = ("Nuoret", "Ilmasto")
        themes = [ListedValue(id=each, list="theme", code=each.lower(), label=each) for each in labels]
        return {"unit": units, "listed_value": themes}.get(table, [])

    def name_of(self, key):
        return {"p1": "Healint", "p2": "CIRCWASTE"}.get(key, "")

    def called(self, name):
        return [key for key in ("p1", "p2") if self.name_of(key) == name]

    def like(self, _text):
        return []


@pytest.fixture(params=CASES, ids=lambda case: case.field)
def case(request):
    return request.param


class Bench(QWidget):
    """An editor, a field to leave it for, and everything that it handed over."""

    def __init__(self, field: str, of: type = Project) -> None:
        super().__init__()
        self.editor = editor_of(field_of(of, field), Names(Office(), None, Office()))
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.editor.widget)
        column.addWidget(self.other)
        self.editor.fit()
        self.committed = []
        self.editor.committed.connect(self._note)

    def _note(self, name, value):
        self.committed.append((name, value))

    @property
    def text(self) -> str:
        return self.editor._content()

    def enter(self):
        self.editor.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self):
        if popup := QApplication.activePopupWidget():
            popup.close()
        self.other.setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.editor.widget, key, modifiers)

    def write(self, keys):
        self.enter()
        if isinstance(self.editor.widget, QLineEdit) or self.editor.field.lines > 1:
            self.press(Qt.Key.Key_A, CTRL)
            self.press(Qt.Key.Key_Delete)
        if not keys and self.editor.field.name == "kind":
            self.press(Qt.Key.Key_Home)
        if keys.isascii():
            QTest.keyClicks(self.editor.widget, keys)
        else:
            self.paste(keys)

    def paste(self, text):
        """QTest has no keys for letters like ä."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)

    def refuse(self):
        """From now on the register takes nothing."""
        self.editor.committed.connect(self._refuse)

    def _refuse(self):
        self.editor.set_error("Ei käy.")


@pytest.fixture
def bench(qtbot):
    def made(field: str, value: object, of: type = Project) -> Bench:
        bench = Bench(field, of)
        qtbot.addWidget(bench)
        with qtbot.waitActive(bench):
            bench.show()
        bench.editor.show(value)
        return bench

    return made


# The five standard checks


def test_they_are_made_of_every_kind_of_editor(qapp):
    """Of each that a declaration asks for; of whole numbers they are made in `test_number_editors`."""
    parts = [*parts_of(Project), *GIVEN_PARTS]
    declared = [*fields_of(Project), *(field for part in parts for field in fields_of(part.type))]
    made = [field_of(case.of, case.field) for case in CASES] + [case[0] for case in NUMBER_CASES]
    kinds = {(type(editor_of(field, Names())), field.type) for field in declared if field.editable}
    tried = {(type(editor_of(field, Names())), field.type) for field in made}
    assert {editor for editor, _ in kinds} == {editor for editor, _ in tried}
    assert {kind for _, kind in kinds if not issubclass(kind, Enum)} == {
        kind for _, kind in tried if not issubclass(kind, Enum)
    }


def test_shows(bench, case):
    desk = bench(case.field, case.value, case.of)
    assert desk.editor.value() == case.value
    assert not desk.editor.is_touched
    desk.editor.show(case.written)
    assert desk.editor.value() == case.written
    desk.enter()
    desk.leave()
    assert desk.committed == []


def test_hands_over_once_when_left(bench, case):
    desk = bench(case.field, case.value, case.of)
    desk.write(case.keys)
    assert desk.committed == []
    desk.leave()
    assert desk.committed == [(case.field, case.written)]
    desk.enter()
    desk.leave()
    assert len(desk.committed) == 1


def test_keeps_what_is_refused(bench, case):
    desk = bench(case.field, case.value, case.of)
    desk.refuse()
    desk.write(case.keys)
    content = desk.text
    desk.leave()
    assert desk.text == content
    assert desk.editor.widget.property("invalid")
    assert desk.editor.widget.accessibleDescription() == "Virhe: Ei käy."
    draft = desk.editor.draft
    assert (draft.content, draft.base, draft.error) == (content, case.value, "Ei käy.")
    assert not desk.editor.commit()
    desk.editor.show(case.value)
    assert desk.editor.draft is None
    assert not desk.editor.widget.property("invalid")
    desk.editor.resume(draft)
    assert desk.text == content
    assert desk.editor.error.startswith("Ei käy. ")


def test_empties(bench, case):
    desk = bench(case.field, case.value, case.of)
    desk.write("")
    desk.leave()
    assert desk.committed == [(case.field, case.empty)]
    desk.editor.show(case.empty)
    assert desk.editor.value() == case.empty


def test_is_read_only(bench, case):
    desk = bench(case.field, case.value, case.of)
    desk.editor.set_read_only(True)
    desk.write(case.keys)
    desk.leave()
    assert desk.committed == []
    assert desk.editor.value() == case.value
    assert desk.editor.widget.isEnabled()
    desk.editor.set_read_only(False)
    desk.write(case.keys)
    desk.leave()
    assert desk.committed == [(case.field, case.written)]


# Enter, undo, leaving


@pytest.mark.parametrize("name", ["acronym", "start", "budget_whole", "kind"])
def test_enter_hands_over(bench, name):
    case = next(case for case in CASES if case.field == name)
    desk = bench(name, case.value)
    desk.write(case.keys)
    desk.press(Qt.Key.Key_Return)
    assert desk.committed == [(name, case.written)]
    assert desk.editor.widget.hasFocus()


def test_enter_tries_again_what_was_refused(bench):
    desk = bench("acronym", "ILPI")
    desk.refuse()
    desk.write("X")
    desk.leave()
    desk.enter()
    desk.press(Qt.Key.Key_Return)
    assert len(desk.committed) == 2


def test_enter_in_a_text_is_a_new_line_and_with_ctrl_hands_over(bench):
    desk = bench("notes", "")
    desk.write("Eka")
    desk.press(Qt.Key.Key_Return)
    QTest.keyClicks(desk.editor.widget, "Toka")
    assert desk.committed == []
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.committed == [("notes", "Eka\nToka")]


def test_tab_leaves_a_text(bench):
    desk = bench("notes", "")
    desk.write("Eka")
    desk.press(Qt.Key.Key_Tab)
    assert desk.other.hasFocus()
    assert desk.committed == [("notes", "Eka")]


def test_a_menu_or_another_program_does_not_leave_the_field(bench):
    desk = bench("start", PartialDate(2024))
    desk.write("31.")
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        desk.other.setFocus(reason)
        assert desk.editor.error == ""
        desk.enter()
    desk.leave()
    assert desk.editor.error


@pytest.fixture
def window_undo(bench):
    """A bench whose window has its own undo, and what that heard."""

    def made(field, value):
        desk = bench(field, value)
        heard = []
        for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
            action = QAction(desk)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked, key=key: heard.append(key.name))
            desk.addAction(action)
        return desk, heard

    return made


@pytest.mark.parametrize("case", CASES[:3], ids=lambda case: case.field)
def test_undo_is_the_fields_own_until_it_is_saved_then_the_windows(window_undo, case):
    desk, heard = window_undo(case.field, case.value)
    before = desk.text
    desk.write(case.keys)
    while desk.text != before:
        desk.press(Qt.Key.Key_Z, CTRL)
    assert heard == []
    desk.write(case.keys)
    desk.leave()
    desk.editor.show(case.written)
    desk.enter()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert heard == ["Undo"]
    assert desk.editor.value() == case.written


def test_undo_takes_back_a_draft_that_was_taken_up_again(window_undo):
    desk, heard = window_undo("start", PartialDate(2024))
    desk.write("31.2.2026")
    desk.leave()
    draft = desk.editor.draft
    desk.editor.show(PartialDate(2020))
    desk.editor.show(PartialDate(2024))
    desk.editor.resume(draft)
    desk.enter()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text == "2024"
    assert desk.editor.error == ""
    assert heard == []


def test_writing_the_old_value_again_takes_the_error_away(bench):
    desk = bench("start", PartialDate(2024))
    desk.write("hups")
    desk.leave()
    assert desk.editor.error
    desk.write("2024")
    desk.leave()
    assert desk.editor.error == ""
    assert desk.committed == []


# A value that comes from elsewhere


def test_refresh_leaves_alone_what_is_being_written(bench):
    desk = bench("acronym", "ILPI")
    desk.write("ILP")
    desk.editor.refresh("MUU")
    assert desk.text == "ILP"
    assert desk.editor.base == "ILPI"
    desk.editor.refresh("ILP")
    assert not desk.editor.is_touched


def test_refresh_shows_what_is_new_and_keeps_the_cursor_where_nothing_is(bench):
    desk = bench("acronym", "ILPI")
    desk.enter()
    desk.editor.widget.setCursorPosition(2)
    desk.editor.refresh("ILPI")
    assert desk.editor.widget.cursorPosition() == 2
    desk.editor.refresh("MUU")
    assert desk.text == "MUU"


# Texts


def test_text_keeps_every_character(bench):
    text = "  Porin\u00a0kaupunki \n\nrivi\u2009ohut ja 🌱 loppu \u00a0"
    desk = bench("public_text", text)
    assert desk.editor.value() == text
    desk.enter()
    desk.press(Qt.Key.Key_End, CTRL)
    QTest.keyClicks(desk.editor.widget, "x")
    desk.leave()
    assert desk.committed == [("public_text", text + "x")]


def test_text_keeps_its_kind_of_line_break(bench):
    desk = bench("public_text", "eka\r\ntoka")
    assert not desk.editor.is_touched
    desk.enter()
    desk.press(Qt.Key.Key_End, CTRL)
    QTest.keyClicks(desk.editor.widget, "x")
    desk.leave()
    assert desk.committed == [("public_text", "eka\r\ntokax")]


def test_text_is_pasted_plain(bench):
    desk = bench("notes", "")
    data = QMimeData()
    data.setHtml("<b>lihava</b>")
    data.setText("lihava")
    QGuiApplication.clipboard().setMimeData(data)
    desk.enter()
    desk.press(Qt.Key.Key_V, CTRL)
    desk.leave()
    assert desk.committed == [("notes", "lihava")]


def test_text_grows_with_what_is_written_and_then_scrolls(bench):
    desk = bench("notes", "")
    heights = []
    for lines in (1, 6, 8, 100):
        desk.editor.show("\n".join("rivi" for _ in range(lines)))
        heights.append(desk.editor.widget.maximumHeight())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_long_text_is_taken_whole(bench):
    text = "Hanke kehittää. " * 6250
    desk = bench("notes", text)
    assert desk.editor.value() == text
    line = bench("time_text", text.strip())
    assert line.text == text.strip()


def test_line_turns_pasted_breaks_into_blanks(bench):
    desk = bench("name", "")
    desk.enter()
    desk.paste(" Hanke\r\n\tPorissa ")
    desk.leave()
    assert desk.committed == [("name", "Hanke Porissa")]


def test_long_line_shows_its_beginning(bench):
    desk = bench("name", "Pitkä nimi " * 40)
    assert desk.editor.widget.cursorPosition() == 0


def test_text_with_markup_is_shown_as_it_is(bench):
    desk = bench("number", "<b>H-1</b>")
    assert desk.editor.widget.textFormat() is Qt.TextFormat.PlainText


# Dates


@pytest.mark.parametrize(
    ("written", "date", "shown"),
    [
        ("2026-11", PartialDate(2026, 11), "11/2026"),
        (" 31.12.2023 ", PartialDate(2023, 12, 31), "31.12.2023"),
        ("kesä 2019", PartialDate(2019, season=Season.SUMMER), "kesä 2019"),
    ],
)
def test_date_is_read_in_finnish_and_iso_and_shown_in_its_normal_form(bench, written, date, shown):
    desk = bench("end", None)
    desk.write(written)
    desk.leave()
    assert desk.committed == [("end", date)]
    desk.editor.show(date)
    assert desk.text == shown


def test_date_that_does_not_exist_says_so_and_is_not_handed_over(bench):
    desk = bench("end", PartialDate(2026))
    desk.write("31.2.2026")
    assert desk.editor.error == ""
    desk.leave()
    assert desk.committed == []
    assert desk.text == "31.2.2026"
    assert desk.editor.error == "Helmikuussa 2026 ei ole 31. päivää. Kirjoita esimerkiksi 28.2.2026 tai 2/2026."
    with pytest.raises(DateError):
        desk.editor.value()


def test_date_written_another_way_is_no_change(bench):
    desk = bench("end", PartialDate(2026, 12))
    desk.write("2026-12")
    desk.leave()
    assert desk.committed == []
    assert desk.text == "12/2026"


# Choices


def test_arrows_pass_by_choices_and_leaving_decides(bench):
    desk = bench("kind", None)
    desk.enter()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.committed == []
    desk.leave()
    assert desk.committed == [("kind", Kind.DEVELOPMENT)]


def test_choice_picked_from_the_list_is_handed_over_at_once(bench):
    desk = bench("kind", None)
    combo = desk.editor.widget
    desk.enter()
    combo.showPopup()
    assert combo.view().accessibleName() == combo.accessibleName()
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert desk.committed == [("kind", Kind.PROJECT)]


def test_wheel_scrolls_past_a_choice(bench):
    desk = bench("kind", Kind.PILOT)
    desk.enter()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(desk.editor.widget, wheel)
    assert desk.editor.value() is Kind.PILOT
    assert not wheel.isAccepted()


def test_read_only_choice_opens_no_list(bench):
    desk = bench("kind", Kind.PILOT)
    desk.editor.set_read_only(True)
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.editor.widget.showPopup()
    assert not desk.editor.widget.view().isVisible()


def test_required_choice_has_no_nothing(qapp):
    field = Field(label="Kind", group=Group.BASICS, name="kind", type=Kind, required=True)
    combo = editor_of(field, Names()).widget
    assert [combo.itemData(at) for at in range(combo.count())] == [kind.value for kind in Kind]


# Fields that are not edited


def test_field_that_is_not_editable_is_selectable_text(bench):
    desk = bench("page_order", 7)
    assert desk.editor.widget.text() == "7"
    assert desk.editor.widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    desk.editor.show(None)
    assert desk.editor.widget.text() == "–"
    assert desk.editor.value() is None


def test_field_speaks_its_name_and_hint(bench):
    name, end = bench("name", "x"), bench("end", None)
    assert name.editor.widget.accessibleName() == "Hankkeen nimi, pakollinen"
    assert end.editor.widget.accessibleName() == "Päättyy"
    assert end.editor.widget.accessibleDescription().startswith("Voit antaa päivän")

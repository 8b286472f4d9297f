"""The detail pane over a real register: it saves field by field, keeps what cannot be saved, and asks for acts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Group
from hankeapp.domain.kinds import Kind
from hankeapp.domain.status import Ending, Outcome, Status
from hankeapp.services.opening import create
from hankeapp.ui.detail_pane import DetailPane
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.project_rows import Row
from tests.ui.accessible import nameless


@pytest.fixture
def register(tmp_path, desk):
    register = create(tmp_path / "koe.hanke", desk)
    yield register
    register.close()


@pytest.fixture
def ilpi(register):
    return register.add(
        {
            "name": "Ilmastokestävät pientaloalueet",
            "acronym": "ILPI",
            "start": PartialDate(2024),
            "end": PartialDate(2026),
            "public_text": "ILPI – Ilmastokestävät pientaloalueet\u00a0-hanke. " * 6,
        }
    )


@pytest.fixture
def circwaste(register):
    return register.add({"name": "Kohti kiertotaloutta", "acronym": "CIRCWASTE", "end": PartialDate(2023)})


class Bench(QWidget):
    """A pane beside a field to leave it for; hears everything that the pane says."""

    def __init__(self, register) -> None:
        super().__init__()
        self.register = register
        self.pane = DetailPane(register.save, register.parts.save, register.today)
        self.elsewhere = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        column.addWidget(self.elsewhere)
        self.heard = []
        for name in ("saved", "drafts_changed", "end_asked", "activate_asked", "print_asked"):
            getattr(self.pane, name).connect(self._listener(name))

    def _listener(self, name):
        return lambda value: self.heard.append((name, value))

    def widget(self, field):
        return self.pane.page.form.editors[field].widget

    def write(self, field, text):
        """Write over what stands in a field."""
        widget = self.widget(field)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClicks(widget, text)

    def leave(self):
        self.elsewhere.setFocus(Qt.FocusReason.TabFocusReason)

    def change(self, field, text):
        self.write(field, text)
        self.leave()

    def error(self, field):
        return self.pane.page.form.editors[field].error

    def text(self, field):
        return self.pane.page.form.editors[field]._content()

    def stored(self, project):
        (now,) = self.register.projects([project.id])
        return now


@pytest.fixture
def bench(register, qtbot):
    bench = Bench(register)
    qtbot.addWidget(bench)
    bench.resize(745, 700)
    with qtbot.waitActive(bench):
        bench.show()
    return bench


# What is shown


def test_nothing_selected_says_what_to_do(bench):
    assert bench.pane.nothing.isVisible()
    assert bench.pane.project is None
    assert bench.pane.commit()


def test_a_project_shows_title_status_flag_and_duration(bench, ilpi, circwaste):
    bench.pane.show_project(ilpi)
    head = bench.pane.page.head
    assert head.title.text() == "ILPI – Ilmastokestävät pientaloalueet"
    assert head.status.text == "Aktiivinen"
    assert head.flag.text == "Päättyy 37 päivän päästä"
    assert head.duration.text() == "2024–2026"
    assert not bench.pane.page.bar.isVisible()
    bench.pane.show_project(circwaste)
    assert head.flag.text == "Päättymispäivä ohitettu"
    assert head.duration.text() == "–2023"


def test_a_passed_end_is_told_with_its_ways_out(bench, circwaste, qtbot):
    bench.pane.show_project(circwaste)
    bar = bench.pane.page.bar
    assert bar.isVisible()
    assert bar.accessibleName().startswith("Päättymispäivä 2023 on ohitettu")
    bar.first_requested.emit()
    assert bench.heard[-1] == ("end_asked", [circwaste.id])
    bar.second_requested.emit()
    assert bench.widget("end").hasFocus()
    assert bench.widget("end").selectedText() == "2023"
    QTest.keyClicks(bench.widget("end"), "2027")
    QTest.keyClick(bench.widget("end"), Qt.Key.Key_Return)
    assert not bar.isVisible()
    assert not bench.pane.page.head.flag.isVisible()


@pytest.mark.parametrize(
    ("status", "act", "asked"),
    [
        (Status.ACTIVE, "Päätä hanke…", "end_asked"),
        (Status.ENDED, "Palauta aktiiviseksi…", "activate_asked"),
        (Status.PLANNED, "Merkitse aktiiviseksi", "activate_asked"),
    ],
)
def test_the_act_goes_by_the_status(bench, register, status, act, asked):
    project = register.add({"name": "Hanke", "status": status})
    bench.pane.show_project(project)
    assert bench.pane.page.head.act.text() == act
    bench.pane.page.head.act.click()
    assert bench.heard == [(asked, [project.id])]


def test_an_act_saves_first_what_is_being_written(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.write("acronym", "ILPI2")
    bench.pane.page.print_asked.emit()
    assert [name for name, _ in bench.heard] == ["saved", "print_asked"]
    assert bench.stored(ilpi).acronym == "ILPI2"


def test_the_more_button_is_there_when_it_has_something(bench, ilpi):
    bench.pane.show_project(ilpi)
    assert not bench.pane.page.head._more.isVisible()
    bench.pane.more.addAction(QAction("Seuraava hanke", bench))
    bench.pane.show_project(ilpi)
    assert bench.pane.page.head._more.isVisible()


def test_several_show_how_many_and_ask_for_the_ids_that_fit(bench, register, ilpi, circwaste):
    ended = register.add({"name": "Healint", "status": Status.ENDED})
    planned = register.add({"name": "ICC", "status": Status.PLANNED})
    bench.pane.show_several(
        {
            each.id: each.status
            for each in (
                ilpi,
                circwaste,
                ended,
                planned,
            )
        }
    )
    several = bench.pane.several
    assert several.isVisible()
    assert bench.pane.project is None
    assert several.count.text() == "4 hanketta valittu"
    assert several.shares.text() == "Suunnitteilla: 1 · Aktiivinen: 2 · Päättynyt: 1"
    for button in (several.end, several.reactivate, several.start, several.print):
        button.click()
    assert bench.heard == [
        ("end_asked", [ilpi.id, circwaste.id, planned.id]),
        ("activate_asked", [ended.id]),
        ("activate_asked", [planned.id]),
        ("print_asked", [ilpi.id, circwaste.id, ended.id, planned.id]),
    ]
    bench.pane.show_several({each.id: each.status for each in (ended,)})
    assert not several.end.isVisible()


def test_everything_that_takes_the_focus_has_a_name(bench, circwaste):
    bench.pane.show_project(circwaste)
    assert nameless(bench.pane) == []


def test_a_title_is_cut_after_three_lines_and_whole_in_its_tooltip(bench, register):
    name = "Erittäin pitkä nimi " * 20
    bench.pane.show_project(register.add({"name": name.strip()}))
    title = bench.pane.page.head.title
    lines = title._lines(title.width())
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert name.strip() in title.toolTip()


@pytest.mark.parametrize("name", ["x" * 400, "🌱" * 300, "a\u0301" * 200, "<b>lihava</b> & \u202eoudot"])
def test_any_title_can_be_shown(bench, register, name):
    bench.pane.show_project(register.add({"name": name}))
    title = bench.pane.page.head.title
    assert title.width() <= bench.width()
    assert "".join(title._lines(title.width())).startswith(name[:10])
    assert not bench.grab().isNull()


# Saving


def test_a_field_is_saved_when_it_is_left(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.change("acronym", "ILPI2")
    assert bench.stored(ilpi).acronym == "ILPI2"
    assert [name for name, _ in bench.heard] == ["saved"]
    assert bench.pane.page.head.title.text().startswith("ILPI2 – ")
    assert bench.pane.project == bench.stored(ilpi)


def test_looking_at_fields_changes_nothing(bench, ilpi):
    bench.pane.show_project(ilpi)
    for field in bench.pane.page.form.editors:
        bench.widget(field).setFocus(Qt.FocusReason.TabFocusReason)
    bench.leave()
    assert bench.heard == []
    assert bench.stored(ilpi) == ilpi
    assert bench.register.journal.undoable.name == "”Ilmastokestävät pientaloalueet” lisättiin."


def test_a_date_shows_its_normal_form_once_saved(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.change("end", "2026-11")
    assert bench.text("end") == "11/2026"
    assert bench.stored(ilpi).end == PartialDate(2026, 11)
    assert bench.pane.page.head.duration.text() == "2024–11/2026"


def test_a_wrong_value_waits_and_the_others_are_saved(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.change("end", "31.2.2026")
    assert bench.heard == [("drafts_changed", 1)]
    assert bench.error("end").startswith("Helmikuussa 2026 ei ole 31. päivää.")
    bench.change("acronym", "ILPI2")
    assert bench.stored(ilpi).acronym == "ILPI2"
    assert bench.stored(ilpi).end == PartialDate(2026)
    assert bench.text("end") == "31.2.2026"
    assert bench.pane.drafts == 1
    assert not bench.pane.commit()
    bench.change("end", "28.2.2026")
    assert bench.pane.drafts == 0
    assert bench.pane.commit()
    assert bench.stored(ilpi).end == PartialDate(2026, 2, 28)


def test_a_rule_across_fields_speaks_where_the_person_wrote(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.change("start", "2028")
    assert bench.error("start") == "Päättyminen on ennen alkua (2028). Tarkista vuodet."
    assert bench.error("end") == ""
    bench.change("end", "2030")
    assert bench.error("start") == ""
    now = bench.stored(ilpi)
    assert (now.start, now.end) == (PartialDate(2028), PartialDate(2030))
    assert bench.pane.drafts == 0


def test_a_name_cannot_be_taken_away(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.change("name", "")
    assert bench.error("name") == "Hankkeella pitää olla nimi."
    assert bench.pane.page.head.title.text() == ilpi.title


def test_commit_saves_the_field_that_is_being_written(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.write("acronym", "ILPI2")
    assert bench.pane.commit()
    assert bench.stored(ilpi).acronym == "ILPI2"
    assert bench.widget("acronym").hasFocus()
    bench.leave()
    assert [name for name, _ in bench.heard] == ["saved"]


def test_hiding_the_pane_saves(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.write("acronym", "ILPI2")
    bench.pane.hide()
    assert bench.stored(ilpi).acronym == "ILPI2"


# One project after another


def test_another_project_saves_the_first(bench, ilpi, circwaste):
    bench.pane.show_project(ilpi)
    bench.write("acronym", "ILPI2")
    bench.pane.show_project(circwaste)
    assert bench.stored(ilpi).acronym == "ILPI2"
    assert bench.stored(circwaste).acronym == "CIRCWASTE"
    assert bench.text("acronym") == "CIRCWASTE"


@pytest.mark.parametrize("away", ["another", "several", "nothing"])
def test_a_draft_waits_until_its_project_comes_back(bench, ilpi, circwaste, away):
    bench.pane.show_project(ilpi)
    bench.write("end", "31.2.2026")
    if away == "another":
        bench.pane.show_project(circwaste)
        assert bench.error("end") == ""
    elif away == "several":
        bench.pane.show_several(
            {
                each.id: each.status
                for each in (
                    ilpi,
                    circwaste,
                )
            }
        )
    else:
        bench.pane.show_nothing()
    assert bench.pane.drafts == 1
    assert bench.pane.drafted() == (ilpi.id,)
    bench.pane.show_project(ilpi)
    assert bench.text("end") == "31.2.2026"
    assert bench.error("end").startswith("Helmikuussa")
    assert bench.widget("end").property("invalid")
    assert bench.heard == [("drafts_changed", 1)]


def test_drafts_of_several_projects_are_counted_and_told_apart(bench, ilpi, circwaste):
    bench.pane.show_project(ilpi)
    bench.change("end", "hups")
    bench.pane.show_project(circwaste)
    bench.change("start", "hei")
    assert bench.pane.drafts == 2
    assert set(bench.pane.drafted()) == {ilpi.id, circwaste.id}
    bench.pane.show_project(ilpi)
    assert (bench.text("start"), bench.text("end")) == ("2024", "hups")
    bench.pane.forget([ilpi.id, circwaste.id])
    assert bench.pane.project is None
    assert bench.pane.drafts == 2
    bench.pane.show_project(circwaste)
    assert bench.text("start") == "hei"
    assert [value for name, value in bench.heard if name == "drafts_changed"] == [1, 2]


def test_a_draft_over_a_value_that_changed_meanwhile_says_so(bench, ilpi, circwaste):
    bench.pane.show_project(ilpi)
    bench.change("end", "hups")
    bench.pane.show_project(circwaste)
    bench.register.save(ilpi, {"end": PartialDate(2029)})
    bench.pane.show_project(bench.stored(ilpi))
    assert bench.text("end") == "hups"
    assert bench.error("end").startswith("Rekisterissä on nyt: ”2029”.")


# The same project again


def test_the_same_project_again_leaves_alone_what_is_being_written(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.write("acronym", "ILP")
    bench.widget("acronym").setCursorPosition(1)
    bench.register.save(ilpi, {"notes": "Muualta", "kind": Kind.PILOT})
    bench.pane.show_project(bench.stored(ilpi))
    assert bench.text("notes") == "Muualta"
    assert bench.text("kind") == "pilot"
    assert bench.text("acronym") == "ILP"
    assert bench.widget("acronym").hasFocus()
    assert bench.widget("acronym").cursorPosition() == 1
    bench.leave()
    assert bench.stored(ilpi).acronym == "ILP"


def test_the_scroll_position_stays_with_the_project(bench, ilpi, circwaste):
    bench.pane.show_project(ilpi)
    QApplication.processEvents()
    bar = bench.pane.page._area.verticalScrollBar()
    bar.setValue(150)
    bench.pane.show_project(ilpi)
    assert bar.value() == 150
    bench.pane.show_project(circwaste)
    assert bar.value() == 0


def test_undo_of_the_window_comes_into_the_fields(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.change("acronym", "ILPI2")
    bench.register.journal.undo()
    bench.pane.show_project(bench.stored(ilpi))
    assert bench.text("acronym") == "ILPI"
    assert bench.pane.page.head.title.text().startswith("ILPI – ")


def test_a_listener_that_shows_the_project_while_it_is_saved(bench, ilpi):
    bench.register.journal.listen(lambda _act: bench.pane.show_project(bench.stored(ilpi)))
    bench.pane.show_project(ilpi)
    bench.change("end", "2027-03")
    bench.change("acronym", "ILPI2")
    assert bench.text("end") == "3/2027"
    assert [name for name, _ in bench.heard] == ["saved", "saved"]
    assert bench.pane.project == bench.stored(ilpi)


def test_a_listener_that_goes_on_to_another_project_while_it_is_saved(bench, ilpi, circwaste):
    bench.register.journal.listen(lambda _act: bench.pane.show_project(circwaste))
    bench.pane.show_project(ilpi)
    bench.change("acronym", "ILPI2")
    assert bench.stored(ilpi).acronym == "ILPI2"
    assert bench.pane.project == circwaste
    assert bench.text("acronym") == "CIRCWASTE"
    assert bench.pane.page.head.title.text() == circwaste.title


# Changed elsewhere


def test_a_conflict_overwrites_nothing_until_the_person_has_seen_it(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.register.save(ilpi, {"acronym": "MUU"})
    bench.change("acronym", "OMA")
    assert "muualla: Lyhenne. Mitään ei korvattu." in bench.error("acronym")
    assert bench.stored(ilpi).acronym == "MUU"
    bench.change("notes", "toinen")
    assert bench.stored(ilpi).notes == "toinen"
    assert bench.stored(ilpi).acronym == "MUU"
    assert bench.error("acronym").startswith("Rekisterissä on nyt: ”MUU”.")
    assert bench.text("acronym") == "OMA"
    assert not bench.pane.commit()
    assert bench.stored(ilpi).acronym == "MUU"


def test_a_conflict_stays_one_while_other_projects_are_shown(bench, ilpi, circwaste):
    bench.pane.show_project(ilpi)
    bench.register.save(ilpi, {"acronym": "MUU"})
    bench.change("acronym", "OMA")
    for _ in range(2):
        bench.pane.show_project(circwaste)
        bench.pane.show_project(bench.stored(ilpi))
        assert bench.error("acronym").startswith("Rekisterissä on nyt: ”MUU”.")
        assert not bench.pane.commit()
    assert bench.stored(ilpi).acronym == "MUU"


def test_after_a_conflict_the_person_can_save_over_it(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.register.save(ilpi, {"acronym": "MUU"})
    bench.change("acronym", "OMA")
    bench.pane.show_project(bench.stored(ilpi))
    bench.widget("acronym").setFocus()
    QTest.keyClick(bench.widget("acronym"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.stored(ilpi).acronym == "OMA"
    assert bench.pane.drafts == 0


def test_after_a_conflict_the_person_can_take_the_other_value(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.register.save(ilpi, {"acronym": "MUU"})
    bench.change("acronym", "OMA")
    bench.pane.show_project(bench.stored(ilpi))
    bench.widget("acronym").setFocus()
    QTest.keyClick(bench.widget("acronym"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.text("acronym") == "MUU"
    assert bench.pane.drafts == 0
    bench.leave()
    assert bench.stored(ilpi).acronym == "MUU"


def test_a_value_that_changes_while_one_writes_over_it_is_a_conflict(bench, ilpi):
    bench.pane.show_project(ilpi)
    bench.write("acronym", "OMA")
    bench.register.save(ilpi, {"acronym": "MUU"})
    bench.pane.show_project(bench.stored(ilpi))
    bench.leave()
    assert bench.error("acronym")
    assert bench.stored(ilpi).acronym == "MUU"


# Read only


def test_a_register_open_for_reading_only_says_so_and_changes_nothing(bench, circwaste):
    bench.pane.show_project(circwaste)
    bench.pane.set_read_only(True)
    page = bench.pane.page
    assert page.bar.accessibleName().startswith("Rekisteri on avattu vain luettavaksi")
    assert not page.head.act.isEnabled()
    assert "vain luettavaksi" in page.head.act.toolTip()
    bench.change("acronym", "X")
    assert bench.stored(circwaste) == circwaste
    assert page.head.print.isEnabled()
    bench.pane.set_read_only(False)
    assert page.bar.accessibleName().startswith("Päättymispäivä")
    assert page.head.act.isEnabled()


# Sections


def test_tabs_go_to_their_section_and_follow_the_scrolling(bench, ilpi):
    bench.pane.show_project(ilpi)
    QApplication.processEvents()
    tabs, bar = bench.pane.page.tabs, bench.pane.page._area.verticalScrollBar()
    shown = [at for at in range(tabs.count()) if tabs.isTabVisible(at)]
    assert [tabs.tabToolTip(at) for at in shown[:-1]] == [group.label for group in Group]
    assert tabs.tabText(shown[-1]) == "Historia"
    tabs.setCurrentIndex(1)
    second = bar.value()
    assert second > 0
    bar.setValue(0)
    assert tabs.currentIndex() == 0
    bar.setValue(second)
    assert tabs.currentIndex() == 1
    bar.setValue(bar.maximum())
    assert tabs.currentIndex() == shown[-2]
    tabs.setCurrentIndex(0)
    assert bar.value() == 0


def test_a_tab_that_is_pressed_again_brings_its_section_back(bench, ilpi):
    bench.pane.show_project(ilpi)
    QApplication.processEvents()
    tabs, bar = bench.pane.page.tabs, bench.pane.page._area.verticalScrollBar()
    tabs.setCurrentIndex(1)
    second = bar.value()
    bar.setValue(second + 20)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert bar.value() == second


def test_the_next_section_starts_from_the_field_one_is_in(bench, ilpi):
    bench.pane.show_project(ilpi)
    QApplication.processEvents()
    bench.widget("kind").setFocus()
    bench.pane.next_section()
    assert bench.widget("start").hasFocus()
    bench.pane.next_section()
    assert bench.widget("budget_whole").hasFocus()
    bench.pane.next_section()
    assert QApplication.focusWidget().objectName() == "add_participations"
    bench.pane.next_section()
    assert bench.widget("objectives").hasFocus()
    for _ in range(2):
        bench.pane.next_section()
        assert QApplication.focusWidget().objectName() == "add_links"
    for _ in range(5):
        bench.pane.previous_section()
    assert bench.widget("name").hasFocus()
    bench.widget("start").setFocus()
    bench.pane.next_section()
    assert bench.widget("budget_whole").hasFocus()


def test_the_field_with_the_focus_is_in_view(bench, ilpi):
    bench.pane.show_project(ilpi)
    QApplication.processEvents()
    bench.pane.edit("notes")
    widget, area = bench.widget("notes"), bench.pane.page._area
    top = widget.mapTo(area, widget.rect().topLeft()).y()
    assert 0 <= top <= area.height() - widget.height()


def test_edit_goes_into_the_name_with_its_text_selected(bench, ilpi):
    bench.pane.edit()
    bench.pane.show_project(ilpi)
    bench.pane.edit()
    assert bench.widget("name").hasFocus()
    assert bench.widget("name").selectedText() == ilpi.name


# Sizes


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_pane_fits_its_least_width_at_every_text_size(bench, circwaste, look, scale):
    bench.pane.show_project(circwaste)
    look.wear(ThemeChoice.DARK, scale)
    bench.resize(560, 700)
    QApplication.processEvents()
    assert bench.pane.minimumSizeHint().width() <= 560
    body = bench.pane.page._area.widget()
    assert body.width() == bench.pane.page._area.viewport().width()


def test_the_body_is_as_high_as_its_rows(bench, ilpi):
    bench.pane.show_project(ilpi)
    QApplication.processEvents()
    body = bench.pane.page._area.widget()
    last = next(row for row in reversed(bench.pane.page.form.findChildren(Row)) if row.isVisible())
    foot = last.mapTo(body, last.rect().bottomLeft()).y()
    assert body.height() - foot < 40


def test_an_ended_project_tells_how(bench, register, ilpi):
    register.end({ilpi.id: Ending(effective=PartialDate(2026, 10), outcome=Outcome.COMPLETED)})
    bench.pane.show_project(bench.stored(ilpi))
    assert bench.pane.page.form.status.words.text() == "päättyi 10/2026 · toteutunut"

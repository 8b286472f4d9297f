"""New projects through the real window, by keyboard: from nothing, as a copy, from a template; and who it may be."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of
from hankeapp.domain.kept_lists import KeptList
from hankeapp.domain.kinds import Kind
from hankeapp.domain.parts import Deadline, DeadlineKind, Funding
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.domain.templates import Aspect
from hankeapp.services.opening import create_example, open_register
from hankeapp.translation import tr
from tests.ui.accessible import faults
from tests.ui.person import Person, activate, button, press_in, strike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from hankeapp.domain.clock import Desk
    from hankeapp.ui.new_project_dialog import NewProjectDialog
    from hankeapp.ui.template_dialogs import TemplateDialog
    from hankeapp.ui.template_editor import TemplateEditor

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    path = tmp_path / "pori.hanke"
    create_example(path, desk).close()
    person = Person(desk, tmp_path)
    person.window.open_register(path)
    person.settle()
    yield person
    person.leave()


def write(dialog: QWidget, text: str) -> None:
    """Type where the focus of a dialog is."""
    for letter in text:
        focus = dialog.focusWidget()
        assert focus is not None
        strike(focus, letter)


def tab_to(dialog: QDialog, name: str) -> None:
    """Press Tab until the focus is in the widget of a name."""
    for _ in range(60):
        focus = dialog.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        press_in(dialog, "Tab")
    raise AssertionError(f"Tab does not reach {name}")


def named(name: str) -> Callable[[QDialog], None]:
    def create(dialog: QDialog) -> None:
        write(dialog, name)
        press_in(dialog, "Return")

    return create


def numbered(person: Person, number: str) -> Project:
    (project,) = person.workspace.register.numbered([number])
    return project


def missed(dialog: NewProjectDialog) -> None:
    """Nothing is, by a screen reader or the keyboard."""
    focus = dialog.focusWidget()
    assert focus is not None
    activate(dialog)
    assert not faults(dialog)
    focus.setFocus()


def compared(dialog: NewProjectDialog) -> None:
    """Wait until the name has been compared with the others."""
    for _ in range(400):
        if dialog.likely.warnings:
            return
        QTest.qWait(5)
    raise AssertionError("nothing was found")


def test_an_empty_project_by_keyboard_and_its_number_is_told(person: Person) -> None:
    def create(dialog: NewProjectDialog) -> None:
        assert dialog.focusWidget() is dialog.name
        missed(dialog)
        write(dialog, "Uimala kuntoon")
        press_in(dialog, "Tab")
        write(dialog, "UIKU")
        press_in(dialog, "Tab")
        write(dialog, "kevät 2027")
        assert dialog._rows["start"].message == "= maaliskuu–toukokuu 2027"
        press_in(dialog, "Ctrl+Return")

    person.dialog(create)
    person.press("Ctrl+N")
    new = person.shown
    assert (new.name, new.acronym, str(new.start), new.status) == (
        "Uimala kuntoon",
        "UIKU",
        "kevät 2027",
        Status.PLANNED,
    )
    assert person.focus.objectName() == "kind"
    assert person.told == tr("“{name}” was added as {number}.", name=new.title, number=new.number)
    person.press("Ctrl+Z")
    assert not person.workspace.register.projects([new.id])


def test_a_changed_mind_adds_nothing(person: Person) -> None:
    count = person.count(View.ALL)
    person.dialog(lambda dialog: press_in(dialog, "Esc"))
    person.press("Ctrl+N")
    assert person.count(View.ALL) == count


def test_what_cannot_stand_is_said_at_its_field_and_the_dialog_stays(person: Person) -> None:
    def create(dialog: NewProjectDialog) -> None:
        press_in(dialog, "Return")
        assert dialog.isVisible()
        assert dialog._rows["name"].message == "Hankkeella pitää olla nimi."
        write(dialog, "Uimala")
        dialog.start.setText("2027")
        dialog.end.setText("2026")
        press_in(dialog, "Return")
        assert dialog.isVisible()
        assert "2027" in dialog._rows["end"].message
        dialog.end.setText("31.2.2028")
        press_in(dialog, "Return")
        assert "Helmikuussa 2028" in dialog._rows["end"].message
        dialog.end.setText("2028")
        press_in(dialog, "Return")

    person.dialog(create)
    person.press("Ctrl+N")
    assert person.shown.duration == "2027–2028"


def test_a_similar_name_is_told_while_it_is_typed_and_can_be_opened(person: Person) -> None:
    count = person.count(View.ALL)

    def look_at_the_other(dialog: NewProjectDialog) -> None:
        write(dialog, "Ikäystvällinen Pori")
        compared(dialog)
        (warning,) = dialog.likely.warnings
        assert "H-2026-012" in warning.words.text
        press_in(dialog, "Tab")
        assert dialog.focusWidget() is warning.open
        press_in(dialog, "Space")

    person.dialog(look_at_the_other)
    person.press("Ctrl+N")
    assert person.shown.title == "Ikäystävällinen Pori"
    assert person.count(View.ALL) == count


def test_a_warning_does_not_stand_in_the_way(person: Person) -> None:
    def create(dialog: NewProjectDialog) -> None:
        write(dialog, "Hiilineutraali kunta")
        press_in(dialog, "Tab")
        write(dialog, "circwaste")
        compared(dialog)
        assert "CIRCWASTE" in dialog.likely.warnings[0].words.text
        press_in(dialog, "Return")

    person.dialog(create)
    person.press("Ctrl+N")
    assert person.shown.acronym == "circwaste"


def test_a_copy_takes_over_what_is_checked(person: Person) -> None:
    person.select("CIRCWASTE")
    old = person.shown

    def create(dialog: NewProjectDialog) -> None:
        assert dialog.name.selectedText() == old.name
        compared(dialog)
        checked = {aspect for aspect, check in dialog.aspects.checks.items() if check.isChecked()}
        assert Aspect.PUBLIC_TEXT in dialog.aspects.checks.keys() - checked
        assert Aspect.FUNDING in checked
        missed(dialog)
        dialog.name.selectAll()
        write(dialog, "Kiertotalous jatkuu")
        dialog.aspects.checks[Aspect.PARTNERS].setFocus()
        press_in(dialog, "Space")
        press_in(dialog, "Return")

    person.dialog(create)
    person.press("Ctrl+D")
    new = person.shown
    assert (new.name, new.acronym, new.city_role) == ("Kiertotalous jatkuu", "", old.city_role)
    assert [row.funder for row in new.fundings] == [row.funder for row in old.fundings]
    assert (new.participations, new.periods, new.public_text, new.start, new.events) == ((), (), "", None, ())
    assert numbered(person, old.number) == old


def test_a_template_is_kept_renamed_used_and_deleted(person: Person) -> None:
    person.select("CIRCWASTE")
    old = person.shown
    register = person.workspace.register
    old = register.save(old, {"kind": Kind.DEVELOPMENT})
    deadline = Deadline(kind=DeadlineKind.FINAL_REPORT, due=PartialDate(2024, 4))
    register.parts.save(old, "deadlines", (deadline,))
    person.settle()
    person.dialog(named("EAKR"))
    person.choose("keep_template")
    assert person.told == tr("The template “{name}” was saved.", name="EAKR")

    def edit(dialog: TemplateEditor) -> None:
        write(dialog, "LIFE-hanke")
        tab_to(dialog, "themes")
        write(dialog, "Kiertotalous")
        press_in(dialog, "Ctrl+Return")
        tab_to(dialog, "add_deadlines")
        press_in(dialog, "Space")
        write(dialog, "Maksa")
        tab_to(dialog, "months")
        write(dialog, "kohta")
        press_in(dialog, "Ctrl+Return")
        assert "kohta" in str(dialog.lists[1].items[1].editors["months"].error)
        press_in(dialog, "Ctrl+A")
        write(dialog, "-6")
        assert not faults(dialog)
        press_in(dialog, "Ctrl+Return")

    def rename(dialog: NewProjectDialog) -> None:
        dialog.base.setFocus()
        press_in(dialog, "End")
        assert dialog.template is not None
        missed(dialog)
        person.dialog(edit)
        press_in(dialog, "Tab")
        press_in(dialog, "Space")
        assert dialog.template.name == "LIFE-hanke"
        dialog.name.setFocus()
        write(dialog, "Seuraava hanke")
        dialog.end.setText("2029")
        press_in(dialog, "Return")

    person.dialog(rename)
    person.press("Ctrl+N")
    new = person.shown
    assert (new.name, new.kind, new.participations) == ("Seuraava hanke", Kind.DEVELOPMENT, ())
    assert [row.funder for row in new.fundings] == [row.funder for row in old.fundings]
    assert [each.due for each in new.deadlines] == [PartialDate(2030, 4), PartialDate(2029, 6)]
    assert person.workspace.names.text(field_of(Project, "themes"), new.themes) == "Kiertotalous"

    def remove(dialog: NewProjectDialog) -> None:
        dialog.base.setCurrentIndex(dialog.base.count() - 1)
        button(dialog, tr("Delete the template")).click()
        assert dialog.template is None
        press_in(dialog, "Esc")

    person.dialog(remove)
    person.press("Ctrl+N")
    assert register.templates.all() == []
    person.press("Ctrl+Z")
    assert [each.name for each in register.templates.all()] == ["LIFE-hanke"]


def test_a_template_of_the_same_name_is_replaced_knowingly(person: Person) -> None:
    person.select("CIRCWASTE")
    person.dialog(named("Malli"))
    person.choose("keep_template")

    def again(dialog: TemplateDialog) -> None:
        press_in(dialog, "Ctrl+A")
        press_in(dialog, "Del")
        press_in(dialog, "Return")
        assert dialog.row.message == tr("A template must have a name.")
        write(dialog, "malli")
        assert dialog.row.message == tr("There is a template of this name. What it gives is replaced.")
        press_in(dialog, "Return")

    person.dialog(again)
    person.choose("keep_template")
    assert [each.name for each in person.workspace.register.templates.all()] == ["malli"]


def test_a_copy_needs_one_project(person: Person) -> None:
    person.press("Ctrl+A")
    assert not person.window.commands["duplicate"].isEnabled()
    assert not person.window.commands["keep_template"].isEnabled()
    assert QApplication.activeModalWidget() is None


def test_a_programme_is_completed_from_what_the_register_has(person: Person) -> None:
    person.select("CIRCWASTE")
    register = person.workspace.register
    register.parts.save(person.shown, "fundings", (Funding(programme="Uudistuva ja osaava Suomi 2021–2027"),))
    person.begin("Seuraava hanke")
    form = person.workspace.detail.page.form
    shown = next(each for each in form.lists if each.part.name == "fundings")
    person.workspace.panes.show_details(shown=True)
    button(shown, shown.add.text()).click()
    person.settle()
    programme = next(each for each in shown.findChildren(QLineEdit, "programme") if each.isVisible())
    programme.setFocus()
    person.type("osaa")
    popup = programme.completer().popup()
    assert popup.isVisible()
    for key in ("Down", "Return"):
        QTest.keySequence(popup, key)
    assert programme.text() == "Uudistuva ja osaava Suomi 2021–2027"
    person.press("Tab")
    assert [row.programme for row in person.shown.fundings] == ["Uudistuva ja osaava Suomi 2021–2027"]


def test_an_entry_deleted_elsewhere_while_it_is_being_written_is_told_and_not_lost(person: Person, desk: Desk) -> None:
    register = person.workspace.register
    register.lists.add_listed("theme", "Hulevedet")
    person.settle()
    person.workspace.detail.edit("themes")
    person.type("Hulevedet")
    with closing(open_register(register.path, desk)) as elsewhere:
        (gone,) = [each for each in elsewhere.keeping.entries(KeptList.THEMES) if each.name == "Hulevedet"]
        elsewhere.keeping.remove(gone)
    person.press("F5")
    editor = person.workspace.detail.page.form.editors["themes"]
    assert tr("“{name}” is not in the list.", name="Hulevedet") in editor.error
    assert editor.content == "Hulevedet"
    assert not person.shown.themes
    editor.add_unknown()
    assert editor.error == ""
    assert "Hulevedet" in [row.label for row in register.lists.shared("listed_value")]
    assert len(person.shown.themes) == 1

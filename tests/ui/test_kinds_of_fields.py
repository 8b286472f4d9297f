"""Amounts, keys and codes in the form: by their types, with the names behind them."""

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Group, field_of
from hankeapp.domain.organisations import ListedValue, Organisation, Unit
from hankeapp.domain.parts import Funding, Link, Participation, Role
from hankeapp.domain.project import Project
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.translation import tr
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.form import Form
from hankeapp.ui.names import Names
from tests.ui.samples import TODAY, projects


@dataclass
class Lists:
    """A register's names in memory."""

    rows: dict = field(default_factory=dict)

    def shared(self, table):
        return self.rows.get(table, [])

    def name_of(self, key):
        return {"p1": "Healint"}.get(key, "")

    def add_shared(self, table, name):
        self.rows.setdefault(table, []).append(Unit(id=name.lower(), name=name))
        return name.lower()

    def add_listed(self, values, label):
        row = ListedValue(id=label, list=values, code=label.lower(), label=label)
        self.rows.setdefault("listed_value", []).append(row)
        return row.code


@pytest.fixture
def names():
    lists = Lists(
        {
            "unit": [Unit(id="u1", name="Sivistys"), Unit(id="u2", name="Elinvoima ja ympäristö")],
            "organisation": [Organisation(id="o1", name="Euroopan unioni")],
            "listed_value": [
                ListedValue(id="1", list="theme", code="ilmasto", label="Ympäristö ja ilmasto"),
                ListedValue(id="2", list="theme", code="nuoret", label="Osallisuus, nuoret"),
                ListedValue(id="3", list="area", code="keskusta", label="Keskusta"),
            ],
        }
    )
    return Names(lists, lists)


@pytest.fixture
def bench(qtbot, names):
    """An editor on the screen, and what it handed over."""

    def made(name, value=None, names=names):
        editor = editor_of(field_of(Project, name), names)
        qtbot.addWidget(editor.widget)
        with qtbot.waitActive(editor.widget):
            editor.widget.show()
        given = []
        editor.committed.connect(lambda _, value: given.append(value))
        editor.show(value)
        return editor, given

    return made


def write(editor, text):
    editor.widget.setText(text)
    editor.widget.textEdited.emit(text)
    return editor.commit()


def test_money_shows_its_finnish_form_and_reads_what_is_typed(bench):
    editor, given = bench("budget_whole", Cents(1_250_000))
    assert editor.widget.text() == "12\N{NO-BREAK SPACE}500,00\N{NO-BREAK SPACE}€"
    assert write(editor, "1234,5")
    assert given == [Cents(123_450)]
    assert write(editor, "")
    assert given[-1] is None


def test_what_is_no_money_waits_with_a_sentence(bench):
    editor, given = bench("budget_whole")
    assert not write(editor, "paljon")
    assert editor.error == "”paljon” ei ole rahamäärä. Kirjoita esimerkiksi 12 500 tai 12 500,00 €."
    assert not given
    assert editor.widget.text() == "paljon"


def test_a_budget_below_zero_waits_with_a_sentence(bench):
    editor, given = bench("budget_whole")
    assert not write(editor, "−1 234,5 €")
    assert editor.error == f"{tr('The amount is negative.')} {tr('Write it without the minus.')}"
    assert not given


def test_a_key_shows_the_name_behind_it_and_is_chosen_by_name(bench):
    editor, given = bench("unit", Key("u1"))
    assert editor.widget.text() == "Sivistys"
    assert write(editor, "elinvoima ja ymparisto")
    assert given == [Key("u2")]
    assert isinstance(given[0], Key)


def test_an_unknown_name_is_refused_and_added_on_request(bench, names):
    editor, given = bench("unit")
    assert not write(editor, "Konsernihallinto")
    assert editor.error.startswith("”Konsernihallinto” ei ole luettelossa.")
    assert not given
    QTest.keyClick(editor.widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == [Key("konsernihallinto")]
    assert "Konsernihallinto" in names.choices(editor.field).values()


def test_the_plus_adds_too_and_is_there_only_when_it_can(bench):
    editor, given = bench("themes", Codes())
    assert not editor._add.isVisible()
    write(editor, "Uusi teema")
    assert editor._add.isVisible()
    editor._add.trigger()
    assert given == [Codes(["uusi teema"])]


def test_without_the_right_to_add_there_is_no_plus(bench, names):
    names.show(names._source, None)
    editor, _ = bench("themes", Codes())
    write(editor, "Uusi teema")
    assert not editor._add.isVisible()
    assert editor.error == "”Uusi teema” ei ole luettelossa. Valitse luettelosta."


def test_codes_are_shown_and_read_by_their_labels(bench):
    editor, given = bench("themes", Codes(["nuoret"]))
    assert editor.widget.text() == "Osallisuus, nuoret"
    assert write(editor, "Osallisuus, nuoret; ympäristö ja ilmasto;")
    assert given == [Codes(["nuoret", "ilmasto"])]
    assert not write(editor, "Keskusta")


def test_several_codes_may_be_parted_by_commas(bench, names):
    names._source.add_listed("theme", "Maine")
    names.refresh()
    editor, given = bench("themes", Codes())
    assert write(editor, "Maine, ympäristö ja ilmasto")
    assert given == [Codes(["maine", "ilmasto"])]


def test_typing_offers_what_the_list_has(bench):
    editor, _ = bench("themes", Codes(["nuoret"]))
    QTest.keyClick(editor.widget, Qt.Key.Key_End)
    QTest.keyClicks(editor.widget, "; ilmas")
    completer = editor._completer
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Osallisuus, nuoret; Ympäristö ja ilmasto"


def test_the_arrow_opens_the_whole_list(bench):
    editor, given = bench("unit")
    editor._open.trigger()
    QApplication.processEvents()
    popup = editor._completer.popup()
    assert popup.isVisible()
    assert editor._completer.completionCount() == 2
    popup.hide()
    assert not given


def test_a_part_is_told_by_its_declared_fields_with_the_names_behind_keys(qtbot, names):
    form = Form(names)
    qtbot.addWidget(form)
    ilpi = replace(
        projects()[10],
        fundings=(
            Funding(
                id="1",
                funder=Key("o1"),
                rate=Share(8000),
                granted=Cents(5_000_000),
                decided=PartialDate(2024, 3),
                is_partial=1,
            ),
        ),
        participations=(
            Participation(id="1", role=Role.PARTNER, count=8, countries="Suomi"),
            Participation(id="2", role=Role.COORDINATOR, organisation=Key("o1")),
        ),
    )
    lists = {each.part.name: each for each in form.lists}
    for name, shown in lists.items():
        shown.show_rows(getattr(ilpi, name))

    def title(name):
        return field_of(Funding, name).title

    (money,) = lists["fundings"].items
    assert money.summary.words == (
        f"Euroopan unioni · {title('rate')}: {Share(8000)} · {title('granted')}: {Cents(5_000_000)}"
        f" · {title('decided')}: 3/2024 · {title('is_partial')}"
    )
    assert len(lists["participations"].items) == 2


def test_a_section_without_anything_to_read_is_folded_away(qtbot, names):
    form = Form(names)
    qtbot.addWidget(form)
    shown = next(each for each in form.lists if each.part.name == "links")
    links = next(section for section in form.sections if section.group is Group.LINKS)
    form.show_facts(projects()[10], TODAY)
    assert not links.isHidden()
    form.set_read_only(True)
    form.show_facts(projects()[10], TODAY)
    assert links.isHidden()
    shown.show_rows((Link(id="1", address="https://pori.fi"),))
    form.show_facts(projects()[10], TODAY)
    assert not links.isHidden()

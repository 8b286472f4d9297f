"""A pane with the rows of parts over a real register, that hears of its acts as the window does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.parts import (
    Attachment,
    Contact,
    Deadline,
    DeadlineKind,
    Decision,
    Funding,
    Link,
    Participation,
    Period,
    PeriodKind,
    Relation,
    RelationKind,
    Role,
)
from hankeapp.domain.values import Cents
from hankeapp.ui.detail_pane import DetailPane
from hankeapp.ui.names import Names

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

FIRST = {
    "periods": Period(kind=PeriodKind.PHASE, start=PartialDate(2021), end=PartialDate(2023)),
    "deadlines": Deadline(kind=DeadlineKind.PAYMENT, due=PartialDate(2026, 12), note="Tarkista"),
    "fundings": Funding(fund="EAKR", granted=Cents(100)),
    "participations": Participation(role=Role.PARTNER, count=8),
    "contacts": Contact(name="Maija"),
    "decisions": Decision(diary_number="PRIDno-2019-1105"),
    "relations": Relation(kind=RelationKind.PARENT, name="Lähiöohjelma"),
    "links": Link(address="https://www.pori.fi", caption="Pori"),
    "attachments": Attachment(name="kuva.png", sha256="0" * 64, size=2048, caption="Koulupiha", alt_text="Lapsia"),
}
SECOND = {
    "periods": Period(kind=PeriodKind.GOAL, end=PartialDate(2030)),
    "deadlines": Deadline(kind=DeadlineKind.OTHER, due=PartialDate(2027)),
    "fundings": Funding(fund="ESR+"),
    "participations": Participation(role=Role.OWNER, words="Pori"),
    "contacts": Contact(name="Matti"),
    "decisions": Decision(diary_number="PRIDno-2020-1"),
    "relations": Relation(kind=RelationKind.PROGRAMME, name="URBACT"),
    "links": Link(address="mailto:kirjaamo@pori.fi"),
    "attachments": Attachment(caption="Jokiranta"),
}
TEXT = {
    "periods": "words",
    "deadlines": "note",
    "fundings": "programme",
    "participations": "words",
    "contacts": "title",
    "decisions": "body",
    "relations": "name",
    "links": "caption",
    "attachments": "caption",
}
"""A field of each kind of row in which any text may stand."""


class PartBench(QWidget):
    """A pane that hears of the register's acts, as in the window, beside a field to leave it for."""

    def __init__(self, register) -> None:
        super().__init__()
        self.register = register
        names = Names(register.lists, register.lists, register.titles)
        self.pane = DetailPane(register.save, register.parts.save, register.today, names)
        self.elsewhere = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.pane)
        column.addWidget(self.elsewhere)
        register.journal.listen(self._follow)

    def _follow(self, _act):
        if self.pane.project is not None:
            self.pane.show_project(*self.register.projects([self.pane.project.id]))

    def part(self, name):
        return next(each for each in self.pane.page.form.lists if each.part.name == name)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        QApplication.processEvents()

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def go(self, item, field):
        item.editors[field].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self):
        self.elsewhere.setFocus(Qt.FocusReason.TabFocusReason)

    def rows(self, name):
        return getattr(self.register.projects([self.pane.project.id])[0], name)

    def undo(self):
        self.register.journal.undo()
        QApplication.processEvents()


def shown_bench(register, qtbot):
    """The bench in a window that is active."""
    bench = PartBench(register)
    qtbot.addWidget(bench)
    bench.resize(800, 900)
    with qtbot.waitActive(bench):
        bench.show()
    return bench

"""What is printed: the options at the left of the print preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.query_telling import in_words
from hankeapp.services.printing import ReportKind, Wish
from hankeapp.translation import PRINTED, counted, mark, tr
from hankeapp.ui import buttons
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.labels import breakable, buddy, label, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.order_menu import group_name
from hankeapp.ui.print_fields import PrintFields
from hankeapp.ui.print_paper import PrintPaper
from hankeapp.ui.print_variants import PrintVariants

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.domain.project import ProjectId

_GROUPS = ("", "themes", "unit", "funder", "status", "kind", "city_role", "start", "end")
"""What a document can be parted by, as far as an overview of the whole has use for it."""
_LANGUAGES = {"fi": mark("Finnish"), "sv": mark("Swedish"), "en": mark("English")}
ORDERS = (("page_order", mark("Order of the web page")), ("title", mark("Name")), ("end", mark("End")))


class Count(Protocol):
    """How many projects a query finds, of those that were picked by hand where these are given."""

    def __call__(self, query: Query, chosen: Collection[ProjectId] | None = None) -> int: ...


@dataclass(frozen=True)
class PrintScope:
    """What the list shows and what is selected in it; `prefers_selected` begins with the selected ones."""

    query: Query
    selected: tuple[ProjectId, ...] = ()
    prefers_selected: bool = False


class PrintOptions(QWidget):
    """`changed` tells of every new wish."""

    changed = Signal()

    def __init__(self, scope: PrintScope, count: Count, today: date) -> None:
        super().__init__()
        self._scope = scope
        self._count = count
        self._today = today
        self._view = QRadioButton()
        self._searched = label("", "hint", wrap=True)
        self._chosen = QRadioButton()
        self._all = QRadioButton()
        self._is_preset = False
        self.variants = PrintVariants()
        self._group = ChoiceBox()
        self._order = ChoiceBox()
        self.fields = PrintFields()
        self.paper = PrintPaper()
        self._language = ChoiceBox()
        self._office = label(role="secondary", wrap=True)
        self.letterhead = buttons.quiet(tr("Office's name and logo…"))
        self._choose_at_first()
        self._lay_out()
        self._connect()

    @property
    def query(self) -> Query:
        """The projects that are printed, and their order."""
        sorts, group = (Sort(self._order.currentData()),), self._group.currentData()
        if self._all.isChecked():
            return Query(sorts=sorts, group=group)
        return Query(self._scope.query.view, self._scope.query.text, sorts, group)

    @property
    def wish(self) -> Wish:
        """What is to be printed, and how."""
        return Wish(
            self.query,
            self.variants.kind,
            chosen=self.chosen,
            columns=self.fields.columns,
            fields=self.fields.fields,
            paper=self.paper.paper,
            language=self._language.currentData(),
        )

    def show_wish(self, wish: Wish) -> None:
        """Wish for what a preset says, with its own projects."""
        with QSignalBlocker(self):
            self._scope = replace(self._scope, query=wish.query, prefers_selected=False)
            self._is_preset = True
            self._view.setChecked(True)
            self._view.show()
            self._show_counts()
            self.variants.choose(wish.kind)
            self.fields.show_wish(wish.columns, wish.fields)
            self._show_kind()
            self.paper.show_paper(wish.paper)
            self._group.setCurrentIndex(max(self._group.findData(wish.query.group), 0))
            self._order.setCurrentIndex(
                max(self._order.findData(wish.query.sorts[0].field if wish.query.sorts else ""), 0)
            )
            self._language.setCurrentIndex(self._language.findData(wish.language))
        self.changed.emit()

    def show_day(self, today: date) -> None:
        """Count the projects of another day than before, as of which `count` answers by now."""
        self._today = today
        self._show_counts()

    @property
    def chosen(self) -> Collection[ProjectId] | None:
        """The projects that were picked by hand, or None."""
        return self._scope.selected if self._chosen.isChecked() else None

    def show_letterhead(self, letterhead: Letterhead) -> None:
        """Say whose name stands in the title."""
        self._office.setText(breakable(letterhead.name) or tr("No office's name has been given."))

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return next(each for each in (self._view, self._chosen, self._all) if each.isChecked())

    def _choose_at_first(self) -> None:
        can_choose = bool(self._scope.selected)
        self._chosen.setEnabled(can_choose)
        set_tool_tip(self._chosen, "" if can_choose else tr("No project is selected in the list."))
        (self._chosen if can_choose and self._scope.prefers_selected else self._view).setChecked(True)
        query = self._scope.query
        self._show_counts()
        # When the view is the whole register, one choice would stand there twice.
        is_whole = query.view is View.ALL and not query.text
        self._view.setVisible(not is_whole)
        if is_whole and not self._chosen.isChecked():
            self._all.setChecked(True)
        for field, words in ORDERS:
            self._order.addItem(tr(words), field)
        for name in _GROUPS:
            self._group.addItem(group_name(name), name)
        for language in PRINTED:
            self._language.addItem(tr(_LANGUAGES[language]), language)
        self._show_kind()

    def _show_counts(self) -> None:
        query = self._scope.query
        words = mark("Of the preset: {view} ({n})") if self._is_preset else mark("Current view: {view} ({n})")
        self._view.setText(tr(words, view=query.view.label, n=self._count(query)))
        self._chosen.setText(tr("Chosen projects ({n})", n=counted(self._count(Query(), self._scope.selected))))
        self._all.setText(tr("All projects ({n})", n=counted(self._count(Query()))))
        self._searched.setText(breakable(in_words(self._scope.query.text, self._today)))
        self._view.setAccessibleDescription(self._searched.text())
        self._searched.setVisible(bool(self._searched.text()))

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for button in (self._view, self._chosen, self._all):
            group.addButton(button)
        group.buttonClicked.connect(self.changed)
        for choice in (self._group, self._order, self._language):
            choice.currentIndexChanged.connect(self.changed)
        self.variants.changed.connect(self._show_kind)
        for part in (self.variants, self.fields, self.paper):
            part.changed.connect(self.changed)

    def _show_kind(self) -> None:
        kind = self.variants.kind
        self.fields.show_kind(kind)
        self.paper.show_kind(kind)
        self._group.setEnabled(kind is not ReportKind.CARD)
        set_tool_tip(self._group, tr("Each card stands on a page of its own.") if kind is ReportKind.CARD else "")

    def _lay_out(self) -> None:
        px = look().fonts.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(6))
        column.addWidget(label(tr("Print"), "dialog"))
        column.addSpacing(px(6))
        column.addWidget(self.variants)
        column.addSpacing(px(10))
        self.presets = QVBoxLayout()
        column.addLayout(self.presets)
        column.addSpacing(px(14))
        column.addWidget(label(tr("Projects"), "strong"))
        for each in (self._view, self._searched, self._chosen, self._all):
            column.addWidget(each)
        self._searched.setIndent(px(24))
        column.addSpacing(px(14))
        self.day = QVBoxLayout()
        column.addLayout(self.day)
        column.addSpacing(px(14))
        column.addWidget(label(tr("Order"), "strong"))
        for words, choice in ((tr("Group by"), self._group), (tr("Sort by"), self._order)):
            column.addWidget(buddy(words, choice))
            column.addWidget(choice)
        for part in (self.fields, self.paper):
            column.addSpacing(px(14))
            column.addWidget(part)
        column.addSpacing(px(14))
        column.addWidget(buddy(tr("Language"), self._language))
        column.addWidget(self._language)
        column.addSpacing(px(14))
        column.addWidget(label(tr("Publisher"), "strong"))
        column.addWidget(self._office)
        self.letterhead.setProperty("flush", True)  # noqa: FBT003
        column.addWidget(self.letterhead, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()


def view_name(query: Query, today: date) -> str:
    """What the list is showing, in words."""
    asked = in_words(query.text, today)
    return f"{query.view.label}, {asked}" if asked else query.view.label

"""The rows of one part in the form: summaries that open in place, a way to add one, and the keyboard among them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.flow import Flow
from hankeapp.ui.part_item import PartItem
from hankeapp.ui.project_rows import Note, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hankeapp.domain.fields import Part
    from hankeapp.ui.names import Names


class PartList(Row):
    """Shows a part's rows; who saves them listens. While there are none, it is a line with the way to add one."""

    committed = Signal(object, str, object)
    """An item, and the name and the value of the field that was left."""
    removal_asked = Signal(object)
    move_asked = Signal(object, int)
    error_changed = Signal()
    edited = Signal()
    act_asked = Signal(object, object)
    """An item, and what of `row_acts` is to be done with its row."""
    opened = Signal(object)
    """The item whose fields have been made."""
    entered = Signal(object)
    """The item whose fields the keyboard is taken to."""

    def __init__(self, part: Part, names: Names) -> None:
        super().__init__(part.title)
        self.part = part
        self.items: list[PartItem] = []
        self.awaited: PartItem | None = None
        """The new row that is being saved: the register's row like it is this one."""
        self._names = names
        self._spare: list[PartItem] = []
        self._left: set[str] = set()
        """The rows that were here and are gone: one that comes back takes the focus with it."""
        self._is_read_only = False
        self.add = buttons.quiet(tr("Add {part}", part=part.noun), "plus")
        self.note = Note("", self)
        self.setObjectName(part.name)
        self.add.setObjectName(f"add_{part.name}")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.content.addLayout(self._rows)
        self.foot = Flow(gap=4, line_gap=0)
        self.foot.addWidget(self.add)
        self.content.addLayout(self.foot)
        self.content.addWidget(self.note)
        self.label.setBuddy(self.add)
        self.add.clicked.connect(self._ask_new)

    @property
    def ways(self) -> list[QWidget]:
        """What Tab reaches after the rows: the ways to add one."""
        return [self.add]

    @property
    def first(self) -> QWidget:
        """What the keyboard reaches first."""
        return self.items[0].summary if self.items else self.add

    def spot_at(self, row: str) -> QWidget:
        """Where the row of an id is read; the first that is reached where it is not here."""
        return next((item.summary for item in self.items if item.row is not None and item.row.id == row), self.first)

    @property
    def waiting_items(self) -> list[PartItem]:
        """The rows with fields that wait for a correction; the one that is being saved is none."""
        return [item for item in self.items if item.waiting and item is not self.awaited]

    @property
    def waiting(self) -> int:
        """How many fields wait for a correction."""
        return sum(item.waiting for item in self.waiting_items)

    def rewind(self) -> None:
        """Close all rows and let go of those that are not saved: those of another project come."""
        if self._focused() is not None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        for item in self.items:
            item.close_fields()
        self.awaited = None
        self._spare = self.items + self._spare
        self.items = []
        self._left.clear()
        self.tell_error("")

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows as the register has them; what a person is writing stays, and so does the focus."""
        focused, is_here = self._focused(), self._has_focus()
        place = self.items.index(focused) if focused is not None else 0
        known = {item.row.id: item for item in self.items if item.row is not None}
        items = [known[row.id] if row.id in known else self._item_for(row) for row in rows]
        # What was being written in a row that is gone elsewhere becomes a new row.
        unsaved = [item for item in self.items if item not in items and (item.row is None or item.is_touched)]
        self._left |= known.keys()
        back = next((item for item, row in zip(items, rows, strict=True) if row.id in self._left - known.keys()), None)
        self._left -= {row.id for row in rows}
        self._arrange([*items, *unsaved], [*rows, *(None for _ in unsaved)])
        if back is not None and is_here:
            back.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None and focused not in self.items:
            self.focus_at(place)

    def tell_error(self, text: str) -> None:
        """Say why a row could not be added, moved or removed; empty for nothing."""
        if text != self.note.text:
            self.note.show_error(text)

    def warn(self, sentences: Mapping[str, Sequence[str]]) -> None:
        """Say at each row what of it is worth a second look, by the rows' ids."""
        for item in self.items:
            item.warn(sentences.get(item.row.id, ()) if item.row is not None else ())

    def begin(self, *, enters: bool = True) -> PartItem:
        """Open a new row, which is saved with its first field; one that is still blank is taken."""
        blank = next((item for item in self.items if item.is_blank), None)
        item = blank or self._spare_item()
        if blank is None:
            self._arrange([*self.items, item], [*(each.row for each in self.items), None])
        item.open()
        if enters:
            item.enter()
        return item

    def drop(self, item: PartItem) -> None:
        """Let go of a new row that was never saved."""
        place = self.items.index(item)
        kept = [each for each in self.items if each is not item]
        had_focus = self._focused() is item
        self._arrange(kept, [each.row for each in kept])
        if had_focus:
            self.focus_at(place)

    def focus_at(self, place: int) -> None:
        """Go to the row at a place, or to the last one, or to the way to add one."""
        near = self.items[min(place, len(self.items) - 1)].summary if self.items else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def spot_of(self, _widget: QWidget) -> QWidget:
        item = next((item for item in self.items if item.isAncestorOf(_widget)), None)
        field = item.form.row_of(_widget) if item is not None and item.form is not None else None
        return field or _widget

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the rows are only looked at."""
        self._is_read_only = read_only
        for item in self.items:
            item.set_read_only(read_only=read_only)
        self._show_add()

    @override
    def fit(self, *, narrow: bool) -> None:
        super().fit(narrow=narrow)
        for item in self.items:
            item.fit()
        self.note.fit()

    def _item_for(self, row: Any) -> PartItem:
        awaited = self.awaited
        if awaited is not None and awaited.pending == replace(row, id=""):
            self.awaited = None
            return awaited
        return self._spare_item()

    def _spare_item(self) -> PartItem:
        if self._spare:
            return self._spare.pop(0)
        item = self._made_item()
        item.committed.connect(self.committed)
        item.error_changed.connect(self.error_changed)
        item.edited.connect(self.edited)
        item.next_asked.connect(self._go_on)
        item.act_asked.connect(self.act_asked)
        item.move_asked.connect(self.move_asked)
        item.removal_asked.connect(self.removal_asked)
        item.entered.connect(self.entered)
        item.opened.connect(self._chain)
        item.opened.connect(partial(self.opened.emit, item))
        item.closed.connect(self._let_go)
        item.step_asked.connect(self._step)
        return item

    def _made_item(self) -> PartItem:
        return PartItem(self.part, self._names)

    def _arrange(self, items: list[PartItem], rows: Sequence[Any]) -> None:
        if items != self.items:
            self._spare += [item for item in self.items if item not in items]
            self.items = items
            self._place()
        for place, (item, row) in enumerate(zip(items, rows, strict=True)):
            item.show_row(row, place, len(items))
        self._show_add()

    def _place(self) -> None:
        for item in self._spare:
            item.close_fields()
            item.hide()
        places = [self._rows.indexOf(item) for item in self.items]
        if places != sorted(places) or -1 in places:
            for item in self.items:
                self._rows.removeWidget(item)
                self._rows.addWidget(item)
        for item in self.items:
            item.set_read_only(read_only=self._is_read_only)
            item.show()
        self._chain()

    def _chain(self) -> None:
        """Have Tab go from row to row as they stand, and through the fields of open ones."""
        stops = [stop for item in self.items for stop in item.stops] + self.ways
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_add(self) -> None:
        for way in self.ways:
            way.setHidden(self._is_read_only)
        self.setHidden(self._is_read_only and not self.items)

    def _focused(self) -> PartItem | None:
        focus = QApplication.focusWidget()
        return next((item for item in self.items if focus is not None and item.isAncestorOf(focus)), None)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is self.add or any(focus is item.summary for item in self.items)

    def _ask_new(self) -> None:
        if not self._is_read_only:
            self.begin()

    def _go_on(self) -> None:
        """What is written in a row is in order, and another one is wanted."""
        self._ask_new()

    def _step(self, item: PartItem, by: int) -> None:
        place = self.items.index(item) + by
        if place < len(self.items):
            self.focus_at(max(place, 0))
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self) -> None:
        """Of what was closed, a row that was left blank goes."""
        for item in [each for each in self.items if each.row is None and each.form is None]:
            self.drop(item)

"""The pages of the filter builder: values to check, and a range of dates or amounts to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from hankeapp.domain.amounts import parse_cents
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError
from hankeapp.domain.query_keys import FilterKind
from hankeapp.domain.query_terms import Amounts, Dates, Running
from hankeapp.domain.query_writing import value_text
from hankeapp.domain.values import Cents
from hankeapp.services.filter_values import FilterValue
from hankeapp.translation import mark, tr
from hankeapp.ui import formatting
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Filter


class FilterPage(QWidget):
    """Asks for the conditions of one filter; `changed` tells when a person has changed what is readable."""

    changed = Signal()

    def __init__(self, asked: FilterKey) -> None:
        super().__init__()
        self.asked = asked
        self.column = bare_column(self)
        self.column.setSpacing(look().fonts.px(8))
        self.column.addWidget(label(asked.title, "section"))

    @property
    def fields(self) -> Sequence[QWidget]:
        """Where the keyboard goes, in its order."""
        raise NotImplementedError

    def conditions(self) -> list[Filter]:
        """What is asked for now; any of it may hold."""
        raise NotImplementedError

    def show_conditions(self, conditions: Sequence[Filter]) -> None:
        """Show what the query asks for."""
        raise NotImplementedError


class CheckPage(FilterPage):
    """Values to check with the blank or the mouse; what the query asks for beside them stands first."""

    def __init__(self, asked: FilterKey, values: Sequence[FilterValue]) -> None:
        super().__init__(asked)
        self._values = list(values)
        self._is_pressed = False
        self._list = QListWidget()
        self._list.setAccessibleName(asked.title)
        self._list.setProperty("kind", "checks")
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.pressed.connect(self._press)
        self._list.itemChanged.connect(self._tell)
        self._list.itemClicked.connect(self._click)
        any_of = tr("Any of what is checked may hold.")
        self.column.addWidget(label(any_of if values else tr("The register has no values for this yet."), "hint"))
        self.column.addWidget(self._list, 1)

    @property
    @override
    def fields(self) -> Sequence[QWidget]:
        return (self._list,)

    @override
    def conditions(self) -> list[Filter]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self._items() if _is_checked(item)]

    @override
    def show_conditions(self, conditions: Sequence[Filter]) -> None:
        if set(conditions) == set(self.conditions()) and self._list.count():
            return
        offered = [value.condition for value in self._values]
        others = [FilterValue(value_text(each), each) for each in conditions if each not in offered]
        with QSignalBlocker(self._list):
            self._list.clear()
            for value in (*others, *self._values):
                item = QListWidgetItem(_told(value), self._list)
                item.setData(Qt.ItemDataRole.UserRole, value.condition)
                is_asked = value.condition in conditions
                item.setCheckState(Qt.CheckState.Checked if is_asked else Qt.CheckState.Unchecked)
            self._list.setCurrentRow(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _press(self) -> None:
        self._is_pressed = True

    def _click(self, item: QListWidgetItem) -> None:
        """The whole row is as good as its check, which has answered to the mouse already."""
        if self._is_pressed:
            item.setCheckState(Qt.CheckState.Unchecked if _is_checked(item) else Qt.CheckState.Checked)

    def _tell(self) -> None:
        self._is_pressed = False
        self.changed.emit()


class RangePage(FilterPage):
    """From and to, either of which may stay open; what is wrong is told when it is left."""

    def __init__(self, asked: FilterKey) -> None:
        super().__init__(asked)
        is_money = asked.kind is FilterKind.AMOUNT
        self._read: Callable[[str], Any] = parse_cents if is_money else PartialDate.parse
        self._fields = (QLineEdit(), QLineEdit())
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        names = (tr("At least"), tr("At most")) if is_money else (tr("From"), tr("To"))
        hints = ("", tr("In euros, for example 100 000.") if is_money else tr(_HOW_DATES))
        for field in self._fields:
            field.setFixedWidth(look().fonts.px(160))
            field.textEdited.connect(self._tell)
            field.editingFinished.connect(self._check)
        self._rows = [
            FormRow(form, name, field, hint=hint) for name, field, hint in zip(names, self._fields, hints, strict=True)
        ]
        self.column.addLayout(form)
        self.column.addStretch()

    @property
    @override
    def fields(self) -> Sequence[QWidget]:
        return self._fields

    @override
    def conditions(self) -> list[Filter]:
        least, most = (self._side(field) for field in self._fields)
        if least is None and most is None:
            return []
        match self.asked.kind:
            case FilterKind.AMOUNT:
                return [Amounts(self.asked.name, least, most)]
            case FilterKind.RUNNING:
                return [Running(least, most)]
        return [Dates(self.asked.name, least, most)]

    @override
    def show_conditions(self, conditions: Sequence[Filter]) -> None:
        if not self._errors() and list(conditions) == self.conditions():
            return
        for field, side in zip(self._fields, _sides(conditions), strict=True):
            field.setText(formatting.value_text(side))
        self._check()

    def _side(self, field: QLineEdit) -> Any:
        return self._read(field.text()) if field.text().strip() else None

    def _tell(self) -> None:
        if not self._errors():
            self.changed.emit()

    def _check(self) -> None:
        errors = self._errors()
        for at, row in enumerate(self._rows):
            if at in errors:
                row.show_error(errors[at])
            else:
                row.show_hint()

    def _errors(self) -> dict[int, str]:
        errors: dict[int, str] = {}
        sides: list[Any] = []
        for at, field in enumerate(self._fields):
            try:
                sides.append(self._side(field))
            except FieldError as error:
                errors[at] = str(error)
        if not errors and None not in sides and sides[0] > sides[1]:
            errors[1] = tr("The range ends before it begins.")
        return errors


_HOW_DATES = mark("A day, a month or only a year: 31.12.2026, 12/2026 or 2026.")


def _sides(conditions: Sequence[Filter]) -> tuple[object, object]:
    match list(conditions):
        case [Dates(_, first, last)] | [Running(first, last)]:
            return first, last
        case [Amounts(_, least, most)]:
            return _cents(least), _cents(most)
    return None, None


def _cents(stored: int | None) -> Cents | None:
    return None if stored is None else Cents(stored)


def _told(value: FilterValue) -> str:
    return value.label if value.count is None else f"{value.label} ({value.count})"


def _is_checked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked

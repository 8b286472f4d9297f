"""What the columns of a spreadsheet are taken for, before its projects are looked at: a field for each, or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLineEdit, QScrollArea, QWidget

from hankeapp.domain.mappings import is_clear, places
from hankeapp.services.mappings import chosen_in
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.mappings import ColumnUse
    from hankeapp.domain.proposals import Progress, Reading
    from hankeapp.services.mappings import Mappings

_SIZE = (860, 620)
"""Px at 100 % text."""
_LETTERS = 26
"""Of a field's name that are seen at least."""


def cleared_up(
    reading: Reading,
    mappings: Mappings | None,
    parent: QWidget | None,
    read: Callable[[Callable[[Progress], Reading]], Reading],
) -> Reading | None:
    """The reading as a person wants its columns taken, asked only where something is unclear; None for changed minds.

    What was kept for such columns in the register is applied first. `read` does the work of reading anew.
    """
    kept = mappings.known(reading.columns) if mappings else None
    known = read(partial(reading.again, chosen_in(kept))) if kept and reading.again else reading
    return known if is_clear(known.columns) else corrected(known, mappings, parent, read)


def corrected(
    known: Reading,
    mappings: Mappings | None,
    parent: QWidget | None,
    read: Callable[[Callable[[Progress], Reading]], Reading],
) -> Reading | None:
    """The reading with its columns taken as a person says, if it has any; None for changed minds."""
    if known.again is None:
        return known
    dialog = ColumnDialog(known.columns, parent, can_keep=mappings is not None)
    if not questions.run(dialog):
        return None
    if mappings is not None and dialog.kept_as:
        mappings.save(dialog.kept_as, known.columns, dialog.chosen)
    return read(partial(known.again, dialog.chosen))


class ColumnDialog(QDialog):
    """A row for each column that holds something: its head, what stands in it, and the field to choose."""

    def __init__(self, columns: tuple[ColumnUse, ...], parent: QWidget | None = None, *, can_keep: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("column_dialog")
        self.setWindowTitle(tr("Columns of the table"))
        self.fields: dict[str, ChoiceBox] = {}
        self._held = [each for each in columns if each.samples]
        self._keep = QCheckBox(tr("Remember for tables with these columns, by the name:"))
        self._name = QLineEdit(next((each.sheet for each in self._held if each.sheet), "") or tr("Table"))
        self._name.setAccessibleName(tr("Name"))
        self._can_keep = can_keep
        self._cancel = buttons.ordinary(tr("Cancel"))
        self.main = buttons.primary(tr("Read the projects"))
        self.main.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self.accept)
        self._lay_out()
        open_at(self, *_SIZE)

    @property
    def chosen(self) -> dict[str, str]:
        """The key of the place of each head; empty for what is left out."""
        return {head: str(field.currentData()) for head, field in self.fields.items()}

    @property
    def kept_as(self) -> str:
        """The name under which the choice is kept; empty where it is not."""
        return self._name.text().strip() if self._can_keep and self._keep.isChecked() else ""

    def _lay_out(self) -> None:
        px = look().fonts.px
        table = QWidget()
        table.setProperty("ground", "base")
        table.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(table)
        grid.setContentsMargins(px(24), px(20), px(24), px(14))
        grid.setHorizontalSpacing(px(16))
        for at, head in enumerate((tr("Column"), tr("What stands in it"), tr("Field"))):
            grid.addWidget(label(head, "strong"), 0, at)
        sheets = dict.fromkeys(each.sheet for each in self._held)
        for sheet in sheets:
            if len(sheets) > 1:
                grid.addWidget(label(tr("Sheet “{name}”", name=sheet), "group"), grid.rowCount(), 0, 1, 3)
            for column in (each for each in self._held if each.sheet == sheet):
                self._add_row(grid, grid.rowCount(), column)
        row = grid.rowCount()
        if self._can_keep:
            grid.addWidget(self._keep, row, 0, 1, 2)
            grid.addWidget(self._name, row, 2)
        grid.setRowStretch(row + 1, 1)
        grid.setColumnStretch(1, 1)
        around = QScrollArea()
        around.setWidgetResizable(True)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setWidget(table)
        parts = bare_column(self)
        parts.addWidget(around, 1)
        parts.addWidget(Foot((self._cancel, self.main), label(tr("Nothing is taken in yet."), "detail", wrap=True)))

    def _add_row(self, grid: QGridLayout, row: int, column: ColumnUse) -> None:
        field = ChoiceBox()
        field.setAccessibleName(column.head)
        field.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(_LETTERS)
        field.addItem(tr("Leave out"), "")
        for place in places():
            field.addItem(place.title, place.key)
        field.setCurrentIndex(max(0, field.findData(column.place.key if column.place else "")))
        told = label(column.head, "strong", wrap=True)
        told.setBuddy(field)
        grid.addWidget(told, row, 0)
        samples = " · ".join(column.samples)
        grid.addWidget(label(f"{samples}\n{column.reason}" if column.reason else samples, "detail", wrap=True), row, 1)
        grid.addWidget(field, row, 2)
        self.fields[column.head] = field

"""What a printed document tells of each project: checks for an overview, columns for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hankeapp.domain.columns import column_of, columns
from hankeapp.reports.entries import ENTRY_FIELDS, PHOTOS, declared
from hankeapp.reports.project_table import PRINTED
from hankeapp.services.printing import ReportKind
from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.columns_popup import ColumnsPopup
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class PrintFields(QWidget):
    """Shows what can be chosen for a kind of document; a card tells everything."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Of the attachments only the photos are printed.
        titles = {each.name: each.title for each in declared()} | {PHOTOS: tr("Photos")}
        self._checks = {name: QCheckBox(titles[name]) for name in ENTRY_FIELDS}
        self._entry = QWidget()
        self._columns: tuple[str, ...] = PRINTED
        self.columns_button = buttons.ordinary(tr("Columns…"), "table-2")
        self._popup = ColumnsPopup(self)
        self._told = label("", "hint", wrap=True)
        self._lay_out()
        for check in self._checks.values():
            check.setChecked(True)
            check.toggled.connect(self.changed)
        self.columns_button.clicked.connect(self._open)
        self._popup.chosen.connect(self._choose)
        self._popup.defaults_requested.connect(self._restore)
        self._tell()

    @property
    def fields(self) -> tuple[str, ...]:
        """What an overview tells."""
        return tuple(name for name, check in self._checks.items() if check.isChecked())

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a table."""
        return self._columns

    def show_kind(self, kind: ReportKind) -> None:
        """Show what can be chosen for it."""
        self.setVisible(kind is not ReportKind.CARD)
        self._entry.setVisible(kind is ReportKind.OVERVIEW)
        self.columns_button.setVisible(kind is ReportKind.TABLE)
        self._told.setVisible(kind is ReportKind.TABLE)

    def show_wish(self, shown: tuple[str, ...], fields: Collection[str]) -> None:
        """Choose these columns and fields, without telling."""
        with QSignalBlocker(self):
            self._columns = shown
            self._tell()
            for name, check in self._checks.items():
                check.setChecked(name in fields)

    def _open(self) -> None:
        shown = [column_of(name) for name in self._columns]
        self._popup.show_columns(shown, [column for column in columns() if column not in shown])
        corner = self.columns_button.rect().bottomLeft()
        corner.setX(corner.x() + look().fonts.px(340))
        self._popup.open_at(self.columns_button.mapToGlobal(corner))

    def _choose(self, names: Sequence[str]) -> None:
        self._columns = tuple(names)
        self._tell()
        self.changed.emit()

    def _restore(self) -> None:
        self._choose(PRINTED)
        shown = [column_of(name) for name in PRINTED]
        self._popup.show_columns(shown, [column for column in columns() if column not in shown])

    def _tell(self) -> None:
        self._told.setText(", ".join(column_of(name).title for name in self._columns))
        self.columns_button.setAccessibleDescription(self._told.text())

    def _lay_out(self) -> None:
        px = look().fonts.px
        grid = QGridLayout(self._entry)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(px(4))
        for place, check in enumerate(self._checks.values()):
            grid.addWidget(check, place, 0)
        column = bare_column(self)
        column.setSpacing(px(6))
        column.addWidget(label(tr("Fields to show"), "strong"))
        column.addWidget(self._entry)
        column.addWidget(self.columns_button)
        column.addWidget(self._told)

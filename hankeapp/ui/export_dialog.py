""" "Vie hankkeita…": which projects, in which format, with which columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.translation import mark, tr
from hankeapp.ui import buttons
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.formatting import count_text
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column, dialog_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

WIDTH = 540
"""Px at 100 % text."""


class Scope(Enum):
    """Which projects are written."""

    SELECTED = "selected"
    LISTED = "listed"
    ALL = "all"

    @property
    def label(self) -> str:
        return tr(_SCOPES[self])


_SCOPES = {
    Scope.SELECTED: mark("Selected projects"),
    Scope.LISTED: mark("What the list shows"),
    Scope.ALL: mark("All projects"),
}
_TYPED = mark("Typed columns that can be filtered, and sheets of their own for funding, partners and other parts.")
_HINTS = {
    ExportFormat.XLSX: _TYPED,
    ExportFormat.ODS: _TYPED,
    ExportFormat.CSV: mark("One table, as Finnish Excel opens it. Funding and partners are in XLSX and ODS."),
    ExportFormat.JSON: mark("Everything, for another register or another program. The history is not in it."),
    ExportFormat.ICS: mark("Ends and deadlines as days of a calendar. Taking a later export in puts them right."),
    ExportFormat.DOCX: mark("The printed overview as a text that can be edited."),
    ExportFormat.HTML: mark("The public texts as a web page."),
    ExportFormat.PAGE: mark("The public texts as the page that was taken in."),
}


@dataclass(frozen=True)
class ExportWish:
    """What a person chose; `as_listed` means the columns of the list."""

    scope: Scope
    format: ExportFormat
    as_listed: bool


class ExportDialog(QDialog):
    """Asks, and stays until the file is written: `wished` comes for what is to be written."""

    wished = Signal(object)

    def __init__(
        self,
        counts: dict[Scope, int],
        formats: Sequence[ExportFormat],
        parent: QWidget | None = None,
        *,
        preferred: Scope | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(tr("Export projects"))
        self.scope, self.format, self.columns = ChoiceBox(), ChoiceBox(), ChoiceBox()
        for scope, count in counts.items():
            if count:
                self.scope.addItem(f"{scope.label} ({count_text(count)})", scope)
        if preferred is not None:
            self.scope.setCurrentIndex(max(0, self.scope.findData(preferred)))
        for each in formats:
            self.format.addItem(each.label, each)
        self.columns.addItems([tr("All fields"), tr("As in the list")])
        self._main = buttons.primary(tr("Choose a place…"))
        self._main.setDefault(True)
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._tell_format()
        self.setFixedWidth(look().fonts.px(WIDTH))
        self.scope.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wish(self) -> ExportWish:
        """What is chosen now."""
        format_ = ExportFormat(self.format.currentData())
        as_listed = format_.has_columns and self.columns.currentIndex() == 1
        return ExportWish(Scope(self.scope.currentData()), format_, as_listed)

    def _tell_format(self) -> None:
        chosen = ExportFormat(self.format.currentData())
        self._format_row.show_hint(tr(_HINTS[chosen]))
        self.columns.setEnabled(chosen.has_columns)

    def _ask_place(self) -> None:
        self.wished.emit(self.wish)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._tell_format)
        self._main.clicked.connect(self._ask_place)
        self._cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(label(tr("Export projects"), "dialog"))
        form = QGridLayout()
        form.setHorizontalSpacing(0)
        form.setColumnStretch(1, 1)
        FormRow(form, tr("Projects"), self.scope)
        self._format_row = FormRow(form, tr("Format"), self.format)
        FormRow(form, tr("Columns"), self.columns)
        words.addLayout(form)
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((self._cancel, self._main)))

"""The name of a new entry of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column, dialog_body

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.kept_lists import KeptList
    from hankeapp.services.list_keeping import ListKeeping

_WIDTH = 480
"""Px at 100 % text."""


class EntryDialog(QDialog):
    """Adds when it is accepted; what is wrong with the name stands under it. `added` is the id of the new entry."""

    def __init__(self, keeping: ListKeeping, kept: KeptList, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_entry")
        self.setWindowTitle(tr("Add to the list"))
        self._keeping = keeping
        self._kept = kept
        self.added = ""
        self.name = QLineEdit(name)
        self._lay_out()
        self.setFixedWidth(look().fonts.px(_WIDTH))
        self.name.textChanged.connect(self._forget_error)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @override
    def accept(self) -> None:
        try:
            self.added = self._keeping.add(self._kept, self.name.text())
        except FieldError as error:
            self.row.show_error(str(error))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def _forget_error(self) -> None:
        self.row.show_hint()

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(label(tr("Add to the list: {list}", list=self._kept.label), "dialog", wrap=True))
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        self.row = FormRow(form, tr("Name"), self.name, required=True)
        words.addLayout(form)
        cancel, add = buttons.ordinary(tr("Cancel")), buttons.primary(tr("Add"))
        add.setDefault(True)
        cancel.clicked.connect(self.reject)
        add.clicked.connect(self.accept)
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((cancel, add)))

""" "Säilytä rekisterissä…": under which title the printed report is kept, and a note on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column, dialog_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.kept_reports import KeptReport

    Keep = Callable[[str, str], KeptReport]

WIDTH = 540
"""Px at 100 % text."""


def ask_keeping(keep: Keep, title: str, parent: QWidget) -> KeptReport | None:
    """The report that was kept under the title and the note that a person gave, or None."""
    dialog = KeepReportDialog(keep, title, parent)
    questions.run(dialog)
    return dialog.kept


class KeepReportDialog(QDialog):
    """Keeps when it is accepted; what is wrong with the title stands under it."""

    def __init__(self, keep: Keep, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keep_report")
        self.setWindowTitle(tr("Keep the report in the register"))
        self._keep = keep
        self.kept: KeptReport | None = None
        self.name = QLineEdit(title)
        self.note = QLineEdit()
        self.keep_button = buttons.primary(tr("Keep"))
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.accept)
        self._lay_out()
        self.setFixedWidth(look().fonts.px(WIDTH))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @override
    def accept(self) -> None:
        try:
            with questions.told(self, but=FieldError):
                self.kept = self._keep(self.name.text(), self.note.text())
                super().accept()
        except FieldError as error:
            self._title.show_error(str(error))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(label(tr("Keep the report in the register"), "dialog", wrap=True))
        told = tr("A frozen copy is kept under a number of its own. It stays as it is whatever is changed later.")
        words.addWidget(label(told, "secondary", wrap=True))
        form = QGridLayout()
        form.setHorizontalSpacing(0)
        form.setColumnStretch(1, 1)
        self._title = FormRow(form, tr("Title"), self.name, required=True)
        FormRow(form, tr("Note"), self.note, hint=tr("For example to whom it was sent."))
        words.addLayout(form)
        cancel = buttons.ordinary(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((cancel, self.keep_button)))

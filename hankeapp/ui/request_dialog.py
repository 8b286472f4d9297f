""" "Täydennyspyynnöt…": of which projects the contact persons are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout

from hankeapp.translation import tr
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

_WIDTH = 540
"""Px at 100 % text."""


class RequestDialog(QDialog):
    """Asks, and stays until the files are written: `wished` comes with the place of what was chosen."""

    wished = Signal(int)

    def __init__(self, choices: Sequence[tuple[str, int]], preferred: int, parent: QWidget | None = None) -> None:
        """`choices` are projects by what they are, and how many they are."""
        super().__init__(parent)
        self.setObjectName("request")
        self.setWindowTitle(tr("Requests to complete data"))
        self.projects = ChoiceBox()
        for name, count in choices:
            self.projects.addItem(f"{name} ({count_text(count)})")
        self.projects.setCurrentIndex(preferred)
        self._main = buttons.primary(tr("Choose a folder…"))
        self._main.setDefault(True)
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._lay_out()
        self._main.clicked.connect(self._wish)
        self._cancel.clicked.connect(self.reject)
        self.setFixedWidth(look().fonts.px(_WIDTH))
        self.projects.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish(self) -> None:
        self.wished.emit(self.projects.currentIndex())

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(label(self.windowTitle(), "dialog"))
        told = tr(
            "Each contact person gets an Excel file of their own, to be sent by mail: what is missing or out of date "
            "is marked in it. Import the returned files: what was changed comes as suggestions."
        )
        words.addWidget(label(told, "secondary", wrap=True))
        form = QGridLayout()
        form.setHorizontalSpacing(0)
        form.setColumnStretch(1, 1)
        hint = tr("Projects without a contact person come into a file of their own.")
        FormRow(form, tr("Projects"), self.projects, hint=hint)
        words.addLayout(form)
        words.addStretch()
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((self._cancel, self._main)))

"""Imports that are half-way, offered when another one is begun: to go on with, or to drop."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from hankeapp.translation import counted, tr
from hankeapp.ui import buttons, formatting
from hankeapp.ui.entry_picker import EntryRole, RowList
from hankeapp.ui.labels import label
from hankeapp.ui.stacking import Foot, bare_column, dialog_body
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from hankeapp.services.kept_imports import KeptImport

_SIZE = (640, 420)
"""Px at 100 % text."""


class Begin(Enum):
    """What a person wants to do."""

    GO_ON = "go on"
    DROP = "drop"
    FILE = "file"
    PASTE = "paste"


class KeptImportsDialog(QDialog):
    """Once it is accepted, `wish` says what is wanted, and `chosen` of which import."""

    def __init__(self, kept: Sequence[KeptImport], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kept_imports")
        self.setWindowTitle(tr("Import projects"))
        self.wish = Begin.GO_ON
        self.list = RowList(tr("Imports that are half-way"))
        for each in kept:
            when = formatting.moment_text(each.moment, now)
            told = tr("{n} / {of} looked at", n=counted(each.settled), of=counted(each.of))
            self.list.add(each.source.name, each, f"{told} · {when}", f"{each.source.name}, {told}, {when}")
        self.list.setCurrentRow(0)
        self.drop = buttons.quiet(tr("Discard…"))
        self.paste = buttons.ordinary(tr("From the clipboard"))
        self.file = buttons.ordinary(tr("Another file…"))
        self.go_on = buttons.primary(tr("Go on"))
        self.go_on.setDefault(True)
        self._lay_out()
        self._connect()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> KeptImport:
        """The import in the current row."""
        kept: KeptImport = self.list.currentItem().data(EntryRole)
        return kept

    def _choose(self, wish: Begin) -> None:
        self.wish = wish
        self.accept()

    def _connect(self) -> None:
        def choosing(wish: Begin) -> object:
            return lambda *_: self._choose(wish)

        for signal, wish in (
            (self.list.opened, Begin.GO_ON),
            (self.list.itemDoubleClicked, Begin.GO_ON),
            (self.go_on.clicked, Begin.GO_ON),
            (self.list.removal_asked, Begin.DROP),
            (self.drop.clicked, Begin.DROP),
            (self.file.clicked, Begin.FILE),
            (self.paste.clicked, Begin.PASTE),
            (QShortcut(QKeySequence("Ctrl+V"), self).activated, Begin.PASTE),
        ):
            signal.connect(choosing(wish))

    def _lay_out(self) -> None:
        body, column = dialog_body()
        column.addWidget(label(tr("Go on where you left off?"), "dialog", wrap=True))
        column.addWidget(label(tr("Nothing of these is in the register yet."), "detail", wrap=True))
        column.addWidget(self.list, 1)
        parts = bare_column(self)
        parts.addWidget(body, 1)
        parts.addWidget(Foot((self.drop, self.paste, self.file, self.go_on)))
        open_at(self, *_SIZE)

"""The page of the settings on backups: where they are, how many there are of the open register, one more, one back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from typing_extensions import override

from hankeapp.services.backups import Backups
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, formatting, questions, tasks
from hankeapp.ui.labels import breakable, label
from hankeapp.ui.settings_page import SettingsPage, say_why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.services.backups import Backup
    from hankeapp.ui.main_window import MainWindow


class BackupsPage(SettingsPage):
    """`restore_asked`: that is done when the settings are closed."""

    restore_asked = Signal()

    def __init__(self, window: MainWindow) -> None:
        told = tr(
            "A copy is made by itself when a register is opened and closed, every half an hour while it is open, and "
            "before many projects are changed at once."
        )
        super().__init__(tr("Backups"), told)
        self._window = window
        self._backups = Backups(window.desk.clock)
        place = label(breakable(tr("Folder: {path}", path=self._backups.root)), wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.newest = label(wrap=True)
        self.done = label(role="detail", wrap=True)
        self.make = buttons.ordinary(tr("Back up now"), "hard-drive")
        self.restore = buttons.ordinary(tr("Restore a backup…"), "rotate-ccw")
        self.open = buttons.quiet(tr("Open the folder"))
        for each in (self.newest, place):
            self.column.addWidget(each)
        self.add_acts(self.make, self.restore, self.open)
        self.column.addWidget(self.done)
        self.finish()
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self.restore_asked)
        self.open.clicked.connect(self._open)

    @override
    def read(self) -> None:
        register = self._window.workspace.register if self._window.workspace else None
        can_write = register is not None and register.is_writable
        reason = tr("The register can only be read.") if register else tr("Open a register first.")
        say_why((self.make,), "" if can_write else reason)
        say_why((self.open,), "" if self._backups.root.is_dir() else tr("There are no backups yet."))
        if register is None:
            self.newest.setText(tr("No register is open."))
        else:
            tasks.run(partial(self._backups.of, register.path), self._show, self._fail, self)

    def _show(self, backups: Sequence[Backup]) -> None:
        if not backups:
            self.newest.setText(tr("There are no backups yet."))
            return
        count = trn("{n} backup", "{n} backups", len(backups))
        when = formatting.moment_text(backups[0].made, self._window.desk.clock.now())
        self.newest.setText(tr("Of this register: {count}, the newest {when}.", count=count, when=when))

    def _fail(self, error: KnownError) -> None:
        self.newest.setText(str(error))

    def _make(self) -> None:
        """Make one, and say if nothing was done since the newest."""
        if self._window.workspace is None:
            return
        with questions.told(self):
            made = self._window.workspace.register.back_up()
            self.read()
            self.done.setText(
                tr("The backup was made.") if made else tr("Nothing has changed since the newest backup.")
            )

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups.root)))

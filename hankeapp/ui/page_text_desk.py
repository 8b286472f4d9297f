"""The public text beside what the web page had: offered under the text where the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.differences_dialog import DifferencesDialog

if TYPE_CHECKING:
    from hankeapp.ui.workspace import Workspace

_FIELD = "public_text"
_PAUSE_MS = 300
"""Going through projects, no one waits for what their pages had."""


class PageTextDesk(QObject):
    """Looks the web page's paragraph up in the log a moment after a project is shown or changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._page = ""
        self.button = buttons.quiet(tr("Show what differs from the web page"))
        self.button.setProperty("flush", True)  # noqa: FBT003 - Qt's own signature
        self.button.clicked.connect(self._show)
        self.button.hide()
        form = workspace.detail.page.form
        self._editor = form.editors[_FIELD]
        row = form.row_of(self._editor.widget)
        assert row is not None
        row.content.addWidget(self.button)
        QWidget.setTabOrder(self._editor.widget, self.button)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.follow)
        workspace.changed.connect(self._timer.start)

    def follow(self) -> None:
        """Offer the difference where there is one; of a past day there is none to show."""
        project = self._workspace.detail.project
        self._page = (
            "" if project is None or self._workspace.is_past else self._workspace.register.web_page.text_of(project)
        )
        self.button.setVisible(bool(self._page) and project is not None and project.public_text != self._page)

    def leave(self) -> None:
        """Look nothing up any more: the register is closed."""
        self._workspace.changed.disconnect(self._timer.start)
        self._timer.stop()

    def _show(self) -> None:
        self._workspace.detail.commit()
        title = tr("Public text and the web page")
        questions.run(DifferencesDialog(title, self._page, self._editor.content, self._workspace))

""" "Muuta valittuja": what is to be done to many projects, and below it, at once, what would become of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.services.bulk import foresee
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.bulk_model import BulkModel, Fate
from hankeapp.ui.bulk_table import BulkTable
from hankeapp.ui.bulk_value import BulkValue
from hankeapp.ui.check_all import CheckAll
from hankeapp.ui.labels import label, line, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.project import Project
    from hankeapp.domain.revisions import Revision
    from hankeapp.services.bulk import Foreseen
    from hankeapp.ui.names import Names

_SIZE = (860, 620)
"""Px at 100 % text."""


class BulkDialog(QDialog):
    """`changing` and `revision` are the answer once it has been accepted."""

    def __init__(self, projects: Sequence[Project], names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_dialog")
        self.setWindowTitle(tr("Change many projects"))
        self._projects = projects
        self._model = BulkModel(names, self)
        self.value = BulkValue(names)
        self.table = BulkTable(self._model)
        self._all = CheckAll()
        self._counts = label(role="strong", wrap=True)
        self._cancel = buttons.ordinary(tr("Cancel"))
        self.main = buttons.primary("")
        self.main.setDefault(True)
        self._lay_out()
        self._connect()
        self._foresee()
        open_at(self, *_SIZE)
        self.value.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def changing(self) -> list[Foreseen]:
        """What was foreseen of the projects that were not left out."""
        return self._model.changing

    @property
    def revision(self) -> Revision | None:
        """What is done to each, None while that is not clear."""
        return self.value.revision

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Foresee again: the projects have changed."""
        self._projects = projects
        self._foresee()

    @override
    def done(self, arg__1: int) -> None:
        # The focus would wander into an editor while the dialog goes, and be lost there when that is deleted.
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        super().done(arg__1)

    def _foresee(self) -> None:
        revision = self.revision
        column = self.value.fields.currentData()
        foreseen = foresee(self._projects, [revision] if revision else [])
        self._model.show_foreseen(foreseen, column, is_clear=revision is not None)

    def _tell(self) -> None:
        changing, left, refused, same = (self._model.count(fate) for fate in Fate)
        self._all.show_share(changing, changing + left)
        self._all.setEnabled(bool(changing + left))
        is_clear = self.revision is not None
        said = _counted(changing, left, refused, same) if is_clear else tr("Give a value: what would change is shown.")
        self._counts.setText(said)
        change = trn("Change {n} project", "Change {n} projects", changing)
        self.main.setText(change if changing else tr("Change projects"))
        self.main.setEnabled(bool(changing))
        set_tool_tip(self.main, "" if changing else tr("There is nothing to change."))

    def _take_all(self, taken: bool) -> None:
        self._model.take_all(taken=taken)

    def _go_on(self) -> None:
        if self.main.isEnabled():
            self.main.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.value.changed.connect(self._foresee)
        self.value.entered.connect(self._go_on)
        self._model.chosen.connect(self._tell)
        self._all.asked.connect(self._take_all)
        self._cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.main.click)

    def _lay_out(self) -> None:
        column = bare_column(self)
        column.addWidget(self._head())
        column.addWidget(line())
        column.addWidget(self._bar())
        column.addWidget(line())
        column.addWidget(self.table, 1)
        column.addWidget(Foot((self._cancel, self.main), self._counts))

    def _head(self) -> QWidget:
        px = look().fonts.px
        head = QWidget()
        head.setProperty("ground", "base")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(head)
        column.setContentsMargins(px(24), px(20), px(24), px(6))
        column.setSpacing(px(10))
        count = len(self._projects)
        column.addWidget(label(trn("Change {n} project", "Change {n} projects", count), "dialog", wrap=True))
        column.addWidget(self.value)
        return head

    def _bar(self) -> QWidget:
        px = look().fonts.px
        bar = QWidget()
        bar.setProperty("ground", "subtle")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(24), px(3), px(24), px(3))
        row.addWidget(self._all)
        row.addStretch()
        return bar


def _counted(changing: int, left: int, refused: int, same: int) -> str:
    """ "12 muuttuu, 3 on jo, 1 ei voi": the parts that are not none."""
    parts = [
        trn("{n} changes", "{n} change", changing) if changing else tr("nothing changes"),
        trn("{n} is left out", "{n} are left out", left) if left else "",
        trn("{n} is so already", "{n} are so already", same) if same else "",
        trn("{n} cannot be changed", "{n} cannot be changed", refused) if refused else "",
    ]
    return ", ".join(part for part in parts if part)

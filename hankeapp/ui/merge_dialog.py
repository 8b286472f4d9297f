"""Into which entry one is merged: chosen from the list, with what will change said before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, questions
from hankeapp.ui.entry_picker import EntryPicker
from hankeapp.ui.labels import breakable, label
from hankeapp.ui.stacking import Foot, bare_column, dialog_body
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.services.list_keeping import ListEntry

_SIZE = (540, 520)
"""Px at 100 % text."""


def ask_merge(
    entry: ListEntry, others: Sequence[ListEntry], likely: ListEntry | None, parent: QWidget | None
) -> ListEntry | None:
    """The entry into which a person merges one, or None; `likely` is proposed."""
    dialog = MergeDialog(entry, others, likely, parent)
    return dialog.picker.entry if questions.run(dialog) else None


class MergeDialog(QDialog):
    """Says what is merged into what; the caller does it."""

    def __init__(
        self, entry: ListEntry, others: Sequence[ListEntry], likely: ListEntry | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge")
        self.setWindowTitle(tr("Merge entries"))
        self._entry = entry
        self.picker = EntryPicker(tr("Merge into"))
        self._preview = label("", "primary", wrap=True)
        self._merge = buttons.primary(tr("Merge"))
        self._merge.clicked.connect(self.accept)
        self.picker.picked.connect(self._tell)
        self.picker.opened.connect(self._merge.setFocus)
        self._lay_out()
        self.picker.show_entries(others, likely.row.id if likely else "")
        if likely is None:
            self.picker.list.setCurrentRow(-1)
        open_at(self, *_SIZE)
        reached = self.picker.list if likely else self.picker.search
        reached.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def preview(self) -> str:
        """What will change, in words."""
        return self._preview.text()

    def _tell(self, into: ListEntry | None) -> None:
        self._merge.setEnabled(into is not None)
        self._preview.setText(breakable(foretold(self._entry, into)) if into else tr("Choose an entry from the list."))

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(label(breakable(tr("Merge “{name}” into", name=self._entry.name)), "dialog", wrap=True))
        words.addWidget(self.picker, 1)
        words.addWidget(self._preview)
        cancel = buttons.ordinary(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((cancel, self._merge)))


def foretold(entry: ListEntry, into: ListEntry) -> str:
    """What a merging will do."""
    told = [
        trn("{n} project will change.", "{n} projects will change.", entry.uses.live),
        tr("“{name}” leaves the list, and “{other}” stays.", name=entry.name, other=into.name),
    ]
    if entry.uses.thrown:
        told.append(
            trn(
                "{n} project in the trash keeps the old name.",
                "{n} projects in the trash keep the old name.",
                entry.uses.thrown,
            )
        )
    return " ".join([*told, tr("It can be undone.")])

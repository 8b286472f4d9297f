"""A person's own words for the proofreader: which there are, one more, one less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from hankeapp.language.collation import sort_key
from hankeapp.language.spelling import words_to_check
from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.entry_picker import EntryRole, RowList
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROWS = 120
"""Px at 100 % text for the list."""


class OwnWords(QWidget):
    """`changed` gives all words anew; Delete takes the current one away."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("New word"))
        self.line.setPlaceholderText(tr("New word"))
        self.list = RowList(tr("Own words"))
        self.list.setProperty("kind", "checks")
        self.add = buttons.ordinary(tr("Add"))
        self.remove = buttons.ordinary(tr("Remove"))
        self._lay_out()
        self.setFocusProxy(self.line)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.removal_asked.connect(self._remove)
        # The line would hand the key on to the dialog, which closes by it.
        for keys in ("Return", "Enter"):
            taken = QShortcut(QKeySequence(keys), self.line, context=Qt.ShortcutContext.WidgetShortcut)
            taken.activated.connect(self._add)

    @property
    def words(self) -> list[str]:
        """The words, in the order of the alphabet."""
        return [self.list.item(row).data(EntryRole) for row in range(self.list.count())]

    def show_words(self, words: Iterable[str]) -> None:
        """Show these words."""
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for word in sorted(words, key=sort_key):
            self.list.add(word, word)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        for part in (self.list, self.remove):
            part.setVisible(self.list.count() > 0)

    def _add(self) -> None:
        """Take each word of what is written."""
        new = [word for _, word in words_to_check(self.line.text())]
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if new:
            self._tell([*self.words, *new])

    def _remove(self) -> None:
        gone = self.list.currentRow()
        self._tell([word for row, word in enumerate(self.words) if row != gone])
        (self.list if self.list.count() else self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: Iterable[str]) -> None:
        self.show_words(dict.fromkeys(words))
        self.changed.emit(self.words)

    def _lay_out(self) -> None:
        px = look().fonts.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(8))
        for row, (field, act) in enumerate(((self.line, self.add), (self.list, self.remove))):
            grid.addWidget(field, row, 0)
            grid.addWidget(act, row, 1, Qt.AlignmentFlag.AlignTop)
        self.list.setFixedHeight(px(_ROWS))
        self.show_words(())

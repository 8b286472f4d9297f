"""What a project of a source is taken in as: a new one, one that it may be, or any other that a person finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.import_words import reason_of
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.project_finder import ProjectFinder
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from hankeapp.services.import_entries import Entry
    from hankeapp.services.titles import Titles


class TargetChoice(QWidget):
    """`chosen` tells the match, or None for a new project; without a register there is nothing to choose."""

    chosen = Signal(object)

    def __init__(self, titles: Titles | None) -> None:
        super().__init__()
        self._titles = titles
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(tr("Taken in as"))
        self.choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.other = buttons.quiet(tr("Another project…"))
        self._reason = label(role="hint", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(look().fonts.px(8))
        row.addWidget(self.choice, 1)
        row.addWidget(self.other)
        column = bare_column(self)
        column.addLayout(row)
        column.addWidget(self._reason)
        self.choice.activated.connect(self._tell)
        self.other.clicked.connect(self._find)
        self.setHidden(titles is None)

    @property
    def reason(self) -> str:
        """Why the project is taken for what it is taken for."""
        return self._reason.text()

    def show_entry(self, entry: Entry) -> None:
        """Offer the projects that it may be."""
        others = [] if entry.target is None or entry.target in entry.matches else [entry.target]
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(tr("A new project"), None)
            for each in (*others, *entry.matches):
                self.choice.addItem(tr("Update: {name} ({number})", name=each.title, number=each.number), each)
            offered = [self.choice.itemData(at) for at in range(self.choice.count())]
            self.choice.setCurrentIndex(offered.index(entry.target))
        self._reason.setText(reason_of(entry))
        self._reason.setVisible(bool(self._reason.text()))

    def _tell(self) -> None:
        self.chosen.emit(self.choice.currentData())

    def _find(self) -> None:
        assert self._titles is not None
        finder = ProjectFinder(self._titles, self.window())
        if questions.run(finder) and finder.found is not None:
            self.chosen.emit(finder.found)

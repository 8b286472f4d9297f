"""A bar on top of a pane that tells of something to be dealt with; it goes when the cause goes, and has no ×."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from hankeapp.ui import buttons
from hankeapp.ui.flow import Flow
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label, restyle


class Mood(Enum):
    """How grave it is: the colours and the icon."""

    OVERDUE = ("overdue", "triangle-alert", "over_fg")
    NOTICE = ("notice", "circle-alert", "soon_fg")
    ERROR = ("error", "circle-alert", "err_fg")
    QUIET = ("quiet", "info", "text2")

    def __init__(self, style: str, icon: str, ink: str) -> None:
        self.style = style
        self.icon = icon
        self.ink = ink


class InfoBar(QFrame):
    """An icon, a bold line, a sentence, a bar of progress, and at most two buttons; hidden until `show_notice`."""

    first_requested = Signal()
    second_requested = Signal()

    def __init__(self, mood: Mood = Mood.OVERDUE) -> None:
        super().__init__()
        self.setProperty("kind", "infobar")
        self._icon = IconLabel(mood.icon, mood.ink, 20)
        self._title = label(role="strong", wrap=True)
        self._sentence = label(role="primary", wrap=True)
        self._first = buttons.ordinary("")
        self._second = buttons.ordinary("")
        self._progress: QProgressBar | None = None
        self._first.clicked.connect(self.first_requested)
        self._second.clicked.connect(self.second_requested)
        self._lay_out()
        self._set_mood(mood)
        self.hide()

    def show_notice(
        self, title: str, sentence: str, first: str = "", second: str = "", mood: Mood | None = None
    ) -> None:
        """Say what is the case; a button without a text is not shown."""
        if mood is not None:
            self._set_mood(mood)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title}. {sentence}")
        for button, text in ((self._first, first), (self._second, second)):
            button.setText(text)
            button.setVisible(bool(text))
        if self._progress is not None:
            self._progress.hide()
        self.show()

    def show_progress(self, done: int, of: int) -> None:
        """Below what was said last, how much is done; of what follows on it nobody knows how long it takes."""
        if self._progress is None:
            self._progress = QProgressBar()
            self._progress.setTextVisible(False)
            self._words.addWidget(self._progress)
        self._progress.setAccessibleName(self._title.text())
        self._progress.setRange(0, of if done < of else 0)
        self._progress.setValue(done)
        self._progress.show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether the buttons stand under the words, for want of room beside them."""
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _set_mood(self, mood: Mood) -> None:
        self._icon.show_icon(mood.icon, mood.ink)
        self.setProperty("mood", mood.style)
        restyle(self)

    def _lay_out(self) -> None:
        words = self._words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        acts = Flow(gap=10, line_gap=8)
        acts.addWidget(self._first)
        acts.addWidget(self._second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(10)
        self._box.addLayout(words, 1)
        # A flow puts its parts at the top of the room it gets: the stretches keep it to the middle.
        middle = QVBoxLayout()
        middle.addStretch()
        middle.addLayout(acts)
        middle.addStretch()
        self._box.addLayout(middle)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._box, 1)

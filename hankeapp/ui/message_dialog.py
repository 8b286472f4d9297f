"""A message that waits for an answer: what happened, what it means, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import breakable, label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

_WIDTH = 540


@dataclass(frozen=True)
class Choice:
    """A button: `key` is what the caller gets, `text` the act in words."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Message:
    """`title` in one sentence, `sentences` after it, `choices` from left to right.

    The last choice is the main one unless `main` names another; Esc is the first choice. `grave` shows the sign of
    an error. `details` (a path, an exception) stand behind "Näytä tiedot".
    """

    title: str
    sentences: Sequence[str] = ()
    choices: Sequence[Choice]
    main: str = ""
    grave: bool = False
    details: str = ""


class MessageDialog(QDialog):
    """Shows a message; `chosen` is the key of the choice made."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Project register"))
        self.setAccessibleName(message.title)
        self.setAccessibleDescription(" ".join(message.sentences))
        self._message = message
        self._main = message.main or message.choices[-1].key
        self.chosen = message.choices[0].key
        self._details = QPlainTextEdit(message.details)
        self._toggle = buttons.quiet(tr("Show details"))
        self._toggle.setObjectName("details")
        self._toggle.setProperty("flush", True)  # noqa: FBT003
        self._rows = QVBoxLayout(self)
        self._words = QHBoxLayout()
        self._buttons = {choice.key: self._button(choice) for choice in message.choices}
        self._lay_out()

    def choose(self, key: str) -> None:
        """Answer and close."""
        self.chosen = key
        self.accept()

    def _lay_out(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._body())
        self._rows.addWidget(Foot(self._buttons.values()))
        # Only now do the buttons lie in this dialog and can have its focus.
        self._buttons[self._main].setFocus()
        self._fit()

    def _fit(self) -> None:
        # Word-wrapped labels know their height by a width only, and the size hint takes a narrow one.
        width = look().fonts.px(_WIDTH)
        for layout in (self._words, self._rows):
            layout.invalidate()
            layout.activate()
        self.setFixedSize(width, self._rows.totalHeightForWidth(width))

    def _body(self) -> QWidget:
        body = QWidget()
        body.setProperty("ground", "base")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(label(breakable(self._message.title), "section", wrap=True))
        for sentence in self._message.sentences:
            words.addWidget(label(breakable(sentence), "primary", wrap=True))
        if self._message.details:
            words.addWidget(self._toggle, alignment=Qt.AlignmentFlag.AlignLeft)
            words.addWidget(self._details_box())
        words.addStretch()
        body.setLayout(self._words)
        self._words.setContentsMargins(24, 22, 24, 20)
        self._words.setSpacing(14)
        icon = IconLabel(*(("circle-alert", "err_fg") if self._message.grave else ("info", "accent")), 24)
        self._words.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._words.addLayout(words, 1)
        return body

    def _details_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(tr("Details"))
        self._details.setFixedHeight(look().fonts.px(110))
        copy = buttons.quiet(tr("Copy the details"))
        copy.setProperty("flush", True)  # noqa: FBT003
        copy.clicked.connect(self._copy)
        column.addWidget(self._details)
        column.addWidget(copy, alignment=Qt.AlignmentFlag.AlignLeft)
        box.hide()
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(box.setVisible)
        self._toggle.toggled.connect(self._rename_toggle)
        return box

    def _button(self, choice: Choice) -> QPushButton:
        main = choice.key == self._main
        button = buttons.primary(choice.text) if main else buttons.ordinary(choice.text)
        button.setObjectName(choice.key)
        button.clicked.connect(self._take_answer)
        button.setDefault(main)
        return button

    def _take_answer(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.choose(sender.objectName())

    def _rename_toggle(self, shown: bool) -> None:
        self._toggle.setText(tr("Hide details") if shown else tr("Show details"))
        self._fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._message.details)

"""A row of an import's form: what was found, to be changed in place, how sure that is, and what else it may be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.certainty_sign import CertaintySign
from hankeapp.ui.flow import Flow
from hankeapp.ui.import_slots import certainty_of, checks_of, choices_of, in_register, is_same, reasons_of, value_of
from hankeapp.ui.labels import label, restyle
from hankeapp.ui.look import look
from hankeapp.ui.number_editors import FlagEditor
from hankeapp.ui.project_rows import Note
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QPushButton

    from hankeapp.domain.naming import Names
    from hankeapp.services.import_entries import Entry
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.import_slots import Choice, Slot

_LABEL = 118
"""Px at 100 % text."""
_BUTTON = 250
"""Px at 100 % text of a button's words: a whole sentence would push the signs out of the window."""
_NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX."""


class SlotRow(QWidget):
    """Tells what a person does in it; who reviews calls `refresh` with what came of it."""

    written = Signal(str, object)
    held = Signal(str, str)
    """The key of a field, and what stands in it and cannot be read; empty once that is gone."""
    chosen = Signal(object)
    taken = Signal(str, bool)
    reached = Signal(object)
    """The slot in which the keyboard is now."""
    hovered = Signal(object)
    """The slot over which the mouse is now, or None."""

    def __init__(self, slot: Slot, editors: Mapping[str, Editor], names: Names) -> None:
        super().__init__()
        self.slot = slot
        self.editors = editors
        self._names = names
        self._sign = CertaintySign()
        self._reason = label(role="hint", wrap=True)
        self._error = Note("", self)
        self._choices = QWidget()
        self._flow = Flow(gap=6, line_gap=6)
        self._choices.setLayout(self._flow)
        self._buttons: list[QPushButton] = []
        self._offered: tuple[Choice, ...] = ()
        self._checked: tuple[str, ...] = ()
        self._check = QCheckBox()
        self._is_showing = False
        is_flag = any(isinstance(each, FlagEditor) for each in editors.values())
        self._name = label("" if is_flag else slot.title, "secondary", wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.fit(narrow=False)
        self._check.clicked.connect(self._tell_taken)
        for key, editor in editors.items():
            editor.committed.connect(partial(self._tell_written, key))
            editor.error_changed.connect(partial(self._tell_error, key))
            editor.widget.installEventFilter(self)
            if editor.field.lines == 1:
                editor.remarked.connect(self._error.show_remark)

    @property
    def first(self) -> QWidget:
        """Where the keyboard comes into the row."""
        return next(iter(self.editors.values())).widget

    @property
    def last(self) -> QWidget:
        """Where it leaves it."""
        return self._check

    def show_entry(self, entry: Entry) -> None:
        """Show what was found, and what waits for correction."""
        self._is_showing = True
        for key, editor in self.editors.items():
            editor.show(value_of(entry, key))
            if key in entry.corrections.unread:
                editor.hold(entry.corrections.unread[key], "")
                editor.retry()
        self._is_showing = False
        self._show_errors()
        self._show_around(entry)

    def refresh(self, entry: Entry) -> None:
        """Show what has become of it; what is being written stays."""
        for key, editor in self.editors.items():
            editor.refresh(value_of(entry, key))
        self._show_around(entry)

    def fit(self, *, narrow: bool) -> None:
        """Put the label above the field where there is little room."""
        px = look().fonts.px
        self._name.setMinimumWidth(0 if narrow else px(_LABEL))
        self._name.setMaximumWidth(_NO_LIMIT if narrow else px(_LABEL))
        self._name.setContentsMargins(0, 0 if narrow else px(6), 0, 0)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._row.setSpacing(px(4) if narrow else px(8))

    def commit(self) -> None:
        """Hand over what is being written."""
        for editor in self.editors.values():
            editor.commit()

    def take_focus(self, key: str = "") -> None:
        """Take the keyboard to the field of a key, or to the first."""
        widget = self.editors[key].widget if key in self.editors else self.first
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(self.slot)
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered.emit(self.slot)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)

    def _show_around(self, entry: Entry) -> None:
        if not self.slot.findings:
            return
        self._sign.show_certainty(certainty_of(entry, self.slot), is_same=is_same(entry, self.slot))
        told = (reasons_of(entry, self.slot), in_register(entry, self.slot, self._names))
        self._reason.setText(" ".join(each for each in told if each))
        self._reason.setVisible(bool(self._reason.text()))
        for editor in self.editors.values():
            if not editor.error:
                spoken = (self._sign.words, self._reason.text())
                editor.widget.setAccessibleDescription(". ".join(each for each in spoken if each))
        self._show_choices(choices_of(entry, self.slot, self._names))
        self._checked = checks_of(entry, self.slot)
        self._check.setVisible(bool(self._checked))
        self._check.setText(tr("Update the register") if entry.target else tr("Take in"))
        self._check.setAccessibleName(f"{self._check.text()}: {self.slot.row or self.slot.title}")
        self._check.setChecked(any(entry.takes(each) for each in entry.findings if each.key in self._checked))

    def _show_choices(self, choices: tuple[Choice, ...]) -> None:
        for _ in range(len(self._buttons), len(choices)):
            self._add_button()
        for button in self._buttons[len(choices) :]:
            button.hide()
        for button, choice in zip(self._buttons, choices, strict=False):
            words = button.fontMetrics().elidedText(choice.label, Qt.TextElideMode.ElideRight, look().fonts.px(_BUTTON))
            button.setText(words)
            button.setToolTip(choice.label if words != choice.label else "")
            button.setProperty("kind", "primary" if choice.is_chosen else "ordinary")
            restyle(button)
            spoken = (f"{self.slot.title}: {choice.label}", tr("chosen") if choice.is_chosen else "", choice.reason)
            button.setAccessibleName(", ".join(part for part in spoken if part))
            button.show()
        self._offered = choices
        self._choices.setVisible(bool(choices))

    def _add_button(self) -> None:
        button = buttons.ordinary("")
        button.clicked.connect(partial(self._choose, len(self._buttons)))
        self._flow.addWidget(button)
        self._buttons.append(button)

    def _choose(self, at: int) -> None:
        self.chosen.emit(self._offered[at].places)

    def _tell_written(self, key: str, _name: str, value: object) -> None:
        if not self._is_showing:
            self.written.emit(key, value)

    def _tell_error(self, key: str, error: str) -> None:
        self._show_errors()
        if not self._is_showing:
            self.held.emit(key, self.editors[key].content if error else "")

    def _show_errors(self) -> None:
        self._error.show_error("\n".join(editor.error for editor in self.editors.values() if editor.error))

    def _tell_taken(self, checked: bool) -> None:
        for key in self._checked:
            self.taken.emit(key, checked)

    def _lay_out(self) -> None:
        px = look().fonts.px
        self._name.setBuddy(self.first)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        for editor in self.editors.values():
            if line.count():
                line.addWidget(label("–", "secondary"))
            editor.fit()
            line.addWidget(editor.widget, 10_000)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(px(5))
        column.addLayout(line)
        for part in (self._error, self._reason, self._choices, self._check):
            column.addWidget(part)
        rows = bare_column(self)
        rows.setSpacing(px(6))
        if self.slot.heading:
            rows.addWidget(label(self.slot.heading, "strong"))
        beside = QHBoxLayout()
        beside.setSpacing(px(8))
        beside.addLayout(column, 1)
        beside.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(beside, 1)
        rows.addLayout(self._row)
        policy = self._sign.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._sign.setSizePolicy(policy)
        for part in (self._reason, self._choices, self._check):
            part.hide()
        self._sign.setVisible(bool(self.slot.findings))

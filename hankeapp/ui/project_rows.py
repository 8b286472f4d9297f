"""The rows of a form: a label and its editors, and under them a hint that an error replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.status import Status, extension_text
from hankeapp.translation import tr
from hankeapp.ui import buttons, status_words
from hankeapp.ui.chips import StatusChip
from hankeapp.ui.flow import Flow
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label, set_role
from hankeapp.ui.look import look
from hankeapp.ui.tall_column import HeightByWidth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from hankeapp.domain.project import Project
    from hankeapp.ui.editor import Editor

LABEL_WIDTH = 150
WIDEST = 600
"""Px at 100 %: no field and no note is wider."""
_NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX."""
_FIELD_HEIGHT = 32
_FIELD_FIRST = 10_000
"""The stretch of a field beside the blank that takes what its greatest width leaves over."""


class Row(HeightByWidth):
    """A label beside its content, or above it where the form is narrow."""

    def __init__(self, title: str, *, required: bool = False) -> None:
        super().__init__()
        self.label = label(f"{title} *" if required else title, "secondary", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.content = QVBoxLayout()
        self.content.setSpacing(4)
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(self.label, alignment=Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(self.content, 1)

    def fit(self, *, narrow: bool) -> None:
        """Take the sizes of the look's text; `narrow` puts the label above."""
        px = look().fonts.px
        self.label.setContentsMargins(0, self._above(narrow=narrow), 0, 0)
        self.label.setMinimumWidth(0 if narrow else px(LABEL_WIDTH))
        self.label.setMaximumWidth(_NO_LIMIT if narrow else px(LABEL_WIDTH))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.box.setDirection(down if narrow else across)
        self.box.setSpacing(4 if narrow else 8)

    def spot_of(self, _widget: QWidget) -> QWidget:
        """What of the row should be in view while a widget in it has the focus."""
        return self

    def _above(self, *, narrow: bool) -> int:
        """What brings a text's first line to the height of a field's text."""
        return 0 if narrow else (look().fonts.px(_FIELD_HEIGHT) - self.label.fontMetrics().height()) // 2


class FieldRow(Row):
    """One field, or fields that belong together on a line, parted by a dash."""

    def __init__(self, title: str, editors: Sequence[Editor]) -> None:
        super().__init__(title, required=any(editor.field.required for editor in editors))
        self.editors = editors
        hints = [tr(editor.field.hint) for editor in editors if editor.field.hint]
        self.note = Note(" ".join(hints), self)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        for editor in editors:
            if editor is not editors[0]:
                self._line.addWidget(label("–", "secondary"))
            self._line.addWidget(editor.widget, _FIELD_FIRST)
            editor.error_changed.connect(self._show_errors)
            # A long text keeps its hint beside its count; of a line, what is read there takes the hint's place.
            editor.remarked.connect(self.note.show_count if editor.field.lines > 1 else self.note.show_remark)
        self._line.addStretch(1)
        self.content.addLayout(self._line)
        self.content.addWidget(self.note)
        self.label.setBuddy(editors[0].widget)

    @override
    def fit(self, *, narrow: bool) -> None:
        super().fit(narrow=narrow)
        is_text = not self.editors[0].field.editable
        self._line.setContentsMargins(0, self._above(narrow=narrow) if is_text else 0, 0, 0)
        for editor in self.editors:
            editor.fit()
        self.note.fit()

    def _show_errors(self) -> None:
        self.note.show_error("\n".join(editor.error for editor in self.editors if editor.error))


class Note(HeightByWidth):
    """The hint of a field, or what is wrong in it, with an icon; and what is to be said of what is being written.

    Each label is made when it first says something: most fields have nothing to say, and a form has many fields.
    """

    def __init__(self, hint: str, row: QWidget) -> None:
        # With a hint it shows at once, and without a parent that would be in a window of its own.
        super().__init__(row)
        self._usual = hint
        self._remark = self._fault = self._length = ""
        self._hint: QLabel | None = None
        self._error: tuple[IconLabel, QLabel] | None = None
        self._count: QLabel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(5)
        self._draw()

    @property
    def text(self) -> str:
        """What it says."""
        return self._remark or self._fault or self._usual

    def show_error(self, text: str) -> None:
        """Say what is wrong; empty for the hint again."""
        if text != self._fault:
            self._fault = text
            self._draw()

    def show_remark(self, text: str) -> None:
        """Say how what is being written is read, in place of hint and error; empty for those again."""
        if text != self._remark:  # it is told of every project that is shown
            self._remark = text
            self._draw()

    def show_count(self, text: str) -> None:
        """Say how long the text is, at the end of the line; empty for nothing."""
        if text != self._length:
            self._length = text
            self._draw()

    def fit(self) -> None:
        """Take the sizes of the look's text."""
        self.setMaximumWidth(look().fonts.px(WIDEST))

    def _draw(self) -> None:
        is_wrong = bool(self._fault) and not self._remark
        self._draw_hint(self._remark or self._usual, shown=not is_wrong)
        self._draw_error(shown=is_wrong)
        if self._length and self._count is None:
            self._count = label("", "hint")
            self._row.addWidget(self._count, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        if self._count is not None:
            self._count.setText(self._length)
            self._count.setVisible(bool(self._length))
        self.setVisible(bool(self.text or self._length))

    def _draw_hint(self, text: str, *, shown: bool) -> None:
        if text and self._hint is None:
            self._hint = label("", "hint", wrap=True)
            self._row.insertWidget(0, self._hint, 1)
        if self._hint is not None:
            self._hint.setText(text)
            set_role(self._hint, "detail" if self._remark else "hint")
            self._hint.setVisible(shown)

    def _draw_error(self, *, shown: bool) -> None:
        if shown and self._error is None:
            self._error = IconLabel("circle-alert", "err_fg", 16), label("", "error", wrap=True)
            self._row.insertWidget(0, self._error[0], alignment=Qt.AlignmentFlag.AlignTop)
            self._row.insertWidget(1, self._error[1], 1)
        if self._error is not None:
            self._error[1].setText(self._fault)
            for part in self._error:
                part.setVisible(shown)


class StatusRow(Row):
    """The status as an act changes it, never a field: a chip, since when, and the way to another status."""

    end_asked = Signal()
    activate_asked = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setObjectName("status")  # warnings are found their place by it
        self.chip = StatusChip(Status.ACTIVE)
        self.words = label(role="detail")
        self.change = buttons.quiet(tr("Change status…"))
        self._menu = QMenu(self.change)
        self._activate = self._menu.addAction("")
        self._end = self._menu.addAction(status_words.ending())
        self._activate.triggered.connect(self.activate_asked)
        self._end.triggered.connect(self.end_asked)
        self.change.clicked.connect(self._ask_or_act)
        line = QWidget()
        flow = Flow(gap=9, line_gap=4, last_at_right=True)
        for part in (self.chip, self.words, self.change):
            flow.addWidget(part)
        line.setLayout(flow)
        self.content.addWidget(line)
        self.extensions = label(role="hint", wrap=True)
        self.content.addWidget(self.extensions)

    def show_project(self, project: Project, today: date) -> None:
        """Show the status, since when it has been so, and how its end was moved."""
        self.chip.show_status(project.status)
        words = status_words.since(project, today)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        moves = "\n".join(filter(None, map(extension_text, project.events)))
        self.extensions.setText(moves)
        self.extensions.setVisible(bool(moves))
        self._activate.setText(status_words.activating(project.status))
        self._activate.setVisible(status_words.can_activate(project.status))
        self._end.setVisible(status_words.can_end(project.status))

    def _ask_or_act(self) -> None:
        acts = [action for action in self._menu.actions() if action.isVisible()]
        if len(acts) == 1:
            acts[0].trigger()
        else:
            self._menu.popup(self.change.mapToGlobal(self.change.rect().bottomLeft()))

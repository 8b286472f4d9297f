"""The form of an import: a row for each field that was looked for or found of one project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout
from typing_extensions import override

from hankeapp.domain.status import Status, step
from hankeapp.domain.values import Codes, Key
from hankeapp.services.corrections import declared_of
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.enum_editor import EnumEditor
from hankeapp.ui.import_row import SlotRow
from hankeapp.ui.import_slots import slots
from hankeapp.ui.look import look
from hankeapp.ui.named_editor import NamedEditor
from hankeapp.ui.scrolling import ScrolledBody

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from PySide6.QtGui import QResizeEvent

    from hankeapp.domain.naming import Names as NamesOfRows
    from hankeapp.services.import_entries import Entry
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.import_slots import Slot
    from hankeapp.ui.names import Names


_STATUS = "status"
_NARROW = 440
"""Px at 100 % text below which labels stand above their fields."""


class ImportForm(QScrollArea):
    """Shows one project at a time, and tells what a person does with what was found of it."""

    written = Signal(str, object)
    held = Signal(str, str)
    chosen = Signal(object)
    taken = Signal(str, bool)
    reached = Signal(object)
    hovered = Signal(object)

    def __init__(self, names: NamesOfRows, choices: Names) -> None:
        """`names` are those behind what the register has, `choices` what it offers for a field."""
        super().__init__()
        self._names = names
        self._choices = choices
        self.rows: list[SlotRow] = []
        self._made: dict[Hashable, SlotRow] = {}
        """Rows are kept: making them for each project anew would take a tenth of a second."""
        self._is_narrow = False
        self._entry: Entry | None = None
        self._shows_same = False
        """Whether what the register keeps of a project that is updated stands there too."""
        self.same = buttons.quiet("")
        self.same.clicked.connect(self._turn)
        self._column = self._lay_out()

    def show_entry(self, entry: Entry) -> None:
        """Show a project from its beginning; of one that is updated, what would change."""
        self._entry = entry
        self._show_rows(self._slots(entry))
        self.verticalScrollBar().setValue(0)

    def _slots(self, entry: Entry) -> tuple[Slot, ...]:
        every = slots(entry)
        news = every if entry.target is None else slots(entry, only_news=True)
        same = len(every) - len(news) if news else 0
        words = trn("Show {n} unchanged field too", "Show {n} unchanged fields too", same)
        self.same.setText(tr("Show only what changes") if self._shows_same else words)
        self.same.setVisible(bool(same))
        return news if news and not self._shows_same else every

    def _turn(self) -> None:
        """Show what stays too, or no more."""
        assert self._entry is not None
        self._shows_same = not self._shows_same
        self.commit()
        self._show_rows(self._slots(self._entry))

    def _show_rows(self, shown: Sequence[Slot]) -> None:
        entry = self._entry
        assert entry is not None
        before, self.rows = self.rows, [self._row(slot, entry) for slot in shown]
        for row in before:
            self._column.removeWidget(row)
        for at, row in enumerate(self.rows):
            row.show_entry(entry)
            self._column.insertWidget(at, row)
            row.show()
            if at:
                self.setTabOrder(self.rows[at - 1].last, row.first)
        for row in before:
            if row not in self.rows:
                row.hide()
        self.setTabOrder(self.rows[-1].last, self.same)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < look().fonts.px(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for row in self._made.values():
                row.fit(narrow=is_narrow)

    def refresh(self, entry: Entry) -> None:
        """Show what has become of the same project."""
        self._entry = entry
        for row in self.rows:
            row.refresh(entry)

    def renew(self, entry: Entry, findings: Collection[str]) -> None:
        """Show what was found in the place of what is written in the fields of findings."""
        for row in self.rows:
            if any(key.partition(".")[0] in findings for key in row.slot.keys):
                row.show_entry(entry)

    def commit(self) -> None:
        """Hand over what is being written."""
        for row in self.rows:
            row.commit()

    def let_go(self) -> None:
        """Hand nothing over any more, as the form goes: the field that the keyboard is in still loses it then."""
        for row in self._made.values():
            for editor in row.editors.values():
                editor.let_go()

    def reach(self, key: str) -> None:
        """Take the keyboard to the field of a key, or to the first of the row that it is of."""
        if not self._is_reached(key) and not self._shows_same and not self.same.isHidden():
            self._turn()
            self._is_reached(key)

    def _is_reached(self, key: str) -> bool:
        for row in self.rows:
            if any(key in (each, each.partition(".")[0]) for each in row.slot.keys):
                row.take_focus(key)
                self.ensureWidgetVisible(row)
                return True
        return False

    def reach_wrong(self, key: str) -> None:
        """Take the keyboard to the first field that waits for correction, or to that of a key."""
        wrong = (each for row in self.rows for each, editor in row.editors.items() if editor.error)
        self.reach(next(wrong, key))

    def _row(self, slot: Slot, entry: Entry) -> SlotRow:
        key = (slot, entry.project.status if entry.project and _STATUS in slot.keys else None)
        if key not in self._made:
            self._made[key] = row = self._made_row(slot, entry)
            row.fit(narrow=self._is_narrow)
            row.written.connect(self.written)
            row.held.connect(self.held)
            row.chosen.connect(self.chosen)
            row.taken.connect(self.taken)
            row.reached.connect(self.reached)
            row.hovered.connect(self.hovered)
        return self._made[key]

    def _made_row(self, slot: Slot, entry: Entry) -> SlotRow:
        editors = {key: self._editor(key, entry) for key in slot.keys}
        for key, editor in editors.items():
            editor.widget.setObjectName(key)
            if slot.row:
                name = editor.field.title
                editor.widget.setAccessibleName(name if slot.row == name else f"{slot.row}: {name}")
        return SlotRow(slot, editors, self._names)

    def _editor(self, key: str, entry: Entry) -> Editor:
        declared = declared_of(key)
        if declared.name == _STATUS:
            return _status_editor(entry)
        if issubclass(declared.type, Key | Codes):
            return NamedEditor(declared, self._names, self._choices.choices(declared).values())
        return editor_of(declared, self._choices)

    def _lay_out(self) -> QVBoxLayout:
        px = look().fonts.px
        body = ScrolledBody()
        body.setProperty("ground", "base")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        body.setAccessibleName(tr("Recognised"))
        around = QVBoxLayout(body)
        around.setContentsMargins(px(20), px(4), px(16), px(16))
        column = QVBoxLayout()
        column.setSpacing(px(8))
        around.addLayout(column)
        around.addWidget(self.same, alignment=Qt.AlignmentFlag.AlignLeft)
        around.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return column


def _status_editor(entry: Entry) -> EnumEditor:
    """A status that the project can have; of one in the register, those that a source may bring it to."""
    editor = EnumEditor(declared_of(_STATUS))
    if entry.project is not None:
        now = entry.project.status
        editor.keep_only({now} if now is Status.ENDED else {now, *(each for each in Status if step(now, each))})
    return editor

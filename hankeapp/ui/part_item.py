"""One row of a part in the form: a summary that opens into its fields."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hankeapp.translation import tr
from hankeapp.ui.conflicts import lay_over
from hankeapp.ui.labels import restyle
from hankeapp.ui.part_form import PartForm, blank
from hankeapp.ui.part_rows import part_text
from hankeapp.ui.part_summary import Summary
from hankeapp.ui.quality_notes import Warnings
from hankeapp.ui.row_acts import acts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.fields import Part
    from hankeapp.services.drafts import Draft
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names
    from hankeapp.ui.row_acts import RowAct


class PartItem(QFrame):
    """A row that the register has, or a new one that it has not yet: then `row` is None."""

    committed = Signal(object, str, object)
    """The item, and the name and the value of the field that was left."""
    move_asked = Signal(object, int)
    removal_asked = Signal(object)
    step_asked = Signal(object, int)
    act_asked = Signal(object, object)
    """The item, and what of `row_acts` is to be done with its row."""
    next_asked = Signal()
    error_changed = Signal()
    edited = Signal()
    opened = Signal()
    entered = Signal(object)
    closed = Signal()

    def __init__(self, part: Part, names: Names) -> None:
        super().__init__()
        self.setProperty("kind", "part")
        self.part = part
        self.row: Any = None
        self.pending: Any = None
        """What a new row is being saved as."""
        self.form: PartForm | None = None
        self.conflicts: dict[str, object] = {}
        """The fields that were changed elsewhere under what is written, each with what it was written over."""
        self.summary = Summary()
        self.warnings: Warnings | None = None
        self._names = names
        self._place = (0, 1)
        self._is_read_only = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.summary)
        self.summary.clicked.connect(self._toggle)
        self.summary.move_asked.connect(self._ask_move)
        self.summary.removal_asked.connect(self._ask_removal)
        self.summary.step_asked.connect(self._ask_step)
        self.summary.act_asked.connect(self._ask_first_act)

    @property
    def editors(self) -> Mapping[str, Editor]:
        """The editors of an open row by their fields; of a closed one, none."""
        return self.form.editors if self.form else {}

    @property
    def title(self) -> str:
        """Which row it is: "Jakso 2/3"."""
        place, count = self._place
        return tr("{part} {n}/{count}", part=_capital(self.part.noun), n=place + 1, count=count)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written but of which kind a new row is to be."""
        said = [editor for editor in self.editors.values() if not (editor.field.required and _is_choice(editor))]
        return self.row is None and not any(editor.is_touched for editor in said)

    @property
    def is_touched(self) -> bool:
        """Whether something is written that the register does not have."""
        return any(editor.is_touched for editor in self.editors.values())

    @property
    def waiting(self) -> int:
        """How many fields wait for a correction; of a new row that is not saved yet, at least one."""
        wrong = sum(bool(editor.error) for editor in self.editors.values())
        return max(wrong, int(self.row is None and not self.is_blank))

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [self.summary, *(self.form.stops if self.form else ())]

    def show_row(self, row: Any, place: int, count: int) -> None:
        """Show a row as the register has it, and where it stands among its like."""
        self._place = place, count
        self.row = row
        words = self._words(row) if row is not None else tr("New {part}", part=self.part.noun)
        name = tr("{part} {n}/{count}: {text}", part=_capital(self.part.noun), n=place + 1, count=count, text=words)
        self.summary.say(words, name)
        if self.form is not None:
            self.form.show_place(place, count, is_new=row is None)
            self.form.show_acts(self._acts)
        for each, editor in self.editors.items():
            if row is not None:
                self._refresh(each, editor, getattr(row, each))

    def warn(self, sentences: Sequence[str]) -> None:
        """Say what of the row is worth a second look."""
        if self.warnings is None and sentences:
            self.warnings = Warnings()
            self.warnings.setContentsMargins(8, 0, 8, 6)
            self._column.insertWidget(1, self.warnings)
        if self.warnings is not None:
            self.warnings.say(sentences)
        self.summary.setAccessibleDescription(" ".join(sentences))

    def open(self) -> None:
        """Make the fields."""
        if self.form is not None:
            return
        form = self.form = PartForm(self.part, self._names)
        form.show_row(self.row if self.row is not None else _Blank(self.part))
        form.set_read_only(read_only=self._is_read_only)
        form.show_place(*self._place, is_new=self.row is None)
        form.show_acts(self._acts)
        form.fit()
        for editor in form.editors.values():
            editor.committed.connect(self._commit)
            editor.error_changed.connect(self._follow_error)
            editor.edited.connect(self.edited)
        form.left.connect(self._leave)
        form.next_asked.connect(self.next_asked)
        form.move_asked.connect(self._ask_move)
        form.removal_asked.connect(self._ask_removal)
        form.act_asked.connect(self._ask_act)
        self._column.addWidget(form)
        # Qt shows what is added to a layout only later, and what is hidden takes no focus.
        form.show()
        self._show_open()
        self.opened.emit()

    def close_fields(self) -> None:
        """Let the fields go, whatever is written in them."""
        form, self.form = self.form, None
        self.conflicts.clear()
        if form is not None:
            for editor in form.editors.values():
                editor.let_go()
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
            self._show_open()

    def enter(self) -> None:
        """Go into the first field."""
        self.open()
        first = next(iter(self.editors.values()))
        first.widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(self)

    def resume(self, drafts: Mapping[str, Draft]) -> None:
        """Take up again what waited in the fields."""
        self.open()
        for name, draft in drafts.items():
            editor = self.editors[name]
            if self.row is not None and editor.base != draft.base:
                if draft.content == editor.content:
                    continue
                self._lay_over(editor, draft, editor.base)
            else:
                editor.resume(draft)
        self.error_changed.emit()

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the row is only looked at."""
        self._is_read_only = read_only
        if self.form is not None:
            self.form.set_read_only(read_only=read_only)
            self.form.show_acts(self._acts)

    def fit(self) -> None:
        """Take the sizes of the look's text."""
        if self.form is not None:
            self.form.fit()

    @property
    def _acts(self) -> list[RowAct]:
        return [act for act in acts_of(self.row) if not (self._is_read_only and act.changes)]

    def _words(self, row: Any) -> str:
        """What the closed row says."""
        return part_text(row, self._names)

    def _refresh(self, name: str, editor: Editor, value: object) -> None:
        draft = editor.draft
        if name in self.conflicts and draft is not None and editor.base != value:
            self._lay_over(editor, replace(draft, base=self.conflicts[name]), value)
        else:
            editor.refresh(value)

    def _lay_over(self, editor: Editor, draft: Draft, value: object) -> None:
        lay_over(editor, draft.content, value)
        self.conflicts[editor.field.name] = draft.base

    def _follow_error(self) -> None:
        self.conflicts = {name: base for name, base in self.conflicts.items() if self.editors[name].error}
        self.error_changed.emit()

    def _toggle(self) -> None:
        if self.form is None:
            self.enter()
        else:
            self._leave()

    def _leave(self) -> None:
        self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        for editor in self.editors.values():
            editor.commit()
        if not self.waiting:
            self.close_fields()
            self.closed.emit()

    def _commit(self, name: str, value: object) -> None:
        self.committed.emit(self, name, value)

    def _ask_step(self, by: int) -> None:
        self.step_asked.emit(self, by)

    def _ask_act(self, act: RowAct) -> None:
        self.act_asked.emit(self, act)

    def _ask_first_act(self) -> None:
        for act in self._acts[:1]:
            self._ask_act(act)

    def _ask_move(self, by: int) -> None:
        if not self._is_read_only:
            self.move_asked.emit(self, by)

    def _ask_removal(self) -> None:
        if not self._is_read_only:
            self.removal_asked.emit(self)

    def _show_open(self) -> None:
        is_open = self.form is not None
        self.setProperty("open", is_open)
        self.summary.show_open(is_open=is_open)
        restyle(self)


class _Blank:
    """A row in which nothing is written yet."""

    def __init__(self, part: Part) -> None:
        vars(self).update(blank(part))


def _is_choice(editor: Editor) -> bool:
    return issubclass(editor.field.type, Enum)


def _capital(noun: str) -> str:
    return noun[:1].upper() + noun[1:]

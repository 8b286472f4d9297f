"""The fields of one row of a part, made when the row is opened: what is used most, the rest once it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.fields import fields_of
from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.flow import Flow
from hankeapp.ui.listed_editors import ListedEditor
from hankeapp.ui.look import look
from hankeapp.ui.number_editors import FlagEditor
from hankeapp.ui.part_rows import SPAN
from hankeapp.ui.project_rows import FieldRow
from hankeapp.ui.row_acts import all_acts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from hankeapp.domain.fields import Field, Part
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names
    from hankeapp.ui.row_acts import RowAct

_NARROW = 460
"""Px at 100 %: below this width labels stand above their fields."""
_SELDOM = frozenset({
    *("authority", "priority", "objective", "instrument", "applied", "paid", "application", "code", "decided"),
    *("is_partial", "words", "count", "countries", "duty", "start", "end"),
})  # fmt: skip
_FOLDS = frozenset({"fundings", "participations", "contacts"})
"""The parts with many fields, and which of them wait behind a button while they are empty."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PartForm(QWidget):
    """Asks for what its keys and buttons mean; who saves its fields listens to the editors."""

    left = Signal()
    """Esc in a field."""
    next_asked = Signal()
    """Ctrl+Enter, or Enter in the last field: what is written is in order, and another row is wanted."""
    move_asked = Signal(int)
    removal_asked = Signal()
    act_asked = Signal(object)
    """A `RowAct`."""

    def __init__(self, part: Part, names: Names) -> None:
        super().__init__()
        self.editors = {field.name: editor_of(field, names) for field in part.fields}
        self.rows = list(self._made_rows())
        self.acts = {act: buttons.quiet(act.title, act.icon) for act in all_acts(part.type)}
        self.more = buttons.quiet(tr("More fields"), "chevron-down")
        self.up = buttons.quiet(tr("Move up"), "chevron-up")
        self.down = buttons.quiet(tr("Move down"), "chevron-down")
        self.remove = buttons.quiet(tr("Remove {part}", part=part.noun), "trash-2")
        self._folds = part.name in _FOLDS
        self._is_narrow = False
        self._lay_out()
        self._connect()

    def show_row(self, row: object) -> None:
        """Show a row's values; what is seldom used and empty stays behind the button."""
        for name, editor in self.editors.items():
            editor.show(getattr(row, name))
        self._fold()

    def show_acts(self, acts: Sequence[RowAct]) -> None:
        """Offer what can be done with the row as it is."""
        for act, button in self.acts.items():
            button.setVisible(act in acts)

    def show_place(self, place: int, count: int, *, is_new: bool) -> None:
        """Offer the ways in which a row at this place can be moved."""
        self.up.setVisible(place > 0 and not is_new)
        self.down.setVisible(place < count - 1 and not is_new)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the fields only show."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)
        self._foot.setHidden(read_only)

    def fit(self) -> None:
        """Take the sizes of the look's text and of the room: in little of it, labels stand above their fields."""
        px = look().fonts.px
        self._is_narrow = self.width() < px(_NARROW)
        self._column.setContentsMargins(px(12), px(6), px(12), px(6))
        for row in self.rows:
            row.fit(narrow=self._is_narrow)

    def row_of(self, widget: QWidget) -> QWidget | None:
        """The row of the field that a widget is of."""
        return next((row for row in self.rows if row.isAncestorOf(widget)), None)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        fields = [editor.widget for row in self.rows for editor in row.editors]
        return [*fields, self.more, *self.acts.values(), self.up, self.down, self.remove]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() < look().fonts.px(_NARROW)) is not self._is_narrow:
            self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        editor = next((each for each in self.editors.values() if each.widget is watched), None)
        return is_pressed and editor is not None and self._acts_on(editor, event)  # type: ignore[arg-type]

    def _acts_on(self, editor: Editor, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() not in _ENTER:
            return False
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        adds_name = with_ctrl and isinstance(editor, ListedEditor) and editor.unknown
        if adds_name or not (with_ctrl or editor is self._last):
            return False
        if editor.retry():
            self.next_asked.emit()
        return True

    @property
    def _last(self) -> Editor:
        return [each for each in self.editors.values() if not each.widget.isHidden() and each.widget.isVisible()][-1]

    def _made_rows(self) -> Iterator[FieldRow]:
        for name, editor in self.editors.items():
            if name == SPAN[0]:
                pair = [self.editors[each] for each in SPAN]
                yield FieldRow(" – ".join(each.field.title for each in pair), pair)
            elif name not in SPAN and editor.field.editable:
                yield FieldRow("" if isinstance(editor, FlagEditor) else editor.field.title, [editor])

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        for row in self.rows:
            self._column.addWidget(row)
        self._column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        if self.acts:
            line = Flow(gap=0, line_gap=0)
            for button in self.acts.values():
                line.addWidget(button)
            self._column.addLayout(line)
        self._foot = QWidget()
        foot = Flow(gap=0, line_gap=0, last_at_right=True)
        self._foot.setLayout(foot)
        for button in (self.up, self.down, self.remove):
            foot.addWidget(button)
        self._column.addWidget(self._foot)

    def _connect(self) -> None:
        for editor in self.editors.values():
            # After the editor's own filter, so that this one is asked first.
            editor.widget.installEventFilter(self)
        for act, button in self.acts.items():
            button.clicked.connect(partial(self.act_asked.emit, act))
        self.more.clicked.connect(self._unfold)
        self.up.clicked.connect(self._ask_up)
        self.down.clicked.connect(self._ask_down)
        self.remove.clicked.connect(self.removal_asked)

    def _ask_up(self) -> None:
        self.move_asked.emit(-1)

    def _ask_down(self) -> None:
        self.move_asked.emit(1)

    def _fold(self) -> None:
        hidden = [row for row in self._seldom_rows() if all(_is_empty(each) for each in row.editors)]
        for row in hidden:
            row.hide()
        self.more.setVisible(bool(hidden))

    def _unfold(self) -> None:
        first = next(row for row in self.rows if row.isHidden())
        for row in self.rows:
            row.show()
        self.more.hide()
        first.editors[0].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _seldom_rows(self) -> list[FieldRow]:
        return [row for row in self.rows if self._folds and row.editors[0].field.name in _SELDOM]


def blank(part: Part) -> dict[str, object]:
    """The values of a row in which nothing is written yet."""
    return {field.name: _nothing(field, part) for field in fields_of(part.type)}


def _nothing(field: Field, part: Part) -> object:
    return vars(part.type).get(field.name, "" if field.type is str else None)


def _is_empty(editor: Editor) -> bool:
    return editor.base in (None, "", 0) and not editor.error

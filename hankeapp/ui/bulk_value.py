"""What is to be done to a field of many projects: the field, the way, and the value in the editor of that field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.domain.revisions import How, Revision, revisable, ways
from hankeapp.domain.values import NO_CODES, Codes
from hankeapp.translation import tr
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from hankeapp.domain.columns import Column
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names

_LABEL, _VALUE = 127, 340
"""Px at 100 % text: the column of labels, and what an editor takes unless its field is narrower."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BulkValue(QWidget):
    """`revision` is what is asked for so far, None while a value is missing or cannot be read."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in a value that can stand."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._pages: dict[tuple[Column, bool], _Page] = {}
        self._stack = QStackedWidget()
        self.fields = _choice(tr("Field"), "bulk_field")
        self.hows = _choice(tr("What is done"), "bulk_how")
        for column in revisable():
            self.fields.addItem(column.title, column)
        self._lay_out()
        self.fields.currentIndexChanged.connect(self._show_field)
        self.hows.currentIndexChanged.connect(self._show_page)
        self._show_field()

    @property
    def revision(self) -> Revision | None:
        column: Column = self.fields.currentData()
        how: How = self.hows.currentData()
        if how is How.CLEAR:
            return Revision(column, how)
        return self._page.revision(how)

    @property
    def editors(self) -> tuple[Editor, ...]:
        """The editors at hand: of the value, and before it of what is swapped for it."""
        return self._page.editors

    @property
    def _page(self) -> _Page:
        page = self._stack.currentWidget()
        assert isinstance(page, _Page)
        return page

    def _show_field(self) -> None:
        with QSignalBlocker(self.hows):
            self.hows.clear()
            for how in ways(self.fields.currentData()):
                self.hows.addItem(how.label, how)
        self._show_page()

    def _show_page(self) -> None:
        column, how = self.fields.currentData(), self.hows.currentData()
        self._stack.setCurrentWidget(self._page_of(column, is_swap=how is How.SWAP))
        self._stack.setEnabled(how is not How.CLEAR)
        self.changed.emit()

    def _page_of(self, column: Column, *, is_swap: bool) -> _Page:
        key = column, is_swap
        if key not in self._pages:
            self._pages[key] = page = _Page(column, self._names, is_swap=is_swap)
            page.changed.connect(self.changed)
            page.entered.connect(self.entered)
            self._stack.addWidget(page)
        return self._pages[key]

    def _lay_out(self) -> None:
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().fonts.px(8))
        row.addWidget(self.fields, 1)
        row.addWidget(self.hows, 1)
        grid = _grid()
        FormRow(grid, self.fields.accessibleName(), choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().fonts.px(4))
        column.addLayout(grid)
        column.addWidget(self._stack)


class _Page(QWidget):
    """The editors of one field."""

    changed = Signal()
    entered = Signal()

    def __init__(self, column: Column, names: Names, *, is_swap: bool) -> None:
        super().__init__()
        self._column = column
        grid = _grid()
        titles = [tr("In place of"), tr("New value")] if is_swap else [tr("New value")]
        self._values = [_Value(column, names, self, grid, title) for title in titles]
        self.editors = tuple(each.editor for each in self._values)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(grid)
        rows.addStretch()

    def revision(self, how: How) -> Revision | None:
        """What is asked for, None while a value is missing."""
        found = [each.value for each in self._values]
        if any(value in (None, NO_CODES) for value in found):
            return None
        return Revision(self._column, how, found[-1], found[0] if len(found) > 1 else None)


class _Value(QObject):
    """A row with the editor of a field; what is wrong with a value is said once it was left or entered."""

    def __init__(self, column: Column, names: Names, page: _Page, grid: QGridLayout, name: str) -> None:
        super().__init__(page)
        self._page = page
        self.editor = editor_of(column.field, names)
        self.editor.show(NO_CODES if column.field.type is Codes else None)
        self.editor.fit()
        self.editor.widget.setMinimumWidth(min(self.editor.widget.maximumWidth(), look().fonts.px(_VALUE)))
        self._row = FormRow(grid, name, self.editor.widget, hint=tr(column.field.hint) if column.field.hint else "")
        self.editor.widget.setObjectName("bulk_value")
        self.editor.widget.installEventFilter(self)
        self.editor.committed.connect(self._take)
        self.editor.edited.connect(page.changed)
        self.editor.error_changed.connect(self._tell)

    @property
    def value(self) -> object:
        """What is written, None while it cannot be read."""
        try:
            return self.editor.value()
        except FieldError:
            return None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_enter = event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_enter and self.editor.retry() and self.value not in (None, NO_CODES):
            self._page.entered.emit()
        return is_enter

    def _take(self, _: str, value: object) -> None:
        self.editor.show(value)
        self._page.changed.emit()

    def _tell(self, error: str) -> None:
        if error:
            self._row.show_error(error)
        else:
            self._row.show_hint()


def _choice(name: str, object_name: str) -> ChoiceBox:
    combo = ChoiceBox()
    combo.setObjectName(object_name)
    combo.setAccessibleName(name)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def _grid() -> QGridLayout:
    px = look().fonts.px
    grid = QGridLayout()
    grid.setVerticalSpacing(px(4))
    grid.setHorizontalSpacing(0)
    grid.setColumnMinimumWidth(0, px(_LABEL))
    # A narrow editor alone would leave the room to its label.
    grid.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding), 0, 1)
    grid.setColumnStretch(1, 1)
    return grid

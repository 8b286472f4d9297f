"""The chosen entry of a list: its fields from their declaration, where it is used, what it may be a double of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hankeapp.domain.fields import fields_of
from hankeapp.services.list_keeping import used_by
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.flow import Flow
from hankeapp.ui.labels import breakable, label, line
from hankeapp.ui.look import look
from hankeapp.ui.project_rows import FieldRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from hankeapp.domain.kept_lists import KeptList
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Named
    from hankeapp.services.drafts import Draft
    from hankeapp.services.list_keeping import ListEntry
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names

_NARROW = 460
"""Px at 100 % below which labels stand above their fields."""
_LISTS = "list"
"""The field that the list itself says."""


class EntryForm(QWidget):
    """Tells what a person changed and asks for; who changes the list calls `show_entry` again."""

    changed = Signal(str, object)
    show_asked = Signal(object)
    """A `Named` condition: the projects that it finds."""
    merge_asked = Signal(object)
    """The entry that it may be a double of, or None to choose one."""
    removal_asked = Signal()

    def __init__(self, kept: KeptList, names: Names) -> None:
        super().__init__()
        self.entry: ListEntry | None = None
        fields = [field for field in fields_of(kept.type) if field.name != _LISTS]
        # What cannot be changed stands last, so that the keyboard begins at the name.
        fields.sort(key=lambda field: not field.editable)
        self.editors: dict[str, Editor] = {field.name: editor_of(field, names) for field in fields}
        self._rows = [FieldRow(editor.field.title, [editor]) for editor in self.editors.values()]
        self._title = label(role="section", wrap=True)
        self._used = label(role="secondary", wrap=True)
        self._links = QVBoxLayout()
        self._alike = label(tr("These may be the same:"), "secondary", wrap=True)
        self._doubles = QVBoxLayout()
        self._drafts: dict[str, dict[str, Draft]] = {}
        self.merge = buttons.ordinary(tr("Merge into another…"))
        self.remove = buttons.ordinary(tr("Delete from the list"), "trash-2")
        self._lay_out()
        self._connect()

    def show_entry(self, entry: ListEntry) -> None:
        """Show an entry; what waits for correction in the fields of another one is kept for it."""
        is_same = self.entry is not None and self.entry.row.id == entry.row.id
        if not is_same:
            self._keep_drafts()
        self.entry = entry
        self._title.setText(breakable(entry.name))
        drafts = {} if is_same else self._drafts.pop(entry.row.id, {})
        for name, editor in self.editors.items():
            (editor.refresh if is_same else editor.show)(getattr(entry.row, name))
            if name in drafts:
                editor.resume(drafts[name])

    def show_uses(
        self, found: Sequence[tuple[Named, FilterKey, int]], alike: Sequence[ListEntry], *, can_write: bool
    ) -> None:
        """Show where the entry is used, and which others are like it."""
        assert self.entry is not None
        self._used.setText(used_by(self.entry.uses))
        _fill(self._links, [_at_left(self._link(*each)) for each in found])
        _fill(self._doubles, [self._double(each) for each in alike] if can_write else [])
        self._alike.setVisible(bool(alike) and can_write)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether it only shows."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)
        self.merge.setHidden(read_only)
        self.remove.setHidden(read_only)

    def commit(self) -> bool:
        """Hand over what is being written; False where something waits for correction."""
        committed = [editor.commit() for editor in self.editors.values()]
        return all(committed)

    def take_focus(self) -> None:
        """Take the keyboard to the first field."""
        next(iter(self.editors.values())).widget.setFocus(Qt.FocusReason.TabFocusReason)

    def fit(self, width: int) -> None:
        """Take the sizes of the look's text for a width in px."""
        px = look().fonts.px
        self._column.setContentsMargins(px(20), px(12), px(20), px(12))
        self._column.setSpacing(px(8))
        for row in self._rows:
            row.fit(narrow=width < px(_NARROW))

    def _keep_drafts(self) -> None:
        if self.entry is not None:
            drafts = {name: editor.draft for name, editor in self.editors.items() if editor.draft is not None}
            self._drafts[self.entry.row.id] = {name: draft for name, draft in drafts.items() if draft is not None}

    def _link(self, condition: Named, asked: FilterKey, count: int) -> QPushButton:
        text = trn("{field}: {n} project", "{field}: {n} projects", count, field=asked.title)
        button = buttons.quiet(text, "search")
        button.setAccessibleName(tr("Show the projects, {name}", name=text))
        button.clicked.connect(partial(self.show_asked.emit, condition))
        return button

    def _double(self, entry: ListEntry) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        button = buttons.quiet(tr("Merge…"))
        button.setAccessibleName(tr("Merge with “{name}”…", name=entry.name))
        button.clicked.connect(partial(self.merge_asked.emit, entry))
        line.addWidget(label(breakable(entry.name), wrap=True), 1)
        line.addWidget(button)
        return row

    def _ask_merge(self) -> None:
        self.merge_asked.emit(None)

    def _connect(self) -> None:
        for editor in self.editors.values():
            editor.committed.connect(self.changed)
        self.merge.clicked.connect(self._ask_merge)
        self.remove.clicked.connect(self.removal_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(line())
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self._used)
        column.addLayout(self._links)
        column.addWidget(self._alike)
        column.addLayout(self._doubles)
        acts = QWidget()
        flow = Flow(gap=8, line_gap=6)
        for button in (self.merge, self.remove):
            flow.addWidget(button)
        acts.setLayout(flow)
        column.addWidget(acts)
        column.addStretch(1)
        self._column = column


def _at_left(button: QWidget) -> QWidget:
    """A button that keeps its width in a column."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return box


def _fill(column: QVBoxLayout, several: Sequence[QWidget]) -> None:
    """Put buttons in the place of those that were there."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for each in several:
        column.addWidget(each)

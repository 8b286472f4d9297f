"""The form of a project, built from the declared fields by their groups."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.domain.fields import Group, field_of, fields_of, parts_of
from hankeapp.domain.parts import Attachment
from hankeapp.domain.project import Project
from hankeapp.translation import tr
from hankeapp.ui.attachment_list import AttachmentList
from hankeapp.ui.date_editor import DateEditor
from hankeapp.ui.duration_desk import DurationDesk
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.labels import label, line
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look
from hankeapp.ui.names import Names
from hankeapp.ui.part_list import PartList
from hankeapp.ui.part_rows import PartRow
from hankeapp.ui.project_rows import FieldRow, StatusRow
from hankeapp.ui.tall_column import HeightByWidth, TallColumn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.project import ProjectId
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.project_rows import Row

END = "end"
DURATION = ("start", END)
"""The fields that are laid side by side by hand."""
DURATION_WORDS = "time_text"
STATUS = "status"
"""The field that acts change: its row is laid by hand."""


class Section(HeightByWidth):
    """A group's heading over its rows."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        self.setAccessibleName(group.label)
        self.setObjectName(group.value)
        self.rows: list[Row] = []
        self._heading = QVBoxLayout()
        self._heading.setContentsMargins(0, 0, 0, 2)
        self._heading.addWidget(label(group.label, "section"))
        self._heading.addWidget(line())
        heading = QWidget()
        heading.setLayout(self._heading)
        self.column = TallColumn()
        self.setLayout(self.column)
        self.column.addWidget(heading)

    def add(self, row: Row) -> None:
        """Put a row under the others."""
        self.rows.append(row)
        self.column.addWidget(row)

    def fold(self) -> None:
        """Be seen only while one of the rows is."""
        self.setHidden(all(row.isHidden() for row in self.rows))

    def fit(self, *, narrow: bool) -> None:
        """Take the sizes of the look's text; rows stand further apart where their labels are above."""
        for column in (self._heading, self.column):
            column.setSpacing(12 if narrow else 8)
        for row in self.rows:
            row.fit(narrow=narrow)


class Form(HeightByWidth):
    """Every declared field with its editor; who saves them listens to `editors`."""

    end_asked = Signal()
    activate_asked = Signal()

    def __init__(self, names: Names | None = None) -> None:
        super().__init__()
        self._names = names or Names()
        self.editors: dict[str, Editor] = {
            field.name: editor_of(field, self._names) for field in fields_of(Project) if field.name != STATUS
        }
        self.parts = [PartRow(part) for part in parts_of(Project) if not part.one]
        self.lists = [self._list(part) for part in parts_of(Project) if part.one]
        self.durations = self._duration_desk()
        self._shown: ProjectId | None = None
        self.status = StatusRow(field_of(Project, STATUS).title)
        self.status.end_asked.connect(self.end_asked)
        self.status.activate_asked.connect(self.activate_asked)
        self.sections = [self._section(group) for group in Group]
        self._is_narrow = False
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def show_facts(self, project: Project, today: date) -> None:
        """Show the status and the parts that are only read; fields and rows are shown by who saves them."""
        self.status.show_project(project, today)
        if project.id != self._shown:
            self._shown = project.id
            self.durations.forget()
        for row in self.parts:
            row.show_parts(project, self._names)
        for section in self.sections:
            section.fold()

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Wait with being laid out: Qt by itself lays the whole form out at every widget that is shown."""
        columns = [*(section.column for section in self.sections), self._column]
        layouts = [*(row.box for section in self.sections for row in section.rows), *columns]
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)
        for each in self.lists:
            each.set_read_only(read_only=read_only)
        self.status.change.setHidden(read_only)

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether labels stand above their fields."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._fit()

    def row_of(self, widget: QWidget) -> Row | None:
        """The row in which a widget stands, or None."""
        rows = (row for section in self.sections for row in section.rows)
        return next((row for row in rows if row.isAncestorOf(widget)), None)

    def first_of(self, section: Section) -> QWidget:
        """The first field of a section that can be edited, or else the first that can be read."""
        group = section.group
        fields = (each.widget for each in self.editors.values() if each.field.group is group and each.field.editable)
        lists = (each.first for each in self.lists if each.part.group is group and not each.isHidden())
        parts = (row.text for row in self.parts if row.part.group is group and not row.isHidden())
        return next(chain(fields, lists, parts), section)

    @property
    def attachments(self) -> AttachmentList:
        """The part whose rows are files."""
        return next(each for each in self.lists if isinstance(each, AttachmentList))

    def _list(self, part: Part) -> PartList:
        return (AttachmentList if part.type is Attachment else PartList)(part, self._names)

    def _duration_desk(self) -> DurationDesk:
        start, end = (self.editors[name] for name in DURATION)
        words = self.editors[DURATION_WORDS]
        assert isinstance(start, DateEditor)
        assert isinstance(end, DateEditor)
        assert isinstance(words, LineEditor)
        return DurationDesk(start, end, words)

    def _section(self, group: Group) -> Section:
        section = Section(group)
        for row in self._rows(field for field in fields_of(Project) if field.group is group):
            section.add(row)
        rows: dict[str, Row] = {row.part.name: row for row in self.parts}
        rows |= {each.part.name: each for each in self.lists}
        for part in parts_of(Project):
            if part.group is group:
                section.add(rows[part.name])
        section.fold()
        return section

    def _rows(self, fields: Iterator[Field]) -> Iterator[Row]:
        for field in fields:
            if field.name == STATUS:
                yield self.status
            elif field.name == DURATION[0]:
                row = FieldRow(tr("Duration"), [self.editors[name] for name in DURATION])
                row.content.addWidget(self.durations.bar)
                yield row
            elif field.name not in DURATION:
                yield FieldRow(field.title, [self.editors[field.name]])

    def _lay_out(self) -> None:
        self._column = TallColumn()
        self.setLayout(self._column)
        self._column.setSpacing(22)
        for section in self.sections:
            self._column.addWidget(section)

    def _fit(self) -> None:
        for section in self.sections:
            section.fit(narrow=self._is_narrow)

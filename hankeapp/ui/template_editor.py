"""What a template gives, edited: its name, its fields and rows with the editors that projects have."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import field_of
from hankeapp.domain.part_rules import check_part
from hankeapp.domain.templates import GIVEN, GIVEN_PARTS, Template
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.listed_editors import ListedEditor
from hankeapp.ui.look import look
from hankeapp.ui.part_list import PartList
from hankeapp.ui.part_saving import PartSaving
from hankeapp.ui.project_rows import FieldRow
from hankeapp.ui.step_dialog import StepDialog, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.templates import Contents
    from hankeapp.services.templates import Templates
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names

_NAME = "name"


class TemplateEditor(StepDialog):
    """Changes the template when it is accepted, by one act; until then the rows are kept here."""

    def __init__(self, templates: Templates, template: Template, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(_words(), (), None, parent)
        self.setObjectName("template_editor")
        self._templates, self._template = templates, template
        self._contents = templates.contents(template)
        self._new_ids = map(str, count(len(self._contents.fundings) + len(self._contents.deadlines)))
        fields = (field_of(Template, _NAME), *GIVEN)
        self.editors: dict[str, Editor] = {field.name: editor_of(field, names) for field in fields}
        self.lists = [PartList(part, names) for part in GIVEN_PARTS]
        self._saving = PartSaving(self.lists, self._keep, self)
        self._lay_out_rows()
        self._show_contents()
        self.begin_at(self.editors[_NAME].widget)

    @override
    def accept(self) -> None:
        if self._adds_name() or self._waits():
            return
        values = {field.name: self.editors[field.name].value() for field in GIVEN}
        try:
            with questions.told(self, but=FieldError):
                name = str(self.editors[_NAME].value())
                self._templates.change(self._template, name, replace(self._contents, values=values))
                super().accept()
        except FieldError as error:
            self.editors[error.field].set_error(str(error))
            self.editors[error.field].widget.setFocus()

    def _adds_name(self) -> bool:
        """Whether Ctrl+Enter was for the field that it was pressed in: the name written there goes into its list."""
        focus = QApplication.focusWidget()
        editors = [*self.editors.values(), *(each for item in self._items for each in item.editors.values())]
        editor = next((each for each in editors if each.widget is focus), None)
        if not isinstance(editor, ListedEditor) or not editor.unknown:
            return False
        editor.add_unknown()
        return True

    def _waits(self) -> bool:
        """Whether something waits for a correction: then the keyboard is taken there."""
        wrong = [editor.widget for editor in self.editors.values() if not editor.retry()]
        rows = self._saving.first_draft() if not self._saving.commit() else None
        first = next(iter(wrong), rows)
        if first is not None:
            first.setFocus()
        return first is not None

    @property
    def _items(self) -> list[Any]:
        return [item for each in self.lists for item in each.items]

    def _keep(self, contents: Contents, part: str, rows: Sequence[Any]) -> Contents:
        """Take rows of a part in the place of those that there were. `FieldError`."""
        old = getattr(contents, part)
        for row in rows:
            if row not in old:
                check_part(row)
        kept: dict[str, Any] = {part: tuple(row if row.id else replace(row, id=next(self._new_ids)) for row in rows)}
        self._contents = replace(self._contents, **kept)
        return self._contents

    def _show_contents(self) -> None:
        self.editors[_NAME].show(self._template.name)
        for field in GIVEN:
            self.editors[field.name].show(self._contents.values[field.name])
        self._saving.show(self._contents, {})

    def _lay_out_rows(self) -> None:
        rows = [FieldRow(editor.field.title, [editor]) for editor in self.editors.values()]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().fonts.px(8))
        for row in (*rows, *self.lists):
            row.fit(narrow=False)
            column.addWidget(row)
        self.form.addWidget(body, self.form.rowCount(), 0, 1, 2)


def ask_changes(templates: Templates, template: Template, names: Names, parent: QWidget | None) -> bool:
    """Have a person change a template; whether that was done."""
    return questions.run(TemplateEditor(templates, template, names, parent))


def _words() -> Words:
    said = tr("Projects that were made from it stay as they are. One undoing takes all changes back.")
    return Words(tr("Edit the template"), act=tr("Save the template"), foot=said, names_projects=False)

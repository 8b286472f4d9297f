""" "Uusi hanke": what it is called, and what it begins with: nothing, another project, or a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.domain.templates import Template, copied
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.copied_aspects import CopiedAspects
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.form_row import DateRow, FormRow
from hankeapp.ui.likely_duplicates import LikelyDuplicates
from hankeapp.ui.look import look
from hankeapp.ui.step_dialog import StepDialog, Words
from hankeapp.ui.template_editor import ask_changes
from hankeapp.ui.template_words import template_words

if TYPE_CHECKING:
    from hankeapp.domain.dates import PartialDate
    from hankeapp.services.register import Register
    from hankeapp.ui.names import Names

_BLANK = "blank"


class NewProjectDialog(StepDialog):
    """`values` are those of the new project once it has been accepted; `other` is a project to be shown instead."""

    def __init__(
        self, register: Register, names: Names, source: Project | None, parent: QWidget | None = None, *, copy: bool
    ) -> None:
        """`source` can be copied, and `copy` begins with that."""
        super().__init__(_words(), (), None, parent)
        self.setObjectName("new_project")
        self.values: dict[str, object] = {}
        self.other: ProjectId | None = None
        self._templates, self._names, self._source = register.templates, names, source
        self.base = ChoiceBox()
        self.name, self.acronym = QLineEdit(), QLineEdit()
        self.start, self.end = DateLine(), DateLine(ENDS)
        self.aspects = CopiedAspects(source)
        self.edit = buttons.quiet(tr("Edit the template…"))
        self.remove = buttons.quiet(tr("Delete the template"))
        self.likely = LikelyDuplicates(register.quality, self.name)
        self._lay_out_form()
        self._fill_bases()
        if copy and source is not None:
            self.base.setCurrentIndex(1)
            self.name.setText(source.name)
        self._connect()
        self._follow_base()
        self.begin_at(self.name)
        self.name.selectAll()

    @override
    def accept(self) -> None:
        try:
            values = self._written()
            rules.check(Project(id=ProjectId(""), number="", **values))  # type: ignore[arg-type]
        except FieldError as error:
            row = self._rows.get(error.field, self._rows["name"])
            row.show_error(str(error))
            row.field.setFocus()
            return
        self.values = values
        super().accept()

    @property
    def template(self) -> Template | None:
        """The template that it begins with."""
        base = self.base.currentData()
        return base if isinstance(base, Template) else None

    def _written(self) -> dict[str, object]:
        """What was written over what it begins with; `FieldError`."""
        dates: dict[str, PartialDate | None] = {}
        for name, line in (("start", self.start), ("end", self.end)):
            try:
                dates[name] = line.date()
            except FieldError as error:
                raise FieldError(name, *error.sentences) from error
        given: dict[str, object] = {}
        if self.template is not None:
            given = self._templates.values(self.template, dates["end"])
        elif isinstance(self.base.currentData(), Project):
            given = copied(self.base.currentData(), self.aspects.chosen)
        name, acronym = (" ".join(line.text().split()) for line in (self.name, self.acronym))
        return given | dates | {"name": name, "acronym": acronym, "status": Status.PLANNED}

    def _fill_bases(self) -> None:
        self.base.clear()
        self.base.addItem(tr("An empty project"), _BLANK)
        if self._source is not None:
            self.base.addItem(tr("Copy of: {name}", name=self._source.title), self._source)
        for template in self._templates.all():
            self.base.addItem(tr("Template: {name}", name=template.name), template)

    def _follow_base(self) -> None:
        template = self.template
        is_copy = isinstance(self.base.currentData(), Project)
        self.aspects.setVisible(is_copy)
        self._template_acts.setVisible(template is not None)
        self._rows["base"].show_hint(template_words(template, self._templates, self._names) if template else "")

    def _compare(self) -> None:
        self._rows["name"].show_hint()
        self.likely.compare(self.name.text(), self.acronym.text())

    def _show_other(self, project: str) -> None:
        self.other = ProjectId(project)
        self.reject()

    def _edit_template(self) -> None:
        template = self.template
        if template is not None:
            others = {each.id for each in self._templates.all()} - {template.id}
            ask_changes(self._templates, template, self._names, self)
            # It may have been put in anew.
            self._fill_anew(next((each.id for each in self._templates.all() if each.id not in others), ""))

    def _remove_template(self) -> None:
        if self.template is not None:
            with questions.told(self):
                self._templates.remove(self.template)
            self._fill_anew("")

    def _fill_anew(self, chosen: str) -> None:
        self._fill_bases()
        for at in range(self.base.count()):
            if getattr(self.base.itemData(at), "id", None) == chosen:
                self.base.setCurrentIndex(at)
        self.base.setFocus()

    def _connect(self) -> None:
        self.base.currentIndexChanged.connect(self._follow_base)
        self.name.textChanged.connect(self._compare)
        self.acronym.textChanged.connect(self._compare)
        self.likely.open_requested.connect(self._show_other)
        self.edit.clicked.connect(self._edit_template)
        self.remove.clicked.connect(self._remove_template)
        for row, line in (("start", self.start), ("end", self.end)):
            line.editingFinished.connect(self._rows[row].show_hint)
        if self.name.text():
            self._compare()

    def _lay_out_form(self) -> None:
        px = look().fonts.px
        self.base.setSizePolicy(self.name.sizePolicy())
        self.acronym.setFixedWidth(px(150))
        self._rows = {"base": FormRow(self.form, tr("Begins with"), self.base)}
        self._template_acts = _side_by_side(self.edit, self.remove)
        self._put(self._template_acts)
        self._rows["name"] = FormRow(self.form, _title("name"), self.name, required=True)
        self._put(self.likely)
        self._rows["acronym"] = FormRow(self.form, _title("acronym"), self.acronym)
        self._rows["start"] = DateRow(self.form, _title("start"), self.start)
        self._rows["end"] = DateRow(self.form, _title("end"), self.end, hint=tr("A day, a month or a year."))
        self._put(self.aspects)

    def _put(self, widget: QWidget) -> None:
        self.form.addWidget(widget, self.form.rowCount(), 1)


def _title(name: str) -> str:
    return field_of(Project, name).title


def _side_by_side(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        widget.setProperty("flush", True)  # noqa: FBT003 - Qt's own signature
        row.addWidget(widget)
    row.addStretch()
    return box


def _words() -> Words:
    said = tr("The project is planned at first. It is given the next register number.")
    return Words(tr("New project"), act=tr("Create the project"), foot=said, names_projects=False)

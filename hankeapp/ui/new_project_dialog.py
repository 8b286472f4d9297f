""" "Uusi hanke": what it is called, and what it begins with: nothing, another project, or a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import field_of
from hankeapp.domain.kinds import Kind
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.domain.templates import Template, copied
from hankeapp.translation import tr
from hankeapp.ui import buttons, formatting, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.copied_aspects import CopiedAspects
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.form_row import DateRow, FormRow
from hankeapp.ui.likely_duplicates import LikelyDuplicates
from hankeapp.ui.look import look
from hankeapp.ui.step_dialog import StepDialog, Words
from hankeapp.ui.template_editor import ask_changes
from hankeapp.ui.template_offers import MOST, TemplateOffers
from hankeapp.ui.template_words import template_title, template_words

if TYPE_CHECKING:
    from hankeapp.domain.dates import PartialDate
    from hankeapp.services.register import Register
    from hankeapp.services.templates import Purpose
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
        self._purposes: list[Purpose] = []
        self._titles: dict[str, str] = {}
        self.base = ChoiceBox()
        self.name, self.acronym = QLineEdit(), QLineEdit()
        self.start, self.end = DateLine(), DateLine(ENDS)
        self.kind = _kinds()
        self.offers = TemplateOffers(self.kind)
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
        if self.kind.currentData() is not None:
            given["kind"] = self.kind.currentData()
        name, acronym = (" ".join(line.text().split()) for line in (self.name, self.acronym))
        return given | dates | {"name": name, "acronym": acronym, "status": Status.PLANNED}

    def _fill_bases(self) -> None:
        self.base.clear()
        self.base.addItem(tr("An empty project"), _BLANK)
        if self._source is not None:
            self.base.addItem(tr("Copy of: {name}", name=self._source.title), self._source)
        self._purposes = self._templates.purposes()
        for purpose in self._purposes:
            title = self._titles[purpose.template.id] = template_title(purpose, self._names)
            self.base.addItem(tr("Template: {name}", name=title), purpose.template)

    def _follow_base(self) -> None:
        template = self.template
        is_copy = isinstance(self.base.currentData(), Project)
        self.aspects.setVisible(is_copy)
        self._template_acts.setVisible(template is not None)
        self._rows["base"].show_hint(template_words(template, self._templates, self._names) if template else "")
        self._offer()

    def _offer(self) -> None:
        """Offer the templates that suit what was chosen and typed, while the project begins with nothing."""
        said = f"{self.name.text()} {self.acronym.text()}"
        is_blank = self.base.currentData() == _BLANK
        fitting = [each for each in self._purposes if is_blank and each.fits(self.kind.currentData(), said)]
        self.offers.show_offers({each.template.id: self._titles[each.template.id] for each in fitting[:MOST]})

    def _begin_with(self, template: str) -> None:
        self._choose(template)
        self.base.setFocus()

    def _compare(self) -> None:
        self._rows["name"].show_hint()
        self.likely.compare(self.name.text(), self.acronym.text())
        self._offer()

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
        self._choose(chosen)
        self.base.setFocus()

    def _choose(self, base: str) -> None:
        for at in range(self.base.count()):
            if getattr(self.base.itemData(at), "id", None) == base:
                self.base.setCurrentIndex(at)

    def _connect(self) -> None:
        self.base.currentIndexChanged.connect(self._follow_base)
        self.name.textChanged.connect(self._compare)
        self.acronym.textChanged.connect(self._compare)
        self.kind.currentIndexChanged.connect(self._offer)
        self.offers.taken.connect(self._begin_with)
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
        # A long title would else widen the dialog's form beyond its edge.
        self.base.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.acronym.setFixedWidth(px(150))
        self._rows = {"base": FormRow(self.form, tr("Begins with"), self.base)}
        self._template_acts = _side_by_side(self.edit, self.remove)
        self._put(self._template_acts)
        self._rows["name"] = FormRow(self.form, _title("name"), self.name, required=True)
        self._put(self.likely)
        self._rows["acronym"] = FormRow(self.form, _title("acronym"), self.acronym)
        self._rows["start"] = DateRow(self.form, _title("start"), self.start)
        self._rows["end"] = DateRow(self.form, _title("end"), self.end, hint=tr("A day, a month or a year."))
        self._rows["kind"] = FormRow(self.form, _title("kind"), self.kind)
        self._put(self.offers)
        self._put(self.aspects)

    def _put(self, widget: QWidget) -> None:
        self.form.addWidget(widget, self.form.rowCount(), 1)


def _title(name: str) -> str:
    return field_of(Project, name).title


def _kinds() -> ChoiceBox:
    """A kind to give to the project; what it begins with decides where none is chosen."""
    choice = ChoiceBox()
    choice.addItem(formatting.NOTHING)
    for kind in Kind:
        choice.addItem(kind.label, kind)
    choice.setFixedWidth(look().fonts.px(260))
    return choice


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

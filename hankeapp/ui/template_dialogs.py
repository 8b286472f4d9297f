"""Under which name a template is kept: "Tallenna malliksi…"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.services.named_rows import called
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.step_dialog import StepDialog, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import Project
    from hankeapp.services.templates import Templates


def ask_template(templates: Templates, project: Project, parent: QWidget | None) -> bool:
    """Keep what a project has as a template of the name that a person gives; whether that was done."""
    known = templates.all()

    def warning(name: str) -> str:
        replaced = tr("There is a template of this name. What it gives is replaced.")
        return replaced if called(known, name) else ""

    dialog = TemplateDialog(_saving(), (project,), lambda name: templates.save(name, project), warning, parent)
    dialog.name.setText(project.kind.label if project.kind else "")
    dialog.name.selectAll()
    return questions.run(dialog)


class TemplateDialog(StepDialog):
    """Does what the name is asked for when it is accepted; what is wrong with the name stands under it."""

    def __init__(
        self,
        words: Words,
        projects: tuple[Project, ...],
        act: Callable[[str], None],
        warning: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, projects, None, parent)
        self.setObjectName("template")
        self._act, self._warning = act, warning
        self.name = QLineEdit()
        self.row = FormRow(self.form, tr("Name"), self.name, required=True)
        self.name.textChanged.connect(self._warn)
        self.begin_at(self.name)

    @override
    def accept(self) -> None:
        try:
            self._act(self.name.text())
        except FieldError as error:
            self.row.show_error(str(error))
            self.name.setFocus()
            return
        super().accept()

    def _warn(self, name: str) -> None:
        warning = self._warning(name)
        if warning:
            self.row.show_warning(warning)
        else:
            self.row.show_hint()


def _saving() -> Words:
    said = tr("New projects can begin with it: kind, unit, role, themes, structure of funding, deadlines.")
    return Words(tr("Save as a template"), act=tr("Save the template"), foot=said)

"""Which aspects of a project its copy takes over: a check for each of which it has anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hankeapp.domain.templates import USUAL, aspects_of
from hankeapp.translation import tr
from hankeapp.ui.labels import label

if TYPE_CHECKING:
    from hankeapp.domain.project import Project
    from hankeapp.domain.templates import Aspect


class CopiedAspects(QWidget):
    """What nobody would want in two projects is not checked at first."""

    def __init__(self, source: Project | None) -> None:
        super().__init__()
        self.setAccessibleName(tr("To be copied"))
        self.checks: dict[Aspect, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(tr("To be copied"), "secondary"))
        for aspect in aspects_of(source) if source is not None else ():
            check = self.checks[aspect] = QCheckBox(aspect.label)
            check.setChecked(aspect in USUAL)
            column.addWidget(check)
        said = tr("Status changes, periods, decisions and attachments are never copied.")
        column.addWidget(label(said, "hint", wrap=True))

    @property
    def chosen(self) -> list[Aspect]:
        """What is checked."""
        return [aspect for aspect, check in self.checks.items() if check.isChecked()]

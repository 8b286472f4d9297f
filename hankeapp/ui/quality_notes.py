"""Warnings under the fields of the project that is shown: what contradicts itself, and who may be the same project."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hankeapp.domain.problems import Rule
from hankeapp.translation import tr
from hankeapp.ui import buttons, tasks
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.project_rows import WIDEST, Row
from hankeapp.ui.tall_column import HeightByWidth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.problems import Problem
    from hankeapp.domain.project import Project
    from hankeapp.services.duplicates import Duplicate
    from hankeapp.services.quality import Quality
    from hankeapp.ui.form import Form

_NAME = "name"
_ELSEWHERE = {Rule.OVERDUE, Rule.CANNOT_STAND}
"""Told by the bar above the form, and by the field itself."""
_PAUSE = 150
"""Ms before names are compared, so that going through a list stays quick."""
_MOST = 3
"""Duplicates that are told."""


class Warnings(HeightByWidth):
    """Sentences in the colour of what is worth a second look."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("circle-alert", "soon_fg", 16)
        self._text = label(role="warning", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        look().changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, sentences: Sequence[str]) -> None:
        """Say these, each on its line; nothing hides it."""
        text = "\n".join(sentences)
        if text != self.text:
            self._text.setText(text)
            self.setVisible(bool(text))

    def _fit(self) -> None:
        self.setMaximumWidth(look().fonts.px(WIDEST))


class DuplicateWarning(HeightByWidth):
    """That another project may be the same, with the ways to see it and to say that it is not."""

    opened = Signal()
    told_apart = Signal()

    def __init__(self, duplicate: Duplicate, *, read_only: bool) -> None:
        super().__init__()
        self.words = Warnings()
        self.open = buttons.quiet(tr("Open"))
        self.apart = buttons.quiet(tr("Not a duplicate"))
        self.open.setAccessibleName(tr("Open: {name}", name=duplicate.title))
        self.apart.setAccessibleName(tr("Not a duplicate: {name}", name=duplicate.title))
        self.open.clicked.connect(self.opened)
        self.apart.clicked.connect(self.told_apart)
        acts = QHBoxLayout()
        acts.setContentsMargins(look().fonts.px(12), 0, 0, 0)
        for button in (self.open, self.apart):
            acts.addWidget(button)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addLayout(acts)
        # Shown before they had a place, they would be windows of their own for a moment and take the keyboard away.
        self.words.say([duplicate.problem.sentence])
        self.apart.setHidden(read_only)


class QualityNotes(QObject):
    """Keeps the warnings of one form in step with the project that is shown."""

    open_requested = Signal(str)
    told_apart = Signal(str, str)
    """The project that is shown, and the one that it is not."""

    def __init__(self, form: Form, quality: Quality, *, read_only: bool) -> None:
        super().__init__(form)
        self._form = form
        self._quality = quality
        self._read_only = read_only
        self._project: Project | None = None
        self._warnings: dict[str, Warnings] = {}
        self._lists = {each.part.name: each for each in form.lists}
        self._duplicates: list[DuplicateWarning] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compare)

    @property
    def said(self) -> dict[str, str]:
        """What stands under which field or part."""
        return {place: each.text for place, each in self._warnings.items() if each.text}

    @property
    def duplicates(self) -> Sequence[DuplicateWarning]:
        """The warnings under the name."""
        return self._duplicates

    def show_project(self, project: Project | None) -> None:
        """Warn of a project; names are compared after a pause."""
        is_another = project is None or self._project is None or self._project.id != project.id
        is_compared = not is_another and _calling(self._project) == _calling(project)
        self._project = project
        found = [each for each in self._quality.problems(project) if _is_told(each.rule)] if project else []
        at_rows = [each for each in found if each.row and each.place in self._lists]
        places = _sentences((each for each in found if each not in at_rows), attrgetter("place"))
        for place in self._warnings.keys() | places.keys():
            self._say(place, places.get(place, []))
        for name, shown in self._lists.items():
            shown.warn(_sentences((each for each in at_rows if each.place == name), attrgetter("row")))
        if is_another:
            self._show_duplicates([])
        # In a very large register only a name that was just written is compared, not each that is looked at.
        is_wanted = bool(self._duplicates) or not (is_another or is_compared)
        if project is not None and (self._quality.compares_quickly or is_wanted):
            self._pause.start()
        elif is_another:
            self._pause.stop()

    def leave(self) -> None:
        """Ask nothing more of the register."""
        self._pause.stop()
        self._project = None

    def _say(self, place: str, sentences: Sequence[str]) -> None:
        row = self._row_of(place)
        if row is None:
            return
        if place not in self._warnings:
            self._warnings[place] = Warnings()
            row.content.addWidget(self._warnings[place])
        self._warnings[place].say(sentences)
        editor = self._form.editors.get(place)
        if editor is not None and not editor.error:
            hint = tr(editor.field.hint) if editor.field.hint else ""
            editor.widget.setAccessibleDescription(" ".join([*sentences, hint]).strip())

    def _row_of(self, place: str) -> Row | None:
        editor = self._form.editors.get(place)
        if editor is not None:
            return self._form.row_of(editor.widget)
        found = self._form.findChild(Row, place)
        return found if isinstance(found, Row) else None

    def _compare(self) -> None:
        if self._project is not None:
            compare = partial(self._quality.duplicates_beside, self._project)
            tasks.run(compare, partial(self._take, self._project), self._give_up, self)

    def _take(self, project: Project, duplicates: Sequence[Duplicate]) -> None:
        is_shown = self._project is not None and self._project.id == project.id
        if is_shown and _calling(self._project) == _calling(project):
            self._show_duplicates(duplicates[:_MOST])

    def _give_up(self, _error: KnownError) -> None:
        """Another program held the file all the while: what is wrong with it is told where it is read for the list."""

    def _show_duplicates(self, duplicates: Sequence[Duplicate]) -> None:
        row = self._row_of(_NAME)
        assert row is not None
        for old in self._duplicates:
            row.content.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._duplicates = [self._warning(each) for each in duplicates]
        for new in self._duplicates:
            row.content.addWidget(new)

    def _warning(self, duplicate: Duplicate) -> DuplicateWarning:
        assert self._project is not None
        warning = DuplicateWarning(duplicate, read_only=self._read_only)
        warning.opened.connect(partial(self.open_requested.emit, duplicate.id))
        warning.told_apart.connect(partial(self.told_apart.emit, self._project.id, duplicate.id))
        return warning


def _sentences(found: Iterable[Problem], where: Callable[[Problem], str]) -> dict[str, list[str]]:
    """What problems say, by where they stand."""
    several = groupby(sorted(found, key=where), where)
    return {place: [each.sentence for each in problems] for place, problems in several}


def _calling(project: Project | None) -> tuple[str, str] | None:
    return (project.name, project.acronym) if project else None


def _is_told(rule: Rule) -> bool:
    return not rule.is_missing and rule not in _ELSEWHERE

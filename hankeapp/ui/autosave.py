"""Saving field by field: what is left is saved, what cannot be saved waits as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hankeapp.domain.errors import ConflictError, KnownError
from hankeapp.domain.project import Project
from hankeapp.services.drafts import Spot
from hankeapp.ui.conflicts import Conflict, lay_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.project import ProjectId
    from hankeapp.services.drafts import Draft, Drafted
    from hankeapp.ui.editor import Editor

Save = Callable[[Project, Mapping[str, object]], Project]
"""Changes fields of a project that was read before, and gives it as it then stands; `KnownError`."""


class Autosave(QObject):
    """Keeps the editors of one form and the register in step. `written` tells that what is unsaved may have changed."""

    saved = Signal(object)
    written = Signal()
    conflicted = Signal()
    """A field turned out to be changed elsewhere: the project is to be read and shown anew."""

    def __init__(self, editors: Mapping[str, Editor], save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._editors = editors
        self._save = save
        self._project: Project | None = None
        self._conflicts: dict[str, object] = {}
        """The fields that were changed elsewhere under what is written, each with what it was written over."""
        for editor in editors.values():
            editor.committed.connect(self._save_field)
            editor.error_changed.connect(self._follow_error)
            editor.edited.connect(self.written)

    @property
    def project(self) -> Project | None:
        """The project in the editors, as it was last read."""
        return self._project

    def show(self, project: Project, drafts: Drafted) -> None:
        """Put a project into the editors, with its drafts; the same one again leaves alone what is being written."""
        if self._project is not None and self._project.id == project.id:
            self._refresh(project)
            return
        self.leave()
        self._project = project
        found = {spot.field: draft for spot, draft in drafts.items() if not spot.part}
        for name, editor in self._editors.items():
            editor.show(getattr(project, name))
            if name in found:
                self._resume(editor, found[name], getattr(project, name))

    def leave(self) -> None:
        """Let go of the project; what is being written is committed before."""
        self._project = None
        self._conflicts.clear()

    def commit(self) -> bool:
        """Save what is being written, and try again what waits; False while something still waits."""
        if self._project is None:
            return True
        for editor in self._editors.values():
            editor.commit()
        self._retry()
        return not any(editor.error for editor in self._editors.values())

    def drafts(self) -> dict[Spot, Draft]:
        """What is written in the shown project and not saved."""
        if self._project is None:
            return {}
        drafts = {name: editor.draft for name, editor in self._editors.items()}
        return {
            Spot(name): replace(draft, base=self._conflicts.get(name, draft.base))
            for name, draft in drafts.items()
            if draft is not None
        }

    def first_draft(self) -> str | None:
        """The first field of the shown project that waits for a correction."""
        waiting = (name for name, editor in self._editors.items() if editor.error)
        return next(waiting, None) if self._project is not None else None

    def conflicts(self) -> list[Conflict]:
        """What the person has to decide in the shown project."""
        waiting = self._conflicts.items() if self._project is not None else ()
        return [Conflict(self._editors[name], base, self._editors[name].base, Spot(name)) for name, base in waiting]

    @property
    def waiting(self) -> int:
        """How many fields of the shown project wait for correction."""
        return sum(bool(editor.error) for editor in self._editors.values()) if self._project is not None else 0

    def forget(self, ids: Iterable[ProjectId]) -> None:
        """Let go of projects that are gone."""
        for gone in ids:
            if self._project is not None and self._project.id == gone:
                self._project = None

    def _refresh(self, project: Project) -> None:
        self._project = project
        for name, editor in self._editors.items():
            value = getattr(project, name)
            draft = editor.draft
            if name in self._conflicts and draft is not None and editor.base != value:
                self._lay_over(editor, replace(draft, base=self._conflicts[name]), value)
            else:
                editor.refresh(value)

    def _resume(self, editor: Editor, draft: Draft, value: object) -> None:
        if draft.base == value:
            editor.resume(draft)
        elif draft.content != editor.content:
            self._lay_over(editor, draft, value)

    def _lay_over(self, editor: Editor, draft: Draft, value: object) -> None:
        """The register's value moved under a draft: the person decides which stays."""
        lay_over(editor, draft.content, value)
        self._conflicts[editor.field.name] = draft.base

    def _save_field(self, name: str, value: object) -> None:
        project, editor = self._project, self._editors[name]
        if project is None:
            return
        try:
            # Read with the value that is written over, so that a change made elsewhere meanwhile is noticed.
            read = replace(project, **{name: editor.base})  # type: ignore[arg-type]
            new = self._save(read, {name: value})
        except KnownError as error:
            editor.set_error(str(error))
            if isinstance(error, ConflictError):
                self._conflicts.setdefault(name, editor.base)
                self.conflicted.emit()
            return
        self._settle(editor, new)

    def _settle(self, editor: Editor, new: Project) -> None:
        # Saving told the window, and the window may have gone on to another project.
        if self._project is not None and self._project.id == new.id:
            editor.show(getattr(new, editor.field.name))
            self._refresh(new)
        self.saved.emit(new)
        self._retry()

    def _retry(self) -> None:
        """What could not stand beside another field's value may stand now; a conflict is for the person."""
        for name, editor in self._editors.items():
            if editor.error and name not in self._conflicts:
                editor.retry()

    def _follow_error(self) -> None:
        self._conflicts = {name: base for name, base in self._conflicts.items() if self._editors[name].error}
        self.written.emit()

"""Saving field by field: what is left is saved, what cannot be saved waits as a draft, project by project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hankeapp.domain.errors import ConflictError, KnownError
from hankeapp.domain.project import Project
from hankeapp.ui.conflicts import lay_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.project import ProjectId
    from hankeapp.ui.editor import Draft, Editor

Save = Callable[[Project, Mapping[str, object]], Project]
"""Changes fields of a project that was read before, and gives it as it then stands; `KnownError`."""


class Autosave(QObject):
    """Keeps the editors of one form and the register in step; `drafts` are told apart by project."""

    saved = Signal(object)
    drafts_changed = Signal(int)

    def __init__(self, editors: Mapping[str, Editor], save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._editors = editors
        self._save = save
        self._project: Project | None = None
        self._conflicts: set[str] = set()
        self._stashed: dict[ProjectId, dict[str, Draft]] = {}
        self._told = 0
        self._is_showing = False
        self._is_read_only = False
        for editor in editors.values():
            editor.committed.connect(self._save_field)
            editor.error_changed.connect(self._follow_error)

    @property
    def project(self) -> Project | None:
        """The project in the editors, as it was last read."""
        return self._project

    def set_read_only(self, read_only: bool) -> None:
        """Whether projects are only looked at: their drafts wait until they can be written again."""
        self._is_read_only = read_only

    def show(self, project: Project) -> None:
        """Put a project into the editors; the same one again leaves alone what the person is writing."""
        if self._project is not None and self._project.id == project.id:
            self._refresh(project)
            return
        self.leave()
        self._project = project
        stashed = {} if self._is_read_only else self._stashed.pop(project.id, {})
        self._is_showing = True
        for name, editor in self._editors.items():
            editor.show(getattr(project, name))
            if name in stashed:
                self._resume(editor, stashed[name], getattr(project, name))
        self._is_showing = False
        self._tell_drafts()

    def leave(self) -> None:
        """Save what is being written, and put by what cannot be saved until the project comes back."""
        if self._project is None:
            return
        self.commit()
        drafts = {name: editor.draft for name, editor in self._editors.items()}
        kept = {name: draft for name, draft in drafts.items() if draft is not None}
        if kept:
            self._stashed[self._project.id] = kept
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

    def drafted(self) -> tuple[ProjectId, ...]:
        """The projects with fields that wait for correction."""
        here = (self._project.id,) if self._project is not None and self._waiting() else ()
        return (*here, *self._stashed)

    def first_draft(self) -> str | None:
        """The first field of the shown project that waits for a correction."""
        waiting = (name for name, editor in self._editors.items() if editor.error)
        return next(waiting, None) if self._project is not None else None

    @property
    def drafts(self) -> int:
        """How many fields wait for correction, in all projects."""
        return self._waiting() + sum(len(drafts) for drafts in self._stashed.values())

    def forget(self, ids: Iterable[ProjectId]) -> None:
        """Let go of projects that are gone."""
        for gone in ids:
            self._stashed.pop(gone, None)
            if self._project is not None and self._project.id == gone:
                self._project = None
        self._tell_drafts()

    def _waiting(self) -> int:
        return sum(bool(editor.error) for editor in self._editors.values()) if self._project is not None else 0

    def _refresh(self, project: Project) -> None:
        self._project = project
        for name, editor in self._editors.items():
            value = getattr(project, name)
            draft = editor.draft
            if name in self._conflicts and draft is not None and editor.base != value:
                self._lay_over(editor, draft, value)
            else:
                editor.refresh(value)

    def _resume(self, editor: Editor, draft: Draft, value: object) -> None:
        if draft.base == value:
            editor.resume(draft)
        else:
            self._lay_over(editor, draft, value)

    def _lay_over(self, editor: Editor, draft: Draft, value: object) -> None:
        """The register's value moved under a draft: the person decides which stays."""
        lay_over(editor, draft, value)
        self._conflicts.add(editor.field.name)

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
                self._conflicts.add(name)
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
        self._conflicts = {name for name in self._conflicts if self._editors[name].error}
        self._tell_drafts()

    def _tell_drafts(self) -> None:
        if not self._is_showing and self.drafts != self._told:
            self._told = self.drafts
            self.drafts_changed.emit(self._told)

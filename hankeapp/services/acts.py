"""Acts: what a person did in one step, with what it changed, so that it can be taken back."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.errors import ConflictError
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hankeapp.db.store import Store
    from hankeapp.db.writing import Writing
    from hankeapp.domain.project import Project, ProjectId


@dataclass(frozen=True)
class Act:
    """One step of work: its name for a person, and the projects as they were before it and after it.

    A project that stands only in `after` was added; one that stands only in `before` was taken out.
    """

    name: str
    before: tuple[Project, ...]
    after: tuple[Project, ...]

    @property
    def added(self) -> frozenset[ProjectId]:
        return self._ids(self.after) - self._ids(self.before)

    @property
    def removed(self) -> frozenset[ProjectId]:
        return self._ids(self.before) - self._ids(self.after)

    @property
    def changed(self) -> frozenset[ProjectId]:
        return self._ids(self.before) & self._ids(self.after)

    @property
    def is_step(self) -> bool:
        """Whether it did more than edit one project: worth telling, with the offer to take it back."""
        statuses = {project.id: project.status for project in self.before}
        moved = any(statuses.get(project.id) is not project.status for project in self.after)
        return moved or bool(self.removed) or len(self.changed) > 1

    @staticmethod
    def _ids(projects: Sequence[Project]) -> frozenset[ProjectId]:
        return frozenset(project.id for project in projects)


class Acting:
    """An act under way inside its transaction: what it writes is gathered for taking it back.

    Nothing is written that breaks a rule: `FieldError`.
    """

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self.before: list[Project] = []
        self.after: list[Project] = []

    def change(self, old: Sequence[Project], new: Sequence[Project]) -> None:
        """Write projects over what they were."""
        rules.check_all(new)
        self.before += old
        self.after += self.writing.update(old, new)

    def add(self, projects: Sequence[Project]) -> None:
        """Put new projects in."""
        rules.check_all(projects)
        self.after += self.writing.insert(projects)

    def remove(self, projects: Sequence[Project]) -> None:
        """Take out projects that an act added."""
        self.before += projects
        self.writing.delete([project.id for project in projects])


class Journal:
    """The acts of this session: each is written whole, told to the listeners, and can be taken back and done again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._listeners: list[Callable[[Act], None]] = []
        self._undoable: list[Act] = []
        self._redoable: list[Act] = []

    def listen(self, listener: Callable[[Act], None]) -> None:
        """Be told of each act after it is safely on disk."""
        self._listeners.append(listener)

    @property
    def undoable(self) -> Act | None:
        """The act that `undo` would take back."""
        return self._undoable[-1] if self._undoable else None

    @property
    def redoable(self) -> Act | None:
        """The act that `redo` would do again."""
        return self._redoable[-1] if self._redoable else None

    @contextmanager
    def act(self, name: str) -> Iterator[Acting]:
        """A transaction that becomes an act; nothing is kept when it raises."""
        with self._store.write() as writing:
            acting = Acting(writing)
            yield acting
        if acting.before or acting.after:
            done = Act(name, tuple(acting.before), tuple(acting.after))
            self._undoable.append(done)
            self._redoable.clear()
            self._tell(done)

    def undo(self) -> Act | None:
        """Take the last act back; it, or None where there is none.

        `ConflictError` where others built upon it: then it can be taken back no more.
        """
        refusal = tr("This cannot be undone, because the projects were changed elsewhere afterwards:")
        act = self.undoable
        self._reverse(self._undoable, self._redoable, refusal)
        return act

    def redo(self) -> Act | None:
        """Do again what was taken back last; the act anew, or None where there is none. `ConflictError` as `undo`."""
        refusal = tr("This cannot be done again, because the projects were changed elsewhere afterwards:")
        return self._reverse(self._redoable, self._undoable, refusal)

    def _reverse(self, source: list[Act], target: list[Act], refusal: str) -> Act | None:
        if not source:
            return None
        act = source[-1]
        with self._store.write() as writing:
            now = writing.projects([project.id for project in act.after])
            if list(map(_content, now)) != list(map(_content, act.after)):
                source.pop()  # else it would hide the acts before it for ever
                raise ConflictError(f"{refusal} {act.name}", tr("Nothing was changed."))
            acting = Acting(writing)
            _put_back(act, now, acting)
        source.pop()
        done = Act(act.name, tuple(acting.before), tuple(acting.after))
        target.append(done)
        self._tell(done)
        return done

    def _tell(self, act: Act) -> None:
        for listener in self._listeners:
            listener(act)


def _put_back(act: Act, now: Sequence[Project], acting: Acting) -> None:
    standing = {project.id: project for project in now}
    changed = [project for project in act.before if project.id in standing]
    acting.change([standing[project.id] for project in changed], changed)
    acting.remove([project for project in now if project.id in act.added])
    acting.add([project for project in act.before if project.id not in standing])


def _content(project: Project) -> Project:
    # The version counts writings: what was taken back twice has a higher one and the same content.
    return replace(project, version=0)

"""Acts: what a person does in one step, kept in the register's log, so that it can be taken back, tomorrow too."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from hankeapp.db.beside import writing_beside
from hankeapp.db.keys import keyed, new_key
from hankeapp.domain import changes, rules
from hankeapp.domain.changes import Change
from hankeapp.domain.errors import ConflictError, NotFoundError
from hankeapp.domain.fields import field_of, parts_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.records import SHARED, STATE, stored_shared
from hankeapp.domain.values import RowState
from hankeapp.services.references import check_references
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from hankeapp.db.log import LoggedAct
    from hankeapp.db.store import Store
    from hankeapp.db.writing import Writing
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.proposals import Progress

_LONG = 3_000
"""Changes of an act: taking so many back takes a tenth of a second."""
_LONGEST_NAME = 60
"""Characters of a project's name in the name of an act."""


@dataclass(frozen=True)
class Act:
    """One step of work: its name for a person, and the projects as they were before it and after it.

    A project that stands only in `after` came into the lists; one that stands only in `before` left them.
    """

    name: str
    before: tuple[Project, ...]
    after: tuple[Project, ...]

    @cached_property
    def added(self) -> frozenset[ProjectId]:
        return self._ids(self.after) - self._ids(self.before)

    @cached_property
    def removed(self) -> frozenset[ProjectId]:
        return self._ids(self.before) - self._ids(self.after)

    @cached_property
    def changed(self) -> frozenset[ProjectId]:
        return self._ids(self.before) & self._ids(self.after)

    @property
    def is_step(self) -> bool:
        """Whether it did more than edit one project: worth telling, with the offer to take it back."""
        if self.removed or len(self.changed) > 1:
            return True
        known = {project.id: (project.status, len(project.events)) for project in self.before}
        moved = any(known.get(project.id) != (project.status, len(project.events)) for project in self.after)
        return moved or self._lost_rows

    @property
    def _lost_rows(self) -> bool:
        return not _rows(self.before) <= _rows(self.after)

    @staticmethod
    def _ids(projects: Sequence[Project]) -> frozenset[ProjectId]:
        return frozenset(project.id for project in projects)


def _rows(projects: Sequence[Project]) -> set[str]:
    return {row.id for project in projects for part in parts_of(Project) for row in getattr(project, part.name)}


class Acting:
    """An act under way inside its transaction: what is to change is gathered, and written at its end.

    Nothing is written that breaks a rule: `FieldError`.
    """

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self.before: list[Project] = []
        self.after: list[Project] = []
        self.changes: list[Change] = []
        self.told: list[str] = []
        self._read_anew: list[ProjectId] = []

    def change(self, old: Sequence[Project], new: Sequence[Project]) -> None:
        """Make projects of what they were."""
        rules.check_all(new)
        for before, after in zip(old, map(keyed, new), strict=True):
            made = changes.between(before, after)
            if made:
                self.changes += made
                self.before.append(before)
                self.after.append(after)

    def add(self, projects: Sequence[Project]) -> None:
        """Put new projects in."""
        rules.check_all(projects)
        for project in map(keyed, projects):
            self.changes += changes.between(None, project)
            self.after.append(project)

    def put_away(self, projects: Sequence[Project], state: RowState) -> None:
        """Move projects to the trash, or back from it."""
        for project in projects:
            moved = replace(project, state=state)
            self.changes += changes.between(project, moved)
            (self.before if project.state is RowState.LIVE else self.after).append(moved)

    def bring_back(self, project: Project, table: str, row: str) -> None:
        """Take a part of a project back out of the trash."""
        self.changes.append(Change(table, row, STATE, RowState.TRASH.value, RowState.LIVE.value))
        self.before.append(project)
        self._read_anew.append(project.id)

    def change_shared(self, old: Any, new: Any) -> None:
        """Make an organisation, a unit, a listed value or a saved search of what it was."""
        table = next(table for table, kind in SHARED.items() if kind is type(new))
        self.changes += changes.of_row(stored_shared(table, old), stored_shared(table, new))

    def add_shared(self, table: str, each: Any) -> str:
        """Put a new organisation, unit, listed value or saved search in; its id."""
        named = replace(each, id=new_key())
        self.changes += changes.of_row(None, stored_shared(table, named))
        return str(named.id)

    def carry_shared(self, table: str, each: Any) -> None:
        """Put in what another register gave its key to."""
        self.changes += changes.of_row(None, stored_shared(table, each))

    def put_away_shared(self, table: str, row: str) -> None:
        """Move an organisation, a unit, a listed value or a saved search to the trash."""
        self.changes.append(Change(table, row, STATE, RowState.LIVE.value, RowState.TRASH.value))

    def bring_back_shared(self, table: str, row: str) -> None:
        """Take it back out of the trash."""
        self.changes.append(Change(table, row, STATE, RowState.TRASH.value, RowState.LIVE.value))

    def tell(self, sentence: str) -> None:
        """Say in the act's name what else it does."""
        self.told.append(sentence)

    def carry_out(self, name: str, desk: Desk) -> None:
        """Write all that was gathered as one act, and know the versions of the projects after it. `FieldError`."""
        versions = self.writing.record(name, self.changes, desk)
        # Looked up after it: what the act itself adds to the lists counts.
        check_references(self.writing, self.changes)
        # A higher version than the next means that others changed other fields meanwhile: then it is read anew.
        known = {project.id: project.version for project in self.before}
        moved = [ProjectId(key) for key, version in versions.items() if version != known.get(ProjectId(key), 0) + 1]
        anew = {project.id: project for project in self.writing.projects(moved)} if moved else {}
        rules.check_all(list(anew.values()))
        brought_back = self.writing.projects(self._read_anew) if self._read_anew else []
        self.after = brought_back + [
            anew.get(each.id) or _at(versions.get(each.id, known.get(each.id, 0)), each) for each in self.after
        ]


def _at(version: int, project: Project) -> Project:
    return project if project.version == version else replace(project, version=version)


class Journal:
    """The register's acts: each is written whole, told to the listeners, and can be taken back and done again."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk
        self._listeners: list[Callable[[Act], None]] = []

    def listen(self, listener: Callable[[Act], None]) -> None:
        """Be told of each act after it is safely on disk."""
        self._listeners.append(listener)

    @property
    def undoable(self) -> LoggedAct | None:
        """The act that `undo` would take back, of whatever session."""
        return self._store.undoable()

    @property
    def redoable(self) -> LoggedAct | None:
        """The taking back that `redo` would take back itself."""
        return self._store.redoable()

    @contextmanager
    def act(self, name: str) -> Iterator[Acting]:
        """A transaction that becomes an act; nothing is kept when it raises."""
        with self._store.write() as writing:
            acting = Acting(writing)
            yield acting
            name = " ".join([name, *acting.told])
            if acting.changes:
                acting.carry_out(name, self._desk)
        if acting.changes:
            self.tell(Act(name, tuple(acting.before), tuple(acting.after)))

    def undo(self) -> Act | None:
        """Take the last act back; it, or None where there is none. `ConflictError` where others built upon it."""
        refusal = tr("This cannot be undone, because the projects were changed elsewhere afterwards:")
        return self._reverse(lambda writing: writing.undoable(), refusal)

    def redo(self) -> Act | None:
        """Do again what was taken back last; the act anew, or None where there is none. `ConflictError` as `undo`."""
        refusal = tr("This cannot be done again, because the projects were changed elsewhere afterwards:")
        return self._reverse(lambda writing: writing.redoable(), refusal)

    def is_long(self, act: LoggedAct | None) -> bool:
        """Whether taking an act back would keep a window waiting."""
        return act is not None and self._store.length_of(act) > _LONG

    @contextmanager
    def beside(self, progress: Progress) -> Iterator[tuple[Store, Journal, list[Act]]]:
        """The register and its acts for another thread, over a connection of its own; what it does there is gathered.

        It is for `tell` in the window's thread. What `progress` raises breaks off what is written.
        """
        with writing_beside(self._store.path, partial(progress, 0, 0)) as store:
            journal, done = Journal(store, self._desk), list[Act]()
            journal.listen(done.append)
            yield store, journal, done

    def _reverse(self, which: Callable[[Writing], LoggedAct | None], refusal: str) -> Act | None:
        with self._store.write() as writing:
            act = which(writing)
            if act is None:
                return None
            touched = writing.touched(act)
            before = writing.projects(touched)
            try:
                writing.take_back(act, self._desk)
            except ConflictError as error:
                raise ConflictError(f"{refusal} {act.name}", tr("Nothing was changed.")) from error
            done = Act(act.name, tuple(before), tuple(writing.projects(touched)))
        self.tell(done)
        return done

    def tell(self, act: Act) -> None:
        """Tell the listeners of an act that is on disk."""
        for listener in self._listeners:
            listener(act)


def standing(acting: Acting, ids: Collection[ProjectId]) -> list[Project]:
    """All the projects as they are now; `NotFoundError` where one is gone."""
    found = acting.writing.projects(list(ids))
    if len(found) < len(ids):
        raise gone(len(ids) - len(found))
    return found


def gone(count: int) -> NotFoundError:
    """The error of projects that are not there any more."""
    return NotFoundError(
        trn("{n} project is not in the register any more.", "{n} projects are not in the register any more.", count),
        tr("Nothing was changed."),
        tr("Read the register again (F5)."),
    )


def short(name: str) -> str:
    """A project's name as it stands in the name of an act."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def edit_name(project: Project, changed: Mapping[str, object]) -> str:
    """What the act is called that changes fields of a project."""
    name = short(project.title)
    if len(changed) > 1:
        return tr("“{name}” was edited.", name=name)
    (field,) = changed
    return tr("“{name}” was edited: {field}.", name=name, field=field_of(Project, field).title)

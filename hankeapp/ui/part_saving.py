"""Saving the rows of parts field by field, beside `autosave`: what cannot be saved waits as a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from hankeapp.domain.errors import ConflictError, FieldError, KnownError
from hankeapp.domain.part_rules import missing
from hankeapp.services.drafts import Spot, new_row
from hankeapp.ui.conflicts import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import ProjectId
    from hankeapp.services.drafts import Draft, Drafted
    from hankeapp.ui.part_item import PartItem
    from hankeapp.ui.part_list import PartList


class Owner(Protocol):
    """What rows of parts belong to, a frozen dataclass: a project, or what a template gives."""

    @property
    def id(self) -> Any:
        """Which one it is."""


SaveRows = Callable[[Any, str, Sequence[Any]], Any]
"""Gives an owner that was read before other rows of one part, and gives it as it then stands; `KnownError`."""


class PartSaving(QObject):
    """Keeps the lists of one form and the register in step. `written` tells that what is unsaved may have changed."""

    saved = Signal(object)
    written = Signal()
    conflicted = Signal()
    """A field turned out to be changed elsewhere: the project is to be read and shown anew."""

    def __init__(self, lists: Sequence[PartList], save: SaveRows, parent: QObject) -> None:
        super().__init__(parent)
        self._lists = {each.part.name: each for each in lists}
        self._save = save
        self._project: Owner | None = None
        for each in lists:
            each.committed.connect(self._save_field)
            each.removal_asked.connect(self._remove)
            each.move_asked.connect(self._move)
            each.error_changed.connect(self.written)
            each.edited.connect(self.written)

    @property
    def waiting(self) -> int:
        """How many fields of the shown project wait for correction."""
        return sum(each.waiting for each in self._lists.values()) if self._project is not None else 0

    def drafts(self) -> dict[Spot, Draft]:
        """What is written in the rows of the shown project and not saved."""
        if self._project is None:
            return {}
        items = [item for each in self._lists.values() for item in each.items if item is not each.awaited]
        return {
            Spot(field, item.part.name, item.row.id if item.row is not None else new_row(place)): draft
            for place, item in enumerate(items)
            if not item.is_blank
            for field, draft in _drafts_of(item).items()
        }

    def conflicts(self) -> list[Conflict]:
        """What the person has to decide in the rows of the shown project."""
        items = [item for each in self._lists.values() for item in each.items if item.row is not None]
        return [
            Conflict(editor, base, editor.base, Spot(name, item.part.name, item.row.id), item.title)
            for item in (items if self._project is not None else ())
            for name, base in item.conflicts.items()
            for editor in (item.editors[name],)
        ]

    def first_draft(self) -> QWidget | None:
        """The first field of the shown project that waits for a correction."""
        if self._project is None:
            return None
        items = [item for each in self._lists.values() for item in each.waiting_items]
        wrong = (editor.widget for item in items for editor in item.editors.values() if editor.error)
        return next(wrong, items[0].summary if items else None)

    def show(self, project: Owner, drafts: Drafted) -> None:
        """Put a project's rows into the lists, with its drafts; the same one again leaves alone what is written."""
        is_another = self._project is None or self._project.id != project.id
        if is_another:
            self.leave()
            for shown in self._lists.values():
                shown.rewind()
        self._project = project
        for name, shown in self._lists.items():
            shown.show_rows(getattr(project, name))
        if is_another:
            for part, row in dict.fromkeys((spot.part, spot.row) for spot in drafts if spot.part):
                self._resume(part, row, drafts)
        self.written.emit()

    def leave(self) -> None:
        """Let go of the project; what is being written is committed before."""
        self._project = None

    def commit(self) -> bool:
        """Save what is being written, and try again what waits; False while something still waits."""
        if self._project is None:
            return True
        for shown in self._lists.values():
            for item in list(shown.items):
                self._commit_item(shown, item)
        return not self.waiting

    def forget(self, ids: Iterable[ProjectId]) -> None:
        """Let go of projects that are gone."""
        for gone in ids:
            if self._project is not None and self._project.id == gone:
                self._project = None

    def _commit_item(self, shown: PartList, item: PartItem) -> None:
        for editor in list(item.editors.values()):
            editor.commit()
        if item.waiting and item.row is None and item is not shown.awaited:
            self._begin_row(shown, item)
        for name, editor in list(item.editors.items()):
            if editor.error and name not in item.conflicts and item.row is not None:
                editor.retry()

    def _resume(self, part: str, row: str, drafts: Drafted) -> None:
        shown = self._lists[part]
        found = next((item for item in shown.items if item.row is not None and item.row.id == row), None)
        written = {spot.field: draft for spot, draft in drafts.items() if (spot.part, spot.row) == (part, row)}
        (found or shown.begin(enters=False)).resume(written)

    def _save_field(self, item: PartItem, name: str, value: object) -> None:
        shown = self._lists[item.part.name]
        if self._project is None or item not in shown.items:
            return
        if item.row is None:
            self._begin_row(shown, item)
            return
        editor = item.editors[name]
        rows = getattr(self._project, item.part.name)
        # Read with the value that is written over, so that a change made elsewhere meanwhile is noticed.
        read = [replace(row, **{name: editor.base}) if row.id == item.row.id else row for row in rows]
        new = [replace(row, **{name: value}) if row.id == item.row.id else row for row in rows]
        try:
            saved = self._save(self._with(item, read), item.part.name, new)
        except KnownError as error:
            editor.set_error(str(error))
            if isinstance(error, ConflictError):
                item.conflicts.setdefault(name, editor.base)
                self.conflicted.emit()
            return
        self._settle(saved)

    def _begin_row(self, shown: PartList, item: PartItem) -> None:
        """Save a new row as soon as it says something and has what it must have."""
        assert self._project is not None
        if item.is_blank:
            return
        values = {name: _value(item, name) for name in item.editors}
        lacking = [each for name, each in item.editors.items() if each.field.required and values[name] in (None, "")]
        for editor in lacking:
            if not editor.error:
                editor.set_error(str(missing(editor.field)))
        if lacking:
            self.written.emit()
            return
        item.pending = item.part.type(**values)
        shown.awaited = item
        try:
            saved = self._save(self._project, item.part.name, (*getattr(self._project, item.part.name), item.pending))
        except FieldError as error:
            item.editors[error.field].set_error(str(error))
        except KnownError as error:
            shown.tell_error(str(error))
        else:
            self._settle(saved)
        shown.awaited = None
        self.written.emit()

    def _remove(self, item: PartItem) -> None:
        shown = self._lists[item.part.name]
        if item.row is None:
            shown.drop(item)
            self.written.emit()
        elif self._project is not None:
            item.close_fields()
            rows = getattr(self._project, item.part.name)
            self._change(shown, [row for row in rows if row.id != item.row.id])

    def _move(self, item: PartItem, by: int) -> None:
        if item.row is None or self._project is None:
            return
        rows = list(getattr(self._project, item.part.name))
        place = next(at for at, row in enumerate(rows) if row.id == item.row.id)
        if 0 <= place + by < len(rows):
            rows.insert(place + by, rows.pop(place))
            self._change(self._lists[item.part.name], rows)

    def _change(self, shown: PartList, rows: Sequence[Any]) -> None:
        assert self._project is not None
        try:
            saved = self._save(self._project, shown.part.name, rows)
        except KnownError as error:
            shown.tell_error(str(error))
            return
        self._settle(saved)

    def _with(self, item: PartItem, rows: Sequence[Any]) -> Any:
        owner: Any = self._project
        return replace(owner, **{item.part.name: tuple(rows)})

    def _settle(self, saved: Owner) -> None:
        # Saving told the window, and the window may have gone on to another project.
        if self._project is not None and self._project.id == saved.id:
            for shown in self._lists.values():
                shown.tell_error("")
            self.show(saved, {})
        self.saved.emit(saved)


def _drafts_of(item: PartItem) -> dict[str, Draft]:
    drafts = {name: editor.draft for name, editor in item.editors.items()}
    return {
        name: replace(draft, base=item.conflicts.get(name, draft.base))
        for name, draft in drafts.items()
        if draft is not None
    }


def _value(item: PartItem, name: str) -> object:
    editor = item.editors[name]
    try:
        return editor.value()
    except FieldError:
        return editor.base

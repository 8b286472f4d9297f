"""Tending the office's own lists: entries are added, changed, merged and deleted, each by one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.errors import InUseError, NotFoundError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.kept_lists import KeptList, Uses, pointed, targets_of
from hankeapp.domain.query_editing import with_name
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.query_terms import Named
from hankeapp.domain.values import Key
from hankeapp.language.collation import sort_key
from hankeapp.language.naming import names
from hankeapp.language.similarity import like
from hankeapp.services import templates
from hankeapp.services.acts import short, standing
from hankeapp.services.directory import Directory
from hankeapp.services.entry_rules import check_entry, succession
from hankeapp.services.saved_searches import TABLE as SEARCHES
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.db.writing import Writing
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.services.acts import Acting, Journal
    from hankeapp.services.filter_values import FilterValues

_LEFT = frozenset({"id", "name", "label", "list", "code", "start", "end", "successor"})
"""What an entry does not take over from one that is merged into it."""
_NONE = Uses()


@dataclass(frozen=True)
class ListEntry:
    """An entry of a list, and how many projects refer to it."""

    kept: KeptList
    row: Any
    uses: Uses

    @property
    def name(self) -> str:
        return self.kept.name_of(self.row)

    @property
    def key(self) -> str:
        """What projects keep of it."""
        return self.kept.key_of(self.row)


class ListKeeping:
    """Every method that changes is one act. `FieldError` for a value that cannot stand."""

    def __init__(
        self,
        store: Store,
        journal: Journal,
        filter_values: FilterValues,
        secure: Callable[[int], None],
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._journal = journal
        self._filter_values = filter_values
        self._secure = secure
        self._today = today

    def entries(self, kept: KeptList) -> list[ListEntry]:
        """The entries of a list, in the order of their names."""
        rows = [row for row in self._store.shared(kept.table) if kept.holds(row)]
        uses = _with_rows(self._store.uses(kept), kept, rows)
        rows.sort(key=lambda row: (sort_key(kept.name_of(row)), row.id))
        return [ListEntry(kept, row, uses.get(kept.key_of(row), _NONE)) for row in rows]

    def found_by(self, entry: ListEntry) -> list[tuple[Named, FilterKey, int]]:
        """The filters that find the projects of an entry, each with how many it finds; those that find none apart."""
        keys = dict.fromkeys(target.field.keys[0].english for target in targets_of(entry.kept) if target.field.keys)
        asked = [filter_keys()[name] for name in keys]
        named = [Named(each.name, entry.name, whole=True) for each in asked]
        counted = zip(named, asked, map(self._filter_values.count, named), strict=True)
        return [found for found in counted if found[2]]

    def alike(self, entry: ListEntry, name: str = "") -> list[ListEntry]:
        """The other entries whose names are like that of one, or like another name: perhaps the same in truth."""
        others = [each for each in self.entries(entry.kept) if each.row.id != entry.row.id]
        return [others[at] for at in like(name or entry.name, [each.name for each in others])]

    def add(self, kept: KeptList, name: str) -> str:
        """Put a new entry in; the id of its row."""
        name = " ".join(name.split())
        with self._journal.act(tr("“{name}” was added to the list.", name=short(name))) as acting:
            check_entry(kept, {kept.name_field: name}, None, _rows(acting.writing, kept))
            directory = Directory(acting)
            if not kept.values:
                return directory.key(kept.table, name)
            code = directory.code(kept.values, name)
        return next(str(each.row.id) for each in self.entries(kept) if each.key == code)

    def change(self, entry: ListEntry, values: Mapping[str, object]) -> None:
        """Change fields of an entry that was read before. What others changed of it meanwhile stays."""
        changed = {name: value for name, value in values.items() if value != getattr(entry.row, name)}
        with self._journal.act(_changed(entry, changed)) as acting:
            rows = _rows(acting.writing, entry.kept)
            now = _now(rows, entry)
            check_entry(entry.kept, changed, now, rows)
            # A field that was changed elsewhere meanwhile is refused by the log: it is not what was read.
            old = replace(now, **{name: getattr(entry.row, name) for name in changed})
            acting.change_shared(old, replace(now, **changed))
            if entry.kept.name_field in changed:
                self._rename_in_searches(acting, entry, str(changed[entry.kept.name_field]))

    def merge(self, entry: ListEntry, into: ListEntry) -> int:
        """Let all that refer to one entry refer to another of the list, and delete it; how many projects changed.

        What the other does not tell of itself it takes over. Projects in the trash keep the entry by its name.
        """
        if entry.row.id == into.row.id or entry.kept is not into.kept:
            raise ValueError("an entry is merged into another of its list")
        kept = entry.kept
        self._secure(entry.uses.live)
        name = tr("“{name}” was merged into “{other}”.", name=short(entry.name), other=short(into.name))
        with self._journal.act(name) as acting:
            rows = _rows(acting.writing, kept)
            old, new = _now(rows, entry), _now(rows, into)
            before = standing(acting, acting.writing.users(kept, kept.key_of(old)))
            acting.change(before, [pointed(each, kept, kept.key_of(old), kept.key_of(new)) for each in before])
            for was, now in _merged(kept, rows, old, new):
                acting.change_shared(was, now)
            templates.point(acting, kept, kept.key_of(old), kept.key_of(new))
            acting.put_away_shared(kept.table, old.id)
            self._rename_in_searches(acting, entry, into.name)
        return len(acting.before)

    def _rename_in_searches(self, acting: Acting, entry: ListEntry, name: str) -> None:
        """Let the saved searches that ask for an entry by its name in full ask for its new one."""
        filters = {keys.english for target in targets_of(entry.kept) for keys in target.field.keys}
        others = [entry.kept.name_of(row) for row in _rows(acting.writing, entry.kept) if row.id != entry.row.id]
        keeps_old = any(names(each, entry.name, whole=False) for each in others)
        for search in acting.writing.shared(SEARCHES):
            text = with_name(search.text, filters, entry.name, name, self._today(), keeps_old=keeps_old)
            if text != search.text:
                acting.change_shared(search, replace(search, text=text))

    def remove(self, entry: ListEntry) -> None:
        """Delete an entry, so that undoing brings it back; `InUseError` where anything refers to it."""
        kept = entry.kept
        with self._journal.act(tr("“{name}” was deleted from the list.", name=short(entry.name))) as acting:
            rows = _rows(acting.writing, kept)
            now = _now(rows, entry)
            uses = _with_rows(acting.writing.uses(kept), kept, rows).get(kept.key_of(now), _NONE)
            if uses:
                raise in_use(entry.name, uses)
            acting.put_away_shared(kept.table, now.id)


def in_use(name: str, uses: Uses) -> InUseError:
    """The error of an entry that something refers to."""
    return InUseError(
        tr("“{name}” cannot be deleted, because it is in use.", name=name),
        used_by(uses),
        tr("Merge it into another entry, or choose another one in its place first."),
    )


def used_by(uses: Uses) -> str:
    """What refers to an entry, in a sentence; that nothing does, too."""
    told = []
    if uses.live:
        told.append(trn("{n} project", "{n} projects", uses.live))
    if uses.thrown:
        told.append(trn("{n} project in the trash", "{n} projects in the trash", uses.thrown))
    if uses.rows:
        told.append(trn("{n} predecessor", "{n} predecessors", uses.rows))
    return tr("Used by: {names}.", names=", ".join(told)) if told else tr("Nothing refers to it.")


def _with_rows(uses: Mapping[str, Uses], kept: KeptList, rows: list[Any]) -> dict[str, Uses]:
    """The uses with those by rows of the list itself: units have successors."""
    found = dict(uses)
    for row in rows:
        successor = getattr(row, "successor", None)
        if successor is not None and kept is KeptList.UNITS:
            before = found.get(successor, _NONE)
            found[successor] = replace(before, rows=before.rows + 1)
    return found


def _merged(kept: KeptList, rows: list[Any], old: Any, new: Any) -> list[tuple[Any, Any]]:
    """What becomes of the rows of the list itself: the other takes over what it lacks, and succeeds in its place."""
    taken = {name: value for name, value in vars(old).items() if name not in _LEFT and not getattr(new, name)}
    changed = [(new, replace(new, **taken))]
    if kept is KeptList.UNITS:
        units = {row.id: row for row in rows if row.id != old.id} | {new.id: changed[0][1]}
        pointing = {
            row.id: replace(row, successor=Key(new.id) if row.id != new.id else None)
            for row in units.values()
            if row.successor == old.id
        }
        units |= pointing
        if new.id in succession(new.id, units):
            units[new.id] = replace(units[new.id], successor=None)
        before = {row.id: row for row in rows}
        changed = [(before[key], unit) for key, unit in units.items()]
    return [(was, now) for was, now in changed if was != now]


def _rows(writing: Writing, kept: KeptList) -> list[Any]:
    return [row for row in writing.shared(kept.table) if kept.holds(row)]


def _now(rows: list[Any], entry: ListEntry) -> Any:
    now = next((row for row in rows if row.id == entry.row.id), None)
    if now is None:
        raise NotFoundError(tr("“{name}” is not in the list any more.", name=entry.name), tr("Nothing was changed."))
    return now


def _changed(entry: ListEntry, values: Mapping[str, object]) -> str:
    kept, name = entry.kept, short(entry.name)
    if list(values) == [kept.name_field]:
        return tr("“{name}” is now called “{new}”.", name=name, new=short(str(values[kept.name_field])))
    fields = [field.title for field in fields_of(kept.type) if field.name in values]
    return tr("“{name}” was edited: {field}.", name=name, field=", ".join(fields))

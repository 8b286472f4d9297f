"""Giving back what was: a value, a row, a project out of the trash, and what of the office's lists these name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.changes import Change
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.fields import field_of, fields_of, parts_of
from hankeapp.domain.history import EntryKind
from hankeapp.domain.project import Project
from hankeapp.domain.records import PROJECT, STATE, TABLES
from hankeapp.domain.values import Codes, Key, RowState, from_plain, to_plain
from hankeapp.language.folding import fold
from hankeapp.services.acts import short, standing
from hankeapp.services.references import referring
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.fields import Part
    from hankeapp.domain.history import Entry
    from hankeapp.domain.kept_lists import Deleted, KeptList
    from hankeapp.services.acts import Acting

_UNIQUE = {
    **dict.fromkeys(("organisation", "unit", "saved_search", "template", "print_preset"), "name"),
    "listed_value": "label",
}
"""The tables in which each name stands once, and the field that is the name."""


def give_back(acting: Acting, entry: Entry) -> None:
    """Have what was before an entry of the history. `NotFoundError` where what it tells of is gone, `FieldError`."""
    if entry.project is None:
        _restore_shared(acting, entry)
        return
    (project,) = standing(acting, [entry.project])
    if entry.kind is not EntryKind.REMOVED:
        acting.change([project], [_with_value(acting, project, entry)])
    elif all(each.id != entry.row for each in _parts(project, entry)):
        have_at_hand(acting, entry.table, acting.writing.row(entry.table, entry.row))
        acting.bring_back(project, entry.table, entry.row)


def put_back(acting: Acting, projects: Sequence[Project]) -> None:
    """Take projects out of the trash."""
    rows: list[tuple[str, Any]] = [(PROJECT, project) for project in projects]
    rows += [
        (part.table, row) for project in projects for part in parts_of(Project) for row in getattr(project, part.name)
    ]
    # Asked once for all: nearly always everything is there.
    if any(acting.writing.deleted(kept, keys) for kept, keys in _named(rows).items()):
        for table, row in rows:
            have_at_hand(acting, table, row)
    acting.put_away(projects, RowState.LIVE)


def _named(rows: Sequence[tuple[str, Any]]) -> dict[KeptList, set[str]]:
    """The keys and codes that rows name, by their lists."""
    named: dict[KeptList, set[str]] = defaultdict(set)
    for table, row in rows:
        for field in fields_of(TABLES[table]):
            kept = referring(table, field.name)
            if kept is not None:
                named[kept].update(_keys(getattr(row, field.name)))
    return named


def _restore_shared(acting: Acting, entry: Entry) -> None:
    now = acting.writing.shared_row(entry.table, entry.row)
    if entry.kind is EntryKind.REMOVED:
        if now is None:
            row = acting.writing.row(entry.table, entry.row)
            _check_name(acting, entry.table, row)
            have_at_hand(acting, entry.table, row)
            acting.bring_back_shared(entry.table, entry.row)
        return
    if now is None:
        raise _removed(entry)
    new = replace(now, **{entry.field: at_hand(acting, entry.table, entry.field, _value(entry))})
    _check_name(acting, entry.table, new)
    acting.change_shared(now, new)


def _check_name(acting: Acting, table: str, row: Any) -> None:
    """`FieldError` where another row bears the name by now that is the only one of its list."""
    field = _UNIQUE.get(table)
    if field is None:
        return
    name, within = getattr(row, field), getattr(row, "list", "")
    rows = [each for each in acting.writing.shared(table) if getattr(each, "list", "") == within]
    if any(each.id != row.id and fold(getattr(each, field)) == fold(name) for each in rows):
        raise FieldError(
            field,
            tr("There is another of this name by now: “{name}”.", name=name),
            tr("Nothing was changed."),
            tr("Give that one another name first."),
        )


def _value(entry: Entry) -> Any:
    return from_plain(field_of(TABLES[entry.table], entry.field).type, entry.was)


def _removed(entry: Entry) -> NotFoundError:
    return NotFoundError(
        tr("What is to be restored has been removed: {label}", label=entry.label),
        tr("Nothing was changed."),
        tr("Restore what was removed first."),
    )


def _with_value(acting: Acting, project: Project, entry: Entry) -> Project:
    value = at_hand(acting, entry.table, entry.field, _value(entry))
    if entry.table == PROJECT:
        return replace(project, **{entry.field: value})
    rows = _parts(project, entry)
    if all(each.id != entry.row for each in rows):
        raise _removed(entry)
    changed = (replace(each, **{entry.field: value}) if each.id == entry.row else each for each in rows)
    changes: dict[str, Any] = {_part(entry).name: tuple(changed)}
    return replace(project, **changes)


def _parts(project: Project, entry: Entry) -> tuple[Any, ...]:
    """The parts of a project that are of the kind which an entry tells of."""
    rows: tuple[Any, ...] = getattr(project, _part(entry).name)
    return rows


def _part(entry: Entry) -> Part:
    return next(part for part in parts_of(Project) if part.table == entry.table)


def at_hand(acting: Acting, table: str, field: str, value: Any) -> Any:
    """A value that comes back, naming what is in its list: what was deleted from there comes back by the same act.

    Where another entry has its name by now, that one is named in its place.
    """
    kept = referring(table, field)
    return value if kept is None else _at_hand(acting, kept, value)


def have_at_hand(acting: Acting, table: str, row: Any) -> None:
    """The same for all that a row names which comes back as it was."""
    for field in fields_of(TABLES[table]):
        was = getattr(row, field.name)
        now = at_hand(acting, table, field.name, was)
        if now != was:
            acting.changes.append(Change(table, row.id, field.name, to_plain(was), to_plain(now)))


def _at_hand(acting: Acting, kept: KeptList, value: Any) -> Any:
    keys = _keys(value)
    deleted = {kept.key_of(each.row): each for each in acting.writing.deleted(kept, keys)} if keys else {}
    if not deleted:
        return value
    now = dict.fromkeys(_brought_back(acting, kept, deleted[key]) if key in deleted else key for key in keys)
    return Codes(now) if isinstance(value, Codes) else Key(next(iter(now)))


def _keys(value: Any) -> Sequence[str]:
    return value if isinstance(value, Codes) else [value] if value else []


def _brought_back(acting: Acting, kept: KeptList, deleted: Deleted) -> str:
    """The key of an entry that is back in its list, or of the one that bears its name now."""
    name = kept.name_of(deleted.row)
    rows = [row for row in acting.writing.shared(kept.table) if kept.holds(row)]
    same = next((row for row in rows if fold(kept.name_of(row)) == fold(name)), None)
    if same is not None:
        return kept.key_of(same)
    change = Change(kept.table, deleted.row.id, STATE, deleted.state.value, RowState.LIVE.value)
    if change not in acting.changes:
        acting.changes.append(change)
        acting.tell(tr("“{name}” was put back into its list.", name=short(name)))
        have_at_hand(acting, kept.table, deleted.row)
    return kept.key_of(deleted.row)

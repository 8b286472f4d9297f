"""From the change log to the entries of a history: what began is told as one, and so are edits close together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from hankeapp.domain.fields import field_of, fields_of, parts_of
from hankeapp.domain.history import EVERYTHING, Entry, EntryKind
from hankeapp.domain.naming import Names
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.records import OWNER, PARTS, POSITION, PROJECT, STATE, TABLES, part_of
from hankeapp.domain.status import StatusEvent
from hankeapp.domain.values import RowState
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.domain.fields import Field
    from hankeapp.domain.history import Asked, Erasure, Log, Logged
    from hankeapp.domain.records import Row

TOGETHER = timedelta(minutes=5)
"""Edits of one field by one person within this time of the first read as one."""

_EVENTS = "status_event"
_STATUS, _END = "status", "end"
"""The fields that a step changes: an extension only the end."""
_BYTES, _DIGITS = "sha256", 12
"""The field that names bytes, and as many of its digits as tell them apart."""
_NAMING = {"listed_value": "label"}
"""The field that names a row of a shared table, where it is not its name."""


@dataclass(frozen=True)
class _Step:
    """Which field of the project tells of a step, and what more there is to say of it."""

    field: str
    note: str = ""


_NO_STEP = _Step(_STATUS)


def entries(log: Log, asked: Asked = EVERYTHING) -> list[Entry]:
    """The entries of a log, the newest first."""
    telling = _Telling(log)
    acts = [(place, telling.act(list(changes))) for place, changes in groupby(log.changes, key=lambda each: each.place)]
    acts += [(each.place, [_erased(each)]) for each in log.erasures]
    told = [entry for _, several in sorted(acts, key=itemgetter(0)) for entry in several]
    return [entry for entry in reversed(_joined(told)) if asked.admits(entry)]


def _erased(erasure: Erasure) -> Entry:
    return Entry(
        id=erasure.act,
        act=erasure.act,
        act_name=erasure.act_name,
        actor=erasure.actor,
        moment=erasure.moment,
        kind=EntryKind.ERASED,
        project=None,
        number="",
        title="",
        table="",
        row="",
        field="",
        label=erasure.act_name.rstrip("."),
        old="",
        new="",
    )


class _Telling:
    """Tells acts one after another."""

    def __init__(self, log: Log) -> None:
        self._rows = log.rows
        self._names = Names.of(log.rows.values())

    def act(self, changes: Sequence[Logged]) -> list[Entry]:
        """The entries of one act: a row that begins or goes is told as one, a step with what it says."""
        by_row: dict[tuple[str, str], list[Logged]] = {}
        for each in changes:
            by_row.setdefault((each.change.table, each.change.row), []).append(each)
        moved = {row for (table, row), several in by_row.items() if table == PROJECT and _states(several)}
        steps = {self._owner(*key): self._step(several) for key, several in by_row.items() if key[0] == _EVENTS}
        told: list[Entry] = []
        for (table, row), several in by_row.items():
            if table != PROJECT and self._owner(table, row) in moved:
                continue
            told += self._row(several, steps.get(row, _NO_STEP))
        return told

    def _row(self, changes: Sequence[Logged], step: _Step) -> list[Entry]:
        if states := _states(changes):
            told = self._moved(states[-1], changes)
            return [told] if told else []
        return [self._edited(each, step) for each in changes if not _is_place(each)]

    def _moved(self, state: Logged, changes: Sequence[Logged]) -> Entry | None:
        change = state.change
        if change.table == _EVENTS:
            return None  # told with the step
        kind = EntryKind.ADDED if change.old is None else _MOVES[RowState(change.new)]
        row: Row = dict(self._rows[change.table, change.row].row)
        if kind is EntryKind.ADDED:
            row |= {each.change.field: each.change.new for each in changes}
        text = self._text_of(change.table, row)
        old, new = ("", text) if change.new == RowState.LIVE.value else (text, "")
        return self._entry(state, kind, _label(change.table), old, new)

    def _edited(self, logged: Logged, step: _Step) -> Entry:
        change = logged.change
        field = field_of(TABLES[change.table], change.field)
        is_step = change.table == PROJECT and change.field == step.field
        kind = EntryKind.STEP if is_step else EntryKind.EDITED
        label = tr("Extension") if is_step and step.field == _END else _titled(change.table, field)
        old, new = (self._names.plain_text(field, plain) for plain in (change.old, change.new))
        if field.name == _BYTES:
            old, new = old[:_DIGITS], new[:_DIGITS]
        entry = self._entry(logged, kind, label, old, new)
        return replace(entry, was=change.old, note=step.note if is_step else "")

    def _entry(self, logged: Logged, kind: EntryKind, label: str, old: str, new: str) -> Entry:
        change = logged.change
        owner = self._owner(change.table, change.row)
        number = self._rows[PROJECT, owner].row["number"] if owner else ""
        return Entry(
            id=logged.id,
            act=logged.act,
            act_name=logged.act_name,
            actor=logged.actor,
            moment=logged.moment,
            takes_back=logged.takes_back,
            kind=kind,
            project=ProjectId(owner) if owner else None,
            number=str(number),
            title=self._names.by_id.get(owner or change.row, ""),
            table=change.table,
            row=change.row,
            field=change.field,
            label=label,
            old=old,
            new=new,
        )

    def _owner(self, table: str, row: str) -> str | None:
        if table == PROJECT:
            return row
        return str(self._rows[table, row].row[OWNER]) if table in PARTS else None

    def _step(self, changes: Sequence[Logged]) -> _Step:
        if not _begins(changes):
            return _NO_STEP
        values = {each.change.field: each.change.new for each in changes}
        told = ((field, self._names.plain_text(field, values.get(field.name))) for field in fields_of(StatusEvent))
        note = "; ".join(text for field, text in told if text and field.name in {"effective", "outcome", "note"})
        return _Step(_END if values["source"] == values["target"] else _STATUS, note)

    def _text_of(self, table: str, row: Row) -> str:
        if table in PARTS:
            return self._names.sentence(part_of(table, row))
        return str(row[_NAMING.get(table, "name")]) if table != PROJECT else self._names.by_id[str(row["id"])]


_MOVES = {
    RowState.LIVE: EntryKind.RETURNED,
    RowState.TRASH: EntryKind.REMOVED,
    RowState.UNDONE: EntryKind.WITHDRAWN,
}

_SHARED_LABELS = {
    "organisation": mark("Organisation"),
    "unit": mark("Unit"),
    "listed_value": mark("Value list"),
    "saved_search": mark("Saved search"),
    "template": mark("Template"),
    "print_preset": mark("Print preset"),
    "column_mapping": mark("Columns of a table"),
    "kept_report": mark("Kept report"),
    "letterhead": mark("Title block of documents"),
}


def _label(table: str) -> str:
    if table == PROJECT:
        return tr("Project")
    if table in PARTS:
        return next(part.title for part in parts_of(Project) if part.table == table)
    return tr(_SHARED_LABELS[table])


def _titled(table: str, field: Field) -> str:
    return field.title if table == PROJECT else f"{_label(table)}: {field.title}"


def _states(changes: Iterable[Logged]) -> list[Logged]:
    return [each for each in changes if each.change.field == STATE]


def _is_place(logged: Logged) -> bool:
    """Whether it tells where a part stands among its like: that is no entry of its own."""
    return logged.change.table in PARTS and logged.change.field in {OWNER, POSITION}


def _begins(changes: Iterable[Logged]) -> bool:
    return any(each.change.old is None for each in _states(changes))


def _joined(told: Sequence[Entry]) -> list[Entry]:
    """The entries with consecutive edits of one field by one person joined; each stands where its last edit does."""
    open_ones: dict[tuple[str, str, str], tuple[Entry, int]] = {}
    joined: list[Entry | None] = []
    for entry in told:
        key = (entry.table, entry.row, entry.field)
        first, place = open_ones.get(key, (entry, -1))
        earlier = joined[place] if place >= 0 else None
        if earlier is not None and _is_one(first, earlier, entry):
            joined[place] = None
            joined.append(replace(entry, old=earlier.old, was=earlier.was))
        else:
            first = entry
            joined.append(entry)
        open_ones[key] = (first, len(joined) - 1)
    return [entry for entry in joined if entry is not None]


def _is_one(first: Entry, earlier: Entry, later: Entry) -> bool:
    return (
        earlier.kind is later.kind is EntryKind.EDITED
        and earlier.actor == later.actor
        and abs(later.moment - first.moment) <= TOGETHER
        and earlier.old != later.new
        and not earlier.takes_back
        and not later.takes_back
    )

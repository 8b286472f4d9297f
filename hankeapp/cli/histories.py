"""A history in words, under its days, and as a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from hankeapp.cli.tables import shortened
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.history import EntryKind, by_day
from hankeapp.translation import mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.history import Entry


_KINDS = {
    EntryKind.ADDED: mark("Added"),
    EntryKind.REMOVED: mark("Removed"),
    EntryKind.RETURNED: mark("Brought back"),
    EntryKind.WITHDRAWN: mark("Adding undone"),
}


@dataclass(frozen=True)
class Told:
    """The entries of a history, the newest first."""

    entries: Sequence[Entry]

    def text(self) -> str:
        days = ["\n".join([str(PartialDate.of(day)), *map(_lines, told)]) for day, told in by_day(self.entries)]
        return "\n\n".join([*days, trn("{n} change", "{n} changes", len(self.entries))])

    def document(self) -> list[dict[str, Any]]:
        return [_document(entry) for entry in self.entries]


def _lines(entry: Entry) -> str:
    local = entry.moment.astimezone()
    about = " ".join(part for part in (entry.number, shortened(entry.title)) if part)
    first = " · ".join(part for part in (f"{local.hour}.{local.minute:02}", entry.actor, about) if part)
    return f"  {first}\n      {' · '.join(_said(entry))}"


def _said(entry: Entry) -> Iterator[str]:
    if entry.kind in {EntryKind.EDITED, EntryKind.STEP}:
        yield f"{entry.label}: {_side(entry.old)} → {_side(entry.new)}"
    elif entry.kind is EntryKind.ERASED:
        yield entry.label
    else:
        yield f"{tr(_KINDS[entry.kind])}: {entry.label}: {shortened(entry.old or entry.new)}"
    if entry.note:
        yield shortened(entry.note)
    if entry.takes_back:
        yield shortened(entry.act_name)


def _side(text: str) -> str:
    return shortened(text) if text.strip() else tr("(empty)")


def _document(entry: Entry) -> dict[str, Any]:
    return {
        "moment": entry.moment.astimezone(UTC).isoformat(),
        "actor": entry.actor,
        "act": entry.act_name,
        "kind": entry.kind.value,
        "number": entry.number or None,
        "title": entry.title or None,
        "table": entry.table,
        "field": entry.field,
        "label": entry.label,
        "old": entry.old,
        "new": entry.new,
        "note": entry.note,
        "takes_back": entry.takes_back,
        "restorable": entry.restorable,
    }

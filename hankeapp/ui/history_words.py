"""How an entry of the history reads: its icon, what it tells of, its day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hankeapp.domain.history import EntryKind
from hankeapp.domain.records import PROJECT
from hankeapp.domain.status import Status
from hankeapp.language.folding import fold
from hankeapp.translation import mark, tr
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.history import Entry

LONGEST = 400
"""Characters of a value that are shown of it."""
_ICONS = {
    EntryKind.ADDED: "plus",
    EntryKind.EDITED: "pencil",
    EntryKind.REMOVED: "trash-2",
    EntryKind.RETURNED: "rotate-ccw",
    EntryKind.WITHDRAWN: "undo-2",
    EntryKind.ERASED: "trash-2",
}
_STEP_ICONS = {Status.PLANNED: "circle", Status.ACTIVE: "circle-play", Status.ENDED: "square-check"}
_WEEKDAYS = (
    mark("on Monday"), mark("on Tuesday"), mark("on Wednesday"), mark("on Thursday"), mark("on Friday"),
    mark("on Saturday"), mark("on Sunday"),
)  # fmt: skip


def icon_of(entry: Entry) -> str:
    """The icon's name: what became of what the entry tells of."""
    if entry.takes_back:
        return "undo-2"
    if entry.kind is EntryKind.STEP:
        return next((icon for status, icon in _STEP_ICONS.items() if status.label == entry.new), "circle-play")
    return _ICONS[entry.kind]


def title_of(entry: Entry) -> str:
    """What it tells of, in a few words."""
    if entry.kind is EntryKind.STEP:
        return f"{entry.label}: {entry.old} → {entry.new}"
    if is_whole(entry):
        return entry.act_name.rstrip(".")
    if entry.kind is EntryKind.ADDED:
        return tr("Added: {what}", what=entry.label)
    if entry.kind is EntryKind.REMOVED:
        return tr("Removed: {what}", what=entry.label)
    return entry.label


def remark_of(entry: Entry) -> str:
    """What more there is to say: a step's note, the act that was taken back."""
    parts = [entry.note] if entry.note else []
    if entry.takes_back and not is_whole(entry):
        parts.append(entry.act_name)
    return " · ".join(parts)


def is_whole(entry: Entry) -> bool:
    """Whether it tells of a whole project that came or went."""
    return entry.table == PROJECT and entry.kind not in {EntryKind.EDITED, EntryKind.STEP}


def shown(value: str) -> str:
    """A value as the history shows it: a long one by its beginning."""
    return value if len(value) <= LONGEST else f"{value[:LONGEST].rstrip()}…"


def person_and_time(entry: Entry) -> str:
    """`Käyttäjä A · 14.32`."""
    return f"{entry.actor} · {formatting.clock_text(entry.moment)}"


def day_heading(day: date, today: date) -> str:
    """`Tänään, tiistaina 24.11.2026`."""
    weekday = tr(_WEEKDAYS[day.weekday()])
    text = f"{weekday} {formatting.day_text(day)}"
    if day == today:
        return tr("Today, {day}", day=text)
    if day == today - timedelta(days=1):
        return tr("Yesterday, {day}", day=text)
    return text[0].upper() + text[1:]


def holds(entry: Entry, words: str) -> bool:
    """Whether every word is found in what an entry says."""
    told = [entry.title, entry.number, entry.label, entry.old, entry.new, entry.note, entry.act_name]
    text = fold("\n".join(told))
    return all(word in text for word in fold(words).split())

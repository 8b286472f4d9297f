"""How a project, its dates and counts read in the window."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.domain import attention, columns
from hankeapp.domain.list_telling import cell_text
from hankeapp.translation import tr, trn
from hankeapp.ui.glyphs import Glyph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hankeapp.domain.columns import Column
    from hankeapp.domain.project import Project
    from hankeapp.domain.query import Sort
    from hankeapp.ui.names import Names

NOTHING = "–"
"""What a table shows where nothing is known."""
CARD_DETAILS = ("unit", "funder")
"""The columns of which a card tells."""
FLAGGED = frozenset({"duration", "end"})
"""The columns in which a flag stands: it is the end that has passed or is near."""


def spoken_cell(project: Project, column: Column, names: Names, today: date) -> str:
    """The same as a screen reader says it: nothing known is said, too."""
    text = cell_text(project, column, names) or tr("not known")
    flag = flag_text(project, today) if column.name in FLAGGED else ""
    return f"{text}, {flag[0].lower()}{flag[1:]}" if flag else text


def spoken_head(column: Column, sorts: Sequence[Sort]) -> str:
    """The head of a column as a screen reader says it, with its place among the orders."""
    for place, sort in enumerate(sorts, 1):
        if sort.field == column.name:
            way = tr("descending") if sort.descending else tr("ascending")
            return tr("{column}, order {place}, {way}", column=column.title, place=place, way=way)
    return column.title


def value_text(value: object) -> str:
    """Any field's value in words: an enum's label, a date as an office writes it."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, datetime):
        return f"{day_text(value.astimezone().date())} {clock_text(value)}"
    return str(value)


def flag_of(project: Project, today: date) -> Glyph | None:
    """What the register noticed by itself: past its end, or ending soon."""
    if attention.is_overdue(project, today):
        return Glyph.OVERDUE
    return Glyph.SOON if attention.is_ending_soon(project, today) else None


def flag_text(project: Project, today: date, *, short: bool = False) -> str:
    """The flag in words, `short` for narrow rows; empty where there is none."""
    flag = flag_of(project, today)
    if flag is Glyph.OVERDUE:
        return tr("Passed") if short else tr("End date passed")
    if flag is Glyph.SOON:
        return _soon_text(attention.days_left(project, today) or 0, short=short)
    return ""


def sentence(project: Project, names: Names, today: date) -> str:
    """A list's row as a screen reader says it."""
    parts = [project.title, tr("status {status}", status=project.status.label.lower()), _duration_words(project)]
    flag = flag_text(project, today)
    if flag:
        parts.append(flag[0].lower() + flag[1:])
    return ", ".join([*parts, *card_details(project, names)])


def card_details(project: Project, names: Names) -> list[str]:
    """What a card tells after the status: responsible unit and funders, as far as they are known."""
    told = (cell_text(project, columns.column_of(name), names) for name in CARD_DETAILS)
    return [text for text in told if text]


def age_text(past: date, today: date) -> str:
    """How long ago a day went by: "ohitettu 4 v sitten" to the nearest year, under a year in months or days."""
    months = (today.year - past.year) * 12 + today.month - past.month - (today.day < past.day)
    if months >= 12:
        return trn("passed {n} year ago", "passed {n} years ago", round(months / 12))
    if months:
        return trn("passed {n} month ago", "passed {n} months ago", months)
    return trn("passed {n} day ago", "passed {n} days ago", (today - past).days)


def clock_text(moment: datetime) -> str:
    """The local time of day: `14.32`."""
    local = moment.astimezone()
    return f"{local.hour}.{local.minute:02}"


def day_text(day: date) -> str:
    """`24.11.2026`."""
    return f"{day.day}.{day.month}.{day.year}"


def moment_text(moment: datetime, now: datetime) -> str:
    """When something was: `tänään 14.32`, `eilen 15.47` or `12.10.2026`."""
    day, today = moment.astimezone().date(), now.astimezone().date()
    if day == today:
        return tr("today {time}", time=clock_text(moment))
    if day == today - timedelta(days=1):
        return tr("yesterday {time}", time=clock_text(moment))
    return day_text(day)


def count_text(n: int) -> str:
    """`1 hanke`, `30 hanketta`."""
    return trn("{n} project", "{n} projects", n)


def _soon_text(days: int, *, short: bool) -> str:
    if days == 0:
        return tr("Today") if short else tr("Ends today")
    if days == 1:
        return tr("Tomorrow") if short else tr("Ends tomorrow")
    if short:
        return trn("{n} day left", "{n} days left", days)
    return trn("Ends in {n} day", "Ends in {n} days", days)


def _duration_words(project: Project) -> str:
    return tr("duration {duration}", duration=project.duration) if project.duration else tr("duration unknown")

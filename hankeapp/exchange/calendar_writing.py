"""Ends and deadlines as iCalendar (RFC 5545): days that any calendar takes in.

A date that is known to the month or the year stands on its last possible day, and the words say so: nothing is
invented. An event keeps its UID, so that a later export puts the days right that an earlier one gave; what was done or
ended meanwhile is taken out of the calendar by being cancelled there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from hankeapp import __version__
from hankeapp.domain.status import Status
from hankeapp.translation import language, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""RFC 5545 has no place for them."""


@dataclass(frozen=True)
class _Day:
    """Something that is due: what, when as it is known, and whether it has been done."""

    uid: str
    what: str
    when: PartialDate
    note: str
    is_done: bool


@dataclass(frozen=True)
class CalendarWriting:
    """The bytes of a calendar, and the projects of which it has no day."""

    data: bytes
    left_out: tuple[Project, ...] = ()


def write_calendar(projects: Iterable[Project], names: Names, today: date) -> CalendarWriting:
    """A calendar with an all-day event for each end and deadline that is ahead of somebody."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Hankeapp//hankeapp {__version__}//{language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", tr("Ends and deadlines of projects"))
    left_out = []
    for project in projects:
        days = [day for day in _days(project) if not day.is_done or day.when.latest >= today]
        for day in days:
            calendar.add_component(_event(project, day, names, today))
        if not days:
            left_out.append(project)
    return CalendarWriting(bytes(calendar.to_ical()), tuple(left_out))


def _days(project: Project) -> Iterator[_Day]:
    if project.end is not None:
        yield _Day(f"{project.id}-end@hankeapp", tr("Project ends"), project.end, "", project.status is Status.ENDED)
    for deadline in project.deadlines:
        is_done = deadline.done is not None
        yield _Day(f"{deadline.id}@hankeapp", deadline.kind.label, deadline.due, deadline.note, is_done)


def _event(project: Project, day: _Day, names: Names, today: date) -> Event:
    last = day.when.latest
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", project.version)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", _text(_summary(project, day)), {"LANGUAGE": language()})
    event.add("description", _text("\n".join(_details(project, day, names))), {"LANGUAGE": language()})
    event.add("categories", [_text(day.what)])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if day.is_done else "CONFIRMED")
    return event


def _summary(project: Project, day: _Day) -> str:
    if day.when.day is None:
        return tr("{what} at the latest ({date}): {project}", what=day.what, date=day.when, project=project.title)
    return tr("{what}: {project}", what=day.what, project=project.title)


def _details(project: Project, day: _Day, names: Names) -> Iterator[str]:
    yield tr("Register number: {number}", number=project.number)
    if project.unit:
        yield names.by_id.get(project.unit, "")
    if day.when.day is None:
        yield tr("Known: {date}. The event stands on the last possible day.", date=day.when)
    if day.note:
        yield day.note


def _text(text: str) -> str:
    return _CONTROLS.sub(" ", text)

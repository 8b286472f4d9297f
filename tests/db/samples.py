"""A project, and how it gets into a register."""

from dataclasses import replace
from datetime import UTC, datetime

from hankeapp.db.keys import keyed
from hankeapp.domain.changes import between
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.values import RowState

CREATED = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = CREATED.date()
DESK = Desk("Maija", Clock.standing(2026, 11, 24))


def project(place, /, **values):
    return Project(**{"id": ProjectId(f"{place:032}"), "number": f"H-2026-{place:03}", "name": "Jokiranta"} | values)


def insert(writing, projects):
    """Put new projects in as one act; they as they then stand."""
    writing.record("Lisättiin", [change for each in projects for change in between(None, keyed(each))], DESK)
    return writing.projects([each.id for each in projects])


def update(writing, old, new):
    """Make projects of what they were as one act; they as they then stand."""
    pairs = zip(old, map(keyed, new), strict=True)
    writing.record("Muokattiin", [change for pair in pairs for change in between(*pair)], DESK)
    return writing.projects([each.id for each in new])


def put_away(writing, ids):
    """Move projects to the trash as one act."""
    live = writing.projects(ids)
    update(writing, live, [replace(each, state=RowState.TRASH) for each in live])


def add(store, *projects):
    with store.write() as writing:
        return insert(writing, projects)

"""A project, and how it gets into a register."""

from datetime import UTC, datetime

from hankeapp.domain.project import Project, ProjectId

CREATED = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = CREATED.date()


def project(place, /, **values):
    return Project(**{"id": ProjectId(f"{place:032}"), "number": f"H-2026-{place:03}", "name": "Jokiranta"} | values)


def add(store, *projects):
    with store.write() as writing:
        return writing.insert(projects)

"""What a date of ending says beside being a date: worth a second look, but no error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.translation import tr

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project


def doubt_of_ending(effective: PartialDate, project: Project, today: date) -> str:
    """A sentence about an ending in the future or before the start; empty for no doubt."""
    if effective.earliest > today:
        return tr("The day is in the future.")
    if project.start is not None and effective.latest < project.start.earliest:
        return tr("The day is before the project's start ({start}).", start=project.start)
    return ""

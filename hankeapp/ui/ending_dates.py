"""What a date of ending says beside being a date: that it cannot stand, or that it is worth a second look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project


def check_endings(endings: Iterable[tuple[Project, PartialDate]]) -> None:
    """`FieldError` for the first project that cannot have ended then, before anything is carried out."""
    rules.check_all([replace(project, end=effective) for project, effective in endings])


def doubt_of_ending(effective: PartialDate, today: date) -> str:
    """A sentence about an ending in the future; empty for no doubt."""
    return tr("The day is in the future.") if effective.earliest > today else ""

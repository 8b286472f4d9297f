"""Rules across a project's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.errors import FieldError
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.domain.project import Project

LONGEST_LINE = 500
"""Characters in a text of one line: names of 300 letters exist, a pasted page is a mistake."""


def check(project: Project) -> None:
    """`FieldError` for the first field whose value cannot stand."""
    if not project.name.strip():
        raise FieldError("name", tr("A project must have a name."))
    for field in ("name", "acronym"):
        if len(getattr(project, field)) > LONGEST_LINE:
            raise FieldError(
                field,
                tr(
                    "The text has {n} characters, and at most {most} fit.",
                    n=len(getattr(project, field)),
                    most=LONGEST_LINE,
                ),
                tr("Shorten it, and put the rest into the public text or the notes."),
            )
    if project.start and project.end and project.end.latest < project.start.earliest:
        raise FieldError(
            "end",
            tr("The end is before the start ({start}).", start=project.start),
            tr("Check the years."),
        )

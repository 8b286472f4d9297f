"""Rules across a project's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.dates import PartialDate

LONGEST_LINE = 500
"""Characters in a text of one line: names of 300 letters exist, a pasted page is a mistake."""

LONGEST_TEXT = 1_000_000
"""Characters in a text of many lines: a thick book."""

_TEXTS = [
    (field.name, LONGEST_LINE if field.lines == 1 else LONGEST_TEXT)
    for field in fields_of(Project)
    if field.type is str
]
"""The texts of a project, and how long each may be."""


def check(project: Project) -> None:
    """`FieldError` for the first field whose value cannot stand."""
    if not project.name.strip():
        raise FieldError("name", tr("A project must have a name."))
    for name, most in _TEXTS:
        check_text(name, getattr(project, name), most)
    check_order(project.start, project.end)
    if project.events:
        check_text("status", project.events[-1].note, LONGEST_TEXT)
    if project.ended:
        check_order(project.start, project.ended.effective)


def check_all(projects: Sequence[Project]) -> None:
    """As `check`; where there are several, the error names the project too."""
    for at, project in enumerate(projects, 1):
        try:
            check(project)
        except FieldError as error:
            if len(projects) == 1:
                raise
            raise FieldError(error.field, *error.sentences, _which(project, at, len(projects))) from error


def _which(project: Project, at: int, of: int) -> str:
    if project.title:
        return tr("Project: “{name}”.", name=project.title)
    return tr("It is project {n} of {of}.", n=at, of=of)


def check_text(field: str, text: str, most: int) -> None:
    """`FieldError` for a text that is longer than `most`, or that cannot be stored."""
    if len(text) > most:
        raise FieldError(
            field,
            tr("The text has {n} characters, and at most {most} fit.", n=len(text), most=most),
            tr("Shorten it, and put the rest into the public text or the notes."),
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:  # half of a UTF-16 pair, or a byte that was not UTF-8
        raise FieldError(
            field,
            tr("Character number {n} of the text is broken and cannot be stored.", n=error.start + 1),
            tr("Delete it, or write the text again."),
        ) from error


def check_order(start: PartialDate | None, end: PartialDate | None) -> None:
    """`FieldError` for an end that lies before the start."""
    if start and end and end.latest < start.earliest:
        raise FieldError(
            "end",
            tr("The end is before the start ({start}).", start=start),
            tr("Check the years."),
        )

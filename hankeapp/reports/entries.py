"""A project as an overview tells it: what is known, in the words of the register, and nothing of the office's notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.attention import is_ending_soon, is_overdue
from hankeapp.domain.query import View
from hankeapp.reports.paragraphs import line, passage
from hankeapp.translation import tr

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.project import Project
    from hankeapp.reports.paragraphs import Passage

_DASHES_AND_BLANKS = re.compile(r"[-–()\s]+")


@dataclass(frozen=True)
class Sign:
    """A painted shape and its word, which never stand alone; the shape is a status, "overdue" or "soon"."""

    shape: str
    word: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A project on paper; `key` is the place that links lead to, `title` the long and `short_title` the short name."""

    key: str
    number: str
    title: str
    short_title: str
    kind: str
    duration: str
    duration_known: bool
    status: Sign
    flag: Sign | None
    facts: tuple[str, ...]
    text: Passage
    results: Passage

    @property
    def shortened(self) -> bool:
        """Whether a text is not printed whole."""
        return bool(self.text.remark or self.results.remark) or self.title.endswith("…")


def entry(project: Project, key: str, today: date) -> Entry:
    """The entry of a project as of a day."""
    return Entry(
        key=key,
        number=line(project.number),
        title=line(project.title) or tr("Project without a name"),
        short_title=line(project.acronym) or line(project.name) or tr("Project without a name"),
        kind=project.kind.label if project.kind else "",
        duration=project.duration or tr("duration not known"),
        duration_known=bool(project.duration),
        status=Sign(project.status.value, project.status.label),
        flag=_flag(project, today),
        facts=_facts(project),
        text=passage(project.public_text, project.title, project.name),
        results=passage(project.results),
    )


def _flag(project: Project, today: date) -> Sign | None:
    if is_overdue(project, today):
        return Sign("overdue", View.OVERDUE.label)
    if is_ending_soon(project, today):
        return Sign("soon", View.SOON.label)
    return None


def _facts(project: Project) -> tuple[str, ...]:
    ended = project.ended
    facts = (
        project.kind.label if project.kind else "",
        line(project.number),
        _words_of_time(project),
        tr("Ended {date}", date=ended.effective) if ended and ended.effective else "",
        ended.outcome.label if ended and ended.outcome else "",
    )
    return tuple(fact for fact in facts if fact)


def _words_of_time(project: Project) -> str:
    """The words as written, where they say more than the duration beside them."""
    words = line(project.time_text)
    said_already = _plain(words) == _plain(project.duration)
    return "" if said_already or not words else tr("“{words}”", words=words)


def _plain(words: str) -> str:
    return _DASHES_AND_BLANKS.sub("-", words).strip("-")

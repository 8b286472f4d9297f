"""A project as an overview tells it: what is known, in the words of the register, and nothing of the office's notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from hankeapp.domain.attention import is_ending_soon, is_overdue
from hankeapp.domain.fields import Field, fields_of, parts_of
from hankeapp.domain.naming import is_flag
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.values import Key
from hankeapp.reports.paragraphs import line, passage
from hankeapp.reports.photos import NO_PHOTOS
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from hankeapp.domain.fields import Part
    from hankeapp.domain.naming import Names
    from hankeapp.reports.paragraphs import Passage
    from hankeapp.reports.photos import Photo, Photos

_DASHES_AND_BLANKS = re.compile(r"[-–()\s]+")


_DETAILED = ("unit", "city_role", "fundings", "participations")
"""The fields and parts that an overview tells of in lines of their own."""

PHOTOS = "attachments"
"""The part whose pictures are printed."""

ENTRY_FIELDS = (*_DETAILED, "public_text", "results", PHOTOS)
"""What an overview can tell of a project beside its name, duration and status."""


@dataclass(frozen=True)
class Sign:
    """A painted shape and its word, which never stand alone; the shape is a status, "overdue" or "soon"."""

    shape: str
    word: str


@dataclass(frozen=True)
class Fact:
    """What is known of a project under a label, a line for each row."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A project on paper; `key` is the place that links lead to, `title` the long and `short_title` the short name.

    `longest_word` is how many letters the longest run without a blank has: one that may not fit on a line.
    """

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
    details: tuple[Fact, ...]
    text: Passage
    results: Passage
    photos: tuple[Photo, ...] = ()
    longest_word: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest_word", _longest_word(self.texts))

    @property
    def shortened(self) -> bool:
        """Whether a text is not printed whole."""
        return bool(self.text.remark or self.results.remark) or self.title.endswith("…")

    @property
    def texts(self) -> Iterator[str]:
        """All that is printed of it in the register's words."""
        yield from (self.title, self.short_title, *self.facts, *self.text.paragraphs, *self.results.paragraphs)
        yield from (text for fact in self.details for text in fact.lines)
        yield from (text for photo in self.photos for text in (photo.alt, photo.caption))


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def entry(
    project: Project,
    key: str,
    today: date,
    names: Names,
    shown: Collection[str] = ENTRY_FIELDS,
    photos: Photos = NO_PHOTOS,
) -> Entry:
    """The entry of a project as of a day; of `ENTRY_FIELDS` it tells those that are shown."""
    return Entry(
        key=key,
        number=line(project.number),
        title=line(project.title) or tr("Project without a name"),
        short_title=line(project.acronym) or line(project.name) or tr("Project without a name"),
        kind=project.kind.label if project.kind else "",
        duration=project.duration or tr("duration not known"),
        duration_known=bool(project.duration),
        status=status_sign(project),
        flag=flag_sign(project, today),
        facts=_facts(project),
        details=_details(project, names, shown),
        text=passage(project.public_text if "public_text" in shown else "", project.title, project.name),
        results=passage(project.results if "results" in shown else ""),
        photos=photos.shown if PHOTOS in shown else (),
    )


def status_sign(project: Project) -> Sign:
    """The sign of a project's status."""
    return Sign(project.status.value, project.status.label)


def flag_sign(project: Project, today: date) -> Sign | None:
    if is_overdue(project, today):
        return Sign("overdue", View.OVERDUE.label)
    if is_ending_soon(project, today):
        return Sign("soon", View.SOON.label)
    return None


def _details(project: Project, names: Names, shown: Collection[str]) -> tuple[Fact, ...]:
    by_name = {each.name: each for each in declared()}
    found = (fact(project, by_name[name], names) for name in _DETAILED if name in shown)
    return tuple(each for each in found if each)


def declared() -> list[Field | Part]:
    """The fields and parts of a project, as they are declared."""
    return [*fields_of(Project), *parts_of(Project)]


def fact(project: Project, what: Field | Part, names: Names) -> Fact | None:
    """What is known in a field, or in the rows of a part; None where nothing is."""
    value = getattr(project, what.name)
    texts = [names.text(what, value)] if isinstance(what, Field) else [row_text(row, names) for row in value]
    lines = tuple(line(text) for text in texts if text)
    return Fact(what.title, lines) if lines else None


def steps(project: Project) -> tuple[str, ...]:
    """The end that was recorded, with its outcome."""
    ended = project.ended
    told = (
        tr("Ended {date}", date=ended.effective) if ended and ended.effective else "",
        ended.outcome.label if ended and ended.outcome else "",
    )
    return tuple(each for each in told if each)


_UNPRINTED = frozenset({"email", "phone", "sha256", "size"})
"""What the paper of a board does not tell of a row: how to reach a person, and what only the program needs."""


def row_text(row: Any, names: Names) -> str:
    """A row of a part in one line: its values, named where they do not speak for themselves.

    Where no organisation or project is named, the words as they were written tell more than what was read from them.
    """
    told = [(field, text) for field, text in names.lines(row) if field.name not in _UNPRINTED]
    words = next((text for field, text in told if field.name == "words"), "")
    if words and not any(field.type is Key for field, _ in told):
        return words
    known = [_named(field, text) for field, text in told if field.name != "words"]
    if told and issubclass(told[0][0].type, Enum) and len(known) > 1:
        return f"{known[0]}: {', '.join(known[1:])}"
    return ", ".join(known)


def _named(field: Field, text: str) -> str:
    if is_flag(field):
        return field.title.lower()
    speaks = field.type in {str, Key} or issubclass(field.type, Enum)
    return text if speaks else f"{field.title.lower()} {text}"


def _facts(project: Project) -> tuple[str, ...]:
    facts = (
        project.kind.label if project.kind else "",
        line(project.number),
        _words_of_time(project),
        *steps(project),
    )
    return tuple(fact for fact in facts if fact)


def _words_of_time(project: Project) -> str:
    """The words as written, where they say more than the duration beside them."""
    words = line(project.time_text)
    said_already = _plain(words) == _plain(project.duration)
    return "" if said_already or not words else tr("“{words}”", words=words)


def _plain(words: str) -> str:
    return _DASHES_AND_BLANKS.sub("-", words).strip("-")

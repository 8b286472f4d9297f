"""Requests to complete what the register says of projects: a file for each contact person, to be sent by mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.errors import KnownError, NotFoundError
from hankeapp.domain.quality import problems
from hankeapp.domain.requests import recipients
from hankeapp.language.collation import sort_key
from hankeapp.services.files import check_new, write_new
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from hankeapp.db.store import Store
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.proposals import Progress
    from hankeapp.domain.requests import Recipient
    from hankeapp.exchange.request_writing import Asked
    from hankeapp.services.register import Register

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
"""What Windows takes into no name of a file."""
_LONGEST = 80
MOST = 500
"""Projects that are asked about at once: each is a sheet, and more than that nobody sends by mail."""


@dataclass(frozen=True)
class Request:
    """A file that was written: for whom, of which projects, and how many things are missing or to be checked there."""

    path: Path
    recipient: Recipient
    problems: int


def write_requests(
    register: Register, ids: Sequence[ProjectId], folder: Path, progress: Progress | None = None
) -> list[Request]:
    """Write a file for each contact person of the projects, from whatever thread; all of them or none.

    `FileError` where one cannot be written or its name is taken, `NotFoundError` where there are no projects.
    `progress` is told how many sheets are made of how many; what it raises stops it, and nothing is kept.
    """
    if len(ids) > MOST:
        raise KnownError(
            tr("At most {n} projects can be asked about at once.", n=MOST),
            tr("Nothing was written."),
            tr("Narrow the list, for example to what is missing: puuttuu:yksikkö."),
        )
    with register.search.store_beside() as store:
        today = register.today()
        asked = recipients(store.projects(ids), today)
        if not asked:
            raise NotFoundError(
                tr("There are no projects to ask about."), tr("Nothing was written."), tr("Choose other projects.")
            )
        files, told = {}, []
        names = list(_file_names(asked, today))
        check_new(folder, names)
        counted = _Counted(sum(len(each.projects) for each in asked), progress)
        for name, recipient in zip(names, asked, strict=True):
            found, files[name] = _written(store, recipient, today, counted)
            told.append((recipient, found))
    paths = write_new(folder, files)
    return [Request(path, recipient, found) for path, (recipient, found) in zip(paths, told, strict=True)]


class _Counted:
    """Tells how many sheets are written of how many."""

    def __init__(self, of: int, progress: Progress | None) -> None:
        self._of = of
        self._done = 0
        self._progress = progress

    def each(self, asked: Iterable[Asked]) -> Iterator[Asked]:
        """The same, one after another, each told of before it is taken."""
        for one in asked:
            if self._progress is not None:
                self._progress(self._done, self._of)
            self._done += 1
            yield one


def _written(store: Store, recipient: Recipient, today: date, counted: _Counted) -> tuple[int, bytes]:
    from hankeapp.exchange.request_writing import Asked, write_request

    units = {unit.id: unit for unit in store.shared("unit")}
    current = [unit.name for unit in units.values() if unit.end is None or unit.end.latest >= today]
    asked = [Asked(each, problems(each, today, units)) for each in recipient.projects]
    count = sum(len(each.problems) for each in asked)
    return count, write_request(
        counted.each(asked), store.names(), sorted(set(current), key=sort_key), recipient.called, today
    )


def _file_names(asked: Sequence[Recipient], today: date) -> Iterator[str]:
    """A name for each that no other has, whatever the case of its letters."""
    taken: set[str] = set()
    for each in asked:
        called = each.called or tr("No contact person")
        base = " ".join(_UNFIT.sub(" ", called)[:_LONGEST].split()).strip(" .")
        number = 1
        name = _file_name(base, today)
        while name.casefold() in taken:
            number += 1
            name = _file_name(f"{base} {number}", today)
        taken.add(name.casefold())
        yield name


def _file_name(called: str, today: date) -> str:
    return tr("{name} request {date}.xlsx", name=called, date=today.isoformat())

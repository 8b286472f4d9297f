"""Projects of a register into a file of another format: whole or not at all, with a way to stop."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from hankeapp.db.store import Store
from hankeapp.domain.columns import column_of
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.letterheads import TABLE as LETTERHEAD
from hankeapp.domain.letterheads import present
from hankeapp.services.files import check_free, unwritable, write_whole
from hankeapp.services.register import Register
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from hankeapp.domain.naming import Names
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.proposals import Progress
    from hankeapp.exchange.page_writing import PageWriting
    from hankeapp.exchange.sheets import Sheet
    from hankeapp.services.past import Past

_BATCH = 250
"""Projects that are read at once: so often a person is told how far it is, and may stop it."""


@dataclass(frozen=True)
class Export:
    """What is to be written: projects in their order, and columns of a table by their names, None for all fields."""

    format: ExportFormat
    ids: Sequence[ProjectId]
    columns: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Exported:
    """How many projects were written, which were left out, and sentences about what was lost."""

    count: int
    left_out: tuple[Project, ...] = ()
    remarks: tuple[str, ...] = ()


class Source(Protocol):
    """What is read of a register: a store of another thread, or projects of a past day."""

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """The projects of the ids, in their order."""

    def names(self) -> Names:
        """What they refer to is called."""

    def shared(self, table: str) -> Sequence[Any]:
        """The rows of a shared table."""

    def layout(self) -> PageLayout | None:
        """The page that was taken in."""


def export(register: Register | Past, asked: Export, path: Path, progress: Progress | None = None) -> Exported:
    """Write projects into a file, from whatever thread; `FileError`.

    `progress` is told how many projects are read of how many; what it raises stops it, and nothing is kept.
    """
    check_free(path)  # before much is read in vain
    try:
        with _reading(register) as source:
            data, exported = _WRITERS[asked.format](_Reading(register, source, asked, progress or _silent))
    except OSError as error:  # a format that is packed beside: the disk of temporary files is full
        raise unwritable(path, error) from error
    write_whole(path, data)
    return exported


@dataclass(frozen=True)
class _Reading:
    """A source that is read batch by batch."""

    register: Register | Past
    source: Source
    asked: Export
    progress: Progress

    def projects(self) -> Iterator[Project]:
        ids = self.asked.ids
        for done in range(0, len(ids), _BATCH):
            self.progress(done, len(ids))
            yield from self.source.projects(ids[done : done + _BATCH])
        self.progress(len(ids), len(ids))

    def sheets(self) -> tuple[Sheet, ...]:
        from hankeapp.exchange.sheets import listed_sheet, whole_sheets

        names = self.source.names()
        if self.asked.columns is None:
            return whole_sheets(names)
        return (listed_sheet([column_of(name) for name in self.asked.columns], names),)

    def exported(self, remarks: tuple[str, ...] = (), left_out: tuple[Project, ...] = ()) -> Exported:
        return Exported(len(self.asked.ids) - len(left_out), left_out, remarks)


def _xlsx(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.xlsx_writing import write_xlsx

    writing = write_xlsx(reading.sheets(), reading.projects(), tr("Projects"))
    return writing.data, reading.exported(tuple(map(_shortened, writing.shortened)))


def _ods(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.ods_writing import write_ods

    writing = write_ods(reading.sheets(), reading.projects(), tr("Projects"))
    return writing.data, reading.exported()


def _csv(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.csv_table import write_csv

    return write_csv(reading.sheets()[0], reading.projects()), reading.exported()


def _json(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.register_json import write_register
    from hankeapp.services.whole_register import whole_of

    assert isinstance(reading.source, Store), "a whole register is that of today"
    return write_register(whole_of(reading.source, reading.projects()), reading.register.today()), reading.exported()


def _ics(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.calendar_writing import write_calendar

    writing = write_calendar(reading.projects(), reading.source.names(), reading.register.today())
    left = len(writing.left_out)
    undated = trn(
        "{n} project has no end or deadline ahead, and is not in the calendar.",
        "{n} projects have no end or deadline ahead, and are not in the calendar.",
        left,
    )
    return writing.data, reading.exported((undated,) if left else (), writing.left_out)


def _docx(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.reports.head import issued_by
    from hankeapp.reports.logo import left_out
    from hankeapp.reports.summary import overview
    from hankeapp.reports.word_document import WordDocument

    projects = list(reading.projects())
    of, letterhead = reading.register, present(reading.source.shared(LETTERHEAD))
    keys = {each.sha256 for project in projects for each in project.attachments} | {letterhead.sha256}
    edition = issued_by(letterhead, of.today(), of.situation)
    edition = replace(edition, contents=of.pictures_beside(filter(None, keys)))
    document = WordDocument(overview(projects, edition, reading.source.names()))
    data = document.bytes()
    remarks = [left_out()] if document.is_without_logo else []
    return data, reading.exported((*remarks, *map(_without_photo, document.without_photo)))


def _html(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.html_writing import write_html

    return _of_page(reading, write_html(list(reading.projects())))


def _page(reading: _Reading) -> tuple[bytes, Exported]:
    from hankeapp.exchange.page_writing import write_page

    return _of_page(reading, write_page(reading.source.layout(), list(reading.projects())))


def _of_page(reading: _Reading, writing: PageWriting) -> tuple[bytes, Exported]:
    without_text = (
        tr("“{name}” has no public text and was left out.", name=project.title) for project in writing.left_out
    )
    return writing.data, reading.exported((*writing.remarks, *without_text), writing.left_out)


_WRITERS: dict[ExportFormat, Callable[[_Reading], tuple[bytes, Exported]]] = {
    ExportFormat.XLSX: _xlsx,
    ExportFormat.ODS: _ods,
    ExportFormat.CSV: _csv,
    ExportFormat.JSON: _json,
    ExportFormat.ICS: _ics,
    ExportFormat.DOCX: _docx,
    ExportFormat.HTML: _html,
    ExportFormat.PAGE: _page,
}


@contextmanager
def _reading(register: Register | Past) -> Iterator[Source]:
    if isinstance(register, Register):
        with register.search.store_beside() as store:
            yield store
    else:
        yield register


def _shortened(title: str) -> str:
    return tr("“{name}”: a text longer than a cell of Excel takes was shortened.", name=title)


def _without_photo(title: str) -> str:
    return tr(
        "“{name}”: a picture without a text for those who do not see it, or a broken one, was left out.", name=title
    )


def _silent(_done: int, _of: int) -> None:
    """Nobody wants to know."""

"""The kept reports of an open register: frozen copies of what was printed or published, found again and compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.digests import sha256_of
from hankeapp.domain import rules
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FileError, NotFoundError
from hankeapp.domain.kept_reports import SERIES, Form, KeptReport, newest_first
from hankeapp.language.folding import fold
from hankeapp.services.acts import short
from hankeapp.services.files import write_whole
from hankeapp.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Desk
    from hankeapp.reports.typesetting import Print
    from hankeapp.services.acts import Journal
    from hankeapp.services.printing import Manuscript

TABLE = "kept_report"


class KeptReports:
    """To keep and to remove is an act, and nothing else is done to what is kept: it is never changed."""

    def __init__(self, store: Store, journal: Journal, desk: Desk) -> None:
        self._store = store
        self._journal = journal
        self._desk = desk

    def all(self, text: str = "") -> list[KeptReport]:
        """The kept reports in whose number, title, note, day or maker a text stands; the newest first."""
        words = fold(text).split()
        found = [each for each in self._store.shared(TABLE) if all(word in _sought(each) for word in words)]
        return sorted(found, key=newest_first, reverse=True)

    def numbered(self, number: str) -> KeptReport:
        """The report of a number, whatever the case; `NotFoundError` where there is none."""
        wanted = fold(number.strip())
        found = next((each for each in self.all() if fold(each.number) == wanted), None)
        if found is None:
            raise NotFoundError(
                tr("There is no kept report {number} in the register.", number=number),
                tr("Nothing was changed."),
                tr("The kept reports are: {numbers}", numbers=", ".join(each.number for each in self.all()) or "–"),
            )
        return found

    def keep(self, manuscript: Manuscript, printed: Print, name: str = "", note: str = "") -> KeptReport:
        """Keep a report as it was set, under a title of its own or that of its kind. `FieldError`."""
        from hankeapp.services.wishes import whole_json

        day = PartialDate.of(manuscript.edition.today)
        report = KeptReport(
            number="",
            name=name.strip() or self.title_of(manuscript),
            note=note.strip(),
            day=day,
            on=PartialDate.of(manuscript.on) if manuscript.on else None,
            known=PartialDate.of(manuscript.known) if manuscript.known else None,
            made=self._desk.clock.now(),
            maker=self._desk.actor,
            acts=manuscript.acts,
            wish=whole_json(manuscript.wish),
            projects=" ".join(project.number for project in manuscript.projects),
            pages=printed.pages,
            sha256=sha256_of(printed.pdf),
            size=len(printed.pdf),
        )
        return self.put_in(report, printed.pdf)

    @staticmethod
    def title_of(manuscript: Manuscript) -> str:
        """What a report is called that is given no other title."""
        return f"{manuscript.wish.kind.label} {PartialDate.of(manuscript.edition.today)}"

    def put_in(self, report: KeptReport, data: bytes) -> KeptReport:
        """Keep bytes with what tells of them, under the next number. `FieldError`."""
        rules.check_text("name", report.name, rules.LONGEST_LINE)
        rules.check_text("note", report.note, rules.LONGEST_TEXT)
        year = self._desk.clock.today().year
        with self._journal.act(_kept(report)) as acting:
            (number,) = acting.writing.new_numbers(year, 1, SERIES)
            acting.writing.keep_content(report.sha256, data)
            numbered = replace(report, number=number)
            return replace(numbered, id=acting.add_shared(TABLE, numbered))

    def remove(self, report: KeptReport) -> None:
        """Remove it, so that undoing brings it back; its bytes go for good when the trash is emptied."""
        text = tr("The kept report {number} “{name}” was removed.", number=report.number, name=short(report.name))
        with self._journal.act(text) as acting:
            if acting.writing.shared_row(TABLE, report.id) is None:
                raise NotFoundError(
                    tr("The kept report {number} is not in the register any more.", number=report.number),
                    tr("Nothing was changed."),
                )
            acting.put_away_shared(TABLE, report.id)

    def content(self, report: KeptReport) -> bytes:
        """The bytes as they were kept; `FileError` where they are gone or damaged."""
        data = self._store.content(report.sha256)
        if data is None or sha256_of(data) != report.sha256:
            raise FileError(
                tr("The file of the kept report {number} is damaged.", number=report.number),
                tr("It was not opened. Everything else in the register is as it was."),
                tr("Save it from a backup of the register, or print it again as the register was then."),
            )
        return data

    def save_as(self, report: KeptReport, path: Path) -> None:
        """Write the bytes to a place that a person chose; `FileError`."""
        write_whole(path, self.content(report))


def _sought(report: KeptReport) -> str:
    days = f"{report.day} {PartialDate.of(report.made_on)}"
    return fold(f"{report.number} {report.name} {report.note} {days} {report.maker}")


def _kept(report: KeptReport) -> str:
    name = short(report.name)
    if report.form is Form.PDF:
        return tr("The report “{name}” was kept.", name=name)
    return tr("The web page was marked as published.")

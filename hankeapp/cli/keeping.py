"""The commands about what was kept and published: `reports` and `published`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from hankeapp.cli.answers import Done
from hankeapp.cli.registers import opened
from hankeapp.cli.tables import shortened
from hankeapp.cli.usage import WrongUsage
from hankeapp.domain.comparison_telling import as_text
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import NotFoundError
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from hankeapp.cli.answers import Answer
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.comparisons import Compared, Comparison
    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.services.register import Register


def tell_reports(asked: Namespace, desk: Desk) -> Answer:
    """The kept reports; of one that is named, its file, what has changed since, or its removal."""
    if asked.number is None:
        if asked.changes or asked.remove:
            raise WrongUsage(tr("say the number of a kept report first"))
        with opened(asked.register, desk) as register:
            return Reports(register.kept_reports.all(asked.find))
    if sum([asked.file is not None, asked.changes, asked.remove]) > 1:
        raise WrongUsage(tr("a file, --changes and --remove are asked for one at a time"))
    with opened(asked.register, desk) as register:
        return _of_one(register, register.kept_reports.numbered(asked.number), asked)


def tell_published(asked: Namespace, desk: Desk) -> Answer:
    """What differs from what was last published; or today's page is marked as published."""
    with opened(asked.register, desk) as register:
        if asked.mark:
            from hankeapp.domain.kept_reports import Form
            from hankeapp.services.pages import publish

            report = publish(register, Form.HTML)
            told = tr("The web page was marked as published: {number}", number=report.number)
            return Done([told], _document(report))
        changes = register.web_page.changes()
        if changes is None:
            raise NotFoundError(
                tr("No web page has been published or taken in yet."),
                tr("Nothing was changed."),
                tr("Mark the present one as published: --mark"),
            )
        return Changes(changes, register.web_page.last())


def _of_one(register: Register, report: KeptReport, asked: Namespace) -> Answer:
    if asked.changes:
        from hankeapp.services.report_changes import changes

        return Changes(changes(register, report), report)
    if asked.remove:
        register.kept_reports.remove(report)
        told = tr("The kept report {number} “{name}” was removed.", number=report.number, name=report.name)
        return Done([told], {"removed": report.number})
    if asked.file is None:
        return Report(report)
    register.kept_reports.save_as(report, asked.file)
    told = tr("The kept report {number} was written: {path}", number=report.number, path=asked.file)
    return Done([told], _document(report) | {"file": str(asked.file)})


@dataclass(frozen=True)
class Reports:
    """Kept reports, the newest first."""

    reports: Sequence[KeptReport]

    def text(self) -> str:
        lines = [_line(each) for each in self.reports]
        return "\n".join([*lines, *([""] if lines else []), trn("{n} report", "{n} reports", len(lines))])

    def document(self) -> list[dict[str, Any]]:
        return [_document(each) for each in self.reports]


@dataclass(frozen=True)
class Report:
    """All that is known of one."""

    report: KeptReport

    def text(self) -> str:
        each = self.report
        lines = [_line(each), f"{tr('Kept by')}: {each.maker} {PartialDate.of(each.made_on)}"]
        return "\n".join([*lines, *([each.note] if each.note else []), " ".join(each.numbers)])

    def document(self) -> dict[str, Any]:
        return _document(self.report)


@dataclass(frozen=True)
class Changes:
    """What has changed since a report was made, or since the web page was published."""

    comparison: Comparison
    report: KeptReport | None

    def text(self) -> str:
        return "\n".join([*([_line(self.report), ""] if self.report else []), as_text(self.comparison, shortened)])

    def document(self) -> dict[str, Any]:
        return {
            "report": self.report.number if self.report else None,
            "alike": self.comparison.alike,
            "projects": [_compared(each) for each in self.comparison.projects],
        }


def _line(report: KeptReport) -> str:
    projects = trn("{n} project", "{n} projects", len(report.numbers))
    pages = [trn("{n} page", "{n} pages", report.pages)] if report.pages else []
    return " · ".join([f"{report.number}  {report.name}", report.form.label, str(report.day), projects, *pages])


def _document(report: KeptReport) -> dict[str, Any]:
    return {
        "number": report.number,
        "title": report.name,
        "note": report.note,
        "form": report.form.value,
        "day": report.day.iso,
        "on": report.on.iso if report.on else None,
        "known": report.known.iso if report.known else None,
        "kept": report.made.astimezone(UTC).isoformat(),
        "actor": report.maker,
        "projects": list(report.numbers),
        "pages": report.pages,
        "sha256": report.sha256,
        "size": report.size,
    }


def _compared(each: Compared) -> dict[str, Any]:
    return {
        "number": each.number,
        "title": each.title or None,
        "fate": each.fate.value,
        "reason": each.reason,
        "moved": each.has_moved,
        "differences": [vars(difference) for difference in each.differences],
    }

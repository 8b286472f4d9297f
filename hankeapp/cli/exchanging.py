"""The commands from a register to other files: `new`, `export` and `report`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done
from hankeapp.cli.formats import WRITTEN, format_of
from hankeapp.cli.progress import progress
from hankeapp.cli.registers import as_asked, make_searchable, opened, query_asked, tell_doubts
from hankeapp.cli.usage import WrongUsage
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.kept_reports import Form
from hankeapp.domain.query import Query, Sort
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.reports.typesetting import Print
    from hankeapp.services.printing import Wish
    from hankeapp.services.register import Register

GROUPS = {"theme": "themes", "unit": "unit", "funder": "funder", "status": "status", "kind": "kind"}
"""The columns by which a document is parted, by what the command line calls them."""


_PUBLISHED = {ExportFormat.PAGE: Form.PAGE, ExportFormat.HTML: Form.HTML}


def new_register(asked: Namespace, desk: Desk) -> Done:
    """Make an empty register; `RegisterExists` where a file stands already."""
    from hankeapp.services.opening import create

    with closing(create(asked.register, desk)):
        return Done([tr("The register was made: {path}", path=asked.register)], {"register": str(asked.register)})


def export_file(asked: Namespace, desk: Desk) -> Done:
    """Write the projects, or what a query finds of them, into a file; whole or not at all."""
    written_as = ExportFormat(format_of(asked.file, asked.format, WRITTEN))
    if asked.published and written_as not in _PUBLISHED:
        raise WrongUsage(tr("only a web page can be marked as published: --as page or --as html"))
    if asked.columns and not written_as.has_columns:
        raise WrongUsage(tr("only a table has columns: --as xlsx, ods or csv"))
    from hankeapp.services.exporting import Export, export
    from hankeapp.services.pages import publish

    with opened(asked.register, desk) as register, progress(tr("Writing the file")):
        make_searchable(register, asked)
        query = Query(text=asked.query, sorts=(Sort("page_order" if written_as is ExportFormat.HTML else "number"),))
        tell_doubts(register, query)
        wish = Export(written_as, register.ids(query), asked.columns)
        exported = export(register, wish, asked.file)
        marked = publish(register, _PUBLISHED[written_as], query) if asked.published else None
    count = trn("{n} project", "{n} projects", exported.count)
    return Done(
        [tr("The file was written: {path}", path=asked.file), count, *exported.remarks, *_marked(marked)],
        {
            "file": str(asked.file),
            "format": written_as.value,
            "count": exported.count,
            "left_out": [project.number for project in exported.left_out],
            "remarks": list(exported.remarks),
            "published": marked.number if marked else None,
        },
    )


def report(asked: Namespace, desk: Desk) -> Done:
    """Print an overview, a table or cards into a PDF, whole or not at all."""
    from hankeapp.reports.typesetting import typeset
    from hankeapp.services.files import write_whole
    from hankeapp.services.press import Press
    from hankeapp.services.printing import document_maker

    with opened(asked.register, desk) as register, Press() as press, progress(tr("Reading the projects")) as line:
        source, wish = as_asked(register, asked), _wish(register, asked)
        tell_doubts(source, wish.query)
        manuscript = document_maker(source, wish, line.hear)
        line.tell(tr("Setting the pages"))
        document = manuscript()
        printed = typeset(document, press.set_pages)
        write_whole(asked.file, printed.pdf)
        kept = None
        if asked.keep is not None:
            kept = register.kept_reports.keep(manuscript, printed, asked.keep, asked.note)
    count = len(document.told)
    sentences = [
        tr("The PDF was written: {path}", path=asked.file),
        " · ".join([trn("{n} project", "{n} projects", count), trn("{n} page", "{n} pages", printed.pages)]),
        *_losses(printed),
    ]
    if kept is not None:
        sentences.append(tr("The report “{name}” was kept as {number}.", name=kept.name, number=kept.number))
    return Done(
        sentences,
        {
            "file": str(asked.file),
            "count": count,
            "pages": printed.pages,
            "replaced": printed.replaced,
            "shortened": printed.shortened,
            "without_photo": printed.without_photo,
            "without_logo": printed.without_logo,
            "kept": kept.number if kept else None,
        },
    )


def _wish(register: Register, asked: Namespace) -> Wish:
    """What is asked, over what the preset of `--preset` or the kept report of `--like` says; `NotFoundError`."""
    from hankeapp.services.printing import PAGE_ORDER, ReportKind, Wish
    from hankeapp.services.wishes import wish_from, wish_of

    preset = wish_of(register.presets.named(asked.preset)) if asked.preset else Wish(Query(sorts=(PAGE_ORDER,)))
    if asked.like:
        preset = wish_from(register.kept_reports.numbered(asked.like).wish)
    query = query_asked(register, asked, preset.query)
    return replace(
        preset,
        query=query if asked.group is None else replace(query, group=GROUPS[asked.group]),
        kind=ReportKind(asked.kind) if asked.kind else preset.kind,
        office=asked.office or preset.office,
        language=asked.language or preset.language,
    )


def _marked(report: KeptReport | None) -> Iterator[str]:
    if report is not None:
        yield tr("The web page was marked as published: {number}", number=report.number)


def _losses(printed: Print) -> Iterator[str]:
    from hankeapp.reports.logo import left_out

    if printed.without_logo:
        yield left_out()
    for title in printed.replaced:
        yield tr("“{name}”: characters that cannot be printed were replaced.", name=title)
    for title in printed.shortened:
        yield tr("“{name}”: the text was shortened.", name=title)
    for title in printed.without_photo:
        yield tr(
            "“{name}”: a picture without a text for those who do not see it, or a broken one, was left out.", name=title
        )

"""The commands between a register and other files: `new`, `import`, `export` and `report`."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done, Intake
from hankeapp.cli.formats import READ, WRITTEN, format_of
from hankeapp.cli.progress import progress
from hankeapp.cli.registers import as_asked, make_searchable, opened, query_asked, tell_doubts
from hankeapp.domain.query import Query
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.proposals import Proposal, Reading
    from hankeapp.reports.typesetting import Print
    from hankeapp.services.printing import Wish
    from hankeapp.services.register import Register

GROUPS = {"theme": "themes", "unit": "unit", "funder": "funder", "status": "status", "kind": "kind"}
"""The columns by which a document is parted, by what the command line calls them."""


def new_register(asked: Namespace, desk: Desk) -> Done:
    """Make an empty register; `RegisterExists` where a file stands already."""
    from hankeapp.services.opening import create

    with closing(create(asked.register, desk)):
        return Done([tr("The register was made: {path}", path=asked.register)], {"register": str(asked.register)})


def import_file(asked: Namespace, desk: Desk) -> Intake:
    """Take the projects of a page in that are not in the register yet; a page that is none makes no register."""
    format_of(asked.file, asked.format, READ)
    from hankeapp.services.sources import read_file

    with progress(tr("Taking the page in")):
        reading = read_file(asked.file, said=asked.format)
        return (_foreseen if asked.dry_run else _taken_in)(asked, desk, reading)


def export_file(asked: Namespace, desk: Desk) -> Done:
    """Write the page again, as text or HTML, or what a query finds of it; whole or not at all."""
    written_as = format_of(asked.file, asked.format, WRITTEN)
    from hankeapp.services import pages

    with opened(asked.register, desk) as register:
        make_searchable(register, asked)
        write, order = (pages.write_as_html, pages.BY_PAGE) if written_as == "html" else (pages.write, pages.BY_NUMBER)
        query = replace(order, text=asked.query)
        tell_doubts(register, query)
        writing = write(register, asked.file, query)
    left_out = [tr("“{name}” has no public text and was left out.", name=project.title) for project in writing.left_out]
    remarks = [*writing.remarks, *left_out]
    return Done(
        [tr("The page was written: {path}", path=asked.file), *remarks],
        {
            "file": str(asked.file),
            "left_out": [project.number for project in writing.left_out],
            "remarks": remarks,
        },
    )


def report(asked: Namespace, desk: Desk) -> Done:
    """Print an overview, a table or cards into a PDF, whole or not at all."""
    from hankeapp.reports.typesetting import typeset
    from hankeapp.services.files import write_whole
    from hankeapp.services.printing import document_of

    with opened(asked.register, desk) as register, progress(tr("Printing")):
        source, wish = as_asked(register, asked), _wish(register, asked)
        tell_doubts(source, wish.query)
        document = document_of(source, wish)
        printed = typeset(document)
        write_whole(asked.file, printed.pdf)
    count = len(document.told)
    sentences = [
        tr("The PDF was written: {path}", path=asked.file),
        " · ".join([trn("{n} project", "{n} projects", count), trn("{n} page", "{n} pages", printed.pages)]),
        *_losses(printed),
    ]
    return Done(
        sentences,
        {
            "file": str(asked.file),
            "count": count,
            "pages": printed.pages,
            "replaced": printed.replaced,
            "shortened": printed.shortened,
            "without_photo": printed.without_photo,
        },
    )


def _wish(register: Register, asked: Namespace) -> Wish:
    """What is asked, over what the preset of `--preset` says; `NotFoundError` where there is no such preset."""
    from hankeapp.services.printing import PAGE_ORDER, ReportKind, Wish
    from hankeapp.services.wishes import wish_of

    preset = wish_of(register.presets.named(asked.preset)) if asked.preset else Wish(Query(sorts=(PAGE_ORDER,)))
    query = query_asked(register, asked, preset.query)
    return replace(
        preset,
        query=query if asked.group is None else replace(query, group=GROUPS[asked.group]),
        kind=ReportKind(asked.kind) if asked.kind else preset.kind,
        office=asked.office,
        language=asked.language or preset.language,
    )


def _losses(printed: Print) -> Iterator[str]:
    for title in printed.replaced:
        yield tr("“{name}”: characters that cannot be printed were replaced.", name=title)
    for title in printed.shortened:
        yield tr("“{name}”: the text was shortened.", name=title)
    for title in printed.without_photo:
        yield tr(
            "“{name}”: a picture without a text for those who do not see it, or a broken one, was left out.", name=title
        )


def _foreseen(asked: Namespace, desk: Desk, reading: Reading) -> Intake:
    from hankeapp.services.intake import drafts

    chosen: Sequence[Proposal] = reading.proposals
    if os.path.lexists(asked.register):
        with opened(asked.register, desk) as register:
            chosen = register.unknown(reading)
    return Intake(asked.register, reading, chosen, drafts(chosen), desk.clock.today(), is_trial=True)


def _taken_in(asked: Namespace, desk: Desk, reading: Reading) -> Intake:
    from hankeapp.services.opening import filling

    with filling(asked.register, desk) as register:
        chosen = register.unknown(reading)
        projects = register.take_in(reading, chosen) if chosen else []
        return Intake(asked.register, reading, chosen, projects, register.today(), names=register.names())

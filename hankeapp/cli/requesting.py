"""The command `request`: files in which contact persons complete what the register says of their projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done
from hankeapp.cli.progress import progress
from hankeapp.cli.registers import make_searchable, opened, query_asked, tell_doubts
from hankeapp.domain.query import Query, Sort
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace

    from hankeapp.domain.clock import Desk
    from hankeapp.services.requests import Request


def write_files(asked: Namespace, desk: Desk) -> Done:
    """Write a file for each contact person of the projects that a query finds; all of them or none."""
    from hankeapp.services.requests import write_requests

    with opened(asked.register, desk) as register, progress(tr("Writing the requests")):
        make_searchable(register, asked)
        query = query_asked(register, asked, Query(sorts=(Sort("number"),)))
        tell_doubts(register, query)
        written = write_requests(register, register.ids(query), asked.folder)
    count = trn("{n} request was written.", "{n} requests were written.", len(written))
    return Done([count, *map(_line, written)], {"requests": [_document(each) for each in written]})


def _line(written: Request) -> str:
    projects = trn("{n} project", "{n} projects", len(written.recipient.projects))
    return f"{written.path} · {projects}"


def _document(written: Request) -> dict[str, object]:
    person = written.recipient
    return {
        "file": str(written.path),
        "contact": person.name or None,
        "email": person.email or None,
        "projects": [each.number for each in person.projects],
        "problems": written.problems,
    }

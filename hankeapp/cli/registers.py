"""Opening a register for the length of a command. The services, slow to load, come when usage was found right."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.cli.streams import complain
from hankeapp.cli.usage import WrongUsage
from hankeapp.domain.query import Query
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register


@contextmanager
def opened(path: Path, desk: Desk, *, reading: bool = False) -> Iterator[Register]:
    """The register at a path, which must be there, only for `reading` if wanted; the `RegisterError` why not."""
    from hankeapp.services.opening import open_register

    with closing(open_register(path, desk, reading=reading)) as register:
        yield register


def make_searchable(register: Register, asked: Namespace) -> None:
    """Make the index of a small register, if words are to be found in it: then they are found in all their forms."""
    from hankeapp.services.search import MADE_AT_ONCE

    if asked.query or asked.saved:
        register.search.make_ready(MADE_AT_ONCE)
        # That an index is damaged is noticed only as it is read: it is thrown away then, and made anew.
        register.find(Query(text=asked.query))
        register.search.make_ready(MADE_AT_ONCE)


def query_asked(register: Register, asked: Namespace, otherwise: Query) -> Query:
    """What `--query` asks of what the saved search of `--saved` finds, or else of this query; in its order.

    `NotFoundError` where there is no such saved search.
    """
    base = register.searches.named(asked.saved).query if asked.saved else otherwise
    return replace(base, text=f"{base.text} {asked.query}".strip(), sorts=base.sorts or otherwise.sorts)


def tell_doubts(source: Register | Past, query: Query) -> None:
    """Say on stderr, a line each, what of a query was not understood, and which word stood in for another.

    Of a query that was understood and finds nothing, which of its words and filters no project has.
    """
    from hankeapp.services.ways_out import dead_end

    found = source.find(query)
    if query.text and not (found.ids or found.doubts):
        complain(dead_end(source, query).sentence)
    for doubt in found.doubts:
        complain(doubt)
    if found.near:
        complain(tr("No project has the words as they were written: “{word}” was searched for.", word=found.near))


def as_asked(register: Register, asked: Namespace) -> Register | Past:
    """The register of today, or of the days of `--on` and `--known`; a month or a year means its last day.

    The number of a kept report in place of a day means the moment when it was made.
    """
    make_searchable(register, asked)
    if asked.on is None and asked.known is None:
        return register
    if isinstance(asked.known, str):
        if asked.on is not None:
            raise WrongUsage(tr("--on is not asked of a kept report: it knows its own day"))
        return register.past_of(register.kept_reports.numbered(asked.known))
    on = asked.on.latest if asked.on else None
    return register.past(on=on, known=asked.known.latest if asked.known else None)

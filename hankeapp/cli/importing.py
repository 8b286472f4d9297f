"""The command `import`: projects off a file into a register, or a whole register out of its JSON."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done, Listing
from hankeapp.cli.formats import READ, format_of
from hankeapp.cli.intakes import Intake, counted
from hankeapp.cli.progress import progress
from hankeapp.cli.registers import opened
from hankeapp.domain.errors import FileError
from hankeapp.domain.query import Query, Sort
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.proposals import Reading
    from hankeapp.services.import_review import Review
    from hankeapp.services.register import Register

_WHOLE = "json"
"""The format of which a new register is made whole."""
_MOST_NAMED = 20
"""Rows that a message names one by one."""


def import_file(asked: Namespace, desk: Desk) -> Intake | Done:
    """Take in what a file has and the register does not; a file without projects makes no register."""
    format_of(asked.file, asked.format, READ)
    with progress(tr("Taking the page in")):
        return _projects(asked, desk)


def _projects(asked: Namespace, desk: Desk) -> Intake | Done:
    """Take in the projects of a file that the register does not have.

    Projects that are there are changed only if that is asked, and what is uncertain never takes the place of what is
    known. What only may be one that is there is taken in as new, and told of.
    """
    from hankeapp.exchange.reading import read
    from hankeapp.exchange.register_reading import is_register
    from hankeapp.services.files import read_whole

    data = read_whole(asked.file)
    is_whole = asked.format == _WHOLE or (asked.format is None and is_register(data))
    if is_whole and not os.path.lexists(asked.register):
        return _whole(asked, desk)
    reading = read(asked.file.name, data, said=asked.format)
    return (_foreseen if asked.dry_run else _taken_in)(asked, desk, reading)


def _as_kept(asked: Namespace, reading: Reading, register: Register | None) -> tuple[Reading, str]:
    """The reading with its columns as they are kept by the name that is asked for, or else by their heads; the name.

    `NotFoundError` where nothing is kept by the name, `FileError` where there are no columns or no projects.
    """
    from hankeapp.services.mappings import chosen_in

    if asked.mapping and (register is None or reading.again is None):
        raise FileError(
            tr("“{name}” cannot be read by kept columns.", name=asked.file.name),
            tr("Nothing was changed."),
            tr("A table is, into a register in which its columns are kept."),
        )
    kept = None
    if register is not None and reading.again is not None:
        kept = register.mappings.named(asked.mapping) if asked.mapping else register.mappings.known(reading.columns)
    if kept is not None and reading.again is not None:
        chosen = chosen_in(kept)
        if not chosen.keys() & {column.head for column in reading.columns}:
            raise FileError(
                tr("The file has none of the columns that are kept by the name “{name}”.", name=kept.name),
                tr("Nothing was changed."),
                tr("Leave --mapping out: the columns are known by their heads then."),
            )
        reading = reading.again(chosen, _silent)
    if reading.columns and not reading.proposals:
        from hankeapp.exchange.sheet_reading import no_projects

        raise no_projects()
    return reading, kept.name if kept else ""


def _silent(_done: int, _of: int) -> None:
    """The bar on stderr moves by itself."""


def _whole(asked: Namespace, desk: Desk) -> Done:
    """Make a register of another one's JSON, with its keys and numbers; `FileError`."""
    if not asked.dry_run:
        return _made(asked, asked.register, desk)
    # What a trial finds is what would come of it: it makes the register, only elsewhere.
    with TemporaryDirectory() as folder:
        return _made(asked, Path(folder) / "trial.hanke", desk)


def _made(asked: Namespace, path: Path, desk: Desk) -> Done:
    from hankeapp.services.opening import create_whole

    with closing(create_whole(path, asked.file, desk)) as register:
        projects = register.projects(register.ids(Query(sorts=(Sort("number"),))))
        facts = {"register": str(asked.register), "dry_run": asked.dry_run, "added": len(projects)}
        none: dict[str, object] = {
            "mapping": None,
            "already": 0,
            "updated": 0,
            "differences": [],
            "remarks": [],
            "captions": [],
        }
        is_listed = asked.json or asked.dry_run
        return Done(
            [counted(len(projects), is_trial=asked.dry_run), *([tr("Nothing was changed.")] if asked.dry_run else [])],
            {**facts, **none},
            Listing(projects, register.today(), register.names()) if is_listed else None,
        )


def _foreseen(asked: Namespace, desk: Desk, reading: Reading) -> Intake:
    from hankeapp.services.intake import drafts, prepare_alone

    if os.path.lexists(asked.register):
        with opened(asked.register, desk) as register:
            reading, mapping = _as_kept(asked, reading, register)
            review, names = register.intake.prepare(reading), register.names()
    else:
        from hankeapp.domain.naming import NO_NAMES

        reading, mapping = _as_kept(asked, reading, None)
        review, names = prepare_alone(reading), NO_NAMES
    _decide(review, updates=asked.update)
    new = [each for each in review.accepted if each.target is None]
    today = desk.clock.today()
    return Intake(asked.register, review, drafts(new), today, names, mapping, updates=asked.update, is_trial=True)


def _taken_in(asked: Namespace, desk: Desk, reading: Reading) -> Intake:
    from hankeapp.services.opening import filling

    with filling(asked.register, desk) as register:
        reading, mapping = _as_kept(asked, reading, register)
        review = register.intake.prepare(reading)
        _decide(review, updates=asked.update)
        updated = {each.target.id for each in review.accepted if each.target is not None}
        projects = [each for each in register.intake.carry_out(review) if each.id not in updated]
        return Intake(
            asked.register, review, projects, register.today(), register.names(), mapping, updates=asked.update
        )


def _decide(review: Review, *, updates: bool) -> None:
    for at, each in enumerate(review.entries):
        if each.repeats:
            continue
        if each.target is not None and not each.target.is_certain:
            review.match(at, None)
        if review.entries[at].target is None or updates:
            review.accept(at)
    _refuse_nameless(review)


def _refuse_nameless(review: Review) -> None:
    """`FileError` with the rows of new projects that have no name; a table is taken in whole or not at all."""
    rows = [each.proposal for each in review.accepted if each.target is None and not each.title and each.proposal.row]
    if not rows:
        return
    sheets = {each.sheet for each in rows}
    named = [str(each.row) if len(sheets) == 1 else f"{each.sheet} {each.row}" for each in rows[:_MOST_NAMED]]
    told = ", ".join([*named, *(["…"] if len(rows) > _MOST_NAMED else [])])
    raise FileError(
        trn(
            "A row has no name of a project: {rows}.",
            "{n} rows have no name of a project: {rows}.",
            len(rows),
            rows=told,
        ),
        tr("Nothing was changed."),
        tr("Write the names into the table, or import it in the window, where rows can be left out."),
    )

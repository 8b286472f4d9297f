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
from hankeapp.domain.query import Query, Sort
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.proposals import Reading
    from hankeapp.services.import_review import Review

_WHOLE = "json"
"""The format of which a new register is made whole."""


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
    from hankeapp.exchange.sheet_reading import no_projects
    from hankeapp.services.files import read_whole

    data = read_whole(asked.file)
    is_whole = asked.format == _WHOLE or (asked.format is None and is_register(data))
    if is_whole and not os.path.lexists(asked.register):
        return _whole(asked, desk)
    reading = read(asked.file.name, data, said=asked.format)
    if reading.columns and not reading.proposals:
        raise no_projects()
    return (_foreseen if asked.dry_run else _taken_in)(asked, desk, reading)


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
        none = {"already": 0, "updated": 0, "differences": [], "remarks": [], "captions": []}
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
            review, names = register.intake.prepare(reading), register.names()
    else:
        from hankeapp.domain.naming import NO_NAMES

        review, names = prepare_alone(reading), NO_NAMES
    _decide(review, updates=asked.update)
    new = [each for each in review.accepted if each.target is None]
    return Intake(asked.register, review, drafts(new), desk.clock.today(), names, updates=asked.update, is_trial=True)


def _taken_in(asked: Namespace, desk: Desk, reading: Reading) -> Intake:
    from hankeapp.services.opening import filling

    with filling(asked.register, desk) as register:
        review = register.intake.prepare(reading)
        _decide(review, updates=asked.update)
        updated = {each.target.id for each in review.accepted if each.target is not None}
        projects = [each for each in register.intake.carry_out(review) if each.id not in updated]
        return Intake(asked.register, review, projects, register.today(), register.names(), updates=asked.update)


def _decide(review: Review, *, updates: bool) -> None:
    for at, each in enumerate(review.entries):
        if each.repeats:
            continue
        if each.target is not None and not each.target.is_certain:
            review.match(at, None)
        if review.entries[at].target is None or updates:
            review.accept(at)

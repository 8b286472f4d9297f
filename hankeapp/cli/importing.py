"""The command `import`: projects off a file into a register."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hankeapp.cli.formats import READ, format_of
from hankeapp.cli.intakes import Intake
from hankeapp.cli.progress import progress
from hankeapp.cli.registers import opened
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.proposals import Reading
    from hankeapp.services.import_review import Review


def import_file(asked: Namespace, desk: Desk) -> Intake:
    """Take in the projects of a file that the register does not have; a file without any makes no register.

    Projects that are there are changed only if that is asked, and what is uncertain never takes the place of what is
    known. What only may be one that is there is taken in as new, and told of.
    """
    format_of(asked.file, asked.format, READ)
    from hankeapp.exchange.sheet_reading import no_projects
    from hankeapp.services.sources import read_file

    with progress(tr("Taking the page in")):
        reading = read_file(asked.file, said=asked.format)
        if reading.columns and not reading.proposals:
            raise no_projects()
        return (_foreseen if asked.dry_run else _taken_in)(asked, desk, reading)


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

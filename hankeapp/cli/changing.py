"""The commands that change projects: `end`, `reopen` and `set`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done, Listing
from hankeapp.cli.registers import opened
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.status import Ending, Outcome
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.project import Project
    from hankeapp.services.register import Register


def end_projects(asked: Namespace, desk: Desk) -> Done:
    """End projects, all or none: on a date, on their recorded ends, or today."""
    with opened(asked.register, desk) as register:
        projects = _numbered(register, asked.numbers)
        register.end({project.id: _ending(asked, project, register) for project in projects})
        return _done(register, projects, {"ended": len(projects)})


def reopen_projects(asked: Namespace, desk: Desk) -> Done:
    """Make projects active, all or none."""
    with opened(asked.register, desk) as register:
        projects = _numbered(register, asked.numbers)
        register.activate([project.id for project in projects], asked.note)
        return _done(register, projects, {"reopened": len(projects)})


def set_fields(asked: Namespace, desk: Desk) -> Done:
    """Change fields of one project, all or none."""
    values = {assignment.field: assignment.value for assignment in asked.assignments}
    with opened(asked.register, desk) as register:
        (project,) = register.numbered([asked.number])
        changed = [name for name, value in values.items() if getattr(project, name) != value]
        register.save(project, values)
        return _done(register, [project], {"changed": changed}, is_act=bool(changed))


def _numbered(register: Register, numbers: Sequence[str]) -> list[Project]:
    return register.numbered(list(dict.fromkeys(numbers)))


def _ending(asked: Namespace, project: Project, register: Register) -> Ending:
    from hankeapp.services.register import on_recorded_end

    outcome = Outcome(asked.outcome) if asked.outcome else None
    if asked.recorded:
        return on_recorded_end(project, outcome, asked.note)
    return Ending(effective=asked.on or PartialDate.of(register.today()), outcome=outcome, note=asked.note)


def _done(register: Register, projects: Sequence[Project], facts: Mapping[str, object], *, is_act: bool = True) -> Done:
    act = register.journal.undoable if is_act else None
    now = register.projects([project.id for project in projects])
    listing = Listing(now, register.today(), register.names())
    return Done([act.name if act else tr("Nothing was changed.")], facts, listing)

"""The commands that change projects: `end`, `reopen`, `extend` and `set`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done, Listing
from hankeapp.cli.assignments import assignment, require_for_many, revision
from hankeapp.cli.foretelling import Foretold, changed_fields
from hankeapp.cli.registers import make_searchable, opened, tell_doubts
from hankeapp.cli.usage import WrongUsage
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError
from hankeapp.domain.query import Query, Sort
from hankeapp.domain.status import Ending, Extension, Outcome
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from hankeapp.cli.assignments import Assignment
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.project import Project
    from hankeapp.services.bulk import Foreseen
    from hankeapp.services.register import Register


def end_projects(asked: Namespace, desk: Desk) -> Done:
    """End projects, all or none: on a date, on their recorded ends, or today."""
    with opened(asked.register, desk) as register:
        projects = _numbered(register, asked.numbers)
        register.end({project.id: _ending(asked, project, register) for project in projects})
        return _done(register, projects, {"ended": len(projects)})


def reopen_projects(asked: Namespace, desk: Desk) -> Done:
    """Make projects active, or planned again, all or none."""
    with opened(asked.register, desk) as register:
        projects = _numbered(register, asked.numbers)
        ids = [project.id for project in projects]
        if asked.planned:
            register.plan(ids, asked.note)
        else:
            register.activate(ids, asked.note, asked.end)
        return _done(register, projects, {"reopened": len(projects)})


def extend_projects(asked: Namespace, desk: Desk) -> Done:
    """Give active projects a later end, all or none."""
    with opened(asked.register, desk) as register:
        projects = _numbered(register, asked.numbers)
        decided = asked.decided or PartialDate.of(register.today())
        extension = Extension(end=asked.end, decided=decided, note=asked.note)
        register.extend({project.id: extension for project in projects})
        return _done(register, projects, {"extended": len(projects)})


def set_fields(asked: Namespace, desk: Desk) -> Done | Foretold:
    """Change fields of one project or of many, all or none, as one act."""
    from hankeapp.services.bulk import foresee

    numbers, assignments = _split([*asked.numbers, *asked.assignments])
    if bool(numbers) is bool(asked.query):
        raise WrongUsage(tr("say which projects: their numbers, or --query"))
    with opened(asked.register, desk) as register:
        projects = _asked_for(register, asked) if asked.query else _numbered(register, numbers)
        if len(projects) != 1:
            require_for_many(assignments)
        revisions = [revision(each, register.lists) for each in assignments]
        foreseen = foresee(projects, revisions)
        _require_possible(foreseen)
        if asked.dry_run:
            return Foretold(foreseen, revisions, register.names())
        count = register.bulk.carry_out(foreseen, revisions)
        return _done(register, projects, {"changed": changed_fields(foreseen, revisions)}, is_act=bool(count))


def _split(words: Sequence[str]) -> tuple[Sequence[str], list[Assignment]]:
    """The numbers, and what follows them."""
    first = next((place for place, word in enumerate(words) if "=" in word), len(words) - 1)
    return words[:first], [assignment(word) for word in words[first:]]


def _asked_for(register: Register, asked: Namespace) -> list[Project]:
    make_searchable(register, asked)
    query = Query(text=asked.query, sorts=(Sort("number"),))
    tell_doubts(register, query)
    return register.projects(register.ids(query))


def _require_possible(foreseen: Sequence[Foreseen]) -> None:
    """The error of the first project that cannot be changed so, with its name where there are several."""
    refused = next((each for each in foreseen if each.refusal), None)
    if refused is None or refused.refusal is None:
        return
    if len(foreseen) == 1:
        raise refused.refusal
    named = tr("Project: “{name}”.", name=refused.before.title)
    raise FieldError(refused.refusal.field, *refused.refusal.sentences, named)


def _numbered(register: Register, numbers: Sequence[str]) -> list[Project]:
    return register.numbered(list(dict.fromkeys(numbers)))


def _ending(asked: Namespace, project: Project, register: Register) -> Ending:
    from hankeapp.services.steps import on_recorded_end

    outcome = Outcome(asked.outcome) if asked.outcome else None
    if asked.recorded:
        return on_recorded_end(project, outcome, asked.note)
    return Ending(effective=asked.on or PartialDate.of(register.today()), outcome=outcome, note=asked.note)


def _done(register: Register, projects: Sequence[Project], facts: Mapping[str, object], *, is_act: bool = True) -> Done:
    act = register.journal.undoable if is_act else None
    now = register.projects([project.id for project in projects])
    listing = Listing(now, register.today(), register.names())
    return Done([act.name if act else tr("Nothing was changed.")], facts, listing)

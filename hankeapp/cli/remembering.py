"""The commands that look back and throw away: `history`, `undo`, `redo`, `delete`, `restore`, `trash` and `erase`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.cli.answers import Done, Listing
from hankeapp.cli.histories import Told
from hankeapp.cli.registers import opened
from hankeapp.domain.errors import NotFoundError
from hankeapp.domain.history import Asked
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.history import Entry
    from hankeapp.domain.project import ProjectId
    from hankeapp.services.register import Register


def tell_history(asked: Namespace, desk: Desk) -> Told | Done:
    """The changes of a project, in the trash or not, or of the whole register, the newest first; or their file."""
    wanted = Asked(
        field=asked.field,
        actor=asked.by,
        first=asked.first.earliest if asked.first else None,
        last=asked.last.latest if asked.last else None,
    )
    with opened(asked.register, desk) as register:
        project = register.numbered([asked.number], gone=True)[0].id if asked.number else None
        told = register.history(project, wanted)
    return Told(told) if asked.csv is None else _written(told, asked.csv)


def undo(asked: Namespace, desk: Desk) -> Done:
    """Take the last act back, whoever did it; `NotFoundError` where there is none."""
    with opened(asked.register, desk) as register:
        act = register.journal.undo()
    if act is None:
        raise NotFoundError(tr("There is nothing to undo."), tr("Nothing was changed."))
    return Done([tr("Undone: {act}", act=act.name)], {"undone": act.name})


def redo(asked: Namespace, desk: Desk) -> Done:
    """Do again what was taken back last; `NotFoundError` where there is nothing or something was done since."""
    with opened(asked.register, desk) as register:
        act = register.journal.redo()
    if act is None:
        raise NotFoundError(tr("There is nothing to do again."), tr("Nothing was changed."))
    return Done([tr("Done again: {act}", act=act.name)], {"redone": act.name})


def throw_away(asked: Namespace, desk: Desk) -> Done:
    """Move projects to the trash, all or none."""
    with opened(asked.register, desk) as register:
        ids = [project.id for project in register.numbered(_once(asked.numbers))]
        register.throw_away(ids)
        return _moved(register, ids, "deleted")


def put_back(asked: Namespace, desk: Desk) -> Done:
    """Take projects back out of the trash, all or none."""
    with opened(asked.register, desk) as register:
        ids = [project.id for project in register.numbered(_once(asked.numbers), gone=True)]
        register.put_back(ids)
        return _moved(register, ids, "restored")


def trash(asked: Namespace, desk: Desk) -> Listing | Done:
    """What is in the trash, or its deletion for good."""
    with opened(asked.register, desk) as register:
        if not asked.empty:
            return Listing(register.trash(), register.today(), register.names())
        thrown = register.empty_trash()
    told = thrown.sentence or tr("The trash is empty already.")
    return Done([told], {"erased": thrown.projects, "erased_reports": thrown.reports})


def erase(asked: Namespace, desk: Desk) -> Done:
    """Erase the data of a person wherever they are a contact, out of the history too."""
    with opened(asked.register, desk) as register:
        count = register.erase_named(asked.person)
    told = trn("The data of {n} contact were erased.", "The data of {n} contacts were erased.", count)
    return Done([told], {"erased": count})


def _written(told: Sequence[Entry], path: Path) -> Done:
    from hankeapp.services.history_export import export

    export(told, path)
    sentences = [tr("The history was written: {path}", path=path), trn("{n} change", "{n} changes", len(told))]
    return Done(sentences, {"file": str(path), "count": len(told)})


def _once(numbers: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(numbers))


def _moved(register: Register, ids: Sequence[ProjectId], fact: str) -> Done:
    act = register.journal.undoable
    moved = register.projects(ids, gone=True)
    return Done([act.name] if act else [], {fact: len(moved)}, Listing(moved, register.today(), register.names()))

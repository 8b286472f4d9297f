"""The commands that only ask: `list`, `show`, `overdue` and `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.cli.answers import Card, Done, Listing
from hankeapp.cli.registers import as_asked, opened, query_asked, tell_doubts
from hankeapp.domain.errors import DamagedRegister
from hankeapp.domain.query import Query, Sort
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace

    from hankeapp.domain.clock import Desk

_TOLD = 5
"""Faults that are told: of a broken disk there may be thousands."""


def list_projects(asked: Namespace, desk: Desk) -> Listing:
    """The projects that a query finds, by their numbers; of a past day, if asked."""
    with opened(asked.register, desk) as register:
        source = as_asked(register, asked)
        query = query_asked(register, asked, Query(sorts=(Sort("number"),)))
        tell_doubts(source, query)
        return Listing(source.projects(source.ids(query)), source.today(), source.names(), source.situation)


def show_project(asked: Namespace, desk: Desk) -> Card:
    """One project in full."""
    with opened(asked.register, desk) as register:
        (project,) = register.numbered([asked.number])
        return Card(project, register.today(), register.names())


def list_overdue(asked: Namespace, desk: Desk) -> Listing:
    """The active projects whose latest possible end lies before the first possible day of a date."""
    from hankeapp.services.register import OVERDUE

    with opened(asked.register, desk) as register:
        day = asked.on.earliest if asked.on else register.today()
        return Listing(register.projects(register.ids(OVERDUE, day)), day, register.names())


def check_register(asked: Namespace, desk: Desk) -> Done:
    """Whether the file holds together; `DamagedRegister` where it does not."""
    from hankeapp.services.processes import give_way

    if asked.quick:
        give_way()
    with opened(asked.register, desk, reading=asked.quick) as register:
        require_sound(asked.register.name, register.unsound() if asked.quick else register.faults())
        count = len(register.ids(Query()))
    sentences = [tr("The register is sound."), trn("{n} project", "{n} projects", count)]
    return Done(sentences, {"ok": True, "count": count})


def require_sound(name: str, faults: list[str]) -> None:
    """`DamagedRegister` that tells the first faults."""
    if faults:
        raise DamagedRegister(
            tr("“{name}” is damaged: {fault}.", name=name, fault="; ".join(faults[:_TOLD])),
            tr("The file was not touched."),
            tr("Open a backup copy, or ask your IT support to restore the file."),
        )

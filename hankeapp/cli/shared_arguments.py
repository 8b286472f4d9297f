"""What may be asked of more than one command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.cli.usage import known_when, words
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query_keys import filter_keys
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser, _ActionsContainer
    from collections.abc import Iterable

_EXAMPLES = "tila:aktiivinen -rahoittaja:Interreg,EU päättyy:2026-2027 budjetti:>100000 puuttuu:yksikkö ohitettu"


def add_file(command: ArgumentParser, says: str, formats: Iterable[str]) -> None:
    command.add_argument("file", type=Path, metavar=tr("FILE"), help=says)
    command.add_argument(
        "--as", dest="format", choices=list(formats), help=tr("the file's format; by its ending, if not said")
    )


def add_number(command: ArgumentParser) -> None:
    command.add_argument("number", type=words, metavar=tr("NUMBER"), help=tr("a register number, as H-2026-014"))


def add_numbers(command: ArgumentParser) -> None:
    command.add_argument(
        "numbers", type=words, nargs="+", metavar=tr("NUMBER"), help=tr("a register number, as H-2026-014")
    )


def add_date(command: _ActionsContainer, says: str) -> None:
    # A date that does not exist is a `DateError` and no wrong usage: argparse lets it through.
    command.add_argument("--on", type=PartialDate.parse, metavar=tr("DATE"), help=says)


def add_past(command: ArgumentParser) -> None:
    add_date(command, tr("what was in force on that day, as it is known now"))
    command.add_argument(
        "--known",
        type=known_when,
        metavar=tr("DATE"),
        help=tr("what the register said at the end of that day, or when the report of this number was made"),
    )


def add_query(command: ArgumentParser) -> None:
    command.add_argument(
        "--query",
        type=words,
        default="",
        metavar=tr("QUERY"),
        help=tr("only what this finds: words, “phrases” and filters, with a comma for or and a minus for not"),
    )
    keys = ", ".join(f"{each.key}:" for each in filter_keys().values() if each.takes_value)
    command.set_defaults(saved="")
    command.epilog = tr("Filters of a query, for example {examples}: {keys}", examples=_EXAMPLES, keys=keys)


def add_saved(command: ArgumentParser) -> None:
    add_query(command)
    command.add_argument(
        "--saved", type=words, default="", metavar=tr("NAME"), help=tr("only what the saved search of this name finds")
    )


def add_note(command: ArgumentParser) -> None:
    command.add_argument("--note", type=words, default="", metavar=tr("TEXT"), help=tr("why; kept with the step"))

"""What may be asked of kept reports and of what was published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.cli import keeping
from hankeapp.cli.usage import words
from hankeapp.translation import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser


def reports(command: ArgumentParser) -> None:
    command.add_argument(
        "number",
        type=words,
        nargs="?",
        metavar=tr("NUMBER"),
        help=tr("a report number, as R-2026-003; all reports, if not said"),
    )
    command.add_argument(
        "file", type=Path, nargs="?", metavar=tr("FILE"), help=tr("write the kept copy into this file")
    )
    command.add_argument(
        "--find", type=words, default="", metavar=tr("TEXT"), help=tr("only those that hold this text")
    )
    command.add_argument("--changes", action="store_true", help=tr("what differs today from what the report tells of"))
    command.add_argument("--remove", action="store_true", help=tr("remove it; undoing brings it back"))
    command.set_defaults(carry_out=keeping.tell_reports)


def published(command: ArgumentParser) -> None:
    command.add_argument("--mark", action="store_true", help=tr("mark the present page as published"))
    command.set_defaults(carry_out=keeping.tell_published)


def keep(command: ArgumentParser) -> None:
    """Of `report`: to keep what is printed, and to print as before."""
    command.add_argument(
        "--like", type=words, default="", metavar=tr("NUMBER"), help=tr("as the kept report of this number was made")
    )
    command.add_argument(
        "--keep",
        type=words,
        nargs="?",
        const="",
        metavar=tr("TITLE"),
        help=tr("keep a frozen copy in the register too, under a number"),
    )
    command.add_argument("--note", type=words, default="", metavar=tr("TEXT"), help=tr("a note on the kept copy"))


def publish(command: ArgumentParser) -> None:
    """Of `export`: to remember what is written as published."""
    command.add_argument(
        "--published", action="store_true", help=tr("remember the page as published: later it is told what differs")
    )

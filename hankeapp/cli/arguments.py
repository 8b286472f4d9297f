"""What may be asked on the command line, a function a command. Names are a contract: they stay."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp import __version__
from hankeapp.cli import (
    COMMANDS,
    asking,
    changing,
    exchanging,
    importing,
    indexing,
    kept_arguments,
    quality,
    remembering,
)
from hankeapp.cli.formats import NAMED, READ, WRITTEN, column_names, pdf_path
from hankeapp.cli.usage import known_when, translate_argparse, words
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.status import Outcome
from hankeapp.translation import PRINTED, mark, tr

if TYPE_CHECKING:
    from argparse import _ActionsContainer
    from collections.abc import Iterable


def parser() -> ArgumentParser:
    """The whole command line."""
    translate_argparse()
    top = ArgumentParser(
        prog="hankeapp",
        description=tr("A register of a city's projects, from the command line."),
        epilog=tr("Without a command the window opens: hankeapp [REGISTER]"),
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"hankeapp {__version__}", help=tr("show the version"))
    commands = top.add_subparsers(metavar=tr("COMMAND"), required=True, title=tr("commands"))
    for name in COMMANDS:
        declare, says = _DECLARATIONS[name]
        command = commands.add_parser(name, help=tr(says), description=tr(says), allow_abbrev=False)
        command.add_argument("register", type=Path, metavar=tr("REGISTER"), help=tr("the register's file (.hanke)"))
        declare(command)
        command.add_argument("--json", action="store_true", help=tr("answer with one JSON document"))
    return top


def _new(command: ArgumentParser) -> None:
    command.set_defaults(carry_out=exchanging.new_register)


def _import(command: ArgumentParser) -> None:
    _file(command, tr("the file that projects are read off"), READ)
    command.add_argument("--dry-run", action="store_true", help=tr("say what would be taken in, and change nothing"))
    command.add_argument("--update", action="store_true", help=tr("change what differs in projects that are there"))
    command.epilog = tr("JSON is a whole register with its numbers and lists, and is read into a new register only.")
    command.set_defaults(carry_out=importing.import_file)


def _list(command: ArgumentParser) -> None:
    _saved(command)
    _past(command)
    command.set_defaults(carry_out=asking.list_projects)


def _show(command: ArgumentParser) -> None:
    _number(command)
    command.set_defaults(carry_out=asking.show_project)


def _overdue(command: ArgumentParser) -> None:
    _date(command, tr("before which the end lies; today, if not said"))
    command.set_defaults(carry_out=asking.list_overdue)


def _end(command: ArgumentParser) -> None:
    _numbers(command)
    when = command.add_mutually_exclusive_group()
    _date(when, tr("when it ended: a day, a month or a year; today, if not said"))
    when.add_argument("--recorded", action="store_true", help=tr("end each on its own recorded end"))
    outcomes = [outcome.value for outcome in Outcome]
    command.add_argument(
        "--outcome",
        choices=outcomes,
        metavar=tr("OUTCOME"),
        help=tr("how it ended: {codes}", codes=", ".join(outcomes)),
    )
    _note(command)
    command.set_defaults(carry_out=changing.end_projects)


def _reopen(command: ArgumentParser) -> None:
    _numbers(command)
    how = command.add_mutually_exclusive_group()
    how.add_argument("--end", type=PartialDate.parse, metavar=tr("DATE"), help=tr("their new end"))
    how.add_argument("--planned", action="store_true", help=tr("take them back to planned"))
    _note(command)
    command.set_defaults(carry_out=changing.reopen_projects)


def _extend(command: ArgumentParser) -> None:
    _numbers(command)
    command.add_argument(
        "--end", type=PartialDate.parse, required=True, metavar=tr("DATE"), help=tr("their new end, a later one")
    )
    command.add_argument(
        "--decided", type=PartialDate.parse, metavar=tr("DATE"), help=tr("when that was decided; today, if not said")
    )
    _note(command)
    command.set_defaults(carry_out=changing.extend_projects)


def _set(command: ArgumentParser) -> None:
    # Both kinds of words are one row to argparse: where the numbers end is found when they are read.
    command.add_argument("numbers", type=words, nargs="*", metavar=tr("NUMBER"), help=tr("as H-2026-014, or --query"))
    command.add_argument(
        "assignments",
        type=words,
        nargs="+",
        metavar=tr("FIELD=VALUE"),
        help=tr(
            "a field and its new value, for example end=12/2026; an empty value empties it, themes+=… and themes-=… "
            "add and take away, funder:OLD=NEW swaps"
        ),
    )
    _query(command)
    command.add_argument("--dry-run", action="store_true", help=tr("say what would be changed, and change nothing"))
    command.set_defaults(carry_out=changing.set_fields)


def _delete(command: ArgumentParser) -> None:
    _numbers(command)
    command.set_defaults(carry_out=remembering.throw_away)


def _restore(command: ArgumentParser) -> None:
    _numbers(command)
    command.set_defaults(carry_out=remembering.put_back)


def _trash(command: ArgumentParser) -> None:
    command.add_argument(
        "--empty", action="store_true", help=tr("delete what is in it for good, its history too; cannot be undone")
    )
    command.set_defaults(carry_out=remembering.trash)


def _erase(command: ArgumentParser) -> None:
    command.add_argument("person", type=words, metavar=tr("NAME"), help=tr("the contact's name or e-mail address"))
    command.set_defaults(carry_out=remembering.erase)


def _history(command: ArgumentParser) -> None:
    command.add_argument(
        "number", type=words, nargs="?", metavar=tr("NUMBER"), help=tr("of this project; of all, if not said")
    )
    command.add_argument("--field", type=words, default="", metavar=tr("FIELD"), help=tr("only changes of this field"))
    command.add_argument("--by", type=words, default="", metavar=tr("NAME"), help=tr("only changes by this person"))
    command.add_argument("--from", dest="first", type=PartialDate.parse, metavar=tr("DATE"), help=tr("from this day"))
    command.add_argument("--to", dest="last", type=PartialDate.parse, metavar=tr("DATE"), help=tr("up to this day"))
    command.add_argument(
        "--csv", type=Path, metavar=tr("FILE"), help=tr("write them into this file, which a spreadsheet opens")
    )
    command.set_defaults(carry_out=remembering.tell_history)


def _undo(command: ArgumentParser) -> None:
    command.set_defaults(carry_out=remembering.undo)


def _redo(command: ArgumentParser) -> None:
    command.set_defaults(carry_out=remembering.redo)


def _export(command: ArgumentParser) -> None:
    _file(command, tr("the file to write"), WRITTEN)
    _query(command)
    command.add_argument(
        "--columns",
        type=column_names,
        metavar=tr("COLUMNS"),
        help=tr("columns of a table, with commas between: {names}; all fields, if not said", names=", ".join(NAMED)),
    )
    kept_arguments.publish(command)
    command.set_defaults(carry_out=exchanging.export_file)


def _report(command: ArgumentParser) -> None:
    command.add_argument("file", type=pdf_path, metavar=tr("FILE.pdf"), help=tr("the PDF to write"))
    command.add_argument(
        "--kind",
        choices=["overview", "table", "card"],
        help=tr("overview: all in one document, table: a line a project, card: a page a project"),
    )
    command.add_argument(
        "--preset", type=words, default="", metavar=tr("NAME"), help=tr("as the preset of this name says")
    )
    command.add_argument("--group", choices=list(exchanging.GROUPS), help=tr("by what the projects are parted"))
    _saved(command)
    _past(command)
    command.add_argument("--language", choices=list(PRINTED), help=tr("the language of the headings; data is as it is"))
    command.add_argument("--office", type=words, default="", metavar=tr("NAME"), help=tr("who stands in the title"))
    kept_arguments.keep(command)
    command.set_defaults(carry_out=exchanging.report)


def _check(command: ArgumentParser) -> None:
    quick = tr("only pages and rows, giving way to others; not whether the history leads to what they hold")
    command.add_argument("--quick", action="store_true", help=quick)
    command.set_defaults(carry_out=asking.check_register)


def _quality(command: ArgumentParser) -> None:
    command.set_defaults(carry_out=quality.list_problems)


def _index(command: ArgumentParser) -> None:
    command.add_argument("--cache", type=Path, metavar=tr("FOLDER"), help=tr("where to; the cache folder, if not said"))
    command.set_defaults(carry_out=indexing.make_index)


def _file(command: ArgumentParser, says: str, formats: Iterable[str]) -> None:
    command.add_argument("file", type=Path, metavar=tr("FILE"), help=says)
    command.add_argument(
        "--as", dest="format", choices=list(formats), help=tr("the file's format; by its ending, if not said")
    )


def _number(command: ArgumentParser) -> None:
    command.add_argument("number", type=words, metavar=tr("NUMBER"), help=tr("a register number, as H-2026-014"))


def _numbers(command: ArgumentParser) -> None:
    command.add_argument(
        "numbers", type=words, nargs="+", metavar=tr("NUMBER"), help=tr("a register number, as H-2026-014")
    )


def _date(command: _ActionsContainer, says: str) -> None:
    # A date that does not exist is a `DateError` and no wrong usage: argparse lets it through.
    command.add_argument("--on", type=PartialDate.parse, metavar=tr("DATE"), help=says)


def _past(command: ArgumentParser) -> None:
    _date(command, tr("what was in force on that day, as it is known now"))
    command.add_argument(
        "--known",
        type=known_when,
        metavar=tr("DATE"),
        help=tr("what the register said at the end of that day, or when the report of this number was made"),
    )


def _query(command: ArgumentParser) -> None:
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


def _saved(command: ArgumentParser) -> None:
    _query(command)
    command.add_argument(
        "--saved", type=words, default="", metavar=tr("NAME"), help=tr("only what the saved search of this name finds")
    )


def _note(command: ArgumentParser) -> None:
    command.add_argument("--note", type=words, default="", metavar=tr("TEXT"), help=tr("why; kept with the step"))


_EXAMPLES = "tila:aktiivinen -rahoittaja:Interreg,EU päättyy:2026-2027 budjetti:>100000 puuttuu:yksikkö ohitettu"

_DECLARATIONS = {
    "new": (_new, mark("make an empty register")),
    "import": (_import, mark("take projects in from a file; makes the register where there is none")),
    "list": (_list, mark("list the projects")),
    "show": (_show, mark("show one project in full")),
    "overdue": (_overdue, mark("list the active projects whose end has passed")),
    "end": (_end, mark("end projects")),
    "reopen": (_reopen, mark("make ended projects active again")),
    "extend": (_extend, mark("give active projects a later end; earlier ones are kept")),
    "set": (_set, mark("change fields of projects, all in one act")),
    "delete": (_delete, mark("move projects to the trash")),
    "restore": (_restore, mark("take projects back out of the trash")),
    "trash": (_trash, mark("list the projects in the trash, or delete them for good")),
    "erase": (_erase, mark("erase a contact's data, the history too; cannot be undone")),
    "history": (_history, mark("tell what was changed, when and by whom")),
    "undo": (_undo, mark("take the last act back")),
    "redo": (_redo, mark("do again what was taken back last")),
    "export": (_export, mark("write the projects into a file")),
    "report": (_report, mark("print an overview into a PDF")),
    "reports": (kept_arguments.reports, mark("list the kept reports, or tell what has changed since one")),
    "published": (kept_arguments.published, mark("tell what differs from the web page as it was last published")),
    "check": (_check, mark("check that the register's file is sound")),
    "quality": (_quality, mark("list what is missing or contradictory in the projects")),
    "index": (_index, mark("make the index of the search, which is otherwise made when it is needed")),
}

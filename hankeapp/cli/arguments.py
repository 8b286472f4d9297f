"""What may be asked on the command line, a function a command. Names are a contract: they stay."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from hankeapp import __version__
from hankeapp.cli import (
    COMMANDS,
    asking,
    changing,
    exchanging,
    importing,
    indexing,
    kept_arguments,
    letterheads,
    quality,
    remembering,
    requesting,
)
from hankeapp.cli.formats import NAMED, READ, WRITTEN, column_names, pdf_path
from hankeapp.cli.shared_arguments import (
    add_date,
    add_file,
    add_note,
    add_number,
    add_numbers,
    add_past,
    add_query,
    add_saved,
)
from hankeapp.cli.usage import translate_argparse, words
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.status import Outcome
from hankeapp.translation import PRINTED, mark, tr


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
    add_file(command, tr("the file that projects are read off"), READ)
    command.add_argument("--dry-run", action="store_true", help=tr("say what would be taken in, and change nothing"))
    command.add_argument("--update", action="store_true", help=tr("change what differs in projects that are there"))
    command.add_argument(
        "--mapping",
        type=words,
        default="",
        metavar=tr("NAME"),
        help=tr("read a table's columns as they are kept by this name; by their heads, if not said"),
    )
    command.epilog = tr(
        "JSON makes a new register whole, with its numbers and lists; into a register that is there only projects come."
    )
    command.set_defaults(carry_out=importing.import_file)


def _list(command: ArgumentParser) -> None:
    add_saved(command)
    add_past(command)
    command.set_defaults(carry_out=asking.list_projects)


def _show(command: ArgumentParser) -> None:
    add_number(command)
    command.set_defaults(carry_out=asking.show_project)


def _overdue(command: ArgumentParser) -> None:
    add_date(command, tr("before which the end lies; today, if not said"))
    command.set_defaults(carry_out=asking.list_overdue)


def _end(command: ArgumentParser) -> None:
    add_numbers(command)
    when = command.add_mutually_exclusive_group()
    add_date(when, tr("when it ended: a day, a month or a year; today, if not said"))
    when.add_argument("--recorded", action="store_true", help=tr("end each on its own recorded end"))
    outcomes = [outcome.value for outcome in Outcome]
    command.add_argument(
        "--outcome",
        choices=outcomes,
        metavar=tr("OUTCOME"),
        help=tr("how it ended: {codes}", codes=", ".join(outcomes)),
    )
    add_note(command)
    command.set_defaults(carry_out=changing.end_projects)


def _reopen(command: ArgumentParser) -> None:
    add_numbers(command)
    how = command.add_mutually_exclusive_group()
    how.add_argument("--end", type=PartialDate.parse, metavar=tr("DATE"), help=tr("their new end"))
    how.add_argument("--planned", action="store_true", help=tr("take them back to planned"))
    add_note(command)
    command.set_defaults(carry_out=changing.reopen_projects)


def _extend(command: ArgumentParser) -> None:
    add_numbers(command)
    command.add_argument(
        "--end", type=PartialDate.parse, required=True, metavar=tr("DATE"), help=tr("their new end, a later one")
    )
    command.add_argument(
        "--decided", type=PartialDate.parse, metavar=tr("DATE"), help=tr("when that was decided; today, if not said")
    )
    add_note(command)
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
    add_query(command)
    command.add_argument("--dry-run", action="store_true", help=tr("say what would be changed, and change nothing"))
    command.set_defaults(carry_out=changing.set_fields)


def _delete(command: ArgumentParser) -> None:
    add_numbers(command)
    command.set_defaults(carry_out=remembering.throw_away)


def _restore(command: ArgumentParser) -> None:
    add_numbers(command)
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
    add_file(command, tr("the file to write"), WRITTEN)
    add_query(command)
    command.add_argument(
        "--columns",
        type=column_names,
        metavar=tr("COLUMNS"),
        help=tr("columns of a table, with commas between: {names}; all fields, if not said", names=", ".join(NAMED)),
    )
    kept_arguments.publish(command)
    command.set_defaults(carry_out=exchanging.export_file)


def _request(command: ArgumentParser) -> None:
    command.add_argument("folder", type=Path, metavar=tr("FOLDER"), help=tr("the folder to write the files into"))
    add_saved(command)
    command.set_defaults(carry_out=requesting.write_files)


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
    add_saved(command)
    add_past(command)
    command.add_argument("--language", choices=list(PRINTED), help=tr("the language of the headings; data is as it is"))
    command.add_argument(
        "--office",
        type=words,
        default="",
        metavar=tr("NAME"),
        help=tr("who stands in the title, in place of the office"),
    )
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
    "request": (_request, mark("write a file for each contact person, to be completed and imported again")),
    "report": (_report, mark("print an overview into a PDF")),
    "reports": (kept_arguments.reports, mark("list the kept reports, or tell what has changed since one")),
    "office": (
        letterheads.declare,
        mark("tell or set the office's name and logo, which stand in the title of documents"),
    ),
    "published": (kept_arguments.published, mark("tell what differs from the web page as it was last published")),
    "check": (_check, mark("check that the register's file is sound")),
    "quality": (_quality, mark("list what is missing or contradictory in the projects")),
    "index": (_index, mark("make the index of the search, which is otherwise made when it is needed")),
}

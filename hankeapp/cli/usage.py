"""Wrong usage, told in the person's language."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kept_reports import SERIES
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

WRONG_USAGE = 2

ARGPARSE_WORDS = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("show this help message and exit"),
    mark("%(prog)s: error: %(message)s\n"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("not allowed with argument %s"),
    mark("ignored explicit argument %r"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
)
"""What argparse says of the options that we use, on Python 3.11 to 3.14."""


class WrongUsage(Exception):
    """Arguments that are right each by itself and wrong together; a clause without a full stop, translated."""


def translate_argparse() -> None:
    """Have argparse speak our language: by itself it asks gettext for that of the environment, and has no Finnish."""
    argparse._ = tr  # type: ignore[attr-defined]


def bound(arguments: Sequence[str]) -> list[str]:
    """The arguments with each query bound to its option: argparse takes one that begins with a minus for an option."""
    bound_ones: list[str] = []
    for argument in arguments:
        if bound_ones and bound_ones[-1] == _QUERY:
            bound_ones[-1] = f"{_QUERY}={argument}"
        else:
            bound_ones.append(argument)
    return bound_ones


_QUERY = "--query"


def known_when(argument: str) -> PartialDate | str:
    """A day, or the number of a kept report, which stands for the moment when it was made."""
    text = argument.strip().upper()
    return words(text) if text.startswith(f"{SERIES}-") else PartialDate.parse(argument)


def words(argument: str) -> str:
    """A text that was typed; `ArgumentTypeError` for bytes that are no characters, which no register can keep."""
    if any("\ud800" <= character <= "\udfff" for character in argument):
        raise argparse.ArgumentTypeError(tr("the text is not UTF-8"))
    return argument

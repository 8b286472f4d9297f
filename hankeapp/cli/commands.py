"""Running one command: what was asked, what is answered, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hankeapp.cli import streams
from hankeapp.cli.arguments import parser
from hankeapp.cli.usage import WRONG_USAGE, WrongUsage, bound
from hankeapp.domain.errors import FieldError, KnownError
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.cli.answers import Answer
    from hankeapp.domain.clock import Desk

REFUSED = 1
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""


def run(arguments: Sequence[str], desk: Desk) -> int:
    """Run a command line; 0 done, 1 refused with a line on stderr, 2 wrong usage."""
    streams.speak_utf8()
    try:
        return _run(arguments, desk)
    except KnownError as error:
        streams.complain(" ".join(_sentences(error)))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str], desk: Desk) -> int:
    try:
        asked = parser().parse_args(bound(arguments))
        answer: Answer = asked.carry_out(asked, desk)
    except SystemExit as leaving:  # argparse has said the help or what is wrong with the usage
        streams.flush()
        return int(leaving.code or 0)
    except WrongUsage as wrong:
        streams.complain(tr("hankeapp: error: {message}", message=wrong))
        return WRONG_USAGE
    if asked.json:
        streams.put_out(json.dumps(answer.document(), ensure_ascii=False, indent=2))
    else:
        streams.put_out(streams.harmless(answer.text()))
    return 0


def _sentences(error: KnownError) -> list[str]:
    """The error's sentences; a rule of a field does not know that nothing was saved, and which field is meant."""
    what, *advice = error.sentences
    if not isinstance(error, FieldError):
        return [what, *advice]
    if error.field:
        what = f"{field_of(Project, error.field).title}: {what}"
    return [what, tr("Nothing was changed."), *advice]

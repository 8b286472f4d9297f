"""What goes to stdout and stderr: UTF-8 wherever the program runs, and nothing that commands a terminal."""

from __future__ import annotations

import errno
import io
import os
import sys

from hankeapp.domain.causes import cause
from hankeapp.domain.errors import KnownError
from hankeapp.translation import tr

_GONE = {errno.EPIPE, errno.EINVAL}
"""The reader of a pipe went away; Windows says EINVAL."""

_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code != ord("\n")}


def speak_utf8() -> None:
    """Write UTF-8 under any locale; half a character in a file's name becomes an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def harmless(text: str) -> str:
    """The text without control characters: on a terminal they would move, colour or hide what is shown."""
    return text.translate(_CONTROLS)


def put_out(text: str) -> None:
    """Write to stdout; a reader that has gone (`| head`) is no fault. `KnownError` where it cannot be written."""
    try:
        print(text, flush=True)
    except OSError as error:
        _let_go(error)


def flush() -> None:
    """Send what waits for stdout; as `put_out`."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _let_go(error)


def complain(text: str) -> None:
    """Write one line to stderr."""
    print(harmless(" ".join(text.split())), file=sys.stderr)


def _let_go(error: OSError) -> None:
    # What is still in the buffer must go somewhere: the interpreter writes it when it leaves.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if error.errno not in _GONE:
        raise KnownError(
            tr("The answer could not be written: {reason}.", reason=cause(error)),
            tr("What was saved before is safe."),
            tr("Choose another folder, or make room on the disk."),
        ) from error

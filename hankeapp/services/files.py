"""Reading and writing files of other formats: whole or not at all."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from hankeapp.db.checking import is_register
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import FileError
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_MOST_NAMED = 4
"""Files that are told by their names."""


def read_whole(path: Path) -> bytes:
    """The bytes of a file; `FileError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=cause(error)),
            tr("Nothing was changed."),
            tr("Check the path and try again."),
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes in place of a file, so that a fault leaves what was there before; `FileError`.

    A file that is there keeps its rights, a link its target; a device or a pipe is written to, a register never, and
    nothing that an office program has open.
    """
    check_free(path)
    try:
        target = path.resolve()
        if target.is_file() and is_register(target):
            raise FileError(
                tr("“{name}” is a project register, and nothing else is written over it.", name=path.name),
                tr("Nothing was changed."),
                tr("Choose another name."),
            )
        if not target.exists() or target.is_file():
            _replace(target, data)
        else:
            target.write_bytes(data)
    except OSError as error:
        raise unwritable(path, error) from error


def write_new(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Put new files into a folder: all of them or none, and none in the place of another; `FileError`. Their paths."""
    check_new(folder, files)
    made: list[Path] = []
    try:
        for name, data in files.items():
            path = folder / name
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    except BaseException as error:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise unwritable(folder / name, error) from error
        raise
    return made


def check_new(folder: Path, names: Iterable[str]) -> None:
    """`FileError` where there is no such folder, or a file of one of the names stands in it already."""
    if not folder.is_dir():
        raise unwritable(folder, OSError(errno.ENOTDIR if folder.exists() else errno.ENOENT, ""))
    there = [name for name in names if os.path.lexists(folder / name)]
    if there:
        raise _in_the_way(there)


def check_free(path: Path) -> None:
    """`FileError` where an office program has a file open: it would be saved over what is written now, or be locked.

    LibreOffice and Excel keep a file beside it meanwhile.
    """
    beside = (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name}"))
    # A name that is too long is for the writing to refuse.
    if os.path.lexists(path) and any(map(os.path.lexists, beside)):
        raise FileError(
            tr("“{name}” is open in another program.", name=path.name),
            tr("Nothing was changed."),
            tr("Close it there, or choose another name."),
        )


def unwritable(path: Path, error: OSError) -> FileError:
    """Why a file could not be written, and what to do."""
    if isinstance(error, PermissionError):
        way_on = tr("Close the file in other programs, or choose another name or folder.")
    else:
        way_on = tr("Choose another folder, or make room on the disk.")
    return FileError(
        tr("“{name}” could not be written: {reason}.", name=path.name, reason=cause(error)),
        tr("Nothing was changed."),
        way_on,
    )


def _in_the_way(names: Sequence[str]) -> FileError:
    told = ", ".join(tr("“{text}”", text=name) for name in names[:_MOST_NAMED])
    more = "…" if len(names) > _MOST_NAMED else ""
    return FileError(
        trn(
            "A file of this name is in the folder already: {names}.",
            "{n} files are in the folder already: {names}.",
            len(names),
            names=told + more,
        ),
        tr("Nothing was written."),
        tr("Choose another folder, or move the files away first."),
    )


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            target.open("r+b").close()  # a file that may not be written is not to be replaced either
            temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

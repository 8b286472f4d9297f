"""Reading and writing files of other formats: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hankeapp.domain.errors import KnownError
from hankeapp.translation import tr


class FileError(KnownError):
    """A file that cannot be read or written."""


def read_whole(path: Path) -> bytes:
    """The bytes of a file; `FileError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=_reason(error)),
            tr("Nothing was changed."),
            tr("Check the path and try again."),
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes in place of a file, so that a fault leaves what was there before; `FileError`."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink()
            raise
    except OSError as error:
        raise FileError(
            tr("“{name}” could not be written: {reason}.", name=path.name, reason=_reason(error)),
            tr("Nothing was changed."),
            tr("Choose another folder, or make room on the disk."),
        ) from error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)

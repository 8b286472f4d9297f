"""Attachments: files copied into the register under the SHA-256 of their bytes. A name is data, never a path."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.digests import sha256_of
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import FileError
from hankeapp.domain.parts import Attachment
from hankeapp.domain.picture_sizes import size_of
from hankeapp.domain.pictures import picture_ending
from hankeapp.services.files import write_whole
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

    from hankeapp.db.store import Store
    from hankeapp.db.writing import Writing
    from hankeapp.domain.project import Project

LARGEST = 32 * 1024 * 1024
"""Bytes of one attachment; half of what a connection takes for one value."""

LARGEST_PICTURE = 8 * 1024 * 1024
"""Bytes of a picture that is printed: a page full at 600 dots an inch."""

MOST_PIXELS = 40_000_000
"""Of such a picture: what it unfolds into is no larger than such a page either."""

_MEBIBYTE = 1024 * 1024
_LONGEST_NAME = 255
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
"""What Windows takes for a device, whatever stands after the dot."""


Heard = Callable[[float], None]
"""Is told which share of a file has been read; what it raises ends the reading."""


def read_file(path: Path, heard: Heard | None = None) -> bytes:
    """The bytes of a file to attach; `FileError`, before anything is read, where it is no file, empty or too large."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise _no_file(path)
            if not 0 < found.st_size <= LARGEST:
                raise _empty(path) if not found.st_size else _too_large(path, found.st_size)
            data = _pieces(file, found.st_size, heard)
    except OSError as error:
        raise FileError(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=cause(error)),
            tr("Nothing was changed."),
            tr("Check the path and try again."),
        ) from error
    if len(data) != found.st_size:
        raise _changed(path)
    return data


def attach(writing: Writing, name: str, data: bytes, *, caption: str = "", alt_text: str = "") -> Attachment:
    """Keep bytes in the register, and the attachment that tells of them, for a project to hold."""
    key = sha256_of(data)
    writing.keep_content(key, data)
    return Attachment(name=shown_name(name), sha256=key, size=len(data), caption=caption, alt_text=alt_text)


def with_attachment(project: Project, attachment: Attachment) -> Project:
    """The project with one more attachment."""
    return replace(project, attachments=(*project.attachments, attachment))


def content(store: Store, attachment: Attachment) -> bytes:
    """The bytes of an attachment; `FileError` where they are gone or not what they were."""
    data = store.content(attachment.sha256) if attachment.sha256 else None
    if data is None:
        raise FileError(
            tr("The attachment “{name}” has no file in the register.", name=attachment.name or attachment.caption),
            tr("Nothing was changed."),
            tr("Attach the file again."),
        )
    if sha256_of(data) != attachment.sha256:
        raise FileError(
            tr("The attachment “{name}” is damaged.", name=attachment.name),
            tr("It was not opened."),
            tr("Save it from a backup of the register."),
        )
    return data


def save_as(store: Store, attachment: Attachment, path: Path) -> None:
    """Write the bytes of an attachment to a place that a person chose; `FileError`."""
    write_whole(path, content(store, attachment))


def suggested_name(attachment: Attachment) -> str:
    """A name to offer where the attachment is saved: of the kept one only what is after the last separator."""
    last = attachment.name.replace("\\", "/").rpartition("/")[2]
    safe = "".join(letter if letter.isprintable() and letter not in '<>:"|?*' else "_" for letter in last)
    safe = safe.strip(" .") or "liite"
    return f"_{safe}" if safe.partition(".")[0].rstrip().upper() in _DEVICES else safe


def shown_name(name: str) -> str:
    """A file's name as it is kept: whatever it holds, but for what cannot be stored or shown in a line."""
    text = name.encode(errors="replace").decode()
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)[:_LONGEST_NAME]


def pictures(store: Store, keys: Iterable[str]) -> dict[str, bytes]:
    """The bytes under SHA-256s, of those that are pictures to print, not too large, and what they were."""
    return {key: data for key in keys if (data := store.content(key)) is not None and _is_printable(key, data)}


def _is_printable(key: str, data: bytes) -> bool:
    return is_picture(data) and sha256_of(data) == key


def is_picture(data: bytes) -> bool:
    """Whether these are the bytes of a picture that is not too large to print."""
    if len(data) > LARGEST_PICTURE or picture_ending(data) is None:
        return False
    size = size_of(data)
    return size is not None and size[0] * size[1] <= MOST_PIXELS


def _pieces(file: BinaryIO, size: int, heard: Heard | None) -> bytes:
    """As much as there is to be, and a byte more where the file has grown meanwhile."""
    data = bytearray()
    while len(data) <= size and (piece := file.read(min(_MEBIBYTE, size + 1 - len(data)))):
        data += piece
        if heard is not None:
            heard(min(len(data) / size, 1.0))
    return bytes(data)


def _without_waiting(path: str, flags: int) -> int:
    """Open a file without waiting at a pipe for who would write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(path: Path, size: int) -> FileError:
    return FileError(
        tr(
            "“{name}” is too large to attach: {size} MB, and the largest is {largest} MB.",
            name=path.name,
            size=-(-size // _MEBIBYTE),
            largest=LARGEST // _MEBIBYTE,
        ),
        tr("Nothing was changed."),
        tr("Put a link to the file into the project instead."),
    )


def _empty(path: Path) -> FileError:
    return FileError(
        tr("“{name}” is empty.", name=path.name),
        tr("Nothing was changed."),
        tr("Check that it was saved or copied whole."),
    )


def _changed(path: Path) -> FileError:
    return FileError(
        tr("“{name}” was changed while it was read.", name=path.name),
        tr("Nothing was changed."),
        tr("Wait until it has been written, and try again."),
    )


def _no_file(path: Path) -> FileError:
    return FileError(
        tr("“{name}” is not a file that can be attached.", name=path.name),
        tr("Nothing was changed."),
        tr("Choose an ordinary file."),
    )

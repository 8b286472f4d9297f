"""Zip packages from strangers: what is in them is known, and found harmless, before anything of it is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from hankeapp.domain.errors import FileError
from hankeapp.translation import tr

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a zip begins, and the older container of Microsoft's, in which encrypted files come too."""

LARGEST = 100_000_000
"""Bytes of a file that is looked at."""
_ENTRY = b"PK\x01\x02"
"""How each entry of a zip's directory begins: they are counted before `zipfile` makes an object of each."""
_MOST_ENTRIES = 20_000
_LARGEST_PART = 400_000_000
_LARGEST_WHOLE = 800_000_000
"""Bytes when unpacked: a million rows with ten styled cells each are less."""
_RATIO, _FREE = 250, 10_000_000
"""A part, or all of them, larger than `_FREE` and shrunk to less than this share is no table: tables reach sixty."""
_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)
"""What `zipfile` raises for what is broken, in a compression of its own, or under a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


@dataclass(frozen=True)
class Package:
    """An opened zip whose sizes were looked at; `names` are its parts."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    @classmethod
    def opened(cls, data: bytes) -> Package:
        """`FileError` for what is no zip, breaks off, or would grow beyond all measure."""
        if len(data) > LARGEST or data.count(_ENTRY) > _MOST_ENTRIES:
            raise _bomb()
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            entries = archive.infolist()
        except _TROUBLE as error:
            raise broken() from error
        if any(entry.flag_bits & 1 for entry in entries):
            raise locked()
        whole, packed = (sum(getattr(entry, size) for entry in entries) for size in ("file_size", "compress_size"))
        if whole > _LARGEST_WHOLE or _too_thin(whole, packed) or any(_swells(entry) for entry in entries):
            raise _bomb()
        return cls(archive, frozenset(entry.filename for entry in entries))

    def part(self, name: str) -> bytes:
        """A part, whole; `FileError` where it is missing, broken, or declares entities of its own.

        `zipfile` gives no more bytes than the part declares, whatever it unpacks to.
        """
        try:
            content = self.archive.read(name)
        except _TROUBLE as error:
            raise broken() from error
        if any(mark in content for mark in _DECLARATIONS):
            raise _entities()
        return content


def refuse_container(data: bytes) -> None:
    """`FileError` for the container of older or encrypted files, with the difference told."""
    if not data.startswith(OLE):
        return
    if _ENCRYPTED in data:
        raise locked()
    raise FileError(
        tr("The file is in a format of before 2007 (.xls or .doc)."),
        tr("Nothing was changed."),
        tr("Open it, save it as .xlsx or .docx, and take that in."),
    )


def locked() -> FileError:
    """For a file under a password."""
    return FileError(
        tr("The file is protected by a password."),
        tr("Nothing was changed."),
        tr("Open it with the password, save it without one, and take that in."),
    )


def broken() -> FileError:
    """For a zip that breaks off or whose sums are wrong."""
    return FileError(
        tr("The file is damaged: its contents cannot be unpacked."),
        tr("Nothing was changed."),
        tr("Fetch or save the file again, and take that in."),
    )


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _LARGEST_PART or _too_thin(entry.file_size, entry.compress_size)


def _too_thin(size: int, packed: int) -> bool:
    return size > _FREE and size > packed * _RATIO


def _bomb() -> FileError:
    return FileError(
        tr("The file would grow too large when unpacked: it is either very big or made to do harm."),
        tr("Nothing was changed."),
        tr("Check where it comes from. Take only the rows that are needed into a new file."),
    )


def _entities() -> FileError:
    return FileError(
        tr("The file declares entities of its own, which no spreadsheet program does and which can do harm."),
        tr("Nothing was changed."),
        tr("Check where it comes from. Open it in a spreadsheet program, save it again, and take that in."),
    )


def holds(data: bytes, part: str) -> bool:
    """Whether bytes are a zip with a part of this name, or with parts in this folder."""
    if not data.startswith(ZIP) or data.count(_ENTRY) > _MOST_ENTRIES:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(part) for name in archive.namelist())
    except _TROUBLE:
        return False


def media_type(data: bytes) -> bytes:
    """What an OpenDocument file says that it is, in its first part; empty for other bytes."""
    if not data.startswith(ZIP) or data[30:38] != b"mimetype":
        return b""
    return data[38:90].partition(b"PK")[0]

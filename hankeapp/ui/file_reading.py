"""Files and pasted pictures on their way into a project: read one after another beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal

from hankeapp.domain.errors import FileError, KnownError
from hankeapp.services.attaching import TakenFile
from hankeapp.services.attachments import read_file
from hankeapp.translation import tr
from hankeapp.ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

MOST_TOGETHER = 256 * 1024 * 1024
"""Bytes that are taken in at once: all of them are in memory until they are kept."""
SHOWN_AFTER_MS = 400
"""What is done sooner tells no progress."""


@dataclass(frozen=True)
class Source:
    """What a file will be called, and how its bytes are read; `read` is told whom to tell how far it is."""

    name: str
    read: Callable[[Callable[[float], None]], bytes]


@dataclass
class Read:
    """What could be read, and why the rest could not."""

    files: list[TakenFile] = field(default_factory=list)
    refusals: list[KnownError] = field(default_factory=list)


class Stopped(KnownError):
    """The person wanted no more of it."""


class FileReading(QObject):
    """One lot of files; `progressed` comes only when it takes a while."""

    progressed = Signal(str, float)

    def __init__(self, sources: Sequence[Source], parent: QObject) -> None:
        super().__init__(parent)
        self._sources = sources
        self._is_stopped = False
        self._is_long = False
        QTimer.singleShot(SHOWN_AFTER_MS, self, self._tell)

    def start(self, then: Callable[[Read], None], failed: Callable[[KnownError], None]) -> None:
        """Read all, then call one of these."""
        tasks.run(self._read, then, failed, self)

    def stop(self) -> None:
        """Read no further: `Stopped` comes."""
        self._is_stopped = True

    def _tell(self) -> None:
        self._is_long = True
        self.progressed.emit(self._sources[0].name, 0.0)

    def _read(self) -> Read:
        """Runs in the other thread."""
        read = Read()
        for source in self._sources:
            try:
                data = source.read(partial(self._hear, source.name))
                if sum(len(file.data) for file in read.files) + len(data) > MOST_TOGETHER:
                    raise _too_many(source.name)
                read.files.append(TakenFile(source.name, data))
            except Stopped:
                raise
            except KnownError as error:
                read.refusals.append(error)
        return read

    def _hear(self, name: str, share: float) -> None:
        if self._is_stopped:
            raise Stopped(tr("Reading was stopped."), tr("Nothing was attached."))
        if self._is_long:
            self.progressed.emit(name, share)


def of_file(path: Path) -> Source:
    """A file of this computer."""
    return Source(path.name, partial(read_file, path))


def of_picture(image: QImage, name: str) -> Source:
    """A pasted picture, which becomes a PNG."""
    return Source(name, partial(_png, image, name))


def _png(image: QImage, name: str, _heard: Callable[[float], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FileError(
            tr("“{name}” could not be made of what is on the clipboard.", name=name),
            tr("Nothing was changed."),
            tr("Save the picture into a file and add that."),
        )
    return bytes(buffer.data().data())


def _too_many(name: str) -> FileError:
    return FileError(
        tr("“{name}” was left out: there are too many files at once.", name=name),
        tr("The others can be attached."),
        tr("Add the rest afterwards."),
    )

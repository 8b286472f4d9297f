"""Small pictures of attached photos: read and scaled beside the window, and kept in memory only."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImageReader

from hankeapp.domain.errors import KnownError
from hankeapp.domain.pictures import is_photo
from hankeapp.ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QImage

    from hankeapp.domain.parts import Attachment

EDGE = 160
"""Px of the longer side: sharp at twice the size of a row's picture, also with large text."""
MOST_PIXELS = 64_000_000
"""More are not read: a small file may hold a picture that fills the memory."""
_MOST_MEBIBYTES = 256
"""What Qt may take to read one."""
_MOST_KEPT = 200
_FORMATS = {b"png", b"jpeg", b"gif", b"bmp", b"webp"}
"""Nothing that draws by a program or looks for other files, as SVG does."""


def thumbnail(data: bytes) -> QImage | None:
    """The picture scaled down; None for what is none, is broken or is too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MOST_MEBIBYTES)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    is_sensible = size.isValid() and 0 < size.width() * size.height() <= MOST_PIXELS
    if not is_sensible or bytes(reader.format().data()) not in _FORMATS:
        return None
    if max(size.width(), size.height()) > EDGE:
        reader.setScaledSize(size.scaled(EDGE, EDGE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image


class Thumbnails(QObject):
    """Those of one register, the ones asked for last; `content` gives a file's bytes from another thread."""

    came = Signal()

    def __init__(self, content: Callable[[Attachment], bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._content = content
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._asked: set[str] = set()

    def get(self, attachment: Attachment) -> QImage | None:
        """The small picture, if it is there."""
        return self._kept.get(attachment.sha256)

    def ask(self, attachments: Iterable[Attachment]) -> None:
        """Have the pictures among these read that are not there yet; `came` tells when they are."""
        wanted = {each.sha256: each for each in attachments if is_photo(each)}
        for key in wanted.keys() & self._kept.keys():
            self._kept.move_to_end(key)
        new = [each for key, each in wanted.items() if key not in self._kept and key not in self._asked]
        if new:
            self._asked |= {each.sha256 for each in new}
            tasks.run(partial(_read, self._content, new), self._take, _nothing, self)

    def _take(self, images: dict[str, QImage | None]) -> None:
        self._asked -= images.keys()
        self._kept |= images
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.came.emit()


def _read(content: Callable[[Attachment], bytes], several: list[Attachment]) -> dict[str, QImage | None]:
    return {each.sha256: _one(content, each) for each in several}


def _one(content: Callable[[Attachment], bytes], attachment: Attachment) -> QImage | None:
    try:
        return thumbnail(content(attachment))
    except KnownError:  # it is told where the attachment is opened
        return None


def _nothing(_error: KnownError) -> None:
    """`_one` has answered each of them already."""

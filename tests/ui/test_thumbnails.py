"""Small pictures of attached photos: scaled, turned, and never more than memory can hold."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from hankeapp.domain.parts import Attachment
from hankeapp.ui import tasks, thumbnails
from hankeapp.ui.thumbnails import EDGE, thumbnail


def png(width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def bomb(width, height):
    """A PNG of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("size", [(1, 1), (40, 20), (600, 400), (3, 2000)])
def test_a_picture_is_scaled_down_and_never_up(size):
    small = thumbnail(png(*size))
    assert small is not None
    assert max(small.width(), small.height()) == min(max(size), EDGE)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        png(60, 40)[:60],
        bomb(60_000, 60_000),
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    ],
    ids=["empty", "document", "cut", "bomb", "drawing"],
)
def test_what_is_no_sensible_picture_has_none(data):
    assert thumbnail(data) is None


def test_a_whole_picture_of_too_many_pixels_has_none(monkeypatch):
    assert thumbnail(png(100, 50)) is not None
    monkeypatch.setattr(thumbnails, "MOST_PIXELS", 4_999)
    assert thumbnail(png(100, 50)) is None


def test_only_some_are_kept(qapp, monkeypatch):
    monkeypatch.setattr(thumbnails, "_MOST_KEPT", 2)
    data = png(40, 20)
    kept = thumbnails.Thumbnails(lambda _each: data, qapp)
    photos = [Attachment(name="a.png", sha256=str(n) * 64) for n in range(3)]
    kept.ask(photos)
    tasks.finish()
    qapp.processEvents()
    assert [kept.get(each) is not None for each in photos] == [False, True, True]

"""How large a picture is, told by the head of its file: a small file can unfold into more than a computer holds."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
"""The markers of JPEG that begin a frame and tell its size (ITU-T T.81, table B.1)."""
_BARE = {0x01, *range(0xD0, 0xD8)}
"""Those without a length."""


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or a JPEG in pixels; None where they are not told, or nothing at all."""
    told = _of_png(data) if data.startswith(_PNG) else _of_jpeg(data) if data.startswith(_JPEG) else None
    return told if told and all(told) else None


def _of_png(data: bytes) -> tuple[int, int] | None:
    return struct.unpack_from(">II", data, 16) if len(data) >= 24 and data[12:16] == b"IHDR" else None


def _of_jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None

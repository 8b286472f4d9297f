"""Pictures that can be printed, told by how their bytes begin."""

from __future__ import annotations

_SIGNATURES = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
"""The first bytes, and the ending of such files (JPEG: ITU-T T.81; PNG: W3C PNG, 5.2)."""


def picture_ending(data: bytes) -> str | None:
    """The ending of a picture that can be printed; None for anything else."""
    return next((ending for begin, ending in _SIGNATURES.items() if data.startswith(begin)), None)

"""Pictures: attachments that are called so, and those that can be printed, told by how their bytes begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hankeapp.domain.parts import Attachment

_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")

_SIGNATURES = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
"""The first bytes, and the ending of such files (JPEG: ITU-T T.81; PNG: W3C PNG, 5.2)."""


def is_photo(attachment: Attachment) -> bool:
    """Whether a file is there that is called a picture."""
    return bool(attachment.sha256) and attachment.name.lower().endswith(_ENDINGS)


def picture_ending(data: bytes) -> str | None:
    """The ending of a picture that can be printed; None for anything else."""
    return next((ending for begin, ending in _SIGNATURES.items() if data.startswith(begin)), None)

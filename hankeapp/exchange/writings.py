"""What a writer of a format answers: the bytes, and what did not fit into them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SheetWriting:
    """The bytes of a file, and the titles of the projects of which a text was too long for a cell and was shortened."""

    data: bytes
    shortened: tuple[str, ...] = ()

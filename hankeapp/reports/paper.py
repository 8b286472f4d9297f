"""The sheets that a document is set on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A sheet: `size` as Typst names it, `scale` of the type, and whether it is to be bound, and without colours."""

    size: str = "a4"
    is_landscape: bool = False
    scale: float = 1.0
    is_two_sided: bool = False
    is_grey: bool = False


UPRIGHT = Paper()
LANDSCAPE = Paper(is_landscape=True)

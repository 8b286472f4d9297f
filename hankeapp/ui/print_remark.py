"""What is said above the preview of what does not stand on paper as it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.reports.logo import left_out
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.reports.estimates import Estimate
    from hankeapp.reports.typesetting import Print

_MOST_NAMES = 5


def remark(print_: Print) -> tuple[str, str]:
    """What does not stand on paper as it is recorded, and of which projects; empty for nothing."""
    parts = []
    if print_.replaced:
        parts.append(tr("Signs that cannot be printed stand as □ in: {names}.", names=_names(print_.replaced)))
    if print_.shortened:
        parts.append(tr("Very long texts were shortened in: {names}.", names=_names(print_.shortened)))
    if print_.without_photo:
        parts.append(
            tr(
                "Pictures that are broken or have no text in words are left out of: {names}.",
                names=_names(print_.without_photo),
            )
        )
    if print_.without_logo:
        parts.append(left_out())
    return (tr("Not everything is printed exactly as it is."), " ".join(parts)) if parts else ("", "")


def long_words(about: Estimate) -> tuple[str, str]:
    """What is said before a document is set that takes long."""
    return (
        trn("This becomes about {n} page.", "This becomes about {n} pages.", about.pages),
        trn(
            "Setting it takes about {n} second. A table, or fewer projects, takes less.",
            "Setting them takes about {n} seconds. A table, or fewer projects, takes less.",
            about.seconds,
        ),
    )


def _names(titles: Sequence[str]) -> str:
    named = ", ".join(titles[:_MOST_NAMES])
    rest = len(titles) - _MOST_NAMES
    if rest <= 0:
        return named
    others = trn("and {n} more project", "and {n} more projects", rest)
    return f"{named} {others}"

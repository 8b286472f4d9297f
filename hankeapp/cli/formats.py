"""Which format a file has: as it is said, or by its ending."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.cli.usage import WrongUsage
from hankeapp.exchange.reading import FORMATS
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

READ = {each.name: each.endings for each in FORMATS}
WRITTEN = {"page": (".txt", ""), "html": (".html", ".htm")}
"""The formats and the endings by which each is known."""


def format_of(path: Path, said: str | None, formats: Mapping[str, tuple[str, ...]]) -> str:
    """The format that is said, or else that of the ending; `WrongUsage` where it tells none."""
    found = said or next((name for name, endings in formats.items() if path.suffix.lower() in endings), None)
    if found is None:
        raise WrongUsage(
            tr(
                "the ending of “{name}” tells no known format; say it with --as ({formats})",
                name=path.name,
                formats=", ".join(formats),
            )
        )
    return found


def pdf_path(text: str) -> Path:
    """The path of a PDF; `ArgumentTypeError` for another ending, which would be another sort of file."""
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise ArgumentTypeError(tr("the name must end in .pdf"))
    return path

"""Which format a file has: as it is said, or by its ending."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.cli.usage import WrongUsage
from hankeapp.domain.columns import columns
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.exchange.reading import FORMATS
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

READ = {each.name: each.endings for each in FORMATS}
WRITTEN = {each.value: each.endings for each in ExportFormat}
"""The formats and the endings by which each is known."""
NAMED = tuple(column.name for column in columns())
"""The columns that a table can have."""


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


def column_names(text: str) -> tuple[str, ...]:
    """The names of columns with commas between; `ArgumentTypeError` for one that is none."""
    names = tuple(name.strip() for name in text.split(","))
    unknown = next((name for name in names if name not in NAMED), None)
    if unknown is not None:
        raise ArgumentTypeError(tr("there is no column “{name}”", name=unknown))
    return names


def pdf_path(text: str) -> Path:
    """The path of a PDF; `ArgumentTypeError` for another ending, which would be another sort of file."""
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise ArgumentTypeError(tr("the name must end in .pdf"))
    return path

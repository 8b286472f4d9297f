"""Which format a file has: as it is said, or by its ending."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path

from hankeapp.cli.usage import WrongUsage
from hankeapp.translation import tr

FORMATS = {"page": (".txt", "")}
"""The formats and the endings by which each is known."""


def require_format(path: Path, said: str | None) -> None:
    """`WrongUsage` where the format is not said and the ending tells none."""
    if said is None and not any(path.suffix.lower() in endings for endings in FORMATS.values()):
        raise WrongUsage(
            tr(
                "the ending of “{name}” tells no known format; say it with --as ({formats})",
                name=path.name,
                formats=", ".join(FORMATS),
            )
        )


def pdf_path(text: str) -> Path:
    """The path of a PDF; `ArgumentTypeError` for another ending, which would be another sort of file."""
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise ArgumentTypeError(tr("the name must end in .pdf"))
    return path

"""A folder for as long as something is set: the typesetter reads pictures from files alone."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hankeapp.domain.causes import cause
from hankeapp.domain.errors import PrintError
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def folder_of(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, by their names, which is gone afterwards; `PrintError` where the disk is full."""
    folder = _folder()
    with folder:
        _fill(Path(folder.name), files)
        yield Path(folder.name)


def _folder() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(prefix="hankeapp-")
    except OSError as error:
        raise _failure(error) from error


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise _failure(error) from error


def _failure(error: OSError) -> PrintError:
    return PrintError(
        tr("The overview could not be printed: {reason}.", reason=cause(error)),
        tr("The register was not changed."),
        tr("Make room on the disk and try again."),
    )

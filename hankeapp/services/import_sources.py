"""What is imported: bytes with a name, off a file or from the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from hankeapp.services.files import read_whole
from hankeapp.translation import trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hankeapp.domain.proposals import Progress, Reading

_DIGITS = 32


@dataclass(frozen=True)
class ImportSource:
    """`said` is the name of the format where the content does not tell it."""

    name: str
    data: bytes
    said: str | None = None

    @cached_property
    def key(self) -> str:
        """What tells it from other sources: the same name and content are the same."""
        told = (self.name.encode(errors="replace"), (self.said or "").encode(), self.data)
        return sha256(b"\0".join(sha256(each).digest() for each in told)).hexdigest()[:_DIGITS]

    def read(self, progress: Progress | None = None) -> Reading:
        """Its projects; a `KnownError` says why not."""
        # Readers of formats are not loaded to open a register.
        from hankeapp.exchange.reading import read

        return read(self.name, self.data, progress, self.said)


def source_of(paths: Sequence[Path]) -> ImportSource:
    """One or several files as they are now, as one source; `FileError`."""
    if len(paths) == 1:
        return ImportSource(paths[0].name, read_whole(paths[0]))
    from hankeapp.exchange.reading import SEVERAL
    from hankeapp.exchange.several_files import packed

    name = trn("{n} file", "{n} files", len(paths))
    return ImportSource(name, packed((path.name, read_whole(path)) for path in paths), SEVERAL)

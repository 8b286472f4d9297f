"""Several files as one source, one after another: forms that came back, chosen together and reviewed in one queue."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hankeapp.domain.errors import FileError
from hankeapp.domain.mappings import is_clear
from hankeapp.domain.proposals import Reading
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hankeapp.domain.proposals import Progress, Proposal

_PARTS = 1000
"""Of each file, of which progress is told."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files with their names as the bytes of one source, for `unpacked`."""
    held = list(files)
    head = json.dumps([(name, len(data)) for name, data in held])
    return b"\n".join((head.encode(), b"".join(data for _, data in held)))


def unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files with their names; `ValueError` for what `packed` did not make."""
    head, _, held = data.partition(b"\n")
    at = 0
    for name, size in json.loads(head):
        yield name, held[at : at + size]
        at += size


def read_several(data: bytes, progress: Progress, read: Callable[[str, bytes, Progress], Reading]) -> Reading:
    """The projects of all files, read by `read`; one that cannot be read is left out, and told. `FileError` for none.

    A table with columns to be cleared up is left out too: that is asked of one table at a time.
    """
    files = list(unpacked(data))
    proposals: list[Proposal] = []
    remarks: list[str] = []
    for at, (name, held) in enumerate(files):
        try:
            reading = read(name, held, partial(_told, progress, at, len(files)))
        except FileError as error:
            remarks.append(_left_out(name, error.sentences[0]))
            continue
        if not is_clear(reading.columns):
            remarks.append(_left_out(name, tr("Not all of its columns are clear. Import it by itself.")))
            continue
        remarks += [tr("“{name}”: {remark}", name=name, remark=each) for each in reading.remarks]
        for each in reading.proposals:
            proposals.append(replace(each, order=len(proposals) + 1, source=name))
    if not proposals:
        raise _nothing(remarks)
    return Reading(proposals=tuple(proposals), remarks=tuple(remarks))


def _told(progress: Progress, at: int, files: int, done: int, of: int) -> None:
    progress(at * _PARTS + done * _PARTS // max(of, 1), files * _PARTS)


def _left_out(name: str, why: str) -> str:
    return why if name in why else tr("“{name}” was left out. {why}", name=name, why=why)


def _nothing(remarks: list[str]) -> FileError:
    return FileError(
        tr("None of the files could be imported."), *remarks, tr("Nothing was changed."), tr("Check the files.")
    )

"""Many projects read in lots, so that it can be told how far the reading is, and it can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.proposals import Progress

_LOT = 100


class _Source(Protocol):
    """A register, one that is asked from another thread, or a past day."""

    def projects(self, ids: Sequence[ProjectId], /) -> list[Project]: ...


def in_lots(source: _Source, ids: Sequence[ProjectId], progress: Progress | None) -> Iterator[Project]:
    """The projects of the ids, in their order; what `progress` raises ends it."""
    for begin in range(0, len(ids), _LOT):
        if progress is not None:
            progress(begin, len(ids))
        yield from source.projects(ids[begin : begin + _LOT])

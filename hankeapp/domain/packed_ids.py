"""The ids of very many projects, 16 bytes each, end to end: a hundred thousand take 1.6 MB, and as texts nine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, overload

from hankeapp.domain.project import ProjectId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIZE = 16
"""Bytes of an id."""


class PackedIds(Sequence[ProjectId]):
    """Ids in their order; an id is made a text only when it is asked for. Nothing in it ever changes."""

    def __init__(self, packed: bytes = b"") -> None:
        self.packed = packed

    @classmethod
    def of(cls, ids: Iterable[str]) -> PackedIds:
        """The same ids, packed."""
        return cls(bytes.fromhex("".join(ids)))

    def __len__(self) -> int:
        return len(self.packed) // SIZE

    @overload
    def __getitem__(self, at: int) -> ProjectId: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[ProjectId]: ...
    def __getitem__(self, at: int | slice) -> ProjectId | Sequence[ProjectId]:
        if isinstance(at, slice):
            return [self._at(each) for each in range(*at.indices(len(self)))]
        return self._at(range(len(self))[at])

    def __iter__(self) -> Iterator[ProjectId]:
        # Told of all at once: one after the other, a hundred thousand take a tenth of a second.
        return iter(cast("list[ProjectId]", self.packed.hex(",", SIZE).split(",")) if self.packed else [])

    def _at(self, place: int) -> ProjectId:
        return ProjectId(self.packed[place * SIZE : (place + 1) * SIZE].hex())

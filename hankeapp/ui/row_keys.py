"""The rows of a list as keys of 16 bytes, end to end: a hundred thousand are compared at once.

A key is a project's id packed, or made of what heads a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.digests import blake2b
from hankeapp.domain.packed_ids import SIZE, PackedIds
from hankeapp.domain.project import ProjectId

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_FEW = 64
"""Keys that are looked for one by one; of more, a table is made first."""


class RowKeys:
    """Keys in the order of rows; nothing in it ever changes."""

    def __init__(self, packed: bytes = b"") -> None:
        self.packed = packed

    @classmethod
    def of_ids(cls, ids: Sequence[ProjectId]) -> RowKeys:
        """The keys of projects."""
        return cls(PackedIds.of(ids).packed)

    @classmethod
    def joined(cls, parts: Iterable[RowKeys]) -> RowKeys:
        """The keys of several, one after the other."""
        return cls(b"".join(part.packed for part in parts))

    def __len__(self) -> int:
        return len(self.packed) // SIZE

    def __getitem__(self, row: int) -> bytes:
        return self.packed[row * SIZE : (row + 1) * SIZE]

    def __iter__(self) -> Iterator[bytes]:
        return (self.packed[at : at + SIZE] for at in range(0, len(self.packed), SIZE))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowKeys) and self.packed == other.packed

    def __hash__(self) -> int:
        return hash(self.packed)

    def ids(self) -> list[ProjectId]:
        """The keys as ids of projects."""
        return list(PackedIds(self.packed))

    def cut(self, first: int, beyond: int | None = None) -> RowKeys:
        """The rows from `first` on, up to the one `beyond` them."""
        return RowKeys(self.packed[first * SIZE : None if beyond is None else beyond * SIZE])

    def row_of(self, key: bytes) -> int | None:
        """Where a key stands, or None."""
        at = self.packed.find(key)
        while at >= 0 and at % SIZE:
            at = self.packed.find(key, at + 1)
        return at // SIZE if at >= 0 else None

    def rows_of(self, keys: Collection[bytes]) -> list[int | None]:
        """Where each of several keys stands."""
        if len(keys) <= _FEW:
            return [self.row_of(key) for key in keys]
        rows = {key: row for row, key in enumerate(self)}
        return [rows.get(key) for key in keys]


def key_of(project: ProjectId) -> bytes:
    """The key of a project's row."""
    return bytes.fromhex(project)


def id_of(key: bytes) -> ProjectId:
    """The id of a project by the key of its row."""
    return ProjectId(key.hex())


def head_key(group: str | None) -> bytes:
    """The key of the row that heads a group; no project's id is alike."""
    return blake2b(repr(group).encode(), digest_size=SIZE).digest()

"""The rows of a list: all projects that were found, or those of the unfolded groups, each group under its head."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from hankeapp.ui.row_keys import RowKeys, head_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hankeapp.domain.query import GroupRow


class Listing:
    """What is found, in rows; nothing in it ever changes."""

    def __init__(
        self, found: RowKeys, groups: Sequence[GroupRow] = (), folded: Collection[str | None] = frozenset()
    ) -> None:
        self.found = found
        self.groups = tuple(groups)
        self.folded = frozenset(folded)
        self.heads = {head_key(group.key): group for group in groups}
        """The groups by the keys of the rows that head them."""
        self._head_rows: list[int] = []
        self.rows = self._parted() if groups else found

    def refolded(self, folded: Collection[str | None]) -> Listing:
        """The same with other groups folded."""
        return Listing(self.found, self.groups, folded)

    def heads_before(self, row: int) -> int:
        """How many of the rows above one are heads."""
        return bisect_left(self._head_rows, row)

    def head_row_of(self, row: int) -> int | None:
        """The row that heads the group of a row, or None where there are no groups."""
        at = bisect_left(self._head_rows, row + 1) - 1
        return self._head_rows[at] if at >= 0 else None

    def _parted(self) -> RowKeys:
        parts: list[RowKeys] = []
        at = row = 0
        for group in self.groups:
            self._head_rows.append(row)
            shown = RowKeys() if group.key in self.folded else self.found.cut(at, at + group.count)
            parts += [RowKeys(head_key(group.key)), shown]
            at, row = at + group.count, row + 1 + len(shown)
        return RowKeys.joined([*parts, self.found.cut(at)])

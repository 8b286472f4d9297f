"""What can be done with a row of a part beside writing into it: opening a link, opening and saving an attachment."""

from __future__ import annotations

from enum import Enum
from typing import Any

from hankeapp.domain.parts import Attachment, Link
from hankeapp.translation import mark, tr


class RowAct(Enum):
    """An act on one row; the first one that a row has is done with Ctrl+Enter."""

    OPEN_LINK = "open_link"
    OPEN = "open"
    SAVE = "save"
    FILL = "fill"

    @property
    def title(self) -> str:
        """What its button says."""
        return tr(_TITLES[self])

    @property
    def icon(self) -> str:
        """The icon of its button."""
        return _ICONS[self]

    @property
    def changes(self) -> bool:
        """Whether it changes the register."""
        return self is RowAct.FILL


_TITLES = {
    RowAct.OPEN_LINK: mark("Open link"),
    RowAct.OPEN: mark("Open…"),
    RowAct.SAVE: mark("Save as…"),
    RowAct.FILL: mark("Add picture…"),
}
_ICONS = {
    RowAct.OPEN_LINK: "link",
    RowAct.OPEN: "folder-open",
    RowAct.SAVE: "download",
    RowAct.FILL: "file-plus",
}
_ALL = {Link: (RowAct.OPEN_LINK,), Attachment: (RowAct.OPEN, RowAct.SAVE, RowAct.FILL)}


def all_acts(kind: type) -> tuple[RowAct, ...]:
    """The acts that rows of a kind may have."""
    return _ALL.get(kind, ())


def acts_of(row: Any) -> tuple[RowAct, ...]:
    """The acts that a row has as it is; a new one, for which it is None, has none."""
    if isinstance(row, Attachment):
        return (RowAct.OPEN, RowAct.SAVE) if row.sha256 else (RowAct.FILL,)
    return (RowAct.OPEN_LINK,) if isinstance(row, Link) else ()

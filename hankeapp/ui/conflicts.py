"""Fields that were changed elsewhere while a person was writing in them: both values are told, and one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.errors import FieldError
from hankeapp.translation import tr
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from hankeapp.services.drafts import Spot
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names

_LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Conflict:
    """A field in which something is written over `base`, while the register has something else `now`."""

    editor: Editor
    base: object
    now: object
    spot: Spot
    row_title: str = ""

    @property
    def title(self) -> str:
        """What is to be decided, in words."""
        name = self.editor.field.title
        return f"{self.row_title}: {name}" if self.row_title else name

    @property
    def is_readable(self) -> bool:
        """Whether what is written is a value."""
        try:
            self.editor.value()
        except FieldError:
            return False
        return True

    def mine(self, names: Names) -> str:
        """What is written here, in words."""
        return names.text(self.editor.field, self.editor.value()) if self.is_readable else self.editor.content

    def theirs(self, names: Names) -> str:
        """What the register has now, in words."""
        return names.text(self.editor.field, self.now)

    def before(self, names: Names) -> str:
        """What was there before both, in words."""
        return names.text(self.editor.field, self.base)

    def keep_mine(self) -> None:
        """Save what is written over what the register has."""
        self.editor.retry()

    def keep_theirs(self) -> None:
        """Have what the register has; what was written is saved first where it can be, so that an undo finds it."""
        self.editor.retry()
        self.editor.enter(self.now)


def lay_over(editor: Editor, content: str, value: object) -> None:
    """Keep what is written over the register's new value: the person decides which stays."""
    editor.show(value)
    editor.hold(content, _moved(value))


def _moved(value: object) -> str:
    text = formatting.value_text(value)
    quote = text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
    return " ".join(
        (
            tr("The register has now: “{value}”.", value=quote) if text else tr("The register has nothing here now."),
            tr("Save yours over it with Ctrl+Enter, or take that one with Ctrl+Z."),
        )
    )

"""What becomes of a field that was changed elsewhere while a person was writing in it: both values are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.translation import tr
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from hankeapp.ui.editor import Editor

_LONGEST_QUOTE = 60


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

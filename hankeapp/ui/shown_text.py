"""The text of a field that is not edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from hankeapp.ui import formatting
from hankeapp.ui.editor import Editor
from hankeapp.ui.labels import label

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field


class ShownText(Editor):
    """A field that is not edited, as text that can be selected."""

    def __init__(self, field: Field) -> None:
        self._label = label()
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(field, self._label)

    @override
    def set_read_only(self, read_only: bool) -> None:
        """It is, always."""

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value) or formatting.NOTHING

    @override
    def _content(self) -> str:
        return self._label.text()

    @override
    def _put(self, content: str) -> None:
        self._label.setText(content)

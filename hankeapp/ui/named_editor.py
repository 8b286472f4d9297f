"""The editor of what a source names: units, organisations and listed values by their names, in a list or not yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from typing_extensions import override

from hankeapp.domain.values import Codes, Key, Labels, Named
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.listed_editors import SEPARATOR, PieceCompleter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.fields import Field
    from hankeapp.domain.naming import Names

_PIECES = re.compile(r"\s*;\s*")


class NamedEditor(LineEditor):
    """Names typed with completion of those that the register has; one that it has not is added by taking in."""

    def __init__(self, field: Field, names: Names, choices: Iterable[str]) -> None:
        super().__init__(field)
        self._names = names
        completer = PieceCompleter(self._line, is_list=field.type is Codes)
        completer.setModel(QStringListModel(list(choices), completer))
        self._line.setCompleter(completer)

    @override
    def _write(self, value: object) -> str:
        if isinstance(value, Codes):
            return SEPARATOR.join(self._names.label(self.field, code) for code in value)
        return self._names.text(self.field, value) if isinstance(value, Key) else ""

    @override
    def _read(self, content: str) -> object:
        names = [" ".join(piece.split()) for piece in _PIECES.split(content) if piece.strip()]
        if self.field.type is Codes:
            return Labels(dict.fromkeys(names))
        return Named(SEPARATOR.join(names)) if names else None

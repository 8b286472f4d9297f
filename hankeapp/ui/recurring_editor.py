"""The editor of a text that recurs from project to project: what others have there is offered while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel

from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.listed_editors import PieceCompleter

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field
    from hankeapp.ui.names import Names


class RecurringEditor(LineEditor):
    """Any text may be written: what is offered saves typing, and a fund from being there in two spellings."""

    def __init__(self, field: Field, names: Names) -> None:
        super().__init__(field)
        self._names = names
        self._completer = PieceCompleter(self._line, is_list=False)
        self._model = QStringListModel(self._completer)
        self._completer.setModel(self._model)
        self._line.textEdited.connect(self._offer)
        self._line.setCompleter(self._completer)

    def _offer(self) -> None:
        known = self._names.written(self.field)
        if known != self._model.stringList():
            self._model.setStringList(known)

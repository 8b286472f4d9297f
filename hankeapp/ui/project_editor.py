"""The editor of another project: its name typed with completion, asked of the register as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.domain.values import Key
from hankeapp.translation import tr
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field
    from hankeapp.ui.names import Names

_SHORTEST = 2
"""Letters before projects are offered: one begins too many names."""


class ProjectEditor(LineEditor):
    """A project of the register by its name or its number; never all of them are read."""

    def __init__(self, field: Field, names: Names) -> None:
        super().__init__(field)
        self._names = names
        self._completer = QCompleter(self._line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._model = QStringListModel(self._completer)
        self._completer.setModel(self._model)
        self._line.textEdited.connect(self._offer)
        self._line.setCompleter(self._completer)

    @override
    def fit(self) -> None:
        super().fit()
        popup = self._completer.popup()
        if popup is not None:
            popup.setMinimumWidth(look().fonts.px(240))

    @override
    def _write(self, value: object) -> str:
        return self._names.text(self.field, value)

    @override
    def _read(self, content: str) -> object:
        name = " ".join(content.split())
        if not name:
            return None
        found = self._names.projects_called(name)
        if len(found) == 1:
            return Key(found[0])
        told = tr("Several projects are called “{name}”.", name=name) if found else None
        raise FieldError(
            self.field.name,
            told or tr("“{name}” is not in the register.", name=name),
            tr("Write the register number of the project.")
            if found
            else tr("Choose from the list, or write the name of a project elsewhere into the field below."),
        )

    def _offer(self, text: str) -> None:
        found = self._names.projects_like(text) if len(text.strip()) >= _SHORTEST else []
        self._model.setStringList(found)

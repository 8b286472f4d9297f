"""The editors of what is chosen from a list by its name: one row of a shared table, or several values of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from hankeapp.domain.errors import FieldError, KnownError
from hankeapp.domain.values import Codes, Key
from hankeapp.language.folding import fold
from hankeapp.translation import tr
from hankeapp.ui import icons
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QObject

    from hankeapp.domain.fields import Field
    from hankeapp.ui.names import Names

SEPARATOR = "; "
_PIECES = re.compile(r"\s*;\s*")
_SMALLER = re.compile(r"\s*[;,]\s*")


class ListedEditor(LineEditor):
    """Names typed with completion, or picked from the list that the arrow opens.

    A name that the list does not have is refused; the plus (or Ctrl+Enter) puts it into the list.
    """

    def __init__(self, field: Field, names: Names) -> None:
        self._asks_to_add = False
        super().__init__(field)
        self._names = names
        self._model = QStringListModel()
        self._completer = PieceCompleter(self._line, is_list=field.type is Codes)
        self._model.setParent(self._completer)
        self._completer.setModel(self._model)
        self._line.setCompleter(self._completer)
        self._add = self._action("plus", tr("Add to the list (Ctrl+Enter)"))
        self._open = self._action("chevron-down", tr("Show the list"))
        self._add.setVisible(False)
        self._add.triggered.connect(self.add_unknown)
        self._open.triggered.connect(self._show_list)
        self._line.textEdited.connect(self._offer)
        self.error_changed.connect(self._tell_unknown)

    @override
    def show(self, value: object) -> None:
        self._offer()
        super().show(value)

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._open.setVisible(not read_only)

    @property
    def unknown(self) -> list[str]:
        """The names that are written and stand in no list."""
        return [name for name in self._pieces(self._content()) if self._code(name) is None]

    def add_unknown(self) -> None:
        """Put the unknown names that are written into the list, and save them."""
        if self._names.can_add and not self._line.isReadOnly():
            try:
                for name in self.unknown:
                    self._names.add(self.field, name)
            except KnownError as error:
                self.set_error(str(error))
                return
        super().retry()

    @override
    def retry(self) -> bool:
        asks, self._asks_to_add = self._asks_to_add, False
        if asks and self._names.can_add and self.unknown:
            self.add_unknown()
            return not self.error
        return super().retry()

    @override
    def _is_commit(self, modifiers: Qt.KeyboardModifier) -> bool:
        self._asks_to_add = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return super()._is_commit(modifiers)

    @override
    def _write(self, value: object) -> str:
        return self._names.text(self.field, value)

    @override
    def _read(self, content: str) -> object:
        names = self._pieces(content)
        codes = self._codes(names)
        if self.field.type is Codes:
            return Codes(dict.fromkeys(codes))
        return Key(codes[0]) if codes else None

    def _codes(self, names: Iterable[str]) -> list[str]:
        found: list[str] = []
        for name in names:
            code = self._code(name)
            if code is None:
                raise FieldError(self.field.name, tr("“{name}” is not in the list.", name=name), self._way_on())
            found.append(code)
        return found

    def _way_on(self) -> str:
        if self._names.can_add:
            return tr("Choose from the list, or add it with the plus or Ctrl+Enter.")
        return tr("Choose from the list.")

    def _pieces(self, content: str) -> list[str]:
        if self.field.type is not Codes:
            return [name] if (name := " ".join(content.split())) else []
        names: list[str] = []
        for piece in _PIECES.split(content.strip()):
            # A name in the list may hold a comma itself.
            names += [piece] if self._code(piece) is not None else _SMALLER.split(piece)
        return [name for name in names if name]

    def _code(self, name: str) -> str | None:
        folded = fold(name)
        return next((code for code, each in self._choices().items() if fold(each) == folded), None)

    def _choices(self) -> Mapping[str, str]:
        return self._names.choices(self.field)

    def _offer(self) -> None:
        names = list(self._choices().values())
        if names != self._model.stringList():
            self._model.setStringList(names)

    def _show_list(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._completer.offer_all()

    def _tell_unknown(self) -> None:
        if self.error and not self.unknown:
            # What the list here has was refused: others may have deleted it meanwhile.
            self._names.refresh()
        self._add.setVisible(bool(self.error) and self._names.can_add and bool(self.unknown))

    def _action(self, icon: str, text: str) -> QAction:
        action = QAction(text, self._line)
        icons.put(action, icon)
        self._line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        return action


class PieceCompleter(QCompleter):
    """Completes the piece after the last separator."""

    def __init__(self, line: QLineEdit, *, is_list: bool) -> None:
        super().__init__(line)
        self._line = line
        self._is_list = is_list
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(12)
        look().changed.connect(self._fit)
        self._fit()

    def offer_all(self) -> None:
        """Open the list with everything that is in it."""
        self.setCompletionPrefix("")
        self.complete()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup()
        is_tab = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        is_pressed = is_tab and event.type() == QEvent.Type.KeyPress
        if is_pressed and popup is not None and watched is popup and not popup.currentIndex().isValid():
            # Nothing was picked: the field is left, where Qt would only close the list.
            popup.hide()
            QCoreApplication.sendEvent(self._line, event)
            return True
        return super().eventFilter(watched, event)

    @override
    def pathFromIndex(self, index: object) -> str:
        chosen: str = super().pathFromIndex(index)  # type: ignore[arg-type]
        return f"{self._before()}{chosen}"

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip() if self._is_list else path]

    def _before(self) -> str:
        if not self._is_list:
            return ""
        kept = self._line.text().rpartition(";")[0] if self.completionPrefix() else self._line.text()
        return "".join(f"{piece}{SEPARATOR}" for piece in _PIECES.split(kept.strip()) if piece)

    def _fit(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.setMinimumWidth(look().fonts.px(240))

"""What an editor of a field is, whatever its kind: shows a value, hands over a changed one once, keeps a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
)
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.services.drafts import Draft
from hankeapp.translation import tr
from hankeapp.ui import formatting
from hankeapp.ui.carried_files import files_in
from hankeapp.ui.labels import mark_invalid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.fields import Field
    from hankeapp.ui.proofreader import Proofreader

_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""The focus comes back after these: the field is not left."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Editor(QObject):
    """The one interface of every kind of editor, around its widget.

    A kind says how a value is written and read (`_write`, `_read`; `FieldError`) and how its widget holds what is
    written (`_content`, `_put`); everything else is here.
    """

    committed = Signal(str, object)
    """A changed value, once, with the field's name: the editor was left, or Enter was pressed."""
    edited = Signal()
    """What is written has changed; it may be no value yet."""
    error_changed = Signal(str)
    remarked = Signal(str)
    """What is to be said of what is written: how a date is read, how long a text is. Empty for nothing."""

    def __init__(self, field: Field, widget: QWidget) -> None:
        super().__init__(widget)
        self.field = field
        self.widget = widget
        self.error = ""
        self.base: object = None
        """The value that is written over: what the register had when it was shown."""
        self._latest: object = None
        self._saved = ""
        self._tried: str | None = None
        self._reason = ""
        """Why the register does not have what is written, without how that is told."""
        widget.setObjectName(field.name)
        widget.setAccessibleName(tr("{name}, required", name=field.title) if field.required else field.title)
        widget.installEventFilter(self)
        self._describe()

    # What it shows and holds

    def show(self, value: object) -> None:
        """Show a value as the register has it; what was written before is gone. The cursor stays if nothing differs."""
        written = self._write(value)
        if self._content() != written:
            self._put(written)
        self.base = self._latest = value
        self._saved = self._content()
        self._tried = None
        self._forget_undo()
        self._set_error("")

    def value(self) -> object:
        """The value that is written; `FieldError` where it cannot be read."""
        content = self._content()
        return self.base if content == self._saved else self._read(content)

    @property
    def is_touched(self) -> bool:
        """What is written differs from the value that was shown."""
        return self._content() != self._saved

    @property
    def content(self) -> str:
        """What is written, whether it is a value or not."""
        return self._content()

    @property
    def draft(self) -> Draft | None:
        """What is written and the register does not have, or None."""
        return Draft(self._content(), self.base, self._reason) if self.error or self.is_touched else None

    def refresh(self, value: object) -> None:
        """Show what the register has now, unless a person is writing something else here."""
        self._latest = value
        if not self.is_touched or self._holds(value):
            self.show(value)

    def resume(self, draft: Draft) -> None:
        """Take up a draft again, over the value that is shown; one that the register has meanwhile is none."""
        self.hold(draft.content, _told(draft))
        self._reason = draft.error
        if self._holds(self._latest):
            self.show(self._latest)

    def hold(self, content: str, error: str) -> None:
        """Have something written that waits for the person."""
        self._put(content)
        self._tried = content
        self._set_error(error)

    def enter(self, value: object) -> None:
        """Write a value in the person's place, as they asked, and hand it over."""
        self._put(self._write(value))
        self.commit()

    def set_error(self, text: str | None) -> None:
        """Say what is wrong with what is written, to screen readers at once; None or empty for nothing."""
        if text and text != self.error:
            event = QAccessibleAnnouncementEvent(self.widget, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
        self._set_error(text or "")

    def set_read_only(self, read_only: bool) -> None:
        """Whether it only shows."""
        raise NotImplementedError

    def proofread(self, proofreader: Proofreader) -> None:
        """Mark wrong words from now on and suggest others for them, where there are words."""

    def let_go(self) -> None:
        """Save nothing any more, as the widget goes: it still loses the focus then."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.widget.removeEventFilter(self)

    def fit(self) -> None:
        """Take the sizes of the look's text."""

    # Handing over

    def commit(self) -> bool:
        """Hand a changed value over, unless that was tried already; False while it waits for correction."""
        content = self._content()
        if content == self._saved:
            if self.error:
                self.show(self._latest)
        elif content != self._tried:
            self._try(content)
        return not self.error

    def retry(self) -> bool:
        """Hand over what is written, though it was tried before."""
        self._tried = None
        return self.commit()

    def _try(self, content: str) -> None:
        self._tried = content
        try:
            value = self._read(content)
        except FieldError as error:
            self.set_error(str(error))
            return
        if value == self.base:
            self.show(self._latest)
        else:
            self.committed.emit(self.field.name, value)

    def _holds(self, value: object) -> bool:
        try:
            return self.value() == value
        except FieldError:
            return False

    # The keyboard

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            self.commit()
        elif isinstance(event, QDragEnterEvent) and files_in(event.mimeData()):
            event.ignore()
            return True  # they are dropped on the project
        elif isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._leaves_to_the_window(event)
            if event.type() == QEvent.Type.KeyPress:
                return self._acts_on(event)
        return False

    def _leaves_to_the_window(self, event: QKeyEvent) -> bool:
        # Qt's fields claim Ctrl+Z even with nothing to undo, and the window's own undo would never hear of it.
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self._can_undo() and not self.is_touched
        redo = event.matches(QKeySequence.StandardKey.Redo) and not self._can_redo()
        if undo or redo:
            event.ignore()
        return undo or redo

    def _acts_on(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and self._is_commit(event.modifiers()):
            self.retry()
            return True
        if event.matches(QKeySequence.StandardKey.Undo) and self.is_touched and not self._can_undo():
            self.show(self._latest)
            return True
        return False

    def _is_commit(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether Enter with these commits."""
        return not modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier)

    # What a kind fills in

    def _write(self, value: object) -> str:
        raise NotImplementedError

    def _read(self, content: str) -> object:
        raise NotImplementedError

    def _content(self) -> str:
        raise NotImplementedError

    def _put(self, content: str) -> None:
        raise NotImplementedError

    def _can_undo(self) -> bool:
        return False

    def _can_redo(self) -> bool:
        return False

    def _forget_undo(self) -> None:
        """A saved value is undone by the window."""

    def _set_error(self, text: str) -> None:
        self._reason = text
        if text == self.error:
            return
        self.error = text
        mark_invalid(self.widget, wrong=bool(text))
        self._describe()
        self.error_changed.emit(text)

    def _describe(self) -> None:
        hint = tr(self.field.hint) if self.field.hint else ""
        self.widget.setAccessibleDescription(tr("Error: {text}", text=self.error) if self.error else hint)


def _told(draft: Draft) -> str:
    day, time = formatting.day_text(draft.moment.astimezone()), formatting.clock_text(draft.moment)
    sentence = tr("Draft, written on {day} at {time}.", day=day, time=time)
    return f"{draft.error or tr('Save it with Ctrl+Enter, or take it back with Ctrl+Z.')} {sentence}"

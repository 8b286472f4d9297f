"""What the words written for a duration would say of its other fields: offered under them, and never put in unasked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from hankeapp.domain.dates import PartialDate, interval_text, meant
from hankeapp.domain.errors import FieldError
from hankeapp.language.entries import read_entry, span_of
from hankeapp.language.times import TimeKind
from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from hankeapp.language.entries import Span
    from hankeapp.language.times import TimeExpression
    from hankeapp.ui.date_editor import DateEditor
    from hankeapp.ui.line_editor import LineEditor

_STARTS = (TimeKind.POINT, TimeKind.FROM)
_ENDS = (TimeKind.POINT, TimeKind.UNTIL, TimeKind.BY)
_LONGEST_QUOTE = 40

Offers = dict[str, "Callable[[], None]"]
"""What is done when one is taken, by its words."""


class DurationDesk(QObject):
    """Reads what is typed into the start, the end or the words of a duration; `bar` holds the offers as buttons."""

    def __init__(self, start: DateEditor, end: DateEditor, words: LineEditor) -> None:
        super().__init__(start)
        self._start, self._end, self._words = start, end, words
        start.takes, end.takes = _STARTS, _ENDS
        self.bar = _Offers(after=end.widget)
        for editor in (start, end, words):
            assert isinstance(editor.widget, QLineEdit)
            editor.widget.textEdited.connect(partial(self._follow, editor))

    def forget(self) -> None:
        """Take back what was offered: another project is shown."""
        self.bar.show_offers({})

    def _follow(self, editor: LineEditor, content: str) -> None:
        entry = read_entry(content)
        near = meant(content)
        if entry is not None and not entry.problem:
            keeping = self._keeping(editor, content, entry)
            self.bar.show_offers(self._spans(editor, entry, keeping) | keeping)
        elif near is not None and editor is not self._words:
            self.bar.show_offers({tr("Write {date}", date=near): partial(self._enter, editor, near)})
        else:
            self.forget()

    def _spans(self, editor: LineEditor, entry: TimeExpression, keeping: Offers) -> Offers:
        """The start and the end that an entry tells, where its own field cannot hold them; `keeping` is offered after.

        A length in the place of a date is counted from the other one, where that is known.
        """
        known = _date_in(self._start, besides=editor), _date_in(self._end, besides=editor)
        is_over_start = editor is self._start and entry.kind is TimeKind.DURATION and known[1] is not None
        if entry.kind is TimeKind.POINT or (editor is not self._words and self._holds(editor, entry)):
            return {}
        told = span_of(entry, None if is_over_start else known[0], known[1])
        start, end = _with_known(told, known)
        if (start, end) == known or not any(told):
            return {}
        return {
            tr("Set the duration {duration}", duration=interval_text(start, end)): partial(
                self._enter_span, editor, start, end, keeping
            )
        }

    def _holds(self, editor: LineEditor, entry: TimeExpression) -> bool:
        return entry.months is None and entry.kind in (self._start if editor is self._start else self._end).takes

    def _keeping(self, editor: LineEditor, content: str, entry: TimeExpression) -> Offers:
        """The words themselves, where they say it in another way than the date does, and nothing is kept yet."""
        words = content.strip()
        if editor is self._words or self._words.value() or not any(map(str.isalpha, words)):
            return {}
        if words.lower() == str(entry.start or entry.end).lower():
            return {}
        quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
        return {tr("Keep the words “{words}”", words=quote): partial(self._keep, editor, words)}

    def _enter(self, editor: LineEditor, date: PartialDate) -> None:
        self.forget()
        editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.enter(date)

    def _enter_span(
        self, editor: LineEditor, start: PartialDate | None, end: PartialDate | None, keeping: Offers
    ) -> None:
        self.bar.show_offers(keeping)
        editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        for side, date in ((self._start, start), (self._end, end)):
            if date is not None:
                side.enter(date)
            elif side is editor:
                side.enter(side.base)

    def _keep(self, editor: LineEditor, words: str) -> None:
        self.forget()
        editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if not editor.commit():
            editor.enter(editor.base)
        self._words.enter(words)


class _Offers(QWidget):
    """Offers as quiet buttons side by side, reached with Tab from a field; hidden while there is none."""

    def __init__(self, after: QWidget) -> None:
        super().__init__()
        self._after = after
        self.setAccessibleName(tr("Suggestions for the duration"))
        self._flow = Flow(gap=8, line_gap=4)
        self.setLayout(self._flow)
        self._buttons: list[QPushButton] = []
        self.hide()

    def show_offers(self, offers: Offers) -> None:
        """Show other offers, by their words."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [buttons.quiet(words) for words in offers]
        before = self._after
        for button, act in zip(self._buttons, offers.values(), strict=True):
            button.setProperty("flush", True)  # noqa: FBT003 - Qt's own signature
            button.clicked.connect(act)
            self._flow.addWidget(button)
            # What is made last would be the last that Tab reaches.
            self.setTabOrder(before, button)
            before = button
        self.setVisible(bool(offers))
        self.updateGeometry()


def _with_known(told: Span, known: Span) -> Span:
    """What is told, and of the side that it leaves out what is known already, unless the two do not go together."""
    start, end = told[0] or known[0], told[1] or known[1]
    return told if start and end and start.earliest > end.latest else (start, end)


def _date_in(editor: DateEditor, *, besides: LineEditor) -> PartialDate | None:
    """The date of a field; that of the one that is being written is what the register has."""
    try:
        value = editor.base if editor is besides else editor.value()
    except FieldError:
        return None
    return value if isinstance(value, PartialDate) else None

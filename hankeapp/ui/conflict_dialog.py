"""The choice between two versions of fields that were changed in two places: what is written here, or what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, formatting
from hankeapp.ui.labels import breakable, label, restyle
from hankeapp.ui.look import look
from hankeapp.ui.scrolling import ScrolledBody
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import room_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

WIDTH = 720
"""Px at 100 % text."""
_LONGEST = 1000
"""Characters of a value that are shown."""


@dataclass(frozen=True, kw_only=True)
class Versions:
    """What a field is called, and its versions in words; `who` and the moments are unknown at times."""

    title: str
    mine: str
    written: datetime | None
    theirs: str
    who: str
    saved: datetime | None
    before: str
    is_kept: bool
    """Whether mine is in the history also where it is not chosen."""


class ConflictDialog(QDialog):
    """One choice a field; `mine` tells for each whether what is written here is to stay."""

    def __init__(self, versions: Sequence[Versions], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_dialog")
        self.setWindowTitle(tr("Merge the changes"))
        self._now = now
        self._choices = [_Choice(each, now) for each in versions]
        self._body = ScrolledBody()
        self._words(versions)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        column = bare_column(self)
        column.addWidget(area, 1)
        bottom = self._foot(all(each.is_kept for each in versions))
        column.addWidget(bottom)
        width = min(look().fonts.px(WIDTH), room_for(self).width())
        # Word-wrapped labels need a width before they know their height.
        wanted = self._body.heightForWidth(width) + bottom.heightForWidth(width)
        self.setFixedSize(width, min(wanted, room_for(self).height()))
        self._choices[0].mine.radio.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def mine(self) -> list[bool]:
        """For each field, whether what is written here is to stay."""
        return [each.mine.radio.isChecked() for each in self._choices]

    def _words(self, versions: Sequence[Versions]) -> None:
        px = look().fonts.px
        self._body.setProperty("ground", "base")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(6))
        column.addWidget(label(tr("The same project was changed in two places"), "dialog", wrap=True))
        column.addWidget(label(self._sentence(versions), "secondary", wrap=True))
        for each in self._choices:
            column.addSpacing(px(10))
            column.addWidget(each)

    def _sentence(self, versions: Sequence[Versions]) -> str:
        told = [(each.saved, each.who) for each in versions if each.saved is not None]
        choose = trn("Choose the version of this field.", "Choose the versions of these {n} fields.", len(versions))
        merged = tr("The other fields were merged by themselves.")
        if not told:
            return f"{merged} {choose}"
        saved, who = max(told)
        when = formatting.moment_text(saved, self._now)
        begun = tr("{who} saved the project while you were editing it ({when}).", who=who, when=when)
        return f"{begun} {merged} {choose}"

    def _foot(self, is_kept: bool) -> QWidget:
        later = buttons.ordinary(tr("Decide later"))
        save = buttons.primary(tr("Save the choices"))
        save.setDefault(True)
        later.clicked.connect(self.reject)
        save.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        words = tr("The version that is not chosen stays in the history.") if is_kept else ""
        return Foot((later, save), label(words, "detail", wrap=True))


class _Choice(QFrame):
    """A field's two versions side by side, and what was there before."""

    def __init__(self, versions: Versions, now: datetime) -> None:
        super().__init__()
        self.setAccessibleName(versions.title)
        written = versions.written or now
        here = tr("{when}, on this computer", when=formatting.moment_text(written, now))
        saved = formatting.moment_text(versions.saved, now) if versions.saved else ""
        there = tr("{when}, in the register", when=saved) if saved else tr("In the register now")
        self.mine = _Card(versions.title, tr("Yours"), versions.mine, here)
        self.theirs = _Card(versions.title, versions.who or tr("Another’s"), versions.theirs, there)
        self._group = QButtonGroup(self)
        cards = QHBoxLayout()
        cards.setSpacing(look().fonts.px(10))
        for card in (self.mine, self.theirs):
            self._group.addButton(card.radio)
            cards.addWidget(card, 1)
        self.mine.radio.setChecked(True)
        column = bare_column(self)
        column.setSpacing(look().fonts.px(5))
        column.addWidget(label(versions.title, "strong", wrap=True))
        column.addLayout(cards)
        before = tr("Before the changes: {value}", value=_shown(versions.before))
        column.addWidget(label(breakable(before), "hint", wrap=True))


class _Card(QFrame):
    """One version: whose, what, and since when; it is chosen by a click anywhere on it."""

    def __init__(self, title: str, whose: str, value: str, when: str) -> None:
        super().__init__()
        px = look().fonts.px
        self.setProperty("kind", "option")
        self.radio = QRadioButton(whose.replace("&", "&&"))
        self.radio.setProperty("strong", True)  # noqa: FBT003 - Qt's own
        self.radio.setAccessibleName(f"{title}, {whose}: {_shown(value)}")
        self.radio.setAccessibleDescription(when)
        self.radio.toggled.connect(self._show_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(9), px(14), px(10))
        column.setSpacing(px(2))
        column.addWidget(self.radio)
        words = QVBoxLayout()
        words.setContentsMargins(px(24), 0, 0, 0)
        words.setSpacing(px(2))
        words.addWidget(label(breakable(_shown(value)), "primary", wrap=True))
        words.addWidget(label(when, "detail", wrap=True))
        column.addLayout(words)
        column.addStretch()
        self._show_chosen(is_chosen=False)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def _show_chosen(self, is_chosen: bool) -> None:
        self.setProperty("chosen", is_chosen)
        restyle(self)


def _shown(value: str) -> str:
    if not value:
        return tr("(empty)")
    return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"

"""A row of the history: icon, what it tells of, person and time; below it the old value, struck, and the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.history import EntryKind
from hankeapp.translation import tr
from hankeapp.ui import buttons, history_words
from hankeapp.ui.flow import Flow
from hankeapp.ui.fonts import Role
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import breakable, label, set_role
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from hankeapp.domain.history import Entry

_SHORT = 48
"""Characters: longer values stand one below the other, and longer titles beside a link are cut."""


class HistoryRow(QWidget):
    """An entry; `restore_asked` and `open_asked` give it."""

    restore_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, entry: Entry, *, names_project: bool, can_restore: bool) -> None:
        super().__init__()
        self.entry = entry
        self.restore = buttons.quiet(tr("Restore"), "rotate-ccw")
        self.open = buttons.quiet(_beginning(entry.title))
        self._add_head(names_project=names_project)
        self._add_values(can_restore=can_restore and entry.restorable)
        self.restore.clicked.connect(self._ask_restore)
        self.open.clicked.connect(self._ask_open)

    @property
    def text(self) -> str:
        """All that it says, in lines."""
        found = (each for each in self.findChildren(type(self._title)) if not each.isHidden() and each.text())
        return "\n".join(each.text() for each in found)

    def _add_head(self, *, names_project: bool) -> None:
        title = breakable(history_words.title_of(self.entry))
        has_link = names_project and self.entry.project is not None
        self._title = label(_beginning(title) if has_link else title, "strong", wrap=not has_link)
        self._who = label(history_words.person_and_time(self.entry), "hint")
        self._who.setFont(look().fonts.font(Role.CAPTION, tabular=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(3)
        self._column.addLayout(self._line_with_link() if has_link else self._line())
        self.open.setProperty("flush", True)  # noqa: FBT003
        self.open.setVisible(has_link)
        self.open.setAccessibleName(tr("Show the project {name}", name=self.entry.title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        icon = IconLabel(history_words.icon_of(self.entry), "text2", 18)
        if has_link:
            icon.setContentsMargins(0, look().fonts.px(5), 0, 0)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def _line_with_link(self) -> Flow:
        line = Flow(gap=12, line_gap=2, last_at_right=True)
        for part in (self._title, self.open, self._who):
            line.addWidget(part)
        return line

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._title, 1)
        line.addWidget(self._who, alignment=Qt.AlignmentFlag.AlignTop)
        return line

    def _add_values(self, *, can_restore: bool) -> None:
        values = _values(self.entry)
        remark = history_words.remark_of(self.entry)
        line = QHBoxLayout()
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        if values is not None:
            words.addLayout(values)
        if remark:
            words.addWidget(label(breakable(history_words.shown(remark)), "detail", wrap=True))
        line.addLayout(words, 1)
        self.restore.setVisible(can_restore)
        self.restore.setAccessibleName(self._restore_name())
        line.addWidget(self.restore, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)

    def _restore_name(self) -> str:
        old = history_words.shown(self.entry.old) or tr("(empty)")
        return tr("Restore {field}: {value}", field=self.entry.label, value=old)

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self.entry)

    def _ask_open(self) -> None:
        self.open_asked.emit(self.entry)


def _beginning(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()}…"


class _Value(QLabel):
    """A value as wide as it is written, or on several lines where there is less room."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(breakable(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self, role)

    @override
    def sizeHint(self) -> QSize:
        # Qt's own guess of a wrapped text is a box of lines of half the width.
        lines = self.text().split("\n")
        width = max(self.fontMetrics().horizontalAdvance(each) for each in lines) + 2
        return QSize(width, self.heightForWidth(width))


def _values(entry: Entry) -> QLayout | None:
    if entry.kind is EntryKind.STEP or history_words.is_whole(entry):
        return None
    old, new = history_words.shown(entry.old), history_words.shown(entry.new)
    parts: list[QWidget] = []
    if entry.kind is EntryKind.EDITED or old:
        parts.append(_value(old, old=True))
    if entry.kind is EntryKind.EDITED:
        parts.append(IconLabel("chevron-right", "text3", 14))
    if entry.kind is EntryKind.EDITED or new:
        parts.append(_value(new, old=False))
    if len(old) + len(new) > _SHORT or "\n" in old + new:
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in parts:
            if isinstance(part, IconLabel):
                part.deleteLater()
            else:
                column.addWidget(part)
        return column
    line = Flow(gap=8, line_gap=2)
    for part in parts:
        line.addWidget(part)
    return line


def _value(text: str, *, old: bool) -> QLabel:
    made = _Value(text or tr("(empty)"), "secondary" if old or not text else "primary")
    if old and text:
        made.setProperty("struck", True)  # noqa: FBT003
        made.setAccessibleName(tr("Before: {value}", value=text))
    return made

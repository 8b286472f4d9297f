"""The one place where text labels are made: plain text always, since a project's name may hold `<`."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENDLESS = re.compile(r"\S{30,}")
_ZERO_WIDTH_SPACE = "\u200b"

ROLES = frozenset({
    "primary", "secondary", "detail", "hint", "error", "warning", "strong", "lead", "group",
    "section", "dialog", "title", "start",
})  # fmt: skip
"""What a label is; the style sheet gives it font and colour."""


def label(text: str = "", role: str = "primary", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A text in a role of `ROLES`; `wrap` for sentences that may take several lines."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    set_role(made, role)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def breakable(text: str) -> str:
    """A text whose endless words (paths, pasted names) may break: Qt wraps a label at blanks only."""
    return _ENDLESS.sub(_with_breaks, text)


def _with_breaks(word: re.Match[str]) -> str:
    return _ZERO_WIDTH_SPACE.join(re.findall(r".{1,20}?[/\\]|.{1,20}", word[0]))


def set_role(made: QLabel, role: str) -> None:
    """Change what a label is; `ValueError` for a role that the style sheet does not know."""
    if role not in ROLES:
        raise ValueError(f"no role {role!r}")
    made.setProperty("role", role)
    restyle(made)


def buddy(text: str, field: QWidget, *, required: bool = False) -> QLabel:
    """A field's label: names the field to screen readers, without the star."""
    made = label(f"{text} *" if required else text, "secondary")
    made.setBuddy(field)
    field.setAccessibleName(text)
    return made


def line(*, down: bool = False) -> QFrame:
    """A thin line that parts what stands beside it."""
    made = QFrame()
    made.setProperty("line", "down" if down else "across")
    return made


def set_tool_tip(widget: QWidget, text: str) -> None:
    """A tooltip of plain text: Qt would read markup out of data."""
    widget.setToolTip(f"<span>{escape(text)}</span>" if text else "")


def mark_invalid(field: QWidget, *, wrong: bool) -> None:
    """Draw a field's outline as that of an error, or as usual."""
    field.setProperty("invalid", wrong)
    restyle(field)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget again, after one of its properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)

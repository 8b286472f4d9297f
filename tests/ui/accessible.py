"""What a screen reader finds in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

_NAMELESS = frozenset({
    # Parts of controls, and what only holds others.
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Client,
    QAccessible.Role.Window,
    QAccessible.Role.Pane,
    QAccessible.Role.Splitter,
    QAccessible.Role.LayeredPane,
})  # fmt: skip


def controls(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything below a widget that can be seen and takes the focus."""
    pending = [QAccessible.queryAccessibleInterface(root)]
    while pending:
        interface = pending.pop()
        if not interface or not interface.isValid() or interface.state().invisible:
            continue
        if interface.state().focusable and interface.role() not in _NAMELESS:
            yield interface
        # The rows of lists speak for themselves and may be many.
        rows = interface.role() in (QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree)
        pending += [] if rows else [interface.child(at) for at in range(interface.childCount())]


def nameless(root: QWidget) -> list[str]:
    """The controls below a widget that a screen reader could not name."""
    return [
        f"{interface.role().name}: {interface.object()}"
        for interface in controls(root)
        if not interface.text(QAccessible.Text.Name).strip()
    ]

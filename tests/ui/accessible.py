"""What a screen reader and a keyboard find in a window, and what they would miss there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCalendarWidget, QComboBox, QWidget

from hankeapp.translation import tr
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.sidebar_tree import SidebarTree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

_Role = QAccessible.Role
_NAMELESS = frozenset({
    # Parts of controls, and what only holds others.
    _Role.ScrollBar, _Role.Client, _Role.Window, _Role.Pane, _Role.Splitter, _Role.LayeredPane,
})  # fmt: skip
_ACTED_ON = frozenset({
    _Role.Button, _Role.ButtonMenu, _Role.ButtonDropDown, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox,
    _Role.EditableText, _Role.SpinBox, _Role.Slider, _Role.PageTab,
})  # fmt: skip
_MANY = frozenset({_Role.List, _Role.Table, _Role.Tree})
_CORNERS = frozenset({_Role.Pane, _Role.RowHeader})
"""Of tables without row headers: Qt counts their places all the same."""
_MOST_ROWS = 60
"""Rows of a list that are listened to."""
_MOST_STOPS = 300


def everything(root: QWidget) -> Iterator[QAccessibleInterface]:
    """All that can be seen below a widget; the rows of lists are not, for they may be many."""
    pending = [QAccessible.queryAccessibleInterface(root)]
    while pending:
        interface = pending.pop()
        if not interface or not interface.isValid() or interface.state().invisible:
            continue
        yield interface
        # Qt says that a calendar is a table, but its children are its buttons and its days.
        if interface.role() not in _MANY or isinstance(interface.object(), QCalendarWidget):
            pending += [interface.child(at) for at in range(interface.childCount())]


def controls(root: QWidget) -> Iterator[QAccessibleInterface]:
    """What can be seen below a widget and takes the focus."""
    for interface in everything(root):
        if interface.state().focusable and interface.role() not in _NAMELESS:
            yield interface


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name).strip()


def _own_name(interface: QAccessibleInterface) -> str:
    # On Linux Qt says what is chosen for the name of a choice: the name that other systems hear is the widget's.
    widget = interface.object()
    return widget.accessibleName() if isinstance(widget, QComboBox) else name_of(interface)


def nameless(root: QWidget) -> list[str]:
    """The controls below a widget that a screen reader could not name, focused or found by their role."""
    return [_told(interface) for interface in everything(root) if _is_control(interface) and not _own_name(interface)]


def unnamed_lists(root: QWidget) -> list[str]:
    """The choices whose list, open, would have no name: it comes with the kind of choice, so that none has to open."""
    return [repr(each) for each in root.findChildren(QComboBox) if each.isVisible() and not isinstance(each, ChoiceBox)]


def silent_rows(root: QWidget) -> list[str]:
    """The rows and cells of lists of which a screen reader would say nothing."""
    faults = []
    for interface in everything(root):
        if interface.role() in _MANY and not _is_of_a_calendar(interface.object()):
            rows = [interface.child(at) for at in range(min(interface.childCount(), _MOST_ROWS))]
            silent = [row for row in rows if row and row.isValid() and row.role() not in _CORNERS and not name_of(row)]
            faults += [f"{_told(interface)}: a {row.role().name}" for row in silent]
    return faults


def without_role(root: QWidget) -> list[str]:
    """The stops of the Tab key that would tell neither what they are nor what is in them.

    What we paint ourselves has no role, for Qt takes none from Python: it must be described.
    """
    vague = {_Role.NoRole, _Role.Client, _Role.Window, _Role.Pane, _Role.LayeredPane, _Role.Grouping}
    interfaces = {widget: QAccessible.queryAccessibleInterface(widget) for widget in stops(root)}
    return [
        _told(interface)
        for widget, interface in interfaces.items()
        if interface and interface.role() in vague and not widget.accessibleDescription()
    ]


def untold_errors(root: QWidget) -> list[str]:
    """The fields with the outline of an error whose description does not tell the error."""
    begins = tr("Error: {text}", text="").strip()
    wrong = [each for each in root.findChildren(QWidget) if each.isVisible() and each.property("invalid")]
    return [repr(each) for each in wrong if not each.accessibleDescription().startswith(begins)]


def stops(root: QWidget) -> list[QWidget]:
    """The widgets where the Tab key should come to."""
    tab = Qt.FocusPolicy.TabFocus.value
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisibleTo(root) and each.isEnabled() and each.focusPolicy().value & tab and each.focusProxy() is None
    ]  # fmt: skip


def tab_round(root: QWidget) -> dict[QWidget, bool]:
    """Where Tab goes, from where the focus is until it comes back there, and whether one sees it there."""
    visited: dict[QWidget, bool] = {}
    for _ in range(_MOST_STOPS):
        before = QApplication.focusWidget() or root
        QTest.keyClick(before, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None, f"Tab took the focus nowhere from {_shown(before)}"
        if now in visited:
            break
        visited[now] = not now.visibleRegion().isEmpty()
    return visited


def keyboard_faults(root: QWidget) -> list[str]:
    """What Tab does not reach, and what it reaches though nobody could see it."""
    expected = stops(root)
    reached = tab_round(root)
    missed = [each for each in expected if each not in reached and not _is_beside(each, reached)]
    unseen = [each for each, is_seen in reached.items() if not is_seen]
    return [f"unreachable: {_shown(each)}" for each in missed] + [f"unseen: {_shown(each)}" for each in unseen]


def faults(root: QWidget) -> list[str]:
    """All that would be missed."""
    found = {
        "nameless": nameless(root),
        "list without a name": unnamed_lists(root),
        "silent": silent_rows(root),
        "no role": without_role(root),
        "untold error": untold_errors(root),
        "keyboard": keyboard_faults(root),
    }
    return [f"{kind}: {each}" for kind, those in found.items() for each in those]


def _is_of_a_calendar(widget: QObject) -> bool:
    # The corner of its days is an empty cell of Qt's own.
    return isinstance(widget, QCalendarWidget) or isinstance(widget.parent(), QCalendarWidget)


def _is_control(interface: QAccessibleInterface) -> bool:
    takes_focus = interface.state().focusable and interface.role() not in _NAMELESS
    return bool(takes_focus or interface.role() in _ACTED_ON)


def _is_beside(widget: QWidget, reached: Collection[QWidget]) -> bool:
    """Tab comes to one of the buttons of a choice, or of the sidebar's lists, and the arrow keys to the others."""
    if isinstance(widget, SidebarTree):
        return any(isinstance(each, SidebarTree) for each in reached)
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    if group is not None and group.exclusive():
        return any(each in reached for each in group.buttons())
    beside = widget.parentWidget().findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return widget.autoExclusive() and any(each in reached for each in beside if each.autoExclusive())


def _told(interface: QAccessibleInterface) -> str:
    return f"{interface.role().name}: {_shown(interface.object())}"


def _shown(widget: object) -> str:
    if not isinstance(widget, QWidget):
        return repr(widget)
    above = widget.parentWidget()
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} {widget.objectName()!r} {words!r} in {type(above).__name__}"

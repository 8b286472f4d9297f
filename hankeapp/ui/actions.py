"""Every command of the window, declared once: its words, keys, menu and icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from hankeapp.domain.status import Status
from hankeapp.translation import mark, tr
from hankeapp.ui import icons

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtWidgets import QMainWindow, QMenu

    from hankeapp.services.acts import Journal

FILE = mark("&File")
EDIT = mark("&Edit")
SHOW = mark("&View")
PROJECT = mark("&Project")
TOOLS = mark("&Tools")
HELP = mark("&Help")
JOURNAL = "journal"
"""What undo and redo need: `show_journal` knows whether it is there."""
MENUS = (FILE, EDIT, SHOW, PROJECT, TOOLS, HELP)


@dataclass(frozen=True)
class Command:
    """A command: `name` finds it, `group` parts a menu by lines, `needs` says what must be open for it."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0
    checkable: bool = False
    needs: str = "register"
    in_list: bool = False
    """Its keys count only in the list: in a field they edit the text."""


COMMANDS = (
    Command("create", FILE, mark("&New register…"), ("Ctrl+Shift+N",), "file-plus", needs=""),
    Command("open", FILE, mark("&Open register…"), ("Ctrl+O",), "folder-open", needs=""),
    Command("example", FILE, mark("&Try with the example register"), (), "sparkles", needs=""),
    Command("take_in", FILE, mark("&Import from a file…"), ("Ctrl+I",), "file-input", group=1, needs="present"),
    Command("paste_in", FILE, mark("Import from the clip&board…"), ("Ctrl+Shift+V",), group=1, needs="present"),
    Command("export", FILE, mark("&Export as a web page…"), ("Ctrl+Shift+E",), "file-text", group=1, needs="now"),
    Command("export_html", FILE, mark("Export as &HTML…"), (), "file-text", group=1, needs="now"),
    Command("copy_for_web", FILE, mark("Cop&y for the web page"), (), "file-text", group=1, needs="selected"),
    Command("export_data", FILE, mark("Export pro&jects…"), (), "download", group=1),
    Command("published", FILE, mark("&Web page and what differs…"), (), "file-text", group=1),
    Command("export_history", FILE, mark("Export the &history…"), (), "download", group=1),
    Command("print", FILE, mark("&Print…"), ("Ctrl+P",), "printer", group=2),
    Command("reports", FILE, mark("Kept &reports…"), (), "archive", group=2),
    Command("save", FILE, mark("&Save now"), ("Ctrl+S",), group=3),
    Command("save_copy", FILE, mark("Save a c&opy…"), ("Ctrl+Shift+S",), "hard-drive", group=3),
    Command("restore", FILE, mark("Restore a &backup…"), (), "rotate-ccw", group=3, needs=""),
    Command("close", FILE, mark("&Close register"), ("Ctrl+W",), group=4),
    Command("quit", FILE, mark("&Quit"), ("Ctrl+Q",), group=4, needs=""),
    Command("undo", EDIT, mark("&Undo"), ("Ctrl+Z",), "rotate-ccw", needs=JOURNAL),
    Command("redo", EDIT, mark("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), needs=JOURNAL),
    Command("copy", EDIT, mark("&Copy as a table"), ("Ctrl+C",), group=1, needs="selected", in_list=True),
    Command("edit", EDIT, mark("&Edit project"), ("F2",), "pencil", group=1),
    Command("duplicate", EDIT, mark("&New project as a copy…"), ("Ctrl+D",), "layers", group=1, needs="one"),
    Command("find", EDIT, mark("&Find"), ("Ctrl+F",), "search", group=1),
    Command("filters", EDIT, mark("Choose fi&lters…"), ("Ctrl+Shift+R",), "list-filter", group=1),
    Command("quick", EDIT, mark("&Quick search…"), ("Ctrl+K",), "search", group=1),
    Command("save_search", EDIT, mark("&Save the search…"), ("Ctrl+Shift+F",), "pin", group=1, needs="writable"),
    Command("find_in_text", EDIT, mark("Find &in the text…"), ("Ctrl+Shift+G",), group=2),
    Command("mistake", EDIT, mark("Next mi&sspelled word"), ("F7",), group=2, needs="writable"),
    Command("cards", SHOW, mark("&Cards"), ("Ctrl+1",), "layout-list", checkable=True),
    Command("table", SHOW, mark("&Table"), ("Ctrl+2",), "table-2", checkable=True),
    Command("sidebar", SHOW, mark("&Sidebar"), ("Ctrl+B",), "panel-left", group=1, checkable=True),
    Command("details", SHOW, mark("&Detail pane"), ("F9",), "panel-right", group=1, checkable=True),
    Command("history", SHOW, mark("&History"), ("Ctrl+H",), "clock", group=2),
    Command("past", SHOW, mark("Sit&uation on a day…"), ("Ctrl+Shift+H",), "calendar", group=2),
    Command("present", SHOW, mark("&Back to the present"), (), group=2, needs="past"),
    Command("next_pane", SHOW, mark("Next &pane"), ("F6",), group=3),
    Command("previous_pane", SHOW, mark("P&revious pane"), ("Shift+F6",), group=3),
    Command("larger", SHOW, mark("&Larger text"), ("Ctrl++",), group=4, needs=""),
    Command("smaller", SHOW, mark("S&maller text"), ("Ctrl+-",), group=4, needs=""),
    Command("normal", SHOW, mark("&Normal text size"), ("Ctrl+0",), group=4, needs=""),
    Command("system_theme", SHOW, mark("Colours of the s&ystem"), group=5, checkable=True, needs=""),
    Command("light_theme", SHOW, mark("L&ight colours"), (), "sun", group=5, checkable=True, needs=""),
    Command("dark_theme", SHOW, mark("&Dark colours"), (), "moon", group=5, checkable=True, needs=""),
    Command("contrast_theme", SHOW, mark("Hi&gh contrast"), (), "contrast", group=5, checkable=True, needs=""),
    Command("spelling", SHOW, mark("Mark misspelled &words"), group=6, checkable=True, needs=""),
    Command("reload", SHOW, mark("Read from disk &again"), ("F5",), group=6),
    Command("full_screen", SHOW, mark("&Full screen"), ("F11",), group=6, checkable=True, needs=""),
    Command("new", PROJECT, mark("&New project"), ("Ctrl+N",), "plus", needs="writable"),
    Command("change", PROJECT, mark("Chan&ge projects…"), ("Ctrl+Shift+M",), "pencil", group=1, needs="living"),
    Command("activate", PROJECT, mark("&Mark as active"), (), "circle-play", group=1, needs="planned"),
    Command("end", PROJECT, mark("&End project…"), ("Ctrl+Shift+D",), "square-check", group=1, needs="open"),
    Command("extend", PROJECT, mark("Extend pro&ject…"), (), "calendar", group=1, needs="active"),
    Command("discontinue", PROJECT, mark("Discontinue t&he project…"), (), "x", group=1, needs="active"),
    Command("not_funded", PROJECT, mark("Not &funded…"), (), "minus", group=1, needs="planned"),
    Command("cancel", PROJECT, mark("Project &was cancelled…"), (), "x", group=1, needs="open"),
    Command("reopen", PROJECT, mark("&Reactivate…"), ("Ctrl+Shift+A",), "rotate-ccw", group=1, needs="ended"),
    Command("plan", PROJECT, mark("&Back to planned…"), (), "circle", group=1, needs="ended"),
    Command(
        "throw_away", PROJECT, mark("Move to the &trash"), ("Del",), "trash-2", group=2, needs="living", in_list=True
    ),
    Command("put_back", PROJECT, mark("&Restore from the trash"), (), "rotate-ccw", group=2, needs="thrown"),
    Command("empty_trash", PROJECT, mark("E&mpty the trash…"), (), group=2, needs="writable"),
    Command(
        "print_selected", PROJECT, mark("Print selecte&d…"), ("Ctrl+Shift+P",), "printer", group=3, needs="selected"
    ),
    Command(
        "export_selected", PROJECT, mark("Export selected &as a file…"), (), "file-text", group=3, needs="selected"
    ),
    Command("previous", PROJECT, mark("&Previous project"), ("Alt+Up", "Shift+F3"), group=4),
    Command("next", PROJECT, mark("Ne&xt project"), ("Alt+Down", "F3"), group=4),
    Command("previous_section", PROJECT, mark("Previous &section"), ("Ctrl+PgUp",), group=4),
    Command("next_section", PROJECT, mark("Next se&ction"), ("Ctrl+PgDown",), group=4),
    Command("review", TOOLS, mark("&Review passed end dates…"), ("Ctrl+Shift+O",), "triangle-alert", needs="now"),
    Command("quality", TOOLS, mark("&Data quality"), (), "list", needs="now"),
    Command("request", TOOLS, mark("R&equests to complete data…"), (), "file-down", needs="now"),
    Command("lists", TOOLS, mark("&Organisations and lists…"), ("Ctrl+Shift+L",), "tag", needs="now"),
    Command("keep_template", TOOLS, mark("Save as a &template…"), (), "file-plus", needs="one"),
    Command("check", TOOLS, mark("&Check the register"), (), "circle-check"),
    Command("settings", TOOLS, mark("&Settings…"), ("Ctrl+,",), "settings", group=1, needs=""),
    Command("keys", HELP, mark("&Keyboard shortcuts"), ("F1",), "keyboard", needs=""),
    Command("about", HELP, mark("&About the program"), (), "info", group=1, needs=""),
)


@dataclass(frozen=True, kw_only=True)
class AtHand:
    """What is open, and what is selected in it."""

    register: bool = False
    is_writable: bool = False
    is_past: bool = False
    is_trash: bool = False
    is_one: bool = False
    statuses: Collection[Status] = ()


class Actions:
    """The window's actions by name, and its menu bar; shortcuts of what is not at hand are off."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name = {command.name: _action(command, window) for command in COMMANDS}
        self._menus = {menu: _menu(window, menu, self._by_name) for menu in MENUS}

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._by_name.values())

    def enable(self, at_hand: AtHand) -> None:
        """Let through what has what it needs: an open register, selected projects of a status."""
        statuses = at_hand.statuses if at_hand.is_writable and not at_hand.is_trash else ()
        has = {
            "": True,
            "register": at_hand.register,
            "now": at_hand.register and not at_hand.is_past,
            "past": at_hand.is_past,
            "present": not at_hand.is_past,
            "writable": at_hand.is_writable,
            "living": bool(statuses),
            "one": bool(statuses) and at_hand.is_one,
            "selected": bool(at_hand.statuses),
            "thrown": at_hand.is_writable and at_hand.is_trash and bool(at_hand.statuses),
            "planned": Status.PLANNED in statuses,
            "active": Status.ACTIVE in statuses,
            "ended": Status.ENDED in statuses,
            "open": any(status is not Status.ENDED for status in statuses),
        }
        for command in COMMANDS:
            if command.needs != JOURNAL:
                self._by_name[command.name].setEnabled(has[command.needs])
            if command.menu == TOOLS:
                self._by_name[command.name].setVisible(at_hand.register or not command.needs)
        for menu in (EDIT, PROJECT):
            self._menus[menu].menuAction().setVisible(at_hand.register)

    def show_journal(self, journal: Journal | None) -> None:
        """Name the acts that can be taken back and done again; without a journal, none can."""
        acts = (journal.undoable, journal.redoable) if journal else (None, None)
        for name, text, act in zip(("undo", "redo"), ("&Undo", "&Redo"), acts, strict=True):
            self._by_name[name].setEnabled(act is not None)
            self._by_name[name].setText(f"{tr(text)}: {act.name}".rstrip(".") if act else tr(text))


def keys_of(action: QAction) -> str:
    """The shortcuts as the person's keyboard names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(sequence.toString(native) for sequence in action.shortcuts())


def plain_text(action: QAction) -> str:
    """The action's words without the mnemonic mark."""
    return action.text().replace("&", "")


def _action(command: Command, window: QMainWindow) -> QAction:
    action = QAction(tr(command.text), window)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setCheckable(command.checkable)
    # Qt would guess from the words ("Asetukset") and move an action to the program's own menu on some systems.
    action.setMenuRole(QAction.MenuRole.NoRole)
    if command.icon:
        icons.put(action, command.icon)
    if command.in_list:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    else:
        window.addAction(action)
    return action


def _menu(window: QMainWindow, title: str, actions: dict[str, QAction]) -> QMenu:
    menu = window.menuBar().addMenu(tr(title))
    group = 0
    for command in COMMANDS:
        if command.menu != title:
            continue
        if command.group != group:
            menu.addSeparator()
            group = command.group
        menu.addAction(actions[command.name])
    return menu

"""A screen reader's side of the door: reads and works Hankeapp's window through AT-SPI, and prints what it met as JSON.

Run by the system's own Python, which has `gi`; `test_from_outside.py` starts the window beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 30.0
"""Seconds until what does not come is missed."""
WINDOWS = ("ctrl+n", "ctrl+d", "ctrl+shift+h", "ctrl+shift+r", "F1", "ctrl+comma", "ctrl+p")
"""The keys that open them: new project, copy, past day, filters, shortcuts, settings, print preview."""
_FIELDS = {Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.COMBO_BOX}


class Reader:
    """Hears where the focus goes and what is announced."""

    def __init__(self) -> None:
        self.focused: list[str] = []
        self.announced: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for event in ("object:state-changed:focused", "object:announcement"):
            self._listener.register(event)

    def wait(self, found: Callable[[], object], what: str) -> object:
        """What is found, as soon as it is."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            while GLib.MainContext.default().iteration(may_block=False):
                pass
            if thing := found():
                return thing
            time.sleep(0.05)
        raise SystemExit(f"{what} was not met; focus: {self.focused}; announced: {self.announced}")

    def _hear(self, event: Atspi.Event) -> None:
        if event.type.startswith("object:announcement"):
            self.announced.append(str(event.any_data))
        elif event.detail1:
            self.focused.append(event.source.get_name() or f"nameless {event.source.get_role_name()}")


def below(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """All that shows below a thing, itself first."""
    if thing is None:
        return
    yield thing
    for at in range(thing.get_child_count()):
        yield from below(thing.get_child_at_index(at))


def shown(window: Atspi.Accessible) -> list[Atspi.Accessible]:
    return [each for each in below(window) if each.get_state_set().contains(Atspi.StateType.SHOWING)]


def window() -> Atspi.Accessible | None:
    """The program's window, once it is there."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None and program.get_child_count():
            frame = program.get_child_at_index(0)
            if frame is not None and frame.get_role() is Atspi.Role.FRAME and " – " in (frame.get_name() or ""):
                return frame
    return None


def name_of(field: Atspi.Accessible) -> str:
    """What a reader says before a field's value: of a choice Qt says the value here, and its name by its label."""
    labels = [
        relation.get_target(0).get_name()
        for relation in field.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
    ]
    return labels[0] if labels else field.get_name()


def named(things: list[Atspi.Accessible], name: str) -> Atspi.Accessible | None:
    return next((each for each in things if each.get_name() == name), None)


def field(frame: Atspi.Accessible, name: str) -> Atspi.Accessible:
    return named([each for each in shown(frame) if each.get_role() in _FIELDS], name)


def read(frame: Atspi.Accessible) -> dict:
    """What stands in the window: its title, the rows of its lists, the names of its fields, what has no name."""
    things = shown(frame)
    return {
        "title": frame.get_name(),
        "lists": {
            each.get_name(): [each.get_child_at_index(at).get_name() for at in range(min(each.get_child_count(), 40))]
            for each in things
            if each.get_role() == Atspi.Role.LIST
        },
        "fields": [name_of(each) for each in things if each.get_role() in _FIELDS],
        "nameless": [
            each.get_role_name()
            for each in things
            if each.get_state_set().contains(Atspi.StateType.FOCUSABLE) and not each.get_name()
        ],
    }


def activate(reader: Reader, frame: Atspi.Accessible) -> None:
    """Give the window the keyboard: there is no window manager here to do so."""
    # Qt names a dialog after the program too, where the window system is told its title alone.
    title = frame.get_name().partition(" \N{EM DASH} ")[0]
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus"], check=True)
    reader.wait(lambda: frame.get_state_set().contains(Atspi.StateType.ACTIVE), "the active window")


def press(*keys: str) -> None:
    """Press keys, as a person does."""
    subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)


def dialog(frame: Atspi.Accessible) -> Atspi.Accessible | None:
    """The program's other window that is open, once its focus can be seen."""
    program = frame.get_application()
    others = [program.get_child_at_index(at) for at in range(program.get_child_count())]
    open_ones = [each for each in others if each is not None and each.get_name() != frame.get_name() and shown(each)]
    return next((each for each in open_ones if holds_focus(each)), None)


def holds_focus(thing: Atspi.Accessible) -> bool:
    return any(each.get_state_set().contains(Atspi.StateType.FOCUSED) for each in shown(thing))


def met_by(keys: str, reader: Reader, frame: Atspi.Accessible) -> dict:
    """What stands in the window that keys open; it is closed again."""
    activate(reader, frame)
    press(keys)
    opened = reader.wait(lambda: dialog(frame), f"the window of {keys}")
    told = {"keys": keys} | read(opened)
    activate(reader, opened)
    press("Escape")
    reader.wait(lambda: dialog(frame) is None, f"the end of the window of {keys}")
    return told


def begins(texts: list[str], start: str) -> Callable[[], bool]:
    return lambda: any(text.startswith(start) for text in texts)


def main() -> None:
    """Read the tree, end a project by keys and take it back, search, write a wrong date, and tell what was heard."""
    reader = Reader()
    frame = reader.wait(window, "the window")
    activate(reader, frame)
    told = read(frame)

    press("Down")
    reader.wait(begins(reader.focused, "CIRCWASTE"), "the next row")
    press("ctrl+shift+d")
    reader.wait(begins(reader.focused, "Päättyi"), "the dialog's first field")
    press("ctrl+Return")
    reader.wait(begins(reader.announced, "Hanke päätettiin"), "the end")
    activate(reader, frame)
    press("ctrl+z")
    reader.wait(begins(reader.announced, "Kumottiin"), "the undo")
    told["windows"] = [met_by(keys, reader, frame) for keys in WINDOWS]
    activate(reader, frame)
    press("ctrl+f", *"ilmasto", "Return")
    reader.wait(begins(reader.announced, "1 hanke"), "the count of hits")

    end, start = (field(frame, name) for name in ("Päättyy", "Alkaa"))
    Atspi.Component.grab_focus(end)
    reader.wait(lambda: "Päättyy" in reader.focused, "the end's focus")
    Atspi.EditableText.set_text_contents(end, "31.2.2026")
    Atspi.Component.grab_focus(start)
    reader.wait(begins(reader.announced, "Helmikuussa"), "the error")
    told["description"] = end.get_description()

    Atspi.Action.do_action(named(shown(frame), "Taulukko"), 0)
    reader.wait(lambda: named(shown(frame), "Hankkeet taulukkona"), "the table")
    json.dump(told | {"focused": reader.focused, "announced": reader.announced}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()

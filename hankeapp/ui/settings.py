"""What a person has set or the window remembers, declared once in a table; kept in a file of the user's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from hankeapp.ui import list_layout
from hankeapp.ui.look import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.ui.list_layout import Layouts

Value = TypeVar("Value")

MOST_RECENT = 8
"""Registers that the start screen lists."""
MOST_SEARCHES = 8
"""Queries that the empty search field offers."""


@dataclass(frozen=True)
class RecentRegister:
    """A register opened before, and when it was opened last (UTC)."""

    path: Path
    opened: datetime


class Setting(Generic[Value]):
    """One setting: where it stands, what it is when never set, and its form as text.

    What cannot be read (a file edited by hand, an older program's) counts as never set.
    """

    def __init__(
        self, key: str, default: Value, to_text: Callable[[Value], str], from_text: Callable[[str], Value]
    ) -> None:
        self.key = key
        self.default = default
        self._to_text = to_text
        self._from_text = from_text

    @overload
    def __get__(self, settings: None, owner: type) -> Setting[Value]: ...
    @overload
    def __get__(self, settings: Settings, owner: type) -> Value: ...
    def __get__(self, settings: Settings | None, owner: type) -> Setting[Value] | Value:
        if settings is None:
            return self
        kept = settings.file.value(self.key)
        if not isinstance(kept, str):
            return self.default
        try:
            return self._from_text(kept)
        except (ValueError, KeyError, TypeError):
            return self.default

    def __set__(self, settings: Settings, value: Value) -> None:
        settings.file.setValue(self.key, self._to_text(value))


def _choice(value: ThemeChoice) -> str:
    return str(value.value)


def _bytes_text(value: QByteArray) -> str:
    return bytes(value.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii"))


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in json.loads(text))


def _recent_text(registers: tuple[RecentRegister, ...]) -> str:
    return json.dumps([[str(each.path), each.opened.isoformat()] for each in registers])


def _recent(text: str) -> tuple[RecentRegister, ...]:
    return tuple(RecentRegister(Path(path), datetime.fromisoformat(opened)) for path, opened in json.loads(text))


def _texts(text: str) -> tuple[str, ...]:
    return tuple(str(each) for each in json.loads(text))


def _text(key: str, default: str) -> Setting[str]:
    return Setting(key, default, str, str)


def _folder(key: str) -> Setting[Path]:
    return Setting(key, Path.home(), str, Path)


def _layout(key: str) -> Setting[QByteArray]:
    return Setting(key, QByteArray(), _bytes_text, _bytes)


def _switch(key: str) -> Setting[bool]:
    return Setting(key, True, json.dumps, json.loads)  # noqa: FBT003 - its default


class Settings:
    """Reads and writes at once: `settings.text_scale = 1.5`."""

    theme = Setting("look/theme", ThemeChoice.SYSTEM, _choice, ThemeChoice)
    text_scale = Setting("look/text_scale", 1.0, str, float)
    geometry = _layout("window/geometry")
    list_layouts: Setting[Layouts] = Setting("window/list_layouts", {}, list_layout.to_text, list_layout.from_text)
    splitter_sizes: Setting[tuple[int, ...]] = Setting("window/splitter_sizes", (), json.dumps, _sizes)
    list_mode = _text("window/list_mode", "cards")
    folded_groups: Setting[tuple[str, ...]] = Setting("window/folded_groups", (), json.dumps, _texts)
    recent: Setting[tuple[RecentRegister, ...]] = Setting("registers/recent", (), _recent_text, _recent)
    seen: Setting[tuple[str, ...]] = Setting("registers/seen", (), json.dumps, _texts)
    searches: Setting[tuple[str, ...]] = Setting("search/recent", (), json.dumps, _texts)
    register_folder = _folder("folders/registers")
    text_folder = _folder("folders/texts")
    print_folder = _folder("folders/prints")
    attachment_folder = _folder("folders/attachments")
    logo_folder = _folder("folders/logos")
    person = _text("person/name", "")
    """By which a person is called in the history; empty for the name that they are logged in by."""
    page_strip = _switch("window/page_strip")
    spelling = _switch("spelling/on")
    own_words: Setting[tuple[str, ...]] = Setting("spelling/own_words", (), json.dumps, _texts)

    def __init__(self, file: Path | None = None) -> None:
        path = file or Path(platformdirs.user_config_dir("hankeapp", appauthor=False)) / "settings.ini"
        self.file = QSettings(str(path), QSettings.Format.IniFormat)

    def drafts_of(self, register: str) -> Path:
        """The folder for what is not saved yet in a register, by the register's key."""
        return Path(self.file.fileName()).parent / "drafts" / register

    def imports_of(self, register: str) -> Path:
        """The folder for imports into a register that are half-way; without a key, into one that is not there yet."""
        return Path(self.file.fileName()).parent / "imports" / (register or "new")

    def remember_register(self, path: Path, opened: datetime) -> None:
        """Put a register first among the recent ones."""
        others = [each for each in self.recent if each.path != path]
        self.recent = (RecentRegister(path, opened), *others)[:MOST_RECENT]

    def forget_register(self, path: Path) -> None:
        """Take a register, that is gone, off the recent ones."""
        self.recent = tuple(each for each in self.recent if each.path != path)

    def remember_search(self, text: str) -> None:
        """Put a query that was used first among the recent ones."""
        others = [each for each in self.searches if each != text]
        self.searches = (text, *others)[:MOST_SEARCHES]


def declared() -> dict[str, Setting[Any]]:
    """Every setting by its name."""
    return {name: each for name, each in vars(Settings).items() if isinstance(each, Setting)}

"""What SQLite does to files, written down: its own file system layer with ears.

The layer (https://www.sqlite.org/vfs.html) is that of the library which Python's `sqlite3` uses, reached by ctypes.
"""

from __future__ import annotations

import _sqlite3
import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTER, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_METHODS = 19
"""Pointers in `sqlite3_io_methods` of version 3, the version itself (padded) among them."""
_WRITE, _TRUNCATE, _SYNC = 3, 4, 5

_Write = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_Truncate = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_Sync = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
# A name is handed on as the pointer that it is: SQLite keeps it, and parameters stand behind it.
_Open = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_Delete = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)


class _Layer(ctypes.Structure):
    """`sqlite3_vfs`, as far as its first two functions."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _POINTER),
        ("delete", _POINTER),
    )


@dataclass(frozen=True)
class Event:
    """One thing done to a file, or a word said by the program: `write`, `truncate`, `sync`, `delete`, `said`."""

    kind: str
    path: str = ""
    place: int = 0
    data: bytes = b""


class Unheard(Exception):
    """Python's SQLite does not show its layer here."""


class Recorder:
    """Hears what is done to files through SQLite while `recording`."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._is_on = False
        self._paths: dict[int, str] = {}
        self._tables: dict[int, Any] = {}
        self._kept: list[object] = []
        self._library = ctypes.CDLL(_sqlite3.__file__)
        try:
            find = self._library.sqlite3_vfs_find
        except AttributeError:
            raise Unheard from None
        find.restype = ctypes.POINTER(_Layer)
        self._layer = find(None).contents
        self._register()

    def say(self, word: int) -> None:
        """Note what the program has said by now."""
        self.events.append(Event("said", place=word))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Hear from here on."""
        self._is_on = True
        try:
            yield
        finally:
            self._is_on = False

    def _register(self) -> None:
        self._own_open = _Open(self._layer.open)
        self._own_delete = _Delete(self._layer.delete)
        opened, deleted = _Open(self._opened), _Delete(self._deleted)
        self._kept += [opened, deleted]
        # The program opens no files by the layer's name: the default one itself is given ears.
        self._layer.open = ctypes.cast(opened, _POINTER).value
        self._layer.delete = ctypes.cast(deleted, _POINTER).value

    def _opened(self, layer: int, name: int | None, file: int, flags: int, out: int) -> int:
        result = self._own_open(layer, name, file, flags, out)
        if result == 0 and name is not None and self._is_on:
            pointer = ctypes.cast(file, ctypes.POINTER(_POINTER))
            self._paths[file] = ctypes.string_at(name).decode()
            pointer[0] = self._with_ears(pointer[0])
        return int(result)

    def _deleted(self, layer: int, name: int, synced: int) -> int:
        if self._is_on:
            self.events.append(Event("delete", ctypes.string_at(name).decode(), synced))
        return int(self._own_delete(layer, name, synced))

    def _with_ears(self, own: int) -> int:
        if own not in self._tables:
            table = (_POINTER * _METHODS).from_buffer_copy((_POINTER * _METHODS).from_address(own))
            write, truncate, sync = _Write(table[_WRITE]), _Truncate(table[_TRUNCATE]), _Sync(table[_SYNC])

            def on_write(file: int, data: int, size: int, place: int) -> int:
                self._hear(Event("write", self._paths[file], place, ctypes.string_at(data, size)))
                return int(write(file, data, size, place))

            def on_truncate(file: int, size: int) -> int:
                self._hear(Event("truncate", self._paths[file], size))
                return int(truncate(file, size))

            def on_sync(file: int, flags: int) -> int:
                result = int(sync(file, flags))
                self._hear(Event("sync", self._paths[file]))
                return result

            ears = {_WRITE: _Write(on_write), _TRUNCATE: _Truncate(on_truncate), _SYNC: _Sync(on_sync)}
            for place, ear in ears.items():
                table[place] = ctypes.cast(ear, _POINTER).value
            self._kept += [table, *ears.values()]
            self._tables[own] = ctypes.addressof(table)
        return int(self._tables[own])

    def _hear(self, event: Event) -> None:
        if self._is_on:
            self.events.append(event)

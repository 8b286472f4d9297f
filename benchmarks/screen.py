"""A virtual screen whose picture lies in memory, and a hand on its keyboard: what is shown when, seen from outside.

Xvfb keeps its framebuffer in a file (`-fbdir`), which is read here some hundred times a second without asking the
server anything; keys go in through XTEST, as from a keyboard. So any program is timed alike, ours as theirs.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

WIDTH, HEIGHT = 1440, 900
LOOK = 0.002
"""Seconds between two looks at the picture: the error of a time, with that of copying the picture."""


@dataclass(frozen=True)
class Area:
    """A part of the screen, in px."""

    left: int
    top: int
    right: int
    bottom: int


def lacking() -> list[str]:
    """The programs and libraries without which there is no such screen, by Debian's packages."""
    libraries = {"libXtst.so.6": "libxtst6", "libX11.so.6": "libx11-6"}
    missing = [] if shutil.which("Xvfb") else ["xvfb"]
    return missing + [package for name, package in libraries.items() if not _is_loadable(name)]


class Screen:
    """The screen, from `with` on; `display` is for programs to be shown on it."""

    def __enter__(self) -> Screen:
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(self._folder)]
        self._server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._pixels[:100])
        self._stride, self._start = header[12], header[0] + 12 * header[19]
        self._keyboard = Keyboard(self.display)
        return self

    def __exit__(self, *_: object) -> None:
        self._keyboard.close()
        self._pixels.close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder)

    def press(self, keys: str) -> None:
        """Press and let go of keys held together, by their X names: `ctrl+f`, `a`, `Return`."""
        self._keyboard.press(keys)

    def click(self, x: int, y: int) -> None:
        """Click there with the left button."""
        self._keyboard.click(x, y)

    def picture(self, area: Area) -> bytes:
        """The pixels of an area."""
        if (area.left, area.right) == (0, WIDTH):
            return self._pixels[self._start + area.top * self._stride : self._start + area.bottom * self._stride]
        lines = (self._start + y * self._stride for y in range(area.top, area.bottom))
        return b"".join(self._pixels[line + area.left * 4 : line + area.right * 4] for line in lines)

    def settled(self, area: Area, since: float, still: float, patience: float = 120) -> float:
        """Seconds from `since` to the last change of an area, once it has stood still for a while.

        `TimeoutError` where it has not changed at all, or does not come to rest.
        """
        before, last = self.picture(area), None
        while (now := perf_counter()) - max(last or since, since) < (still if last else patience):
            time.sleep(LOOK)
            picture = self.picture(area)
            if picture != before:
                before, last = picture, perf_counter()
            if now - since > patience:
                raise TimeoutError("the screen did not come to rest")
        if last is None:
            raise TimeoutError("nothing changed on the screen")
        return last - since

    def pressed(self, keys: str, area: Area, still: float) -> float:
        """Seconds from pressing keys to the last change of an area that followed."""
        begin = perf_counter()
        self.press(keys)
        return self.settled(area, begin, still)


class Keyboard:
    """Keys and clicks through XTEST."""

    def __init__(self, display: str) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def press(self, keys: str) -> None:
        """As `Screen.press`."""
        codes = [self._code(name) for name in keys.split("+")]
        for code, is_down in [(code, True) for code in codes] + [(code, False) for code in reversed(codes)]:
            self._test.XTestFakeKeyEvent(self._display, code, is_down, 0)
        self._x.XSync(self._display, 0)

    def click(self, x: int, y: int) -> None:
        """As `Screen.click`."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        for is_down in (True, False):
            self._test.XTestFakeButtonEvent(self._display, 1, is_down, 0)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def _code(self, name: str) -> int:
        names = {"ctrl": "Control_L", "shift": "Shift_L"}
        code: int = self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(names.get(name, name).encode()))
        return code


def _is_loadable(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True

"""The bar is drawn on a terminal only, and leaves nothing behind."""

from __future__ import annotations

import io
import sys
from threading import Event

from hankeapp.cli.progress import progress


class Terminal(io.StringIO):
    def __init__(self):
        super().__init__()
        self.written = Event()

    def isatty(self):
        return True

    def write(self, text):
        self.written.set()
        return super().write(text)


def test_a_bar_lasts_as_long_as_the_work(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Tuodaan sivua", patience=0):
        terminal.written.wait()
    first, *_, last = [drawn for drawn in terminal.getvalue().split("\r") if drawn]
    assert first == "Tuodaan sivua [■···············]"
    assert last == " " * len(first)
    assert terminal.getvalue().endswith("\r")


def test_quick_work_draws_nothing(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Tuodaan sivua", patience=600):
        pass
    assert terminal.getvalue() == ""


def test_a_file_gets_no_bar(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress("Tuodaan sivua", patience=0):
        pass
    assert sys.stderr.getvalue() == ""

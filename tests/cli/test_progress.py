"""The bar is drawn on a terminal only, and leaves nothing behind."""

from __future__ import annotations

import io
import sys
from threading import Event

from hankeapp.cli.progress import Line, progress


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


def test_a_bar_fills_where_it_is_known_how_much_is_done_and_moves_again_afterwards():
    line = Line("Luetaan hankkeita")
    line.hear(25, 100)
    assert line.drawn(7) == "Luetaan hankkeita [■■■■············]"
    line.tell("Ladotaan sivuja")
    assert line.drawn(1) == "Ladotaan sivuja [·■··············]"


def test_shorter_words_leave_nothing_of_longer_ones(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Luetaan hankkeita", patience=0) as line:
        terminal.written.wait()
        line.tell("Ladotaan")
        terminal.written.clear()
        terminal.written.wait()
        terminal.written.clear()
        terminal.written.wait()
    drawn = [each for each in terminal.getvalue().split("\r") if each]
    assert len(set(map(len, drawn))) == 1


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

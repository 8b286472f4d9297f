"""The process that sets pages: it gives what is set here, ends at a word, and leaves nothing behind."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.errors import PrintError
from hankeapp.reports.galley import CannotBeSet, Galley, set_pages
from hankeapp.reports.head import Edition
from hankeapp.reports.summary import overview
from hankeapp.reports.typesetting import typeset
from hankeapp.services.press import Press
from tests.reports.seed import seed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = date(2026, 11, 24)
NOBODY_WAITS_SO_LONG = "#for i in range(100000) { for j in range(100000) { if i == j { [x] } } }"

_WINDOW = """
import sys
from datetime import date
from pathlib import Path
from hankeapp.reports.galley import Galley
from hankeapp.services.press import Press
with Press() as press:
    print(press._process.pid, flush=True)
    press.set_pages(Galley("main.typ", {}, date(2026, 11, 24), Path(sys.argv[1])))
"""


@pytest.fixture
def galley(tmp_path: Path) -> Callable[[str], Galley]:
    """A document of one template, in a folder as there is for pictures; without a text it comes through a pipe."""

    def galley(text: str = "") -> Galley:
        folder = tmp_path / "hankeapp-kuvat"
        folder.mkdir()
        if text:
            (folder / "main.typ").write_text(text, encoding="utf-8")
        else:
            os.mkfifo(folder / "main.typ")
        return Galley("main.typ", {}, DAY, folder)

    return galley


def set_for_ever(slow: Galley) -> None:
    """Wait until the press asks for what is to be set, and give it what takes for ever."""
    assert slow.folder is not None
    (slow.folder / slow.template).write_text(NOBODY_WAITS_SO_LONG, encoding="utf-8")


def test_a_press_gives_the_bytes_that_are_set_here_wherever_the_program_was_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = overview(seed()[:3], Edition(DAY))
    monkeypatch.chdir(tmp_path)
    with Press() as press:
        printed = typeset(document, press.set_pages)
    assert printed == typeset(document, set_pages)
    assert printed.pages > 0
    assert press._process.poll() is not None


def test_what_the_typesetter_has_against_a_document_is_told(galley: Callable[[str], Galley]) -> None:
    with Press() as press, pytest.raises(CannotBeSet, match="mätä"):
        press.set_pages(galley('#panic("mätä")'))


def test_a_bug_of_the_press_rises_where_its_pages_are_waited_for(tmp_path: Path) -> None:
    with Press() as press, pytest.raises(RuntimeError, match="Traceback"):
        press.set_pages(Galley("main.typ", {}, DAY, tmp_path / "missing"))


def test_a_press_that_ended_by_itself_is_told_of() -> None:
    with Press() as press:
        press._process.kill()
        press._process.wait()
        with pytest.raises(PrintError):
            press.set_pages(Galley("main.typ", {"document": "x" * 1_000_000}, DAY))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_press_is_stopped_amid_its_work(galley: Callable[..., Galley]) -> None:
    told: list[PrintError] = []

    def wait() -> None:
        with pytest.raises(PrintError) as raised:
            press.set_pages(slow)
        told.append(raised.value)

    slow = galley()
    with Press() as press:
        waiting = Thread(target=wait)
        waiting.start()
        set_for_ever(slow)
        assert press._process.poll() is None
        press.stop()
        waiting.join()
    assert len(told) == 1


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="another process's child is waited for as Linux does")
def test_a_killed_window_leaves_neither_a_press_nor_its_pictures(galley: Callable[..., Galley]) -> None:
    slow = galley()
    assert slow.folder is not None
    command = [sys.executable, "-c", _WINDOW, str(slow.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        press = os.pidfd_open(int(window.stdout.readline()))
        set_for_ever(slow)
        assert not _has_ended(press, within=0)
        window.kill()
    assert _has_ended(press, within=30)
    os.close(press)
    assert not slow.folder.exists()


def _has_ended(process: int, within: float) -> bool:
    return bool(select.select([process], [], [], within)[0])

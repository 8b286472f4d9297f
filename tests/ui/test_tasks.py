import gc
import subprocess
import sys
import threading
import weakref
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from hankeapp.domain.errors import PrintError
from hankeapp.ui import tasks
from hankeapp.ui.tasks import Turn

ROOT = Path(__file__).parents[2]


def fail(error):
    raise AssertionError(error)


def raise_(error):
    raise error


def test_result_comes_back_in_the_windows_thread(qapp, qtbot):
    seen = []
    tasks.run(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())), fail)
    qtbot.waitUntil(lambda: bool(seen))
    worker, here = seen[0]
    assert here == threading.get_ident()
    assert worker != here


def test_known_error_is_handed_over(qapp, qtbot):
    told = []
    tasks.run(lambda: raise_(PrintError("Katsausta ei voitu tehdä.")), fail, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].sentences == ("Katsausta ei voitu tehdä.",)


def test_bug_rises_in_the_event_loop(qapp, qtbot):
    with qtbot.captureExceptions() as risen:
        tasks.run(lambda: 1 // 0, fail, fail)
        qtbot.waitUntil(lambda: bool(risen))
    assert risen[0][0] is ZeroDivisionError


@pytest.mark.parametrize("closed", [True, False])
def test_nothing_is_told_to_a_closed_window(qapp, qtbot, closed):
    owner, go, seen = QObject(), threading.Event(), []
    tasks.run(go.wait, seen.append, fail, owner)
    if closed:
        delete(owner)
    go.set()
    tasks.finish()
    qapp.processEvents()
    assert seen == ([] if closed else [True])


def test_what_comes_last_waits_for_what_comes_first(qapp):
    begun, go = [], threading.Event()
    tasks.run(lambda: begun.append("list") or go.wait(), print, fail, turn=Turn.FIRST)
    tasks.run(partial(begun.append, "counts"), print, fail, turn=Turn.LAST)
    tasks.run(lambda: begun.append(tuple(begun)) or go.set(), print, fail)
    tasks.finish()
    assert begun[-1] == "counts"
    assert "counts" not in next(each for each in begun if isinstance(each, tuple))


def test_what_comes_last_comes_though_what_comes_first_fails(qapp, qtbot):
    told = []
    tasks.run(lambda: raise_(PrintError("Ei.")), fail, told.append, turn=Turn.FIRST)
    tasks.run(lambda: "counts", told.append, fail, turn=Turn.LAST)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[-1] == "counts"


@pytest.mark.parametrize("turn", Turn)
def test_what_is_done_is_let_go_with_all_that_it_knew(qapp, turn):
    known = {1, 2}
    was = weakref.ref(known)
    tasks.run(partial(len, known), print, fail, turn=turn)
    tasks.finish()
    qapp.processEvents()
    del known
    gc.collect()
    assert was() is None


PROGRAM = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from hankeapp.ui import application, tasks

app, window, never = QApplication([]), QWidget(), threading.Event()
tasks.run(lambda: print("worked", never.wait(1)), print, print, window)
QTimer.singleShot(0, window.close)
application.live(app, window)
print("ended")
"""


def test_what_works_beside_a_window_that_is_closed_ends_in_peace():
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, check=True, capture_output=True, text=True)
    assert ran.stdout.split() == ["worked", "False", "ended"]
    assert "Signal source" not in ran.stderr


LEFT = """
import threading
from PySide6.QtWidgets import QApplication
from hankeapp.ui import tasks
from hankeapp.ui.tasks import Turn

def leave():
    app = QApplication([])
    tasks.run(lambda: print("worked", never.wait(1)), print, print)

never = threading.Event()
leave()
"""


def test_what_outlives_the_application_ends_in_peace():
    ran = subprocess.run([sys.executable, "-c", LEFT], cwd=ROOT, check=True, capture_output=True, text=True)
    assert ran.stdout.split() == ["worked", "False"]
    assert "Signal source" not in ran.stderr

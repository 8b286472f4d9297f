"""What Qt made for the window is taken down in the window's thread, whoever makes garbage."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from hankeapp.ui import tasks
from hankeapp.ui.garbage import collect_due, let_go, resting, set_aside


class Ring(QObject):
    """Holds itself, so that only the collector takes it down."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def make_garbage() -> None:
    for _ in range(50_000):
        pair: list[object] = []
        pair.append(pair)


def test_no_other_thread_collects(qapp):
    assert not gc.isenabled()
    gc.collect()
    kept = weakref.ref(Ring())
    other = threading.Thread(target=make_garbage)
    other.start()
    other.join()
    assert kept() is not None
    for _ in range(3):
        collect_due()
    gc.collect()
    assert kept() is None


def test_what_is_due_is_collected(qapp):
    gc.collect()
    make_garbage()
    assert gc.get_count()[0] > gc.get_threshold()[0]
    collect_due()
    assert gc.get_count()[0] < gc.get_threshold()[0]


def test_while_another_thread_works_nothing_is_gone_through_and_what_it_made_is_old(qapp):
    gc.collect()
    with resting():
        make_garbage()
        collect_due()
        assert gc.get_count()[0] > gc.get_threshold()[0]
    assert gc.get_count()[0] < gc.get_threshold()[0]
    kept = weakref.ref(Ring())
    with set_aside():
        gc.collect()
        assert kept() is not None
    gc.collect()
    assert kept() is None


def test_much_that_is_held_is_taken_apart_beside(qapp):
    held: list[object] = [[], []]
    let_go(held)
    assert len(held) == 2
    qapp.processEvents()
    tasks.finish()
    qapp.processEvents()
    assert held == []


def test_a_register_that_is_closed_is_let_go_with_all_that_showed_it(person):
    person.select("CIRCWASTE")
    person.finish_tasks()
    shown = weakref.ref(person.workspace)
    person.press("Ctrl+W")
    person.finish_tasks()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    assert shown() is None

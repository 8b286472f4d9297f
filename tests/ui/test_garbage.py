"""What Qt made for the window is taken down in the window's thread, whoever makes garbage."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from hankeapp.ui.garbage import collect_due


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

"""What every test stands on: no screen, a home folder and a time zone of its own, a day that stands still."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import time
from pathlib import Path

import hypothesis
import pytest

from hankeapp.domain.clock import Clock, Desk

HOME = Path(tempfile.mkdtemp(prefix="hankeapp-tests-"))

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": ".runtime",
    "XDG_STATE_HOME": ".local/state",
}

# Before any test imports Qt, which reads them once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name, folder in _FOLDERS.items():
    path = HOME / folder
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ[name] = str(path)

# Finland's rule in words, which needs no time zone data.
os.environ["TZ"] = "EET-2EEST,M3.5.0/3,M10.5.0/4"
if hasattr(time, "tzset"):
    time.tzset()

# A laden machine is no fault of the code, and CI tries the same examples each time.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


_WINDOWS = pytest.StashKey[list[object]]()


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """Hold a test's windows until Qt has closed them: nothing else does once the test has returned.

    Python would take a tree of widgets apart that is still shown, and Qt call into the pieces.
    """
    if not gc.isenabled():
        from PySide6.QtWidgets import QApplication

        own = ("hankeapp.", "tests.")
        item.stash[_WINDOWS] = [
            each for each in QApplication.topLevelWidgets() if type(each).__module__.startswith(own)
        ]


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Once a window has been, Python collects nothing by itself in this process: then it is done between tests."""
    if not gc.isenabled():
        from hankeapp.ui.garbage import collect_due

        item.stash.setdefault(_WINDOWS, []).clear()
        collect_due()


@pytest.fixture
def clock() -> Clock:
    return Clock.standing(2026, 11, 24)


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk("testaaja", clock)

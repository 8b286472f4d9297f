"""Processes that are begun for long work: they end with the one that began them."""

from __future__ import annotations

import os
import select
import subprocess
import sys

import pytest

_HELPER = "import threading; from hankeapp.services.processes import give_way; give_way(); threading.Event().wait()"
_WINDOW = f"""
import sys
from hankeapp.services.processes import started
sys.frozen = True
helper = started("-c", {_HELPER!r})
print(helper.pid, flush=True)
helper.wait()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="another process's child is waited for as Linux does")
def test_a_helper_ends_when_the_window_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", _WINDOW], stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        helper = os.pidfd_open(int(window.stdout.readline()))
        assert not _has_ended(helper, within=0)
        window.kill()
    assert _has_ended(helper, within=30)
    os.close(helper)


def _has_ended(process: int, within: float) -> bool:
    return bool(select.select([process], [], [], within)[0])

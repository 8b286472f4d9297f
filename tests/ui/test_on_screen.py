"""The journeys once more in a real window of a real window system: X on a virtual screen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="there is no virtual screen: xvfb-run is not installed")
def test_journeys_hold_on_a_screen():
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/test_journeys.py"]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        ["xvfb-run", "-a", *tests], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]

"""The window as a screen reader meets it: from outside the process, through AT-SPI, on a virtual screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("outside_reader.py")
BUS = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
_PROGRAMS = ("xvfb-run", "dbus-run-session", "xdotool")
# The reader's exit code is the session's; what was started beside it is ended by its id.
_SESSION = """
"$1" --launch-immediately & bus=$!
"$2" -m hankeapp --demo & window=$!
"$3" "$4"; code=$?
kill $window $bus
exit $code
"""


def _missing() -> str:
    missing = [each for each in _PROGRAMS if shutil.which(each) is None]
    missing += [] if BUS.exists() else ["at-spi2-core"]
    if not missing:
        asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
        done = subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False)
        missing += [] if done.returncode == 0 else ["gir1.2-atspi-2.0"]
    return ", ".join(missing)


def _meet(home: Path) -> dict:
    """What the reader met and heard."""
    environment = os.environ | {
        "HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
    }
    session = ["sh", "-c", _SESSION, "sh", str(BUS), sys.executable, SYSTEM_PYTHON, str(READER)]
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", *session],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-3000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_the_window_is_read_and_worked_from_outside(tmp_path):
    if missing := _missing():
        pytest.skip(f"there is no accessibility bus to listen to: {missing} is not installed")
    met = _meet(tmp_path)
    assert met["title"] == "Aspu – esimerkki.hanke – Hankerekisteri"
    assert met["nameless"] == []

    rows = met["lists"]["Hankkeet kortteina"]
    assert len(rows) == 30
    assert all(", tila " in row for row in rows)
    assert any(row.startswith("ILPI – Ilmastokestävät pientaloalueet, tila aktiivinen") for row in rows)

    fields = {"Hankkeen nimi *", "Lyhenne", "Laji", "Vastuuyksikkö", "Päättyy", "Kokonaisbudjetti", "Julkaisuteksti"}
    assert fields <= set(met["fields"])

    assert any(name.startswith("Päättyi") for name in met["focused"])
    done, undone, *found, wrong = met["announced"]
    assert done.startswith("Hanke päätettiin")
    assert undone.startswith("Kumottiin: ")
    assert "1 hanke" in found  # and what was found while the word was typed
    assert wrong.startswith("Helmikuussa 2026 ei ole 31. päivää.")
    assert met["description"] == f"Virhe: {wrong}"
    for window in met["windows"]:
        assert window["title"], window
        assert window["nameless"] == [], window

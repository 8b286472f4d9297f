"""The trials of `benchmarks.faults`, a few times each; the figures to reach are run with the harness itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.faults import hostile

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the harness forks and kills")

FEW = {"saves": 8, "creations": 6, "migrations": 6, "flips": 30, "crashes": 1000, "rounds": 20, "disks": 5, "full": 3}


def run(trial, count):
    """The lines that the harness prints of a trial; each child has a process of its own, so that it may fork."""
    command = [sys.executable, "-m", "benchmarks.faults", f"{trial}={count}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()[1:]


@pytest.mark.parametrize(("trial", "count"), FEW.items())
def test_nothing_is_lost_or_shown_wrong(trial, count):
    (line,) = run(trial, count)
    if "cannot be tried" not in line:
        tried, bad = line[48:62].split()
        assert (int(tried) > 0, int(bad)) == (True, 0)


def test_at_least_sixty_files_are_hostile():
    assert len(hostile.hostile(size=400_000)) >= 60


def test_power_cuts_lose_nothing_and_the_trial_can_fail():
    lines = run("cuts", 20)
    if len(lines) == 2:
        assert [line[55:62].strip() for line in lines] == ["0", "0"]

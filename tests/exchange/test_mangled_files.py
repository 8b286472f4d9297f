"""Mangled files are read or refused with a reason; `benchmarks.faults` tries ten thousand of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.faults import mangling

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.faults.trials import Figure


@pytest.mark.parametrize("files", mangling.FILES.values(), ids=mangling.FILES)
def test_mangled_files_are_read_or_refused(files: Callable[[Path, int], Figure]) -> None:
    figure = files(Path(), 25)
    assert not figure.bad, figure.note

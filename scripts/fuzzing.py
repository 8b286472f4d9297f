"""Mangles files and reads them: `-m scripts.fuzzing 10000 text html docx` counts what was read, refused and slow."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from hankeapp.domain.errors import KnownError
from hankeapp.exchange.reading import read
from hankeapp.paths import EXAMPLE_PAGE
from scripts.recognition import DATA
from tests.exchange.mangling import document, mangled

if TYPE_CHECKING:
    from collections.abc import Callable

_SLOW = 1.0
"""Seconds."""
_SOURCES: dict[str, Callable[[], bytes]] = {
    "text": EXAMPLE_PAGE.read_bytes,
    "html": (DATA / "pages" / "lehtoranta.html").read_bytes,
    "table": (DATA / "pages" / "karhuvaara.html").read_bytes,
    "eura": (DATA / "eura.txt").read_bytes,
    "docx": document,
}


def _mangled(source: bytes, chance: Random) -> bytes:
    """Of a zip the text in it: a zip whose bytes are changed is refused before anything is read."""
    if not source.startswith(b"PK"):
        return mangled(source, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mangled(part, chance) if name == "word/document.xml" else part)
    return made.getvalue()


def counted(source: bytes, times: int) -> Counter[str]:
    """How many mangled copies of a source were read, refused with a sentence, and slow; anything else is raised."""
    counts: Counter[str] = Counter()
    for seed in range(times):
        begun = time.perf_counter()
        try:
            read("tiedosto", _mangled(source, Random(seed)))
            counts["read"] += 1
        except KnownError:
            counts["refused"] += 1
        counts["slow"] += time.perf_counter() - begun > _SLOW
    return counts


if __name__ == "__main__":
    for name in sys.argv[2:] or _SOURCES:
        print(name, dict(counted(_SOURCES[name](), int(sys.argv[1]))), flush=True)

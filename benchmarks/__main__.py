"""Measures this program against the bare thing and against others, in turn and in one run, and prints ratios.

Machines are noisy: the ratios count, not the times. `docs/performance.md` tells how each is measured.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import bulk, editing, keys, listing, opening, printing, querying, saving, scrolling, sheets
from benchmarks.generator import made_register
from benchmarks.peers import peer
from benchmarks.running import ROOT
from benchmarks.screen import Screen, lacking
from benchmarks.table import Ratio, told

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = {
    "start": "the window with 30 and 10,000 projects against a bare Qt window",
    "saving": "one durable save against plain sqlite3",
    "bulk": "a change of the status of 1,000 projects against plain sqlite3",
    "list": "start, filter and memory with 10,000 and 100,000 projects against DB Browser for SQLite",
    "scroll": "frames while 100,000 projects are scrolled against a C++ model",
    "query": "the first page of many queries over 100,000 projects against a frame",
    "editor": "projects opened one after another among 100,000 against two frames",
    "typing": "keys in a text of 100,000 characters with spelling on against a frame",
    "print": "an overview of 30 and of 1,000 projects against LibreOffice",
    "sheets": "10,000 rows of XLSX to proposals against openpyxl that only reads them",
    "growth": "start, filter and memory from 1,000 to 100,000 projects",
}
QUICK = ("start", "saving")
_SIZES = {
    "start": opening.SIZES,
    "saving": (30,),
    "bulk": (bulk.SIZE,),
    "list": (10_000, 100_000),
    "scroll": (scrolling.SIZE,),
    "query": (querying.SIZE,),
    "editor": (editing.SIZE,),
    "typing": (),
    "print": printing.SIZES,
    "sheets": (),
    "growth": (1000, 100_000),
}
"""The registers that a part measures."""
_WATCHED = {"list", "growth"}
"""Parts that watch a virtual screen."""


def main() -> None:
    """Measure the parts that are asked for, and print each as soon as it is known."""
    asked = _parser().parse_args()
    parts = tuple(PARTS) if "all" in asked.parts else tuple(asked.parts) or QUICK
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _screen() as screen:
        home, registers = Path(folder) / "home", asked.registers or Path(folder)
        for each in (home, registers):
            each.mkdir(parents=True, exist_ok=True)
        measured = [part for part in parts if _can(part, screen)]
        _make(registers, sorted({size for part in measured for size in _SIZES[part]}))
        stage = listing.Stage(screen, home, registers) if screen else None
        rows = [row for part in measured for row in _announced(part, _rows(part, stage, registers, home))]
    sys.stdout.write(f"\n{told(rows)}{_load()}")


def _parser() -> argparse.ArgumentParser:
    words = "\n".join(f"  {name:<9}{what}" for name, what in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="python3 dev.py bench",
        description=f"Measure parts of the program, and print ratios.\n\n{words}\n  all      all of these",
        epilog=f"Without a part: {' and '.join(QUICK)}. The others need some minutes and 5 GB.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", type=_part, help="what to measure")
    parser.add_argument(
        "--registers", type=Path, metavar="FOLDER", help="keep the made registers there for the next run"
    )
    return parser


def _load() -> str:
    """How busy the machine was with other things as well: what is above its cores stretches all times."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"Load at the end, over 15 minutes: {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores.\n"


def _part(word: str) -> str:
    if word in {*PARTS, "all"}:
        return word
    raise argparse.ArgumentTypeError(f"there is no part “{word}”")


@contextmanager
def _screen() -> Iterator[Screen | None]:
    """A virtual screen for all that is shown; None where there is none, and then windows show as they can."""
    if sys.platform != "linux" or lacking():
        yield None
        return
    with Screen() as screen:
        os.environ["DISPLAY"] = screen.display
        for other in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            os.environ.pop(other, None)
        yield screen


def _can(part: str, screen: Screen | None) -> bool:
    """Whether a part can be measured here; says so where it cannot."""
    if part in _WATCHED and screen is None:
        why = f"install {' '.join(lacking())}" if sys.platform == "linux" else "it takes Linux"
        sys.stderr.write(f"{part}: not measured without a virtual screen ({why})\n")
        return False
    if part == "list" and peer() is None:
        sys.stderr.write("list: not measured, as DB Browser for SQLite is not installed (Debian: sqlitebrowser)\n")
        return False
    if part == "print" and printing.peer() is None:
        sys.stderr.write("print: not measured, as LibreOffice is not installed (Debian: libreoffice-writer-nogui)\n")
        return False
    return True


def _make(registers: Path, sizes: list[int]) -> None:
    """Make registers in processes of their own: who is started from a large one counts its memory as its own."""
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.generator", str(registers), str(size)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _rows(part: str, stage: listing.Stage | None, registers: Path, home: Path) -> Iterator[Ratio]:
    match part:
        case "start":
            yield from opening.against_bare(registers, home)
        case "saving":
            yield _saving(registers, home)
        case "bulk":
            yield _bulk(registers, home)
        case "scroll":
            yield from scrolling.against_cpp(registers, home)
        case "query":
            yield from querying.within_a_frame(registers, home)
        case "editor":
            yield from editing.within_two_frames(registers, home)
        case "typing":
            yield from keys.within_a_frame(home)
        case "sheets":
            yield from sheets.against_openpyxl()
        case "print":
            yield from printing.against_office(registers, home)
        case _:
            assert stage is not None
            yield from listing.against_peer(stage) if part == "list" else listing.growth(stage)


def _saving(registers: Path, home: Path) -> Ratio:
    path = home / "saved.hanke"
    shutil.copyfile(made_register(registers, *_SIZES["saving"]), path)
    ours, theirs = saving.seconds(path)
    return Ratio("one durable save", ours * 1000, theirs * 1000, "ms", 1.25, "plain sqlite3")


def _bulk(registers: Path, home: Path) -> Ratio:
    path = home / "bulk.hanke"
    shutil.copyfile(made_register(registers, bulk.SIZE), path)
    ours, theirs = bulk.seconds(path)
    path.unlink()
    return Ratio("the status of 1,000 projects changed", ours * 1000, theirs * 1000, "ms", 2.0, "plain sqlite3")


def _announced(part: str, rows: Iterator[Ratio]) -> Iterator[Ratio]:
    """The rows, each printed at once: a run takes long."""
    sys.stderr.write(f"{part} …\n")
    for row in rows:
        sys.stderr.write(f"{row}\n")
        yield row


if __name__ == "__main__":
    main()

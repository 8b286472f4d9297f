"""An overview printed by a process of ours beside LibreOffice making a PDF of the same content, in turn."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from html import escape
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.generator import made_register
from benchmarks.running import MB, ROOT, answer, environment
from benchmarks.table import Ratio
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.services.opening import open_register
from hankeapp.services.printing import PAGE_ORDER, Wish, document_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hankeapp.reports.entries import Entry

SIZES = (30, 1000)
_AIMS = {30: 0.3, 1000: 1.0}
_ROUNDS = 3
_MOST_MEMORY = 400


def peer() -> str | None:
    """LibreOffice, if it is installed."""
    return shutil.which("soffice")


def against_office(registers: Path, home: Path) -> Iterator[Ratio]:
    """The overview of an open register, and the whole command, beside the whole process of LibreOffice."""
    for size in SIZES:
        register = made_register(registers, size)
        command = [sys.executable, "-m", "hankeapp", "report", str(register), str(home / "overview.pdf")]
        theirs = _conversion("pdf", home, _odt(register, home))
        rounds = [(_set(register, home), _cost(command, home), _cost(theirs, home)) for _ in range(_ROUNDS)]
        ours, whole, other = (median(each[side][0] for each in rounds) for side in range(3))
        memory, peak, _ = (max(each[side][1] for each in rounds) for side in range(3))
        yield Ratio(f"overview of {size}", ours, other, "s", _AIMS[size], "LibreOffice")
        yield Ratio(f"overview of {size}, the whole command", whole, other, "s", 1.0, "LibreOffice")
        yield Ratio(f"overview of {size}, memory", memory, _MOST_MEMORY, "MB", 1.0, "the aim")
        yield Ratio(
            f"overview of {size}, memory of the larger process of the command", peak, _MOST_MEMORY, "MB", 1.0, "the aim"
        )


def _set(register: Path, home: Path) -> tuple[float, float]:
    told = answer("our_print", register, home=home)
    return told["seconds"], told["memory"]


def _cost(command: Sequence[str], home: Path) -> tuple[float, float]:
    """Seconds of a process and those that it started, and the peak of memory in MB of the largest of them."""
    begin = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(home), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, usage.ru_maxrss / MB


def _conversion(kind: str, home: Path, source: Path) -> list[str]:
    office = peer()
    assert office is not None
    profile = f"-env:UserInstallation={(home / 'office').as_uri()}"
    return [office, profile, "--headless", "--convert-to", kind, "--outdir", str(home), str(source)]


def _odt(register: Path, home: Path) -> Path:
    """The texts of the overview as a text document: made beforehand, as is LibreOffice's profile."""
    page = home / f"{register.stem}.html"
    with closing(open_register(register, Desk("mittaaja", Clock.standing(2026, 11, 24)))) as opened:
        overview = document_of(opened, Wish(Query(sorts=(PAGE_ORDER,))))
    entries: Sequence[Entry] = overview.told  # type: ignore[assignment]
    rows = "".join(_row(each.number, each.title, each.duration, each.status.word) for each in entries)
    title = f"<html><meta charset=utf-8><h1>{escape(overview.head.title)}</h1>"
    page.write_text(f"{title}{''.join(map(_told, entries))}<table>{rows}</table></html>", encoding="utf-8")
    subprocess.run(_conversion("odt:writer8", home, page), check=True, env=environment(home), stdout=subprocess.DEVNULL)
    return page.with_suffix(".odt")


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _told(entry: Entry) -> str:
    details = [f"{each.label}: {'; '.join(each.lines)}" for each in entry.details]
    texts = (
        entry.duration,
        entry.status.word,
        *entry.facts,
        *details,
        *entry.text.paragraphs,
        *entry.results.paragraphs,
    )
    return f"<h2>{escape(entry.title)}</h2>{''.join(f'<p>{escape(text)}</p>' for text in texts)}"

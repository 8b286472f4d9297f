"""A workbook of 10,000 projects, from its bytes to proposals, against openpyxl that only reads it."""

from __future__ import annotations

import io
from time import process_time
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from benchmarks.table import Ratio
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.values import Cents
from hankeapp.exchange.reading import read
from hankeapp.exchange.sheets import whole_sheets
from hankeapp.exchange.xlsx_writing import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROWS = 10_000
ROUNDS = 3


def against_openpyxl() -> Iterator[Ratio]:
    """Processor time, the least of some rounds in turn."""
    data = write_xlsx(whole_sheets(NO_NAMES)[:1], map(_project, range(ROWS)), "").data
    rounds = [(_seconds(lambda: read("a.xlsx", data)), _seconds(lambda: _only_read(data))) for _ in range(ROUNDS)]
    ours, theirs = map(min, zip(*rounds, strict=True))
    yield Ratio("10,000 rows of XLSX to proposals", ours * 1000, theirs * 1000, "ms", 2, "openpyxl, only reading")


def _only_read(data: bytes) -> None:
    for sheet in load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False).worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def _project(at: int) -> Project:
    return Project(
        id=ProjectId(str(at)),
        number=f"H-2026-{at:05}",
        name=f"Ilmastokestävä hanke {at}",
        acronym=f"IH{at}",
        start=PartialDate(2024, 1 + at % 12),
        end=PartialDate(2026, 12, 1 + at % 28),
        budget_whole=Cents(100_000 + at),
        objectives="Hanke kehittää kaupungin toimintaa.",
        public_text=f"Hanke {at} kertoo itsestään muutamalla lauseella. " * 4,
    )

"""Workbooks of openpyxl as bytes. It gathers each sheet in a temporary file, for which there may be no room.

What is small is gathered in memory instead.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import SerialisationError
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook


@contextmanager
def of_system() -> Iterator[None]:
    """`OSError` for what the system refused to lxml, which writes the sheets and tells it as `IO_ENOSPC`."""
    try:
        yield
    except SerialisationError as error:
        code = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(code, str(error)) from error


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook; `OSError` where there is no room to make it."""
    with of_system():
        return _written(book, ExcelWriter)


def saved_in_memory(book: Workbook) -> bytes:
    """The bytes of a small workbook."""
    return _written(book, _InMemory)


def _written(book: Workbook, writer: type[ExcelWriter]) -> bytes:
    data = BytesIO()
    # Not by `save`, which leaves its archive open when it fails.
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        writer(book, archive).write_data()
    return data.getvalue()


class _InMemory(ExcelWriter):
    """Needs no temporary files."""

    @override
    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.read())  # type: ignore[attr-defined]
        self.manifest.append(ws)

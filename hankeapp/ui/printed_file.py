"""The file that pages are printed into in place of paper: written apart first, since Qt tells of no full disk."""

from __future__ import annotations

import errno
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hankeapp.services.files import unwritable, write_whole

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_END = b"%%EOF"


class PrintedFile:
    """Lets a printer write into a folder of its own, until `hand_over` or `leave`; `FileError` where there is none."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._path = Path(printer.outputFileName())
        try:
            self._folder = TemporaryDirectory(prefix="hankeapp-")
        except OSError as error:
            raise unwritable(self._path, error) from error
        self._apart = Path(self._folder.name) / "pages.pdf"
        printer.setOutputFileName(str(self._apart))

    def hand_over(self) -> None:
        """Put what was printed where it was wished for, whole or not at all; `FileError`."""
        printed = self._apart.read_bytes() if self._apart.exists() else b""
        self.leave()
        if not printed.rstrip().endswith(_END):
            raise unwritable(self._path, OSError(errno.ENOSPC, ""))
        write_whole(self._path, printed)

    def leave(self) -> None:
        """Forget what was printed."""
        self._printer.setOutputFileName(str(self._path))
        self._folder.cleanup()

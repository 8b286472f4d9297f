"""What of the clipboard is imported: copied files, cells of a spreadsheet, a piece of a web page, or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hankeapp.domain.errors import FileError
from hankeapp.services.import_sources import ImportSource, source_of
from hankeapp.translation import tr
from hankeapp.ui.carried_files import files_in

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def on_clipboard() -> ImportSource:
    """What is on the clipboard now; `FileError` where that is nothing to import."""
    # Of an empty clipboard, some systems give nothing at all.
    mime: QMimeData | None = QApplication.clipboard().mimeData()
    source = source_in(mime) if mime is not None else None
    if source is None:
        raise FileError(
            tr("There is nothing on the clipboard that could be imported."),
            tr("Nothing was changed."),
            tr("Copy a text, cells of a table or files first."),
        )
    return source


def source_in(mime: QMimeData) -> ImportSource | None:
    """What is carried, read like a file; None for nothing that could be.

    A spreadsheet carries its cells as a text too, parted by tabs: that says what they hold, where its HTML says how
    they look.
    """
    paths = files_in(mime)
    if paths:
        return source_of(paths)
    name, text = tr("clipboard"), mime.text() if mime.hasText() else ""
    if _is_table(text):
        return ImportSource(name, text.encode(errors="replace"), "csv")
    if mime.hasHtml() and mime.html().strip():
        # With a mark of its encoding, whatever the page that it was copied from declares.
        return ImportSource(name, f"\N{ZERO WIDTH NO-BREAK SPACE}{mime.html()}".encode(errors="replace"), "html")
    return ImportSource(name, text.encode(errors="replace")) if text.strip() else None


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and "\t" in lines[0]

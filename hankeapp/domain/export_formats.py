"""The formats of files that projects are written into."""

from __future__ import annotations

from enum import Enum

from hankeapp.translation import mark, tr


class ExportFormat(Enum):
    """A format by its code, in the order in which they are offered."""

    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"
    DOCX = "docx"
    HTML = "html"
    PAGE = "page"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])

    @property
    def kind(self) -> str:
        """The label without the ending, which a file dialog adds."""
        return self.label.rpartition(" (")[0]

    @property
    def endings(self) -> tuple[str, ...]:
        """Of file names, the usual one first."""
        return {ExportFormat.HTML: (".html", ".htm"), ExportFormat.PAGE: (".txt", "")}.get(self, (f".{self.value}",))

    @property
    def has_columns(self) -> bool:
        """Whether it can hold some columns only."""
        return self in {ExportFormat.XLSX, ExportFormat.ODS, ExportFormat.CSV}


_LABELS = {
    ExportFormat.XLSX: mark("Excel workbook (.xlsx)"),
    ExportFormat.ODS: mark("OpenDocument spreadsheet (.ods)"),
    ExportFormat.CSV: mark("CSV table (.csv)"),
    ExportFormat.JSON: mark("Whole data as JSON (.json)"),
    ExportFormat.ICS: mark("Calendar (.ics)"),
    ExportFormat.DOCX: mark("Overview for Word (.docx)"),
    ExportFormat.HTML: mark("Web page (.html)"),
    ExportFormat.PAGE: mark("Web page as text (.txt)"),
}

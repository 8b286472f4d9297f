"""Spreadsheets and tables as files: by what their bytes are told, and their way from bytes to proposals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import KnownError
from hankeapp.exchange.packages import OLE, ZIP, holds, media_type, refuse_container
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.domain.proposals import Progress, Reading
    from hankeapp.exchange.workbooks import Workbook

XLSX, ODS, CSV = (".xlsx", ".xlsm", ".xltx"), (".ods", ".ots"), (".csv", ".tsv", ".tab")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_LOOKED_AT = 50_000


def is_xlsx(name: str, data: bytes) -> bool:
    """Whether it is a workbook of Excel, or would be: encrypted, of before 2007, or broken under its name."""
    if data.startswith(OLE):
        return True
    return holds(data, "xl/") or (data.startswith(ZIP) and name.lower().endswith(XLSX))


def is_ods(name: str, data: bytes) -> bool:
    """Whether it is an OpenDocument workbook, or would be."""
    return media_type(data).startswith(_ODS_TYPE) or (data.startswith(ZIP) and name.lower().endswith(ODS))


def is_csv(name: str, data: bytes) -> bool:
    """Whether it is a table by its name, or a text whose first row names fields (as a copied piece of a sheet)."""
    if data.startswith(ZIP):
        return False
    if name.lower().endswith(CSV):
        return True
    from hankeapp.exchange.csv_sheets import is_table_of_projects
    from hankeapp.exchange.encodings import decode

    try:
        text = decode(data[:_LOOKED_AT]).text
    except KnownError:
        return False
    return is_table_of_projects(text)


def read_xlsx_file(name: str, data: bytes, progress: Progress) -> Reading:
    """The projects of an Excel workbook; a `KnownError` says why not."""
    refuse_container(data)
    from hankeapp.exchange.xlsx_sheets import read_xlsx

    return _read(read_xlsx(data, progress), _is_other(name, XLSX, "Excel (.xlsx)"), progress)


def read_ods_file(name: str, data: bytes, progress: Progress) -> Reading:
    """The projects of an OpenDocument workbook; a `KnownError` says why not."""
    from hankeapp.exchange.ods_sheets import read_ods

    return _read(read_ods(data, progress), _is_other(name, ODS, "OpenDocument (.ods)"), progress)


def read_csv_file(_name: str, data: bytes, progress: Progress) -> Reading:
    """The projects of a table in a text; a `KnownError` says why not."""
    from hankeapp.exchange.csv_sheets import read_csv

    return _read(read_csv(data, progress), "", progress)


def _read(book: Workbook, remark: str, progress: Progress) -> Reading:
    from hankeapp.exchange.request_reading import is_request, read_request
    from hankeapp.exchange.sheet_reading import no_projects, read_workbook

    reading = read_request(book) if is_request(book) else read_workbook(book, {}, progress)
    if not reading.proposals and not any(column.samples for column in reading.columns):
        raise no_projects()
    return replace(reading, remarks=(remark, *reading.remarks)) if remark else reading


def _is_other(name: str, endings: tuple[str, ...], told: str) -> str:
    if "." not in name or name.lower().endswith(endings):
        return ""
    return tr("By its content the file is {format}, whatever its name says, and was read so.", format=told)

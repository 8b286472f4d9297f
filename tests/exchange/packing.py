"""Zip packages put together by hand: parts replaced by others, and the sheets in them as XML."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from hankeapp.exchange.ods_writing import write_ods

if TYPE_CHECKING:
    from collections.abc import Mapping


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A zip with other contents for some of its parts, or parts more."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {name: whole.read(name) for name in whole.namelist()} | changed
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def sheet_of(rows: str, more: str = "") -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}">{more}<sheetData>{rows}</sheetData></worksheet>'.encode()


def ods(content: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    body = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
    document = f"<office:document-content {spaces}>{body}</office:document-content>"
    return repacked(write_ods((), (), "").data, {"content.xml": document.encode()})


def row(cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'

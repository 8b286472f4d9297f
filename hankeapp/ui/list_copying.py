"""Projects as a table on the clipboard, for spreadsheets and texts."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BLANKS = re.compile(r"[\t\r\n\v\f\u2028\u2029]+")
_FORMULA = ("=", "+", "-", "@")
"""How a spreadsheet knows a formula: data that begins so must not be carried out."""
_AS_TEXT = "mso-number-format:'\\@'"


def table_data(rows: Iterable[Sequence[str]]) -> QMimeData:
    """The rows, the heads of columns first, as text parted by tabs and as HTML."""
    several = [[_BLANKS.sub(" ", cell) for cell in row] for row in rows]
    data = QMimeData()
    data.setText("".join("\t".join(map(_plain, row)) + "\r\n" for row in several))
    heads, *others = several
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in others)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in heads)
    data.setHtml(f"<meta charset='utf-8'><table><tr>{head}</tr>{body}</table>")
    return data


def web_data(html: str, text: str) -> QMimeData:
    """Texts of projects as they are pasted into a content system, or where there is none, as plain text."""
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<meta charset='utf-8'>{html}")
    return data


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cell(cell: str) -> str:
    style = f' style="{_AS_TEXT}"' if cell.startswith(_FORMULA) else ""
    return f"<td{style}>{escape(cell)}</td>"

"""Reading a table off a text: which sign parts its columns, and its rows as texts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from hankeapp.domain.errors import FileError, PageError
from hankeapp.exchange.column_names import bare_head, place_called
from hankeapp.exchange.csv_table import unguarded
from hankeapp.exchange.encodings import decode
from hankeapp.exchange.workbooks import (
    ERRORS,
    MOST_CELLS,
    MOST_COLUMNS,
    STEP,
    Row,
    Sheet,
    Workbook,
    Wrong,
    too_many_cells,
    trimmed,
)
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Progress
    from hankeapp.exchange.workbooks import Cell

DELIMITERS = ";\t,"
"""In the order in which they are believed where nothing else tells."""
_LARGEST = 100_000_000
_LOOKED_AT, _LINES = 200_000, 60
"""Characters and rows by which the delimiter is told."""
_EVEN = 0.8
_LONGEST_CELL = 5_000_000
csv.field_size_limit(_LONGEST_CELL)


def read_csv(data: bytes, progress: Progress | None = None) -> Workbook:
    """The only sheet of a text; `FileError` for what is no text or too large."""
    if len(data) > _LARGEST:
        raise too_many_cells()
    try:
        decoded = decode(data)
    except PageError as error:
        raise _no_table(error.sentences[0]) from error
    delimiter, text = _delimiter(decoded.text)
    remarks = [decoded.remark] if decoded.remark else []
    try:
        rows = _rows(text, delimiter, csv.QUOTE_MINIMAL, progress, strict=True)
    except csv.Error:
        rows, remark = _stray_quotes(text, delimiter, progress)
        remarks.append(remark)
    return Workbook((Sheet("", rows),), tuple(remarks))


def is_table_of_projects(text: str) -> bool:
    """Whether a text is a table and no prose: rows that one sign parts evenly, below heads of which two are known."""
    sign = max(DELIMITERS, key=lambda each: _evenness(text, each))
    is_parted, share, _ = _evenness(text, sign)
    if not is_parted or share < _EVEN:
        return False
    head = next(iter(_parsed(text[:_LOOKED_AT], sign, csv.QUOTE_MINIMAL)), [])
    return len({place_called(bare_head(each)) for each in head} - {None}) > 1


def _delimiter(text: str) -> tuple[str, str]:
    """The sign between columns and the text without the line in which Excel tells it."""
    first, _, rest = text.partition("\n")
    if first.strip().lower() in {f"sep={sign}" for sign in DELIMITERS} | {"sep="}:
        return first.strip("\r")[4:] or "\t", rest
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign)), text


def _evenness(text: str, sign: str) -> tuple[bool, float, int]:
    """Whether it parts the rows at all, how many of them into as many columns, and into how many."""
    head = text[:_LOOKED_AT]
    try:
        widths = Counter(len(row) for row in islice(_parsed(head, sign, csv.QUOTE_MINIMAL), _LINES) if row)
    except csv.Error:
        widths = Counter(len(line.split(sign)) for line in head.split("\n")[:_LINES])
    if not widths:
        return False, 0, 0
    width, count = widths.most_common(1)[0]
    return width > 1, round(count / widths.total(), 1), width


def _parsed(text: str, sign: str, quoting: int, *, strict: bool = False) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    return csv.reader(lines, delimiter=sign, quoting=quoting, strict=strict)  # type: ignore[arg-type]


def _rows(text: str, sign: str, quoting: int, progress: Progress | None, *, strict: bool = False) -> tuple[Row, ...]:
    total, cells, rows = max(1, text.count("\n")), 0, []
    for number, texts in enumerate(_parsed(text, sign, quoting, strict=strict), 1):
        row = trimmed([_cell(each) for each in texts[:MOST_COLUMNS]])
        if row:
            rows.append(Row(number, row))
            cells += len(row)
        if cells > MOST_CELLS:
            raise too_many_cells()
        if progress and number % STEP == 0:
            progress(min(number, total), 2 * total)
    return tuple(rows)


def _cell(text: str) -> Cell:
    if not text or text.isspace():
        return None
    return Wrong(text) if text in ERRORS else unguarded(text)


def _stray_quotes(text: str, sign: str, progress: Progress | None) -> tuple[tuple[Row, ...], str]:
    """Rows of a text whose quotation marks do not go together: one left open would swallow all rows behind it."""
    try:
        rows = _rows(text, sign, csv.QUOTE_MINIMAL, progress)
        if text.count('"') % 2 == 0:
            return rows, tr("Some quotation marks are not as they should be. Check the texts around them.")
        rows = _rows(text, sign, csv.QUOTE_NONE, progress)
    except csv.Error as error:
        raise _no_table(tr("The file is no table: a cell has no end.")) from error
    return rows, tr("A quotation mark is never closed, so all of them were taken as parts of the texts.")


def _no_table(sentence: str) -> FileError:
    return FileError(
        sentence, tr("Nothing was changed."), tr("Save the table again as CSV (UTF-8) or .xlsx, and take that in.")
    )

"""Tables of a document: a project a row, a label and its value a row, or only a way to place paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.exchange.labels import Label, label_of
from hankeapp.exchange.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Rows = Sequence[Sequence[str]]

_HEADER_ROWS = 3
"""How far down the header of a table may stand: a title across it comes first in some."""


def record_rows(rows: Rows) -> list[Passage] | None:
    """The projects of a table with a project a row; None for another table.

    Its header names what the columns tell, among them the project's name.
    """
    at = next((at for at, row in enumerate(rows[:_HEADER_ROWS]) if _is_header(row)), None)
    if at is None:
        return None
    header = [" ".join(cell.split()) for cell in rows[at]]
    return [Passage(words, is_record=True) for row in rows[at + 1 :] if (words := _record(header, row))]


def labelled_rows(rows: Rows) -> Passage | None:
    """A table of labels and values as lines “label: value”; None where fewer than two rows begin with a label."""
    told = [row for row in rows if any(cell.strip() for cell in row)]
    known = [row for row in told if len(row) > 1 and label_of(row[0])]
    if len(known) < 2 or len(known) * 2 < len(told):
        return None
    return Passage("\n".join(_lines(told)))


def _is_header(row: Sequence[str]) -> bool:
    labels = [label_of(cell) for cell in row if cell.strip()]
    known = [label for label in labels if label]
    return len(row) > 1 and Label.NAME in known and len(known) >= 2 and len(known) * 2 >= len(labels)


def _record(header: Sequence[str], row: Sequence[str]) -> str:
    cells = [" ".join(cell.split()) for cell in row]
    told = [(title, cell) for title, cell in zip(header, cells, strict=False) if title and cell.strip("–—- ")]
    name = next((cell for title, cell in told if label_of(title) is Label.NAME), "")
    return "\n".join(f"{title}: {cell}" for title, cell in told) if name and label_of(name) is not Label.NAME else ""


def _lines(rows: Rows) -> Iterator[str]:
    for row in rows:
        first, *rest = ("; ".join(cell.split("\n")) for cell in row)
        value = "; ".join(cell.strip() for cell in rest if cell.strip())
        yield f"{first.strip().rstrip(':')}: {value}" if value else first.strip()

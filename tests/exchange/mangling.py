"""Files as accidents and mischief leave them: bytes changed, cut, doubled, moved."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from random import Random

_SIGNS = (
    b"\0",
    b"<",
    b">",
    b"&#0;",
    b"\xff",
    b"\n\n",
    b"<table>",
    b"</td>",
    b"<h2>",
    b"Hanke:",
    b"\xc3",
    b"PK\x03\x04",
)


def mangled(data: bytes, chance: Random) -> bytes:
    """The bytes with one to eight accidents."""
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data) + 1), chance.randint(1, 200)
        match chance.randrange(5):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + data[at : at + length] * chance.randint(2, 5) + data[at:]
            case 3:
                data = data[:at] + chance.choice(_SIGNS) + data[at:]
            case _:
                data = data[: max(at, 20)]
    return data or b"x"


def document() -> bytes:
    """A text document of two projects: headings, a list, and a table with a project a row."""
    made = docx.Document()
    made.add_heading("Käynnissä olevat hankkeet", 1)
    made.add_heading("Kylät elävät", 2)
    made.add_paragraph("Hankkeessa tuetaan kyliä vuosina 2024–2026.")
    made.add_paragraph("Rahoittaja: Museovirasto", style="List Bullet")
    made.add_heading("Päättyneet hankkeet", 1)
    table = made.add_table(rows=2, cols=2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["Hanke", "Aika", "Silta", "2018–2019"], strict=True
    ):
        cell.text = words
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()

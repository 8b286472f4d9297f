"""A text document as word processors write it, to be read and to be mangled."""

from __future__ import annotations

import io

import docx


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

"""A table on the clipboard computes nothing where it is pasted."""

from __future__ import annotations

import pytest

from hankeapp.ui.list_copying import table_data


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "+358 2 1", "-5,00 €", "@SUM(A1)"])
def test_a_pasted_text_is_never_computed(text: str) -> None:
    data = table_data([["Nimi"], [text]])
    assert data.text() == f"Nimi\r\n'{text}\r\n"
    assert "<td style=\"mso-number-format:'\\@'\">" in data.html()

"""Tables stay aligned whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hankeapp.cli.tables import WIDEST, table, width

cells = st.text(max_size=60)


def test_wide_and_zero_width_characters_are_counted():
    assert width("hanke") == 5
    assert width("pää") == 3
    assert width("paa\u0308") == 3
    assert width("计划") == 4
    assert width("😀") == 2
    assert width("a\u00adb\u200d") == 2


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=5))
def test_columns_begin_at_the_same_place(rows):
    lines = table([(left, "|", right) for left, right in rows]).split("\n")
    assert len(lines) == len(rows)
    assert len({width(line[: line.index("  |", 0)]) for line in lines if "|" not in line[: line.index("  |")]}) <= 1


@given(cells)
def test_a_long_cell_is_shortened(text):
    (line,) = table([(text * 4, "end")]).split("\n")
    assert width(line) <= WIDEST + 2 + 3
    assert line.endswith("end")


def test_the_last_cell_is_whole():
    assert table([("a", "b" * 500)]) == "a  " + "b" * 500

"""Where the pages of a preview stand: laws that hold for every window and every fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from hankeapp.ui.page_layout import GAP, LARGEST, SMALLEST, Fit, lay_out

A4 = QSizeF(595, 842)
ROOMS = st.builds(QSizeF, st.integers(200, 4000), st.integers(200, 3000))


@given(ROOMS, st.integers(1, 40), st.sampled_from(Fit), st.floats(SMALLEST, LARGEST))
def test_pages_never_overlap_and_all_lie_inside(room, count, fit, zoom):
    layout = lay_out([A4] * count, room, fit, zoom, 96 / 72)
    assert len(layout.boxes) == count
    for one, next_one in zip(layout.boxes, layout.boxes[1:], strict=False):
        assert not one.intersects(next_one)
    last = layout.boxes[-1]
    assert last.bottom() <= layout.extent.height()
    assert max(box.right() for box in layout.boxes) <= max(layout.extent.width(), room.width())
    assert min(box.left() for box in layout.boxes) >= 0


@given(ROOMS, st.integers(1, 12), st.sampled_from([Fit.SPREAD, Fit.WIDTH, Fit.PAGE]))
def test_a_fit_fits_in_the_width(room, count, fit):
    layout = lay_out([A4] * count, room, fit, 1.0, 96 / 72)
    if layout.scale > SMALLEST:
        assert max(box.right() for box in layout.boxes) <= room.width() + 1


def test_whole_page_is_seen_whole():
    layout = lay_out([A4] * 3, QSizeF(1000, 800), Fit.PAGE, 1.0, 96 / 72)
    assert layout.boxes[0].height() <= 800 - 2 * GAP + 1
    assert layout.visible(0, 800) == [0]


@pytest.mark.parametrize(("room", "columns"), [(QSizeF(1100, 800), 2), (QSizeF(500, 900), 1)])
def test_a_spread_needs_room(room, columns):
    layout = lay_out([A4] * 4, room, Fit.SPREAD, 1.0, 96 / 72)
    assert len({box.top() for box in layout.boxes}) == 4 // columns


def test_only_an_edge_is_not_read():
    layout = lay_out([A4] * 4, QSizeF(1100, 800), Fit.SPREAD, 1.0, 96 / 72)
    assert layout.read(0, layout.boxes[2].top() + 30) == [0, 1]
    assert layout.visible(0, layout.boxes[2].top() + 30) == [0, 1, 2, 3]


def test_no_pages():
    layout = lay_out([], QSizeF(500, 500), Fit.PAGE, 1.0, 96 / 72)
    assert (layout.boxes, layout.read(0, 100)) == ((), [])

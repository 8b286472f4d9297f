"""What differs between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.differences import Piece, differences

SAME, OTHER = False, True


def test_a_word_that_was_changed_is_told_in_both():
    old, new = differences("Hanke päättyy 2024.", "Hanke päättyy 2026.")
    assert old == [Piece("Hanke päättyy ", SAME), Piece("2024", OTHER), Piece(".", SAME)]
    assert new == [Piece("Hanke päättyy ", SAME), Piece("2026", OTHER), Piece(".", SAME)]


def test_of_nothing_everything_is_new():
    assert differences("", "Uusi") == ([], [Piece("Uusi", OTHER)])
    assert differences("Sama", "Sama") == ([Piece("Sama", SAME)], [Piece("Sama", SAME)])


@given(st.text(alphabet="ab ,\n"), st.text(alphabet="ab ,\n"))
def test_the_pieces_are_the_texts_and_what_does_not_differ_is_alike(old, new):
    pieces = differences(old, new)
    assert ["".join(each.text for each in side) for side in pieces] == [old, new]
    alike = ["".join(each.text for each in side if not each.differs) for side in pieces]
    assert alike[0] == alike[1]

"""Two states of some projects beside each other: which of them have moved."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.comparisons import State, compare
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.project import Project, ProjectId

PROJECTS = {ProjectId(key): Project(id=ProjectId(key), number=key, name=key) for key in "abcdefg"}


def moved(before, after):
    then, now = (State([ProjectId(key) for key in order], PROJECTS, NO_NAMES) for order in (before, after))
    return {each.number for each in compare(then, now).projects if each.has_moved}


def is_in_order(several, order):
    return all(order.index(one) < order.index(other) for one, other in pairwise(several))


def test_one_that_was_moved_is_told_and_those_it_passed_are_not():
    assert moved("abcdefg", "abcdefg") == set()
    assert moved("abcdefg", "bcdefga") == {"a"}


@given(st.permutations("abcdefg"))
def test_as_few_as_can_be_are_told_to_have_moved(after):
    staying = [key for key in after if key not in moved("abcdefg", after)]
    assert is_in_order(staying, "abcdefg")
    assert not any(is_in_order(several, "abcdefg") for several in combinations(after, len(staying) + 1))

"""Which stamps of the log are believed: never those after now, and as many of the others as do not contradict."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.stamps import moments

NOW = "9"
STAMPS = st.lists(st.sampled_from("123456789"), max_size=8)
HONEST = st.lists(st.integers(400, 600), min_size=4, max_size=12).map(sorted)


@given(stamps=STAMPS, now=st.sampled_from("159"))
def test_moments_never_go_back_nor_beyond_now_and_as_many_as_can_be_are_what_was_stamped(stamps, now):
    told = moments(stamps, now)
    assert told == sorted(told)
    assert all(moment <= now for moment in told)
    kept = sum(moment == stamp for moment, stamp in zip(told, stamps, strict=True))
    assert kept >= most_without_contradiction([stamp for stamp in stamps if stamp <= now])


def most_without_contradiction(stamps):
    sizes = range(len(stamps), 0, -1)
    return next((size for size in sizes for row in combinations(stamps, size) if list(row) == sorted(row)), 0)


@given(stamps=st.lists(st.sampled_from("123456789")).map(sorted))
def test_a_log_without_contradiction_is_believed(stamps):
    assert moments(stamps, NOW) == stamps


@given(honest=HONEST, ahead=st.lists(st.integers(700, 999), min_size=1, max_size=50), place=st.integers(0))
def test_a_clock_that_was_ahead_of_today_harms_no_other_act(honest, ahead, place):
    place %= len(honest) + 1
    told = moments([*map(str, honest[:place]), *map(str, ahead), *map(str, honest[place:])], "650")
    assert [*told[:place], *told[place + len(ahead) :]] == [str(each) for each in honest]


@given(honest=HONEST, wrong=st.sampled_from([100, 300, 700, 999]), place=st.integers(0))
def test_one_act_under_a_wrong_clock_harms_no_other(honest, wrong, place):
    place = 2 + place % (len(honest) - 3)
    told = moments([str(each) for each in (*honest[:place], wrong, *honest[place:])], "999")
    assert [*told[:place], *told[place + 1 :]] == [str(each) for each in honest]
    assert told[place] == str(honest[place - 1])

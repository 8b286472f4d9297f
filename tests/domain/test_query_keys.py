"""The filters as the fields declare them."""

from __future__ import annotations

from collections import Counter

import pytest

from hankeapp.domain.query import View
from hankeapp.domain.query_keys import FLAGS, FilterKind, bare, filter_keys, filter_named, flag_named, nearest

SPELLED = [(each, key) for each in filter_keys().values() for key in (*each.keys[:3], *each.keys.others)]


@pytest.mark.parametrize(("asked", "key"), SPELLED, ids=[key for _, key in SPELLED])
def test_each_filter_is_found_by_its_key_in_every_language(asked, key):
    assert filter_named(key) is filter_named(key.upper()) is filter_named(bare(key)) is asked


def test_no_key_means_two_things():
    owners = Counter(
        bare(key)
        for _, keys in {(each.name, frozenset(each.keys[:3])) for each in filter_keys().values()}
        for key in keys
    )
    assert [key for key, n in owners.items() if n > 1] == []
    words = {bare(word) for keys in FLAGS.values() for word in keys[:3]}
    assert words.isdisjoint(owners)


def test_filters_ask_fields_of_one_kind():
    for asked in filter_keys().values():
        assert (
            len(
                {
                    each.field.type is str or each.field.type
                    for each in asked.targets
                    if asked.kind is not FilterKind.NAME
                }
            )
            <= 1
        )


def test_a_funder_is_asked_of_all_that_names_one():
    asked = filter_named("rahoittaja")
    assert {(each.part.name, each.field.name) for each in asked.targets} == {
        ("fundings", "funder"),
        ("fundings", "fund"),
        ("fundings", "programme"),
    }


def test_flags_in_every_language():
    assert {flag_named(word) for word in ("ohitettu", "OVERDUE", "passerat")} == {View.OVERDUE}
    assert {flag_named(word) for word in ("pian", "snart", "soon")} == {View.SOON}
    assert flag_named("joki") is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("tlia", "tila"), ("rahottaja", "rahoittaja"), ("staus", "status"), ("qx", "")]
)
def test_the_key_that_was_perhaps_meant(typed, meant):
    assert nearest(typed) == meant

"""Ids of many projects, packed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.domain.packed_ids import PackedIds


@settings(max_examples=30)
@given(st.lists(st.uuids().map(lambda each: each.hex), max_size=6), st.slices(6))
def test_packed_ids_are_the_ids(ids: list[str], cut: slice) -> None:
    packed = PackedIds.of(ids)
    assert list(packed) == ids
    assert len(packed) == len(ids)
    assert list(packed[cut]) == ids[cut]
    assert [packed[place] for place in range(-len(ids), len(ids))] == ids + ids

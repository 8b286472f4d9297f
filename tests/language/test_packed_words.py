"""Very many words as one text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.language.packed_words import PackedWords

WORDS = st.text(st.sampled_from("aAbBäÄ’é-"), min_size=1, max_size=3)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=12), WORDS)
def test_packed_words_are_the_words(words, asked):
    packed = PackedWords(words)
    assert sorted(packed) == sorted(set(words))
    assert len(packed) == len(set(words))
    assert (asked in packed) == (asked.lower() in {word.lower() for word in words})

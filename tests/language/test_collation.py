"""The Finnish order: its letters, and the laws of any order."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.language.collation import sort_key

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
WORDS = st.text(alphabet=ALPHABET + ALPHABET.upper() + " 0123456789", max_size=12)
SQLITE_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)


def test_the_alphabet():
    letters = list(ALPHABET)[::-1]
    letters.sort(key=sort_key)
    assert letters == list(ALPHABET)


@pytest.mark.parametrize(
    "in_order",
    [
        ["Valo", "Vesi", "Viherpolku", "Walo", "xylofoni"],
        ["zeppelin", "Åbo", "Ähtäri", "Öljy"],
        ["a", "A", "á", "ab", "Ab", "ä"],
        ["resume", "Resume", "résumé", "resumen"],
        ["1", "10", "2", "2024", "aika"],
        ["esi ja alku", "esi- ja alkuopetus", "esiopetus"],
        ["Aika", "”Aikaa”", "Aikakausi", "– Aikamoinen"],
        ["yle", "ülo", "Yö", "z"],
        ["kartano", "kärki", "köli"],
        ["", "…", "1", "a", "ö", "я"],
    ],
)
def test_in_order(in_order):
    texts = in_order[::-1]
    texts.sort(key=sort_key)
    assert texts == in_order


def test_decomposed_letters_are_letters():
    assert sort_key(unicodedata.normalize("NFD", "Ähtäri")) == sort_key("Ähtäri")


@given(WORDS, WORDS)
def test_letters_decide_before_case(left, right):
    if sort_key(left.lower()) < sort_key(right.lower()) and left.lower().split() != right.lower().split():
        assert sort_key(left) < sort_key(right)


@given(st.sampled_from(ALPHABET[:26] + ALPHABET[:26].upper()), st.sampled_from("åäöÅÄÖ"), WORDS, WORDS)
def test_dotted_letters_come_after_z(plain, dotted, left, right):
    assert sort_key(plain + left) < sort_key(dotted + right)


@given(WORDS, WORDS)
def test_different_texts_have_different_keys(left, right):
    assert (sort_key(left) == sort_key(right)) == (left == right)


@given(st.lists(st.text(), max_size=8), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_where_one_starts(texts, random):
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert [sort_key(text) for text in sorted(texts, key=sort_key)] == sorted(sort_key(text) for text in shuffled)


@given(st.text())
def test_any_text_has_a_key_that_a_database_takes(text):
    sort_key(text).encode()
    assert "\0" not in sort_key(text)


@given(st.lists(SQLITE_TEXT, max_size=8))
def test_sqlite_puts_keys_in_the_same_order(texts):
    keys = [sort_key(text) for text in texts]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE named (key TEXT)")
        connection.executemany("INSERT INTO named VALUES (?)", [(key,) for key in keys])
        in_order = [key for (key,) in connection.execute("SELECT key FROM named ORDER BY key")]
    connection.close()
    assert in_order == sorted(keys)

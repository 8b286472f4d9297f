"""The words of an index: those that begin so, whatever codes of several pieces stand among them."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from hankeapp.db.search.layout import tables
from hankeapp.db.search.vocabulary import IndexedVocabulary

WORDS = st.text("ab1-.:", min_size=1, max_size=5)


def vocabulary(forms):
    connection = sqlite3.connect(":memory:")
    connection.execute("ATTACH ':memory:' AS search")
    for statement in tables("search."):
        connection.execute(statement)
    connection.executemany("INSERT INTO search.form VALUES (NULL, ?1, ?1, '', 1)", [(each,) for each in forms])
    return IndexedVocabulary(connection.cursor())


@given(forms=st.sets(WORDS, max_size=30), begin=st.text("ab1", max_size=2), most=st.integers(1, 5))
def test_words_of_one_piece_that_begin_so(forms, begin, most):
    expected = sorted(each for each in forms if each.startswith(begin) and not set(each) & set("-.:"))
    assert vocabulary(forms).pieces_beginning(begin, most) == expected[:most]

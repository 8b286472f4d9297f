"""Writing over a second connection: whole or not at all, and seen by the first."""

from collections.abc import Callable

import pytest

from hankeapp.db.beside import writing_beside

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


class Enough(Exception):
    """The person would not wait."""


def never() -> None:
    """Nobody wants it stopped."""


def look_twice() -> Callable[[], None]:
    """Let go on at first, and break off the next time."""
    looks = iter([False, True])

    def look() -> None:
        if next(looks):
            raise Enough

    return look


def test_what_is_written_beside_is_seen_when_it_is_whole(store):
    with writing_beside(store.path, never) as beside, beside.write() as writing:
        writing.keep_numbers({2026: 7})
        assert store.last_numbers() == {}
    assert store.last_numbers() == {2026: 7}


def test_the_window_reads_while_more_is_written_than_sqlite_keeps_in_memory(store):
    with writing_beside(store.path, never) as beside, beside.write() as writing:
        writing._connection.exec_driver_sql("CREATE TABLE heavy (content BLOB)")
        writing._connection.exec_driver_sql("INSERT INTO heavy VALUES (zeroblob(8000000))")
        assert store.last_numbers() == {}


@pytest.mark.parametrize("pragma", ["journal_mode", "synchronous", "secure_delete", "foreign_keys"])
def test_what_is_written_beside_is_as_safe_as_what_the_window_writes(store, pragma):
    with store.write() as writing:
        expected = writing._connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
    with writing_beside(store.path, never) as beside, beside.write() as writing:
        assert writing._connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == expected


def write_for_ever(store):
    with writing_beside(store.path, look_twice()) as beside, beside.write() as writing:
        writing.keep_numbers({2026: 7})
        writing._connection.exec_driver_sql(ENDLESS)


def test_what_is_stopped_in_the_midst_of_a_statement_leaves_nothing(store):
    with pytest.raises(Enough):
        write_for_ever(store)
    assert store.last_numbers() == {}
    with store.write() as writing:
        writing.keep_numbers({2026: 1})
    assert store.last_numbers() == {2026: 1}

"""The word forms that were taken apart once: a file in the cache folder that all registers share.

It holds nothing but words that the dictionary knows, with their base forms: whose texts they came from cannot be told,
and what is no word of Finnish (a name, an address) is never kept. It can be deleted at any time.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from hankeapp.db.connection import file_uri
from hankeapp.db.reading import batches

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from hankeapp.language.lemmas import Lemmas

_NAME = "word-forms.sqlite"
_BUSY_S = 2.0
_SCHEMA = """
CREATE TABLE form (form TEXT PRIMARY KEY, lemmas TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


class Forms:
    """Answers from the file what was found out before, and writes there what is found out now.

    A file that cannot be read, is another version's or is no such file is made anew; where none can be written,
    everything is found out each time.
    """

    def __init__(self, folder: Path | None, version: str, lemmas: Lemmas) -> None:
        self._folder = folder
        self._version = version
        self._lemmas = lemmas

    def lemmas(self, forms: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The base forms and parts of words."""
        if not self._version:
            return dict.fromkeys(forms, ())
        known = self._read(list(forms)) if self._folder else {}
        new = {form: self._lemmas.of(form) for form in forms if form not in known}
        found = {form: lemmas for form, lemmas in new.items() if lemmas}
        if found and self._folder:
            self._write(found)
        return known | new

    @property
    def _path(self) -> Path:
        assert self._folder is not None
        return self._folder / _NAME

    def _read(self, forms: list[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        try:
            with closing(self._open("ro")) as connection:
                for batch in batches(forms):
                    marks = ", ".join("?" * len(batch))
                    statement = f"SELECT form, lemmas FROM form WHERE form IN ({marks})"  # noqa: S608
                    found |= {form: tuple(lemmas.split()) for form, lemmas in connection.execute(statement, batch)}
        except sqlite3.Error:
            return {}
        return found

    def _write(self, new: Mapping[str, tuple[str, ...]]) -> None:
        rows = [(form, " ".join(lemmas)) for form, lemmas in new.items()]
        self._change("INSERT OR REPLACE INTO form VALUES (?, ?)", rows)

    def _change(self, statement: str, rows: Sequence[tuple[str, ...]]) -> None:
        with suppress(sqlite3.Error, OSError):
            try:
                self._carry_out(statement, rows)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY}:
                    raise
                self._carry_out_anew(statement, rows)
            except sqlite3.DatabaseError:
                self._carry_out_anew(statement, rows)

    def _carry_out_anew(self, statement: str, rows: Sequence[tuple[str, ...]]) -> None:
        self._path.unlink(missing_ok=True)
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(self._open("rwc")) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_SCHEMA)
            connection.execute(f"PRAGMA user_version={_number(self._version)}")
        self._carry_out(statement, rows)

    def _carry_out(self, statement: str, rows: Sequence[tuple[str, ...]]) -> None:
        with closing(self._open("rw")) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(statement, rows)

    def _open(self, mode: str) -> sqlite3.Connection:
        """A connection; `sqlite3.DatabaseError` where the file is another version's."""
        uri = f"{file_uri(self._path.absolute())}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_S)
        try:
            connection.execute("PRAGMA secure_delete=ON")
            if mode != "rwc":
                self._require_version(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _require_version(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != _number(self._version):
            raise sqlite3.DatabaseError("another version's word forms")


def _number(version: str) -> int:
    """A version as SQLite keeps one in a file's header."""
    return int(version[:7], 16)

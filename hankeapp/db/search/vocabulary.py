"""The words of an attached index, as `language.sought` asks for them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hankeapp.db.search.layout import quoted, trigrams

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

_LAST = "\U0010ffff"
"""Comes after every character of a word."""
_INFIXED = """
FROM search.form WHERE id IN (SELECT rowid FROM search.piece WHERE piece MATCH ?) AND instr(folded, ?) > 0
"""
_JOINED = re.compile(r"[-.,:/]")
"""What joins the pieces of a word, as `language.words` tells them."""
_PREFIXED = "folded BETWEEN ?1 AND ?1 || ?2"
_BETWEEN = "SELECT DISTINCT folded FROM search.form WHERE folded BETWEEN ? AND ? ORDER BY folded"


class IndexedVocabulary:
    """Asks over a connection that the index is attached to, within its transaction."""

    def __init__(self, at: sqlite3.Cursor) -> None:
        self._at = at

    def lemmas_among(self, lemmas: Collection[str]) -> frozenset[str]:
        return frozenset(each for each in lemmas if self._has("search.lemma WHERE lemma = ?", each))

    def has_prefix(self, folded: str) -> bool:
        return self._has(f"search.form WHERE {_PREFIXED}", folded, _LAST)

    def has_inner_prefix(self, folded: str) -> bool:
        return self._has(f"search.lemma WHERE {_PREFIXED}", folded, _LAST)

    def has_infix(self, folded: str) -> bool:
        return self._at.execute(f"SELECT 1 {_INFIXED} LIMIT 1", _pieces(folded)).fetchone() is not None

    def nearest(self, folded: str, least: float) -> str:
        # Only when nothing else was found: loading it takes as long as finding.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for statement, begins in self._near_to(folded):
            words = self._at.execute(statement, (begins, _LAST, len(folded) * least, len(folded) / least)).fetchall()
            letters = [row[1] for row in words]
            scorer = OSA.normalized_similarity
            near = process.extract(folded, letters, scorer=scorer, score_cutoff=least, limit=_NEAREST)
            best = [(likeness, words[place][2], words[place][0]) for _, likeness, place in near]
            if best:
                return str(max(best)[2])
        return ""

    def _near_to(self, folded: str) -> Iterator[tuple[str, str]]:
        """Where near words are looked for: few slips are in the first letters, and each of them saves nine tenths."""
        yield _LIKE_FORMS, folded[:2]
        yield _LIKE_LEMMAS, folded[:1]
        (forms,) = self._at.execute("SELECT ifnull(max(id), 0) FROM search.form").fetchone()
        if forms <= _FEW:
            yield _LIKE_FORMS, ""

    def lemmas_beginning(self, folded: str) -> list[str]:
        """The base forms and parts that begin so."""
        return self._texts(f"SELECT lemma FROM search.lemma WHERE {_PREFIXED}", folded, _LAST)  # noqa: S608

    def forms_beginning(self, folded: str, most: int) -> list[str]:
        """The words, folded, that begin so; no more than `most`."""
        statement = f"SELECT DISTINCT folded FROM search.form WHERE {_PREFIXED} LIMIT ?3"  # noqa: S608
        return [row[0] for row in self._at.execute(statement, (folded, _LAST, most))]

    def pieces_beginning(self, folded: str, most: int) -> list[str]:
        """Words, folded, that begin so, no more than `most`: where another begins so, its first piece is among them.

        Of a piece that thousands of codes begin with none is read but the first.
        """
        if _JOINED.search(folded):
            return self.forms_beginning(folded, most)
        found: list[str] = []
        begin: str | None = folded
        while begin is not None:
            begin = self._add_until_joined(found, begin, folded + _LAST, most)
        return found

    def _add_until_joined(self, found: list[str], begin: str, end: str, most: int) -> str | None:
        """Find words up to one of several pieces; where they go on behind those with its first, None if nowhere."""
        for (word,) in self._at.execute(_BETWEEN, (begin, end)):
            if len(found) == most:
                return None
            if joined := _JOINED.search(word):
                return str(word[: joined.end()]) + _LAST
            found.append(word)
        return None

    def forms_holding(self, folded: str) -> list[str]:
        """The words, folded, in which it stands."""
        return self._texts(f"SELECT DISTINCT folded {_INFIXED}", *_pieces(folded))

    def lemmas_of(self, forms: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The base forms and parts of those of the words that stand in the texts."""
        statement = "SELECT form, lemmas FROM search.form WHERE form IN (SELECT value FROM json_each(?))"
        return {form: tuple(lemmas.split()) for form, lemmas in self._at.execute(statement, (json.dumps(list(forms)),))}

    def numbers(self, folded: str) -> list[int]:
        """The numbers of the forms that are written so."""
        return [row[0] for row in self._at.execute("SELECT id FROM search.form WHERE folded = ?", (folded,))]

    def uses(self, folded: str, *, whole: bool) -> int:
        """In how many projects a word stands, or those that begin so, counted anew for each form."""
        statement = f"SELECT ifnull(sum(uses), 0) FROM search.form WHERE {_PREFIXED}"  # noqa: S608
        return int(self._at.execute(statement, (folded, "" if whole else _LAST)).fetchone()[0])

    def _has(self, where: str, *values: str) -> bool:
        return self._at.execute(f"SELECT 1 FROM {where} LIMIT 1", values).fetchone() is not None  # noqa: S608

    def _texts(self, statement: str, *values: str) -> list[str]:
        return [row[0] for row in self._at.execute(statement, values)]


_NEAREST = 20
_FEW = 50_000
"""Words, among which a near one may begin in any way."""
_OF_THIS = "folded BETWEEN ?1 AND ?1 || ?2 AND length(folded) BETWEEN ?3 AND ?4"
_LIKE_LEMMAS = f"SELECT lemma, folded, uses FROM search.lemma WHERE {_OF_THIS}"  # noqa: S608
_LIKE_FORMS = f"{_LIKE_LEMMAS} UNION ALL SELECT form, folded, uses FROM search.form WHERE {_OF_THIS}"  # noqa: S608


def _pieces(folded: str) -> tuple[str, str]:
    return " AND ".join(map(quoted, trigrams(folded))), folded

"""The words of an attached index, as `language.sought` asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.language.sought import LONGEST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_LAST = "\U0010ffff"
"""Comes after every character of a word."""
_INFIXED = "FROM search.form WHERE instr(folded, ?) > 0"
_PREFIXED = "folded BETWEEN ?1 AND ?1 || ?2"


class IndexedVocabulary:
    """Asks over a connection that the index is attached to, within its transaction."""

    def __init__(self, at: sqlite3.Cursor) -> None:
        self._at = at

    def has_form(self, folded: str) -> bool:
        return self._has("search.form WHERE folded = ?", folded)

    def lemmas_among(self, lemmas: Collection[str]) -> frozenset[str]:
        return frozenset(each for each in lemmas if self._has("search.lemma WHERE lemma = ?", each))

    def has_prefix(self, folded: str) -> bool:
        return self._has(f"search.form WHERE {_PREFIXED}", folded, _LAST)

    def has_inner_prefix(self, folded: str) -> bool:
        return self._has(f"search.lemma WHERE {_PREFIXED}", folded, _LAST)

    def has_infix(self, folded: str) -> bool:
        return self._at.execute(f"SELECT 1 {_INFIXED} LIMIT 1", (folded,)).fetchone() is not None

    def nearest(self, folded: str, least: float) -> str:
        # Only when nothing else was found: loading it takes as long as finding.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        words = self._at.execute(_OF_LENGTH, {"least": len(folded) * least, "most": len(folded) / least}).fetchall()
        near = process.extract(
            folded, [row[1] for row in words], scorer=OSA.normalized_similarity, score_cutoff=least, limit=_NEAREST
        )
        best = [(words[place], likeness) for _, likeness, place in near]
        return max(best, key=lambda each: (each[1], each[0][2]))[0][0] if best else ""

    def lemmas_beginning(self, folded: str) -> list[str]:
        """The base forms and parts that begin so."""
        return self._texts(f"SELECT lemma FROM search.lemma WHERE {_PREFIXED}", folded, _LAST)  # noqa: S608

    def forms_holding(self, folded: str) -> list[str]:
        """The words, folded, in which it stands."""
        return self._texts(f"SELECT DISTINCT folded {_INFIXED}", folded)

    def lemmas_of(self, forms: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The base forms and parts of those of the words that stand in the texts."""
        statement = "SELECT lemmas FROM search.form WHERE form = ?"
        found = ((form, self._at.execute(statement, (form,)).fetchone()) for form in forms)
        return {form: tuple(row[0].split()) for form, row in found if row}

    def numbers(self, folded: str) -> list[int]:
        """The numbers of the forms that are written so."""
        return [row[0] for row in self._at.execute("SELECT id FROM search.form WHERE folded = ?", (folded,))]

    def _has(self, where: str, *values: str) -> bool:
        return self._at.execute(f"SELECT 1 FROM {where} LIMIT 1", values).fetchone() is not None  # noqa: S608

    def _texts(self, statement: str, *values: str) -> list[str]:
        return [row[0] for row in self._at.execute(statement, values)]


_NEAREST = 20
_OF_LENGTH = f"""
SELECT lemma, folded, uses FROM search.lemma WHERE length(folded) BETWEEN :least AND min(:most, {LONGEST})
UNION ALL
SELECT form, folded, uses FROM search.form WHERE length(folded) BETWEEN :least AND min(:most, {LONGEST})
"""  # noqa: S608

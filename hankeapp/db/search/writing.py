"""Writing projects into the index, and taking them out again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.db.search.layout import ANY, forms_in, spelled, title_tokens, tokens
from hankeapp.db.search.values import tokens_of
from hankeapp.domain.passages import passages
from hankeapp.language.folding import fold
from hankeapp.language.words import words_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from hankeapp.db.search.forms import Forms
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project

_Form = tuple[int, str, tuple[str, ...]]
"""The id of a form, how it is written, and its base forms and parts."""


@dataclass(frozen=True)
class Document:
    """A project as the index sees it: the words of each passage of its title, and of its other texts; its values."""

    project: str
    title: tuple[tuple[str, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    value_tokens: tuple[str, ...]

    @classmethod
    def of(cls, project: Project, names: Names) -> Document:
        """The document of a project; `names` are of what it refers to."""
        told = [(each.is_title, tuple(word.text for word in words_in(each.text))) for each in passages(project, names)]
        title = tuple(words for is_title, words in told if is_title and words)
        texts = tuple(words for is_title, words in told if not is_title and words)
        return cls(project.id, title, texts, tuple(tokens_of(project)))

    def words(self) -> Iterator[str]:
        """All words, as often as they stand there."""
        for passage in (*self.title, *self.texts):
            yield from passage


class Writer:
    """Writes within the transaction of a connection to an index; `finish` before it ends."""

    def __init__(self, connection: sqlite3.Connection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms
        self._known: dict[str, _Form] = {}
        self._last = connection.execute("SELECT ifnull(max(id), 0) FROM form").fetchone()[0]
        self._uses: Counter[int] = Counter()
        self._lemma_uses: Counter[str] = Counter()

    def learn(self, documents: Collection[Document]) -> None:
        """Give every word of the documents a place among the forms."""
        words = {word for each in documents for word in each.words()} - self._known.keys()
        self._know(self._standing("form", sorted(words)))
        new = sorted(words - self._known.keys())
        lemmas = self._forms.lemmas(new)
        places = range(self._last + 1, self._last + 1 + len(new))
        added = [(place, form, lemmas[form]) for place, form in zip(places, new, strict=True)]
        self._connection.executemany(
            "INSERT INTO form (id, form, folded, lemmas, uses) VALUES (?, ?, ?, ?, 0)",
            [(place, form, fold(form), " ".join(its)) for place, form, its in added],
        )
        pieces = [(place, fold(form)) for place, form, _ in added]
        self._connection.executemany("INSERT INTO piece (rowid, folded) VALUES (?, ?)", pieces)
        self._last += len(new)
        self._know(added)

    def add(self, place: int, document: Document) -> None:
        """Put a project whose words are known in at a row id."""
        title, texts = (
            [[self._known[word][0] for word in passage] for passage in part]
            for part in (document.title, document.texts)
        )
        words = spelled(title, texts)
        found = {form[0]: form for form in map(self._known.__getitem__, set(document.words()))}
        self._connection.execute("INSERT INTO doc VALUES (?, ?)", (place, document.project))
        values = " ".join(document.value_tokens)
        self._connection.execute("INSERT INTO spelled VALUES (?, ?, ?)", (place, words, values))
        every = self._tokens(words, found, values)
        self._connection.execute("INSERT INTO hit (rowid, token) VALUES (?, ?)", (place, every))
        self._count(found.values(), 1)

    def remove(self, project: str) -> None:
        """Take a project out, if it is there; `sqlite3.DatabaseError` where the index does not hold together."""
        row = self._connection.execute(_STANDING, (project,)).fetchone()
        if row is None:
            return
        place, words, values = row
        wanted = forms_in(words)[1]
        found = {form[0]: form for form in self._standing("id", sorted(wanted))}
        if len(found) < len(wanted):
            raise sqlite3.DatabaseError("a form is missing in the index")
        tokens = self._tokens(words, found, values)
        self._connection.execute("INSERT INTO hit (hit, rowid, token) VALUES ('delete', ?, ?)", (place, tokens))
        for table in ("doc", "spelled"):
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (place,))  # noqa: S608
        self._count(found.values(), -1)

    def finish(self) -> None:
        """Write in how many projects each form and base form stands, and drop those that stand in none any more."""
        execute = self._connection.executemany
        execute("UPDATE form SET uses = uses + ?2 WHERE id = ?1", list(self._uses.items()))
        execute(
            "INSERT INTO lemma VALUES (?1, ?3, ?2) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            [(lemma, uses, fold(lemma)) for lemma, uses in self._lemma_uses.items()],
        )
        less = [(form,) for form, uses in self._uses.items() if uses <= 0]
        execute(
            "INSERT INTO piece (piece, rowid, folded) SELECT 'delete', id, folded FROM form WHERE id = ? AND uses <= 0",
            less,
        )
        execute("DELETE FROM form WHERE id = ? AND uses <= 0", less)
        execute("DELETE FROM lemma WHERE lemma = ? AND uses <= 0", [(lemma,) for lemma in self._lemma_uses])
        self._uses.clear()
        self._lemma_uses.clear()
        self._known.clear()

    def _know(self, forms: Iterable[_Form]) -> None:
        self._known |= {form[1]: form for form in forms}

    def _standing(self, by: str, keys: Sequence[str | int]) -> list[_Form]:
        statement = f"SELECT id, form, lemmas FROM form WHERE {by} = ?"  # noqa: S608
        rows = (self._connection.execute(statement, (key,)).fetchone() for key in keys)
        return [(place, form, tuple(lemmas.split())) for place, form, lemmas in filter(None, rows)]

    def _count(self, forms: Collection[_Form], times: int) -> None:
        for place, _, _ in forms:
            self._uses[place] += times
        for lemma in {lemma for _, _, lemmas in forms for lemma in lemmas}:
            self._lemma_uses[lemma] += times

    @staticmethod
    def _tokens(words: str, found: dict[int, _Form], values: str) -> str:
        in_title, everywhere = forms_in(words)
        all_tokens = {ANY, *(token for form in everywhere for token in tokens(*found[form][1:]))}
        of_title = {token for form in in_title for token in title_tokens(*found[form][1:])}
        return " ".join([*sorted(all_tokens | of_title), values])


_STANDING = "SELECT doc.id, words, value_tokens FROM doc JOIN spelled ON spelled.id = doc.id WHERE project = ?"

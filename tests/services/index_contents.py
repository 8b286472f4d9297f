"""What stands in an index file, told so that two of them can be compared: no ids, no order."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hankeapp.db.search.layout import forms_in

if TYPE_CHECKING:
    from pathlib import Path


def index_file(cache: Path) -> Path:
    """The only index in a cache folder."""
    (found,) = cache.glob("*.search")
    return found


def contents(cache: Path) -> dict[str, object]:
    """Everything in the index: tokens and words by project in the order of titles, and what is counted."""
    with closing(sqlite3.connect(index_file(cache))) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, hit, instance)")
        docs = connection.execute("SELECT id, project, words FROM doc JOIN spelled USING (id) ORDER BY id").fetchall()
        connection.execute("CREATE VIRTUAL TABLE temp.trigram USING fts5vocab(main, piece, instance)")
        folded = dict(connection.execute("SELECT id, folded FROM form"))
        projects = {place: project for place, project, _ in docs}
        forms = dict(connection.execute("SELECT id, form FROM form"))
        return {
            "order": [project for _, project, _ in docs],
            "words": {project: sorted(forms[each] for each in forms_in(words)[1]) for _, project, words in docs},
            "tokens": {(projects[doc], term) for term, doc in connection.execute("SELECT term, doc FROM temp.term")},
            "pieces": {(folded[doc], term) for term, doc in connection.execute("SELECT term, doc FROM temp.trigram")},
            "forms": set(connection.execute("SELECT form, folded, lemmas, uses FROM form")),
            "lemmas": set(connection.execute("SELECT * FROM lemma")),
            "meta": dict(connection.execute("SELECT key, value FROM meta WHERE key NOT IN ('seq', 'act')")),
        }

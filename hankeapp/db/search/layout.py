"""How the index is laid out, and which tokens a project has in it.

The tokens of a project are those of its words: `form` as it is written in small letters and folded, `=lemma` of each
base form and part; those of a title stand there again after a `^`, and the first letters of its words after two. A
value that filters choose among is a token that begins with a `/`. All are of one column and without positions: who asks
for a token of titles asks for nothing else, and the hits of a token stream in the order of their row ids, which is that
of the titles. The order of words is kept in `spelled.words`, where each word is a character. `piece` finds the forms
that hold three letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FORMAT = "3"
"""Of the tables and the tokens; an index of another is made anew."""

_TABLES = (
    "TABLE {}meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    (
        "TABLE {}form (id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, lemmas TEXT NOT NULL,"
        " uses INTEGER NOT NULL) STRICT"
    ),
    "TABLE {}lemma (lemma TEXT PRIMARY KEY, folded TEXT NOT NULL, uses INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "TABLE {}doc (id INTEGER PRIMARY KEY, project TEXT NOT NULL UNIQUE) STRICT",
    "TABLE {}spelled (id INTEGER PRIMARY KEY, words TEXT NOT NULL, value_tokens TEXT NOT NULL) STRICT",
    (
        "VIRTUAL TABLE {}hit USING fts5(token, content='', columnsize=0, detail=none,"
        """ tokenize="ascii tokenchars '^=-./:'''")"""
    ),
    (
        "VIRTUAL TABLE {}piece USING fts5(folded, content='', columnsize=0, detail=none,"
        " tokenize='trigram case_sensitive 1')"
    ),
)
_INDEXES = ("INDEX {}ix_form_folded ON form (folded, uses)", "INDEX {}ix_lemma_folded ON lemma (folded, uses)")

GAP = 1 << 16
"""Row ids between two titles of a new index, so that titles that come later find room."""

TITLE, BEGINNING, LEMMA, VALUE, ANY = "^", "^^", "=", "/", "="
"""What a token of a title begins with, one of a title's first letters, one of a base form, and one of a value; and the
token that every project has."""

_BEGINNINGS = (1, 2)
"""Letters of beginnings that have tokens: so few that FTS5 would lay the hits of half of all words together."""

_FIRST, _SURROGATES, _SURROGATES_END = 16, 0xD800, 0xE000
_BORDER, _SECTION = "\x02", "\x03"
"""Between two passages, which no phrase reaches over, and between those of the title and all others."""
_NO_FORMS = frozenset({_BORDER, _SECTION})


def tables(schema: str = "") -> list[str]:
    """The statements that make the tables, in a schema with its dot."""
    return [f"CREATE {each.format(schema)}" for each in _TABLES]


def indexes(schema: str = "") -> list[str]:
    """Those that make their indexes when all is in: filling them row by row takes longer."""
    return [f"CREATE {each.format(schema)}" for each in _INDEXES]


def character(form: int) -> str:
    """The character that stands for a form in `spelled.words`; `ValueError` beyond a million forms."""
    code = form + _FIRST
    return chr(code if code < _SURROGATES else code + _SURROGATES_END - _SURROGATES)


def form_of(each: str) -> int:
    """The form that a character stands for."""
    code = ord(each)
    return (code if code < _SURROGATES else code - _SURROGATES_END + _SURROGATES) - _FIRST


def spelled(title: Iterable[Sequence[int]], texts: Iterable[Sequence[int]]) -> str:
    """The passages of a project, each its forms in their order, as `spelled.words` has them."""
    return _SECTION.join(_BORDER.join("".join(map(character, each)) for each in part) for part in (title, texts))


def forms_in(words: str) -> tuple[set[int], set[int]]:
    """The forms of the title in `spelled.words`, and those of all."""
    in_title = set(words.partition(_SECTION)[0]) - _NO_FORMS
    return {form_of(each) for each in in_title}, {form_of(each) for each in set(words) - _NO_FORMS}


def tokens(form: str, lemmas: Iterable[str]) -> Iterator[str]:
    """The tokens of a word."""
    yield form
    folded = fold(form)
    if folded != form:
        yield folded
    for lemma in lemmas:
        yield LEMMA + lemma


def title_tokens(form: str, lemmas: Iterable[str]) -> Iterator[str]:
    """The tokens of a word of a title."""
    yield from (TITLE + token for token in tokens(form, lemmas))
    yield from (BEGINNING + fold(form)[:letters] for letters in _BEGINNINGS)


def trigrams(text: str) -> list[str]:
    """Each three letters of a text that stand together."""
    return list(dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2)))


def quoted(token: str) -> str:
    """A token as FTS5 reads it."""
    return '"' + token.replace('"', '""') + '"'

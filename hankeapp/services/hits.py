"""Where the words of a query stand in the texts of projects: what a list marks, and the text that it shows a hit in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.passages import passages
from hankeapp.language.folding import fold
from hankeapp.language.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project
    from hankeapp.language.sought import Sought
    from hankeapp.language.words import Word

Span = tuple[int, int]
"""Where a hit begins, and the place after its end."""


@dataclass(frozen=True)
class Snippet:
    """A text of a project with hits: what it is called, the text, and where they stand in it."""

    label: str
    text: str
    spans: Sequence[Span]


class Hits:
    """Answers quickly enough for painting: what is found out about a word or a project is kept.

    `lemmas_of` tells the base forms and parts of words, `names` what a project refers to.
    """

    def __init__(
        self,
        sought: Sequence[Sought],
        lemmas_of: Callable[[Collection[str]], Mapping[str, Sequence[str]]],
        names: Callable[[Project], Names],
    ) -> None:
        self._sought = sought
        self._lemmas_of = lemmas_of
        self._names = names
        self._known: dict[str, Span | None] = {}
        self._snippets: dict[tuple[str, int], Snippet | None] = {}
        self._needs_lemmas = any(each.lemmas or each.inner_prefix for each in sought)

    def spans(self, text: str) -> list[Span]:
        """Where the words stand in a text, in its order."""
        words = list(words_in(text))
        known = self._known
        if new := {word.text for word in words if word.text not in known}:
            self._find_out(new)
        found = [_placed(word, hit) for word in words if (hit := known[word.text]) is not None]
        return _apart(found) if found else []

    def snippet(self, project: Project) -> Snippet | None:
        """The first text beside the title that holds a hit; None where none does."""
        key = project.id, project.version
        if key not in self._snippets:
            self._snippets[key] = self._found_in(project)
        return self._snippets[key]

    def _found_in(self, project: Project) -> Snippet | None:
        for passage in passages(project, self._names(project)):
            if not passage.is_title and (spans := self.spans(passage.text)):
                return Snippet(passage.label, passage.text, spans)
        return None

    def _find_out(self, words: Collection[str]) -> None:
        lemmas = self._lemmas_of(words) if self._needs_lemmas else {}
        for word in words:
            folded, its = fold(word), lemmas.get(word, ())
            ways = [_part(word, folded, each) for each in self._sought if each.matches(folded, its)]
            self._known[word] = max(ways, key=_length) if ways else None


def _part(word: str, folded: str, sought: Sought) -> Span:
    """The letters of a word that were typed, where they stand in it as they are; else the whole word."""
    begin = folded.find(sought.folded)
    if begin < 0 or len(folded) != len(word):
        return 0, len(word)
    return begin, begin + len(sought.folded)


def _placed(word: Word, part: Span) -> Span:
    """The place in the text; of a word that is written with accents of their own, all of it."""
    if word.end - word.start != len(word.text):
        return word.start, word.end
    return word.start + part[0], word.start + part[1]


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in their order, those that touch made one."""
    apart: list[Span] = []
    for begin, end in sorted(spans):
        if apart and begin <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((begin, end))
    return apart


def _length(span: Span) -> int:
    return span[1] - span[0]

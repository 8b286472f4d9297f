"""What the quick search offers for some words: projects, what the sidebar has, and the window's commands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.language.folding import fold
from hankeapp.translation import mark, tr
from hankeapp.ui import formatting
from hankeapp.ui.glyphs import OF_STATUS, OF_VIEW
from hankeapp.ui.offers import Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hankeapp.domain.project import Project
    from hankeapp.ui.glyphs import Glyph
    from hankeapp.ui.sidebar_entries import Entry

    Span = tuple[int, int]

MOST = 6
"""Rows under one heading."""


class Scope(Enum):
    """What is looked through; the value is the sign before the words that asks for it alone."""

    ALL = ""
    COMMANDS = ">"
    VIEWS = "#"


class Heading(Enum):
    """What stands above rows of a kind."""

    PROJECTS = mark("Projects")
    RECENT = mark("Seen last")
    VIEWS = mark("Views")
    PINNED = mark("Pinned searches")
    COMMANDS = mark("Commands")


@dataclass(frozen=True)
class Hit(Offer):
    """`value` is the act of choosing it; `spans` are where the words stand in its text."""

    glyph: Glyph | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What was typed."""

    scope: Scope
    words: str

    @classmethod
    def of(cls, text: str) -> Asked:
        """The words, and the sign before them, if any."""
        stripped = text.strip()
        scope = next((each for each in Scope if each.value and stripped.startswith(each.value)), Scope.ALL)
        return cls(scope, stripped.removeprefix(scope.value).strip())


def places(text: str, words: str) -> tuple[Span, ...] | None:
    """Where each of the words stands in a text, at a word's beginning rather than inside; None where one does not."""
    folded = fold(text)
    found: list[Span] = []
    for word in fold(words).split():
        at = _place(folded, word)
        if at is None:
            return None
        # Where folding moves the letters, the word is not marked.
        found += [(at, at + len(word))] if fold(text[at : at + len(word)]) == word else []
    return tuple(sorted(found))


def remoteness(text: str, words: str) -> int:
    """How far a text that has the words is from being them: the lower, the sooner it was meant.

    It is them, begins with them, has them as whole words, at the beginnings of words, or inside.
    """
    folded, wanted = f" {fold(text)} ", f" {fold(words).strip()}"
    if folded.startswith(wanted):
        return 0 if folded == f"{wanted} " else 1
    several = wanted.split()
    if all(f" {word} " in folded for word in several):
        return 2
    return 3 if all(f" {word}" in folded for word in several) else 4


def of_project(project: Project, detail: str, spans: Sequence[Span], act: Callable[[], object]) -> Hit:
    """A project with a word more on it."""
    return Hit(project.title, act, detail=detail, glyph=OF_STATUS[project.status], spans=tuple(spans))


def of_entries(entries: Iterable[Entry], words: str, act: Callable[[Entry], Callable[[], object]]) -> list[Hit]:
    """What the sidebar has of these words, the best first."""
    found = [(entry, spans) for entry in entries if (spans := places(entry.label, words)) is not None]
    found.sort(key=lambda pair: remoteness(pair[0].label, words))
    return [_of_entry(entry, spans, act(entry)) for entry, spans in found[:MOST]]


def under(heading: Heading, hits: Sequence[Offer]) -> list[Offer]:
    """The rows below their heading, which does not stand without any."""
    return [Offer(tr(heading.value)), *hits] if hits else []


def _of_entry(entry: Entry, spans: tuple[Span, ...], act: Callable[[], object]) -> Hit:
    count = formatting.count_text(entry.count)
    glyph = OF_VIEW.get(entry.view) if entry.view else None
    return Hit(entry.label, act, entry.icon, count, glyph=glyph, spans=spans)


def _place(folded: str, word: str) -> int | None:
    at = f" {folded}".find(f" {word}")
    inside = folded.find(word)
    return at if at >= 0 else inside if inside >= 0 else None

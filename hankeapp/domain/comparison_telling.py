"""A comparison in words: as text that is copied, sent on, or read on a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.comparisons import Fate
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hankeapp.domain.comparisons import Compared, Comparison, Difference


def as_text(comparison: Comparison, side: Callable[[str], str] = str) -> str:
    """The whole of it, a line a fact; `side` says how a long value is written."""
    return "\n".join([summary(comparison), *_lines(comparison, side)])


def summary(comparison: Comparison) -> str:
    """How many projects came, went, changed, and did not."""
    counts = [f"{fate.label}: {len(comparison.of(fate))}" for fate in Fate if comparison.of(fate)]
    alike = trn("{n} project is as it was", "{n} projects are as they were", comparison.alike)
    return " · ".join([*(counts or [tr("Nothing has changed")]), alike])


def heading(each: Compared) -> str:
    """The number and the title of a project, as far as they are known."""
    return " ".join(filter(None, (each.number, each.title)))


def facts(each: Compared) -> list[str]:
    """What is told of a project in sentences: why it came or went, and whether it has moved."""
    moved = [tr("Stands in another place.")] if each.has_moved else []
    return [*filter(None, [each.reason]), *moved]


def difference_text(difference: Difference, side: Callable[[str], str] = str) -> str:
    """A field: what it was and what it is."""
    old, new = (side(text) if text.strip() else tr("(empty)") for text in (difference.old, difference.new))
    return f"{difference.label}: {old} → {new}"


def _lines(comparison: Comparison, side: Callable[[str], str]) -> Iterator[str]:
    for fate in Fate:
        several = comparison.of(fate)
        if several:
            yield ""
            yield f"{fate.label} ({len(several)})"
        for each in several:
            yield f"  {heading(each)}"
            yield from (f"      {fact}" for fact in facts(each))
            yield from (f"      {difference_text(difference, side)}" for difference in each.differences)

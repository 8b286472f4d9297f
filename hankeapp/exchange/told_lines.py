"""The text of a source that is no prose: a line for each value with what it is called, and where its words stand."""

from __future__ import annotations


class ToldLines:
    """Lines that are added one after another."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines)

    def add(self, label: str, words: str) -> tuple[int, int]:
        """Add a line; where its words stand in the text."""
        self._lines.append(f"{label}: {words}")
        start = self._length + len(label) + 2
        self._length = start + len(words) + 1
        return start, start + len(words)

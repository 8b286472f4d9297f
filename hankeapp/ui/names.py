"""The names behind keys and codes: units, organisations, projects, and the values of the office's own lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from hankeapp.domain.values import Codes, Key, Named
from hankeapp.language.collation import sort_key
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hankeapp.domain.fields import Field

_LISTED = "listed_value"
_PROJECT = "project"


class NameSource(Protocol):
    """What is asked of the register, or of its past."""

    def shared(self, table: str) -> Sequence[Any]:
        """The rows of a shared table."""
        ...

    def name_of(self, key: str) -> str:
        """What a row is called, also one that is not live any more; empty where there is none."""
        ...


class NameAdder(Protocol):
    """What puts new names in, and knows the texts that recur."""

    def written(self, field: Field) -> list[str]:
        """What is written in a field of a part, each text once."""
        ...

    def add_shared(self, table: str, name: str) -> str:
        """A new row by its name; its id."""
        ...

    def add_listed(self, values: str, label: str) -> str:
        """A new value of a list by its label; its code."""
        ...


class ProjectFinder(Protocol):
    """What finds projects by their names."""

    def called(self, name: str) -> list[str]:
        """The ids of the projects with this title or register number."""
        ...

    def like(self, text: str) -> list[str]:
        """The titles of some projects that the text may be the beginning or a word of."""
        ...


class Names:
    """Keeps the names of one register until `refresh`; without a source it knows none.

    Of projects, which may be very many, it keeps none: they are asked for as they are typed.
    """

    def __init__(
        self,
        source: NameSource | None = None,
        adder: NameAdder | None = None,
        finder: ProjectFinder | None = None,
    ) -> None:
        self._source = source
        self._adder = adder
        self._finder = finder
        self._kept: dict[tuple[str, str], dict[str, str]] = {}
        self._written: dict[str, list[str]] = {}

    @property
    def can_add(self) -> bool:
        """Whether new names can be put in."""
        return self._adder is not None

    def show(self, source: NameSource, adder: NameAdder | None) -> None:
        """Take the names of another register, or of another time."""
        self._source, self._adder = source, adder
        self.refresh()

    def refresh(self) -> None:
        """Read the names again when they are needed next."""
        self._kept.clear()
        self._written.clear()

    def reread(self) -> None:
        """Read what is known anew, now: where it cannot be read, what is known stays."""
        self._kept = {key: self._read(*key) for key in self._kept}
        self._written.clear()

    def choices(self, field: Field) -> Mapping[str, str]:
        """The names that a field may have, by key or code, in their order."""
        return self._of(_LISTED, field.values) if field.values else self._of(field.refers)

    def add(self, field: Field, name: str) -> str:
        """Put a new name in for a field; its key or code."""
        assert self._adder is not None
        if field.values:
            code = self._adder.add_listed(field.values, name)
        else:
            code = self._adder.add_shared(field.refers, name)
        self.refresh()
        return code

    def written(self, field: Field) -> list[str]:
        """The texts that are written in a field that recurs, in their order; none where nothing can be written."""
        if self._adder is None:
            return []
        if field.name not in self._written:
            self._written[field.name] = sorted(self._adder.written(field), key=sort_key)
        return self._written[field.name]

    def projects_called(self, name: str) -> list[str]:
        """The ids of the projects with this title or register number."""
        return self._finder.called(name) if self._finder else []

    def projects_like(self, text: str) -> list[str]:
        """The titles of some projects that the text may be the beginning or a word of."""
        return self._finder.like(text) if self._finder else []

    def text(self, field: Field, value: object) -> str:
        """A field's value in words, with the names behind keys and codes."""
        if isinstance(value, Codes):
            return "; ".join(self._label(field, code) for code in value)
        if isinstance(value, Key) and not isinstance(value, Named):
            return self._label(field, value)
        return formatting.value_text(value)

    def _label(self, field: Field, code: str) -> str:
        known = self.choices(field).get(code)
        if known is not None or field.values:
            return known or code
        return self._source.name_of(code) if self._source else ""

    def _of(self, table: str, values: str = "") -> Mapping[str, str]:
        if (table, values) not in self._kept:
            self._kept[table, values] = self._read(table, values)
        return self._kept[table, values]

    def _read(self, table: str, values: str) -> dict[str, str]:
        rows = self._source.shared(table) if self._source and table != _PROJECT else ()
        return _named(row for row in rows if not values or row.list == values)


def _named(rows: Any) -> dict[str, str]:
    names = {getattr(row, "code", row.id): getattr(row, "label", None) or row.name for row in rows}
    return dict(sorted(names.items(), key=_by_name))


def _by_name(pair: tuple[str, str]) -> str:
    return sort_key(pair[1])

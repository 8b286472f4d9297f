"""Organisations, units and listed values by their names: found, and within an act added."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.organisations import ListedValue, Organisation, OrganisationKind, Unit
from hankeapp.domain.project import Project
from hankeapp.domain.values import Codes, Key, Labels, Named
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hankeapp.services.acts import Acting

_ORGANISATION, _UNIT, _LISTED = "organisation", "unit", "listed_value"
_LONGEST_CODE = 60
_QUOTES = "”“\"'’‘»"

_SHORT = {"euroopan unioni": "EU"}
"""Two names for one organisation, which texts use in turn."""
_KINDS = (
    (OrganisationKind.EU, re.compile(r"(?:eu|euroopan (?:unioni|komissio))$")),
    (OrganisationKind.COMPANY, re.compile(r".*\b(?:oyj?|ab|osakeyhtio)$")),
    (OrganisationKind.ASSOCIATION, re.compile(r".*(?:\b(?:ry|rf)|yhdistys)$")),
    (OrganisationKind.MUNICIPALITY, re.compile(r".*(?:kaupunki|\bkunta)$")),
    (OrganisationKind.SCHOOL, re.compile(r".*(?:yliopisto|korkeakoulu|koulu|opisto)$")),
    (OrganisationKind.STATE, re.compile(r"valtio$|.*(?:ministerio|virasto)$")),
)


class KnownNames:
    """Organisations, units and listed values by their names, as shared tables are read; what is not there stays named.

    Each table is read once.
    """

    def __init__(self, shared: Callable[[str], list[Any]]) -> None:
        self._shared = shared
        self._known: dict[str, dict[str, str]] = {}

    def keyed(self, values: Mapping[str, object], text: str = "") -> dict[str, object]:
        """A project's values with keys and codes in place of the names and labels that were read, off a text or not."""
        keyed = dict(values)
        for field in fields_of(Project):
            if field.name in values:
                keyed[field.name] = self._resolved(field.refers or field.values, values[field.name], text)
        for part in parts_of(Project):
            rows = values.get(part.name, ())
            assert isinstance(rows, tuple)
            if rows:
                keyed[part.name] = tuple(self._keyed_row(row, text) for row in rows)
        return keyed

    def key(self, table: str, name: str) -> Key:
        """The id of an organisation or a unit of this name, or short name, whatever the case."""
        found = self._names(table).get(fold(name))
        return Key(found) if found else self._new_key(table, name)

    def code(self, values: str, label: str) -> str:
        """The code of a list's value with this label, or this code, whatever the case."""
        return self._labels(values).get(fold(label)) or self._new_code(values, label)

    def _new_key(self, _table: str, name: str) -> Key:
        return Named(name)

    def _new_code(self, _values: str, label: str) -> str:
        return label

    def _keyed_row(self, row: Any, text: str) -> Any:
        kind: type = type(row)
        named = {
            field.name: self._resolved(field.refers, getattr(row, field.name), text)
            for field in fields_of(kind)
            if isinstance(getattr(row, field.name), Named)
        }
        return replace(row, **named) if named else row

    def _resolved(self, where: str, value: object, text: str) -> object:
        """A name read off a text in place of what it names."""
        if isinstance(value, Named):
            return self.key(where, _as_a_name(str(value), text))
        if isinstance(value, Labels):
            codes = dict.fromkeys(self.code(where, label) for label in value)
            return (Codes if set(codes) <= set(self._labels(where).values()) else Labels)(codes)
        return value

    def _names(self, table: str) -> dict[str, str]:
        if table not in self._known:
            rows = self._shared(table)
            self._known[table] = {name: row.id for row in reversed(rows) for name in _folded(row)}
        return self._known[table]

    def _labels(self, values: str) -> dict[str, str]:
        if values not in self._known:
            rows = self._shared(_LISTED)
            listed = [row for row in rows if row.list == values]
            # A label that was resolved before is its code already.
            self._known[values] = {row.code: row.code for row in listed} | {fold(row.label): row.code for row in listed}
        return self._known[values]


class Directory(KnownNames):
    """The same within an act: what is not there is added, and counts from then on."""

    def __init__(self, acting: Acting) -> None:
        super().__init__(acting.writing.shared)
        self._acting = acting

    @override
    def _new_key(self, table: str, name: str) -> Key:
        new = Unit(name=name) if table == _UNIT else _organisation(name)
        added = self._acting.add_shared(table, new)
        self._names(table).update(dict.fromkeys(_folded(new), added))
        return Key(added)

    @override
    def _new_code(self, values: str, label: str) -> str:
        known = self._labels(values)
        code = _free_code(label, set(known.values()))
        self._acting.add_shared(_LISTED, ListedValue(list=values, code=code, label=label))
        known[fold(label)] = code
        return code


def _folded(row: Any) -> list[str]:
    return [fold(name) for name in (getattr(row, "short_name", ""), row.name) if name]


def _as_a_name(words: str, text: str) -> str:
    """Words that stood inside a sentence, beginning as a name does; a brand in small letters stands in quotes there."""
    first, *_ = words.split(maxsplit=1) or [""]
    is_quoted = any(f"{quote}{words}" in text for quote in _QUOTES)
    return words[0].upper() + words[1:] if first.islower() and not is_quoted else words


def _organisation(name: str) -> Organisation:
    folded = fold(name)
    kind = next((kind for kind, pattern in _KINDS if pattern.match(folded)), None)
    return Organisation(name=name, short_name=_SHORT.get(folded, ""), kind=kind)


def _free_code(label: str, taken: set[str]) -> str:
    """A code that is made of the label and stays when the label is changed."""
    base = re.sub(r"[^a-z0-9]+", "-", fold(label)).strip("-")[:_LONGEST_CODE].rstrip("-") or "x"
    code, n = base, 1
    while code in taken:
        n += 1
        code = f"{base}-{n}"
    return code

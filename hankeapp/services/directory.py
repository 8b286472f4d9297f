"""The directory of an act: organisations, units and listed values by their names, found or added."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.organisations import ListedValue, Organisation, OrganisationKind, Unit
from hankeapp.domain.project import Project
from hankeapp.domain.values import Codes, Key, Labels, Named
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class Directory:
    """Reads the shared tables once; what is added counts from then on."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._known: dict[str, dict[str, str]] = {}

    def keyed(self, values: Mapping[str, object]) -> dict[str, object]:
        """A project's values with keys and codes in place of the names of rows and the labels of lists."""
        keyed = dict(values)
        text = str(values.get("public_text", ""))
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
        """The id of an organisation or a unit of this name, or short name, whatever the case; it is added if new."""
        known = self._names(table)
        found = known.get(fold(name))
        if found is None:
            new = Unit(name=name) if table == _UNIT else _organisation(name)
            found = self._acting.add_shared(table, new)
            known |= dict.fromkeys(_folded(new), found)
        return Key(found)

    def code(self, values: str, label: str) -> str:
        """The code of a list's value with this label, whatever the case; it is added if new."""
        known = self._labels(values)
        found = known.get(fold(label))
        if found is None:
            found = _free_code(label, set(known.values()))
            self._acting.add_shared(_LISTED, ListedValue(list=values, code=found, label=label))
            known[fold(label)] = found
        return found

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
            return Codes(dict.fromkeys(self.code(where, label) for label in value))
        return value

    def _names(self, table: str) -> dict[str, str]:
        if table not in self._known:
            rows = self._acting.writing.shared(table)
            self._known[table] = {name: row.id for row in reversed(rows) for name in _folded(row)}
        return self._known[table]

    def _labels(self, values: str) -> dict[str, str]:
        if values not in self._known:
            rows = self._acting.writing.shared(_LISTED)
            self._known[values] = {fold(row.label): row.code for row in rows if row.list == values}
        return self._known[values]


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

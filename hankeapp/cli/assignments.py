"""`FIELD=VALUE` of the command `set`: what is to be done to any editable field, read by its declared type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.cli.tables import value_text
from hankeapp.cli.usage import WrongUsage
from hankeapp.domain.amounts import parse_cents
from hankeapp.domain.columns import Column
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.revisions import How, Revision, revisable, ways
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.language.folding import fold
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hankeapp.domain.fields import Field
    from hankeapp.services.lists import Lists

_OTHER_WAYS = {
    "number": mark("A register number is given once and stays."),
    "status": mark("Use “hankeapp end” or “hankeapp reopen”."),
    "page_order": mark("It follows from the page that was taken in."),
}
_SIGNS = {"+": How.ADD, "-": How.REMOVE}
_SIGNED = {How.SET: "=…", How.ADD: "+=…", How.REMOVE: "-=…", How.SWAP: ":…=…", How.CLEAR: "="}
_MOST_OFFERED = 20
"""Names that an error tells: of partners there may be a thousand."""
_PIECES = re.compile(r"\s*[;,]\s*")


@dataclass(frozen=True)
class Assignment:
    """What was written: a column, what is to be done, a value and the one that it is swapped for."""

    column: Column
    how: How
    text: str
    old: str = ""


def assignment(text: str) -> Assignment:
    """Read `end=12/2026`, `Teemat+=Meri`, `themes-=Meri` or `funder:EU=ELY`; an empty value empties.

    `WrongUsage` where it names no field, `FieldError` for what cannot be done to it.
    """
    left, equals, value = text.partition("=")
    name, colon, old = left.partition(":")
    how = How.SWAP if colon else _SIGNS.get(name[-1:], How.SET)
    column = _column(name.rstrip("+-").strip() if how in _SIGNS.values() else name.strip())
    if not equals or column is None:
        raise WrongUsage(
            tr("“{text}” is not FIELD=VALUE; the fields are {fields}", text=text, fields=", ".join(_names()))
        )
    if not column.field.editable:
        raise FieldError(column.name, tr("This cannot be set."), tr(_OTHER_WAYS[column.name]))
    if how not in _ways(column):
        possible = ", ".join(f"{column.name}{_SIGNED[each]}" for each in _ways(column))
        raise FieldError(_blamed(column), tr("This cannot be done to the field."), tr("Write {ways}.", ways=possible))
    return Assignment(column, how, value, old)


def revision(said: Assignment, lists: Lists) -> Revision:
    """What was written with its values; `FieldError` for one that cannot be."""
    column, how = said.column, said.how
    value = _value(column, said.text, lists)
    if how is How.SET and column.field.type is Codes and not value:
        how = How.CLEAR
    if how in {How.ADD, How.REMOVE, How.SWAP} and not value:
        raise FieldError(_blamed(column), tr("The value is missing."))
    return Revision(column, how, value, _value(column, said.old, lists) if how is How.SWAP else None)


def require_for_many(assignments: Iterable[Assignment]) -> None:
    """`FieldError` for a field that each project has a value of its own in."""
    for said in assignments:
        if said.column not in revisable():
            names = ", ".join(column.name for column in revisable())
            raise FieldError(
                said.column.name,
                tr("This can be set for one project at a time."),
                tr("For many at once the fields are {fields}.", fields=names),
            )


def _names() -> list[str]:
    own = [field.name for field in fields_of(Project) if field.editable]
    return [*own, *(column.name for column in revisable() if column.part)]


def _ways(column: Column) -> Sequence[How]:
    return ways(column) if column in revisable() else (How.SET,)


def _column(name: str) -> Column | None:
    columns = [*(column for column in revisable() if column.part), *map(Column, fields_of(Project))]
    known = {column.title.casefold(): column for column in columns} | {column.name: column for column in columns}
    return known.get(name.casefold())


def _blamed(column: Column) -> str:
    """The field of a project that an error is of; of a part, none."""
    return "" if column.part else column.name


def _value(column: Column, text: str, lists: Lists) -> object:
    field = column.field
    if field.type is str:
        return text if field.lines > 1 else " ".join(text.splitlines()).strip()
    said = text.strip()
    if issubclass(field.type, Codes):
        return Codes(dict.fromkeys(_listed(column, each, lists) for each in _PIECES.split(said) if each))
    if not said:
        return None
    if issubclass(field.type, Key):
        return Key(_listed(column, said, lists))
    if issubclass(field.type, Enum):
        return _member(field, said)
    return _read(field, parse_cents if issubclass(field.type, Cents) else PartialDate.parse, said)


def _listed(column: Column, said: str, lists: Lists) -> str:
    """The key or code of what a list calls so, whatever the case."""
    known = lists.named(column.field)
    found = next((code for code, names in known.items() if fold(said) in map(fold, (code, *names))), None)
    if found is None:
        raise _unlisted(_blamed(column), said, [names[0] for names in known.values()])
    return found


def _read(field: Field, parse: Callable[[str], object], said: str) -> object:
    try:
        return parse(said)
    except FieldError as error:
        raise FieldError(field.name, *error.sentences) from None


def _member(field: Field, said: str) -> Enum:
    codes: type[Enum] = field.type
    for code in codes:
        if said.casefold() in {code.value, value_text(code).casefold()}:
            return code
    raise _unlisted(field.name, said, [code.value for code in codes])


def _unlisted(blamed: str, said: str, known: Sequence[str]) -> FieldError:
    known = [*known[:_MOST_OFFERED], *("…" for _ in known[_MOST_OFFERED : _MOST_OFFERED + 1])]
    return FieldError(
        blamed,
        tr("“{text}” is not in the list.", text=said),
        tr("Choose one of these: {codes}.", codes=", ".join(known)),
    )

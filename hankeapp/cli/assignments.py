"""`FIELD=VALUE` of the command `set`: any editable field of a project, read by its declared type."""

from __future__ import annotations

from argparse import ArgumentTypeError
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.cli.tables import value_text
from hankeapp.cli.usage import words
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError, FieldError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field

_OTHER_WAYS = {
    "number": mark("A register number is given once and stays."),
    "status": mark("Use “hankeapp end” or “hankeapp reopen”."),
    "page_order": mark("It follows from the page that was taken in."),
}


@dataclass(frozen=True)
class Assignment:
    """A field's name and its new value."""

    field: str
    value: object


def assignment(text: str) -> Assignment:
    """Read `end=12/2026` or `Päättyy=12/2026`; an empty value empties.

    `ArgumentTypeError` where it names no field, `FieldError` for a field or a value that cannot be set.
    """
    name, equals, value = words(text).partition("=")
    field = _field(name.strip())
    if not equals or field is None:
        editable = ", ".join(field.name for field in fields_of(Project) if field.editable)
        raise ArgumentTypeError(tr("“{text}” is not FIELD=VALUE; the fields are {fields}", text=text, fields=editable))
    if not field.editable:
        raise FieldError(field.name, tr("This cannot be set."), tr(_OTHER_WAYS[field.name]))
    return Assignment(field.name, _value(field, value))


def _field(name: str) -> Field | None:
    known = {field.title.casefold(): field for field in fields_of(Project)}
    known |= {field.name: field for field in fields_of(Project)}
    return known.get(name.casefold())


def _value(field: Field, text: str) -> object:
    if field.type is str:
        return text if field.lines > 1 else " ".join(text.splitlines()).strip()
    said = text.strip()
    if not said:
        return None
    return _code(field.name, field.type, said) if issubclass(field.type, Enum) else _date(field, said)


def _date(field: Field, said: str) -> PartialDate:
    try:
        return PartialDate.parse(said)
    except DateError as error:
        raise DateError(*error.sentences, field=field.name) from None


def _code(name: str, codes: type[Enum], said: str) -> Enum:
    for code in codes:
        if said.casefold() in {code.value, value_text(code).casefold()}:
            return code
    raise FieldError(
        name,
        tr("“{text}” is not in the list.", text=said),
        tr("Choose one of these: {codes}.", codes=", ".join(code.value for code in codes)),
    )

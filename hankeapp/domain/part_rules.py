"""Rules of the rows that belong to a project: what one must have, and what cannot stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.domain.addresses import check_address
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.parts import Link
from hankeapp.domain.rules import LONGEST_LINE, check_text
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field

_NOTHING: tuple[Any, ...] = (None, "")


def check_part(row: Any) -> None:
    """`FieldError` for the first field of a row whose value cannot stand."""
    kind: type = type(row)
    for field in fields_of(kind):
        value = getattr(row, field.name)
        if field.required and value in _NOTHING:
            raise missing(field)
        if field.type is str:
            check_text(field.name, value, LONGEST_LINE)
    if isinstance(row, Link):
        check_address(row.address)


def missing(field: Field) -> FieldError:
    """The error of a field without which its row cannot be saved."""
    return FieldError(
        field.name,
        tr("This is missing: {field}.", field=field.title),
        tr("The row is saved when it is there."),
    )

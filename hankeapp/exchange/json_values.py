"""Single values of a JSON document, checked: each is of the kind that its field declares, or refused with its place."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError
from hankeapp.domain.values import Codes, from_plain
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from hankeapp.domain.fields import Field

Kind = TypeVar("Kind", str, int, dict, list)  # type: ignore[type-arg]

_LARGEST = 2**63 - 1
"""SQLite's largest number."""
_LONGEST_PLACE = 80


class Refused(Exception):
    """What is wrong, and where, as the end of a sentence."""


def checked(value: Any, kind: type[Kind], place: str) -> Kind:
    """The value, where it is of the kind, and can be stored."""
    if type(value) is not kind:
        raise Refused(tr("{place} is not what it should be", place=shown(place)))
    if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
        raise Refused(tr("{place} is too large a number", place=shown(place)))
    if isinstance(value, str):
        _check_text(value, place)
    return value


def checked_list(value: Any, place: str) -> list[Any]:
    """The list."""
    return checked(value, list, place)


def checked_object(
    value: Any, place: str, required: Collection[str] = (), known: Collection[str] = ()
) -> dict[str, Any]:
    """The object, where it has all that is required, and nothing beside what is known."""
    told: dict[str, Any] = checked(value, dict, place or tr("the document"))
    for name in required:
        if name not in told:
            raise Refused(tr("{place} is missing", place=member(place, name)))
    for name in told:
        if name not in required and name not in known:
            raise Refused(tr("{place} is unknown", place=shown(member(place, name))))
    return told


def value_of(field: Field, told: Any, place: str) -> Any:
    """The value of a field."""
    if told is None:
        if field.optional:
            return None
        raise Refused(tr("{place} is missing", place=place))
    if field.type is Codes:
        codes = [checked(each, str, place) for each in checked_list(told, place)]
        if any(not code or code.split() != [code] for code in codes):
            raise Refused(tr("{place} is not what it should be", place=place))
        return Codes(codes)
    if issubclass(field.type, int):
        return field.type(checked(told, int, place))
    return _from_text(field, checked(told, str, place), place)


def member(place: str, name: str) -> str:
    """The place of a member of an object."""
    return f"{place}.{name}" if place else name


def shown(place: str) -> str:
    """A place as it is told: names may be of any length."""
    return place if len(place) <= _LONGEST_PLACE else f"{place[:_LONGEST_PLACE]}…"


def _from_text(field: Field, text: str, place: str) -> Any:
    try:
        value = from_plain(field.type, text)
    except DateError as error:
        raise Refused(tr("{place} is no date", place=place)) from error
    except ValueError as error:
        wrong = tr("{place} is none of the codes that there are", place=place)
        raise Refused(wrong if issubclass(field.type, Enum) else tr("{place} is no moment", place=place)) from error
    if isinstance(value, datetime) and value.tzinfo is None:
        raise Refused(tr("{place} is no moment", place=place))
    return value if field.type is not PartialDate or value.iso == text else _refuse(place)


def _refuse(place: str) -> Any:
    raise Refused(tr("{place} is no date", place=place))


def _check_text(text: str, place: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:  # half of a UTF-16 pair
        raise Refused(tr("{place} has a broken character", place=shown(place))) from error

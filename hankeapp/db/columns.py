"""How the kinds of field stand in a column: codes, partial dates and moments, all as text."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import Text, TypeDecorator
from typing_extensions import override

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect

E = TypeVar("E", bound=Enum)
V = TypeVar("V")


class BrokenValue(Exception):
    """The file holds a value that the program never writes."""


class CodeColumn(TypeDecorator[E], Generic[E]):
    """An enum as its code, which outlives any label."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[E]) -> None:
        super().__init__()
        self.codes = codes

    @override
    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value.value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return _read(self.codes, value)


class PartialDateColumn(TypeDecorator[PartialDate]):
    """A partial date as ISO 8601-2: no more precise than it is known."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else value.iso

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        return _read(PartialDate.from_iso, value)


class MomentColumn(TypeDecorator[datetime]):
    """A moment as UTC text to the microsecond."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return _read(datetime.fromisoformat, value)


def _read(read: Callable[[str], V], value: str | None) -> V | None:
    try:
        return None if value is None else read(value)
    except (ValueError, DateError) as error:
        raise BrokenValue(value) from error

"""What time it is and who acts: injected, so that any day can be tried and every act says who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """The time in UTC; `today` is the day at this workplace."""

    now: Callable[[], datetime] = _utc_now

    @classmethod
    def standing(cls, year: int, month: int, day: int) -> Clock:
        """A clock that stands at noon of a day."""
        moment = datetime(year, month, day, 12, tzinfo=UTC)
        return cls(lambda: moment)

    def today(self) -> date:
        """The local day."""
        return self.now().astimezone().date()


@dataclass
class Desk:
    """Who works with the register, by which clock, and in which folder may stand what can be made anew.

    It is shared by all that acts: a person who gives another name bears it from the next act on.
    """

    actor: str
    clock: Clock
    cache: Path | None = None

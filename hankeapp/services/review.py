"""What a person decides of a project whose end has passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hankeapp.domain.dates import PartialDate


@dataclass(frozen=True)
class Ended:
    """It ended, then."""

    effective: PartialDate | None


@dataclass(frozen=True)
class Continued:
    """It goes on for longer, and this is its new end, in place of the one that was read."""

    end: PartialDate
    instead_of: PartialDate | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Corrected:
    """The end that was read was wrong, and this is the right one: of what was in force before, too."""

    end: PartialDate
    instead_of: PartialDate | None = field(default=None, compare=False)


Decision = Ended | Continued | Corrected

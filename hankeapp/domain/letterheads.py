"""The letterhead: whose documents they are, by name and logo. There is one in a register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.fields import Field, Group
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLE = "letterhead"


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """The office's name, and its logo under the SHA-256 of its bytes among the contents; empty for what is not set."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Office's name"), group=Group.BASICS)] = ""
    sha256: Annotated[str, Field(label=mark("Logo"), group=Group.BASICS)] = ""
    alt_text: Annotated[str, Field(label=mark("Text for those who do not see it"), group=Group.BASICS, prose=True)] = ""


BARE = Letterhead()
"""That of a register in which none was set."""


def present(rows: Iterable[Letterhead]) -> Letterhead:
    """The letterhead among the live rows: there is one at most, unless a file from elsewhere brought another."""
    return max(rows, key=lambda each: each.id, default=BARE)

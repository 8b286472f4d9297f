"""How a project that was read off a source is known to be one that the register has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.domain.project import ProjectId


class MatchedBy(Enum):
    """What two projects have in common, the strongest first."""

    KEY = "key"
    NUMBER = "number"
    CODE = "code"
    PARAGRAPH = "paragraph"
    NAME = "name"
    ACRONYM = "acronym"
    LIKE_NAME = "like_name"
    PERSON = "person"
    """A person said that it is this one."""

    @property
    def reason(self) -> str:
        """The sentence that says so."""
        return tr(_REASONS[self])


_REASONS = {
    MatchedBy.KEY: mark("The source was made of this project of this register."),
    MatchedBy.NUMBER: mark("The register number is the same."),
    MatchedBy.CODE: mark("The project code is the same."),
    MatchedBy.PARAGRAPH: mark("The paragraph is the same."),
    MatchedBy.NAME: mark("The name is the same."),
    MatchedBy.ACRONYM: mark("The acronym is the same."),
    MatchedBy.LIKE_NAME: mark("The name is nearly the same."),
    MatchedBy.PERSON: mark("You chose this project."),
}


@dataclass(frozen=True)
class Match:
    """A project of the register that is taken for the one that was read; a guess is told as one."""

    by: MatchedBy
    id: ProjectId
    number: str
    title: str
    is_certain: bool = True

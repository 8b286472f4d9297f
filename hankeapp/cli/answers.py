"""What a command answers: words for a person, a document for a program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from hankeapp.cli.cards import card
from hankeapp.cli.documents import project_document
from hankeapp.cli.tables import project_table
from hankeapp.domain.attention import is_overdue
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.query import View
from hankeapp.translation import trn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project


class Answer(Protocol):
    """Only one of the two is asked for."""

    def text(self) -> str:
        """For a person: lines."""

    def document(self) -> object:
        """For a program: what JSON can say."""


@dataclass(frozen=True)
class Listing:
    """Projects as a table; past their end or not as seen from a day, of which `situation` tells if it is past."""

    projects: Sequence[Project]
    today: date
    names: Names = NO_NAMES
    situation: str = ""

    def text(self) -> str:
        return "\n\n".join(part for part in (self.situation, self._told()) if part)

    def _told(self) -> str:
        count = trn("{n} project", "{n} projects", len(self.projects))
        if not self.projects:
            return count
        overdue = sum(is_overdue(project, self.today) for project in self.projects)
        if overdue:
            count = f"{count} · {View.OVERDUE.label}: {overdue}"
        return f"{project_table(self.projects)}\n\n{count}"

    def document(self) -> list[dict[str, Any]]:
        return [project_document(project, self.today, self.names) for project in self.projects]


@dataclass(frozen=True)
class Card:
    """Everything about one project."""

    project: Project
    today: date
    names: Names = NO_NAMES

    def text(self) -> str:
        return card(self.project, self.today, self.names)

    def document(self) -> dict[str, Any]:
        return project_document(self.project, self.today, self.names)


@dataclass(frozen=True)
class Done:
    """What was done: sentences, facts by name, and the projects that it was about, if any."""

    sentences: Sequence[str]
    facts: Mapping[str, object]
    listing: Listing | None = None

    def text(self) -> str:
        lines = list(self.sentences)
        if self.listing and self.listing.projects:
            lines += ["", project_table(self.listing.projects)]
        return "\n".join(lines)

    def document(self) -> dict[str, object]:
        projects = {"projects": self.listing.document()} if self.listing else {}
        return {**self.facts, **projects}

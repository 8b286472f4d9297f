"""From what was read off a source to the values of a new project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.project import Project, ProjectId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal


def values(proposal: Proposal, orders_taken: int) -> dict[str, object]:
    """The suggested values, the paragraph, the status of its section and its place behind the pages taken before."""
    suggested = {suggestion.field: suggestion.value for suggestion in proposal.suggestions}
    return suggested | {
        "status": proposal.status,
        "public_text": proposal.text,
        "page_order": orders_taken + proposal.order,
    }


def drafts(proposals: Sequence[Proposal]) -> list[Project]:
    """The projects that taking in would make, without ids and numbers; `FieldError` where it would be refused."""
    projects = [
        Project(id=ProjectId(""), number="", **values(proposal, 0))  # type: ignore[arg-type]
        for proposal in proposals
    ]
    rules.check_all(projects)
    return projects

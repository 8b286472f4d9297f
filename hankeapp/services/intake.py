"""From what was read off a source to the values of a new project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.fields import parts_of
from hankeapp.domain.project import Project, ProjectId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.proposals import Proposal

_PARTS = frozenset(part.name for part in parts_of(Project))


def values(proposal: Proposal, orders_taken: int) -> dict[str, object]:
    """The suggested values and the status; of a paragraph itself too, and its place behind the pages taken before.

    Organisations, units and listed values are still named in them: `Directory.keyed` finds or adds those.
    """
    suggested: dict[str, object] = {}
    for each in proposal.suggestions:
        if each.field in _PARTS:
            before = suggested.get(each.field, ())
            assert isinstance(before, tuple)
            suggested[each.field] = (*before, each.value)
        else:
            suggested[each.field] = each.value
    if proposal.status is not None:
        suggested["status"] = proposal.status
    if proposal.is_paragraph:
        suggested |= {"public_text": proposal.text, "page_order": orders_taken + proposal.order}
    return suggested


def drafts(proposals: Sequence[Proposal]) -> list[Project]:
    """The projects that taking in would make, without ids and numbers; `FieldError` where it would be refused."""
    projects = [
        Project(id=ProjectId(""), number="", **values(proposal, 0))  # type: ignore[arg-type]
        for proposal in proposals
    ]
    rules.check_all(projects)
    return projects

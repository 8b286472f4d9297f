"""Taking a page in as the register does: every suggestion accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.project import Project, ProjectId

if TYPE_CHECKING:
    from hankeapp.domain.proposals import Proposal, Reading

FIELDS = ("name", "acronym", "kind", "start", "end", "time_text")


def taken_in(reading: Reading) -> list[Project]:
    """The projects of a page, numbered in its order."""
    return [_project(proposal) for proposal in reading.proposals]


def _project(proposal: Proposal) -> Project:
    values = {suggestion.field: suggestion.value for suggestion in proposal.suggestions}
    return Project(
        id=ProjectId(f"{proposal.order:032}"),
        number=f"H-2026-{proposal.order:03}",
        status=proposal.status,
        public_text=proposal.text,
        page_order=proposal.order,
        **values,
    )


def said(proposal: Proposal) -> dict[str, str | None]:
    """What a proposal says, as plain values: codes, ISO dates, no text as an empty one."""
    plain: dict[str, str | None] = {}
    for field in FIELDS:
        value = proposal.value(field)
        plain[field] = getattr(value, "iso", None) or getattr(value, "value", value)
    return plain | {field: plain[field] or "" for field in ("name", "acronym", "time_text")}

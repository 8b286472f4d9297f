"""The command `quality`: what is missing or contradictory in the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.cli.registers import opened
from hankeapp.cli.tables import table
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from hankeapp.domain.clock import Desk
    from hankeapp.services.quality import Finding, Found


@dataclass(frozen=True)
class Findings:
    """The problems of a register, each with the projects that have it."""

    findings: Sequence[Finding]

    def text(self) -> str:
        if not self.findings:
            return tr("Nothing is missing or contradictory.")
        return "\n\n".join(map(_block, self.findings))

    def document(self) -> list[dict[str, object]]:
        return [
            {
                "rule": finding.rule.value,
                "label": finding.rule.label,
                "severity": finding.rule.severity.value,
                "missing": finding.rule.is_missing,
                "projects": [_found(each) for each in finding.projects],
            }
            for finding in self.findings
        ]


def list_problems(asked: Namespace, desk: Desk) -> Findings:
    """What is missing or contradictory in the register."""
    with opened(asked.register, desk) as register:
        return Findings(register.quality.findings())


def _block(finding: Finding) -> str:
    count = trn("{n} project", "{n} projects", len(finding.projects))
    return f"{finding.rule.label}: {count}\n{_lines(finding)}"


def _lines(finding: Finding) -> str:
    """A line a project; what is said of each only where it says more than the problem's name."""
    if finding.rule.is_missing:
        return table([(each.number, each.title) for each in finding.projects])
    return table([(each.number, each.title, each.problem.sentence) for each in finding.projects])


def _found(found: Found) -> dict[str, str]:
    problem = found.problem
    return {
        "number": found.number,
        "title": found.title,
        "place": problem.place,
        "row": problem.row,
        "sentence": problem.sentence,
    }

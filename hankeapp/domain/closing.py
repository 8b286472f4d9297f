"""What is to be seen to when a project ends: the closing checklist, as far as the register knows. It warns only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.domain.parts import DeadlineKind
from hankeapp.domain.status import Outcome
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hankeapp.domain.parts import Deadline
    from hankeapp.domain.project import Project


class ClosingItem(Enum):
    """What an office sees to at the end of a project, in that order."""

    FINAL_REPORT = "final_report"
    LAST_PAYMENT = "last_payment"
    RESULTS = "results"
    DOCUMENTS = "documents"
    PUBLIC_TEXT = "public_text"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])


_LABELS = {
    ClosingItem.FINAL_REPORT: mark("Final report"),
    ClosingItem.LAST_PAYMENT: mark("Last payment"),
    ClosingItem.RESULTS: mark("Results"),
    ClosingItem.DOCUMENTS: mark("Documents kept"),
    ClosingItem.PUBLIC_TEXT: mark("Text of the web page"),
}
_CLOSED_BY = (Outcome.COMPLETED, Outcome.DISCONTINUED)
"""What never ran leaves nothing to close."""


@dataclass(frozen=True)
class ClosingCheck:
    """An item of the list: empty of a remark it is seen to, else the remark says what the register knows of it."""

    item: ClosingItem
    remark: str = ""

    @property
    def is_done(self) -> bool:
        return not self.remark


def closing_checks(project: Project, outcome: Outcome | None = Outcome.COMPLETED) -> tuple[ClosingCheck, ...]:
    """The checklist of a project that ends, or has ended, so; a report and a payment only where there is a funder."""
    return tuple(_checks(project)) if outcome in _CLOSED_BY else ()


def left_open(project: Project, today: date) -> tuple[ClosingItem, ...]:
    """What is not seen to of a project that a step has ended, and that no other rule tells.

    Deadlines that have passed and missing results are told by rules of their own.
    """
    told = {ClosingItem.RESULTS}
    told |= {_ITEMS[each.kind] for each in project.deadlines if each.kind in _ITEMS and _has_passed(each, today)}
    checks = closing_checks(project, project.outcome)
    return tuple(check.item for check in checks if not check.is_done and check.item not in told)


_ITEMS = {DeadlineKind.FINAL_REPORT: ClosingItem.FINAL_REPORT, DeadlineKind.PAYMENT: ClosingItem.LAST_PAYMENT}


def _checks(project: Project) -> Iterator[ClosingCheck]:
    reports = [each for each in project.deadlines if each.kind is DeadlineKind.FINAL_REPORT]
    if reports or project.fundings:
        yield ClosingCheck(ClosingItem.FINAL_REPORT, _open_deadlines(reports))
    payments = [each for each in project.deadlines if each.kind is DeadlineKind.PAYMENT]
    if payments or project.fundings:
        yield ClosingCheck(ClosingItem.LAST_PAYMENT, _open_payments(project, payments))
    yield ClosingCheck(ClosingItem.RESULTS, "" if project.results.strip() else tr("not written"))
    has_documents = bool(project.links) or any(each.sha256 for each in project.attachments)
    yield ClosingCheck(ClosingItem.DOCUMENTS, "" if has_documents else tr("no attachment, no link"))
    yield ClosingCheck(ClosingItem.PUBLIC_TEXT, "" if project.public_text.strip() else tr("not written"))


def _open_payments(project: Project, payments: list[Deadline]) -> str:
    granted = [each for each in project.fundings if each.granted is not None]
    if any(each.paid is not None and each.paid < (each.granted or 0) for each in granted):
        return tr("less paid than granted")
    if granted and all(each.paid is not None for each in granted):
        return ""
    return _open_deadlines(payments)


def _open_deadlines(deadlines: list[Deadline]) -> str:
    if not deadlines:
        return tr("not among the deadlines")
    if all(each.done for each in deadlines):
        return ""
    return tr("not marked as done")


def _has_passed(deadline: Deadline, today: date) -> bool:
    return deadline.done is None and deadline.due.latest < today

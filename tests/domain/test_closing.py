"""The closing checklist: what is seen to, what is open, and what never has to be."""

from dataclasses import replace

import pytest
from hypothesis import given

from hankeapp.domain.closing import ClosingItem, closing_checks, left_open
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.parts import Attachment, Deadline, DeadlineKind, Funding, Link
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Outcome
from hankeapp.domain.values import Cents
from hankeapp.translation import tr
from tests.domain.test_quality import TODAY
from tests.strategies import projects

BARE = Project(id=ProjectId("1"), number="H-2026-001", name="Jokiranta")
FUNDED = replace(BARE, fundings=(Funding(fund="EAKR"),))
DONE = PartialDate(2026)


def open_items(project):
    return [check.item for check in closing_checks(project) if not check.is_done]


def test_a_funded_project_has_all_items_open_at_first():
    assert open_items(FUNDED) == list(ClosingItem)


def test_without_a_funder_nobody_waits_for_a_report_or_a_payment():
    assert open_items(BARE) == [ClosingItem.RESULTS, ClosingItem.DOCUMENTS, ClosingItem.PUBLIC_TEXT]


@pytest.mark.parametrize(
    ("item", "values"),
    [
        (ClosingItem.FINAL_REPORT, {"deadlines": (Deadline(kind=DeadlineKind.FINAL_REPORT, due=DONE, done=DONE),)}),
        (ClosingItem.LAST_PAYMENT, {"deadlines": (Deadline(kind=DeadlineKind.PAYMENT, due=DONE, done=DONE),)}),
        (ClosingItem.LAST_PAYMENT, {"fundings": (Funding(granted=Cents(100), paid=Cents(100)),)}),
        (ClosingItem.RESULTS, {"results": "Puisto."}),
        (ClosingItem.DOCUMENTS, {"links": (Link(address="https://pori.fi"),)}),
        (ClosingItem.DOCUMENTS, {"attachments": (Attachment(name="a.pdf", sha256="ab"),)}),
        (ClosingItem.PUBLIC_TEXT, {"public_text": "Jokiranta kunnostettiin."}),
    ],
)
def test_what_the_register_knows_is_seen_to(item, values):
    assert item not in open_items(replace(FUNDED, **values))


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        ({}, "not among the deadlines"),
        ({"deadlines": (Deadline(kind=DeadlineKind.PAYMENT, due=DONE),)}, "not marked as done"),
        ({"fundings": (Funding(granted=Cents(100), paid=Cents(99)),)}, "less paid than granted"),
    ],
)
def test_why_a_payment_is_open(values, remark):
    checks = {check.item: check for check in closing_checks(replace(FUNDED, **values))}
    assert checks[ClosingItem.LAST_PAYMENT].remark == tr(remark)


def test_a_caption_that_waits_for_its_file_is_no_document():
    assert ClosingItem.DOCUMENTS in open_items(replace(BARE, attachments=(Attachment(caption="Kuva"),)))


@pytest.mark.parametrize("outcome", [Outcome.NOT_FUNDED, Outcome.CANCELLED, None])
def test_what_never_ran_leaves_nothing_to_close(outcome):
    assert closing_checks(FUNDED, outcome) == ()


@given(projects())
def test_only_what_a_step_has_ended_was_left_open(project):
    left = left_open(project, TODAY)
    assert not left or project.ended is not None
    assert set(left) <= {check.item for check in closing_checks(project) if not check.is_done}

"""The example page: each of its thirty projects, field by field, and the page written again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.proposals import Certainty
from hankeapp.domain.rules import check
from hankeapp.domain.status import Status
from hankeapp.domain.values import Key
from hankeapp.exchange.page_reading import read_page
from hankeapp.exchange.page_writing import write_page
from hankeapp.paths import EXAMPLE_PAGE
from tests.exchange.taking import FIELDS, said, taken_in

FACTS = json.loads((Path(__file__).parent / "data" / "facts.json").read_text(encoding="utf-8"))
SOURCE = EXAMPLE_PAGE.read_bytes()
READING = read_page(SOURCE)
OVERDUE = {12, 16, 17, 18, 19, 21, 27, 28, 29}


def proposal(order):
    return READING.proposals[order - 1]


def suggestion(order, field):
    return next(each for each in proposal(order).suggestions if each.field == field)


def test_thirty_active_projects_and_the_headings():
    assert [each.order for each in READING.proposals] == list(range(1, 31))
    assert {each.status for each in READING.proposals} == {Status.ACTIVE}
    assert [(each.heading, each.status) for each in READING.layout.sections] == [
        ("Aktiiviset hankkeet:", Status.ACTIVE),
        ("Päättyneitä hankkeita:", Status.ENDED),
    ]
    assert READING.layout.opening == "Hankkeet\n\nValokuva osallisuusseminaarista"
    assert (READING.layout.encoding, READING.remarks) == ("utf-8", ())


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["name"][:30])
def test_facts(fact, field):
    assert said(proposal(fact["order"]))[field] == fact[field]


def test_paragraphs_are_kept_to_the_byte():
    paragraphs = [each for each in SOURCE.decode().split("\n\n") if len(each) > 60]
    assert [each.text for each in READING.proposals] == paragraphs
    assert proposal(15).text.endswith("mahdollisuuksia.\u00a0")


def test_spans_point_at_the_words():
    for each in READING.proposals:
        for suggested in each.suggestions:
            words = each.text[slice(*suggested.span)]
            if isinstance(suggested.value, str) and not isinstance(suggested.value, Key):
                assert " ".join(words.split()) == " ".join(suggested.value.split())
            else:
                assert words.strip() == words != ""


@pytest.mark.parametrize(
    ("order", "field"),
    [(4, "acronym"), (15, "acronym"), (25, "acronym"), (28, "acronym"), (16, "end"), (17, "start"), (18, "end")],
)
def test_what_was_concluded_is_uncertain_and_says_why(order, field):
    assert suggestion(order, field).certainty is Certainty.UNCERTAIN
    assert suggestion(order, field).reason.endswith(".")


@pytest.mark.parametrize(
    ("order", "field"),
    [(1, "name"), (1, "end"), (3, "acronym"), (12, "end"), (24, "acronym"), (28, "end"), (29, "start")],
)
def test_what_the_text_says_is_certain(order, field):
    assert suggestion(order, field).certainty is Certainty.CERTAIN


def test_every_project_can_be_saved():
    for project in taken_in(READING):
        check(project)


def test_untouched_the_page_is_the_same_to_the_byte():
    writing = write_page(READING.layout, taken_in(READING))
    assert writing.data == SOURCE
    assert (writing.left_out, writing.remarks) == ((), ())


def test_the_nine_overdue_stand_under_the_ended_in_their_order():
    projects = taken_in(READING)
    overdue = [each for each in projects if is_overdue(each, date(2026, 11, 24))]
    assert {each.page_order for each in overdue} == OVERDUE
    ended = [replace(each, status=Status.ENDED) if each in overdue else each for each in projects]
    text = write_page(READING.layout, ended).data.decode()
    before, _, after = text.partition("\n\nPäättyneitä hankkeita:\n\n")
    assert before.split("\n\n")[3:] == [each.public_text for each in projects if each not in overdue]
    assert after.split("\n\n") == [each.public_text for each in overdue]


def test_taken_back_the_page_is_the_same_again():
    projects = taken_in(READING)[::-1]
    assert write_page(READING.layout, projects).data == SOURCE

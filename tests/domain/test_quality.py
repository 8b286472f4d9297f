"""What is missing or contradictory in a project: every rule where it speaks, and just beside, where it does not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import Kind
from hankeapp.domain.organisations import Unit
from hankeapp.domain.parts import Attachment, Contact, Deadline, DeadlineKind, Funding, Link, Period, PeriodKind
from hankeapp.domain.problems import Problem, Rule, Severity
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.quality import problems
from hankeapp.domain.status import Outcome, Status, StatusEvent
from hankeapp.domain.values import Cents, Key, Share
from hankeapp.translation import tr
from tests.strategies import projects

TODAY = date(2026, 11, 24)
LAST_YEAR = PartialDate(2025)
FUND = Funding(id="f", fund="EAKR")
PHOTO = Attachment(id="k", name="Ranta.JPG", sha256="0" * 64, alt_text="Lapsia rannalla.")
SOUND = Project(
    id=ProjectId("1"),
    number="H-2026-001",
    name="Jokiranta",
    unit=Key("u"),
    start=PartialDate(2024),
    end=PartialDate(2026),
    public_text="Jokiranta kuntoon.",
    fundings=(FUND,),
    contacts=(Contact(title="hankepäällikkö"),),
)


CLOSED = tuple(
    Deadline(kind=kind, due=LAST_YEAR, done=LAST_YEAR) for kind in (DeadlineKind.FINAL_REPORT, DeadlineKind.PAYMENT)
)


def year(number):
    return PartialDate(number)


def euros(number):
    return Cents(number * 100)


def ended(project=SOUND, effective=LAST_YEAR, outcome=Outcome.COMPLETED, results="Valmis.", **closing):
    event = StatusEvent(
        source=Status.ACTIVE,
        target=Status.ENDED,
        effective=effective,
        outcome=outcome,
        actor="Maija",
        recorded=datetime(2026, 1, 1, tzinfo=UTC),
    )
    closed = {"deadlines": CLOSED, "links": (Link(address="https://pori.fi/jokiranta"),)} | closing
    return replace(project, status=Status.ENDED, events=(event,), results=results, **closed)


def found(project):
    return {problem.rule for problem in problems(project, TODAY)}


def with_period(kind, start, end, **values):
    return replace(SOUND, periods=(Period(id="p", kind=kind, start=start, end=end),), **values)


def with_funding(*fundings, **values):
    return replace(SOUND, fundings=tuple(replace(FUND, **each) for each in fundings), **values)


def test_a_sound_project_has_no_problems():
    assert problems(SOUND, TODAY) == ()
    assert problems(ended(), TODAY) == ()


REVERSED = ended(replace(SOUND, start=year(2026), end=year(2025)), effective=year(2026))
SPEAKS = [
    (Rule.CANNOT_STAND, REVERSED),
    (Rule.OVERDUE, replace(SOUND, end=PartialDate(2026, 10))),
    (Rule.ENDED_WITHOUT_END, ended(replace(SOUND, end=None), effective=None)),
    (Rule.ENDED_WITHOUT_END, replace(SOUND, status=Status.ENDED, end=None)),
    (Rule.ENDED_IN_FUTURE, ended(effective=PartialDate(2026, 12))),
    (Rule.PLANNED_BUT_STARTED, replace(SOUND, status=Status.PLANNED)),
    (Rule.ACTIVE_BEFORE_START, replace(SOUND, start=PartialDate(2026, 12))),
    (Rule.ORDER, with_period(PeriodKind.PROGRAMME, year(2022), year(2021))),
    (Rule.ORDER, replace(SOUND, contacts=(Contact(name="Maija", start=year(2025), end=year(2024)),))),
    (Rule.OUTSIDE, with_period(PeriodKind.OWN_PART, year(2023), year(2025))),
    (Rule.OUTSIDE, with_period(PeriodKind.PHASE, None, year(2027))),
    (Rule.PROGRAMME_YEARS, with_period(PeriodKind.PROGRAMME, year(2024), year(2026))),
    (Rule.PROGRAMME_YEARS, replace(SOUND, start=year(2021), end=year(2027))),
    (Rule.DEADLINE, replace(SOUND, deadlines=(Deadline(kind=DeadlineKind.PAYMENT, due=PartialDate(2026, 10)),))),
    (Rule.NEGATIVE, replace(SOUND, budget_own=Cents(-1))),
    (Rule.NEGATIVE, with_funding({"paid": Cents(-1)})),
    (Rule.SHARE_OVER_WHOLE, replace(SOUND, budget_whole=euros(100), budget_city=euros(101))),
    (Rule.OWN_OVER_SHARE, replace(SOUND, budget_city=euros(100), budget_own=euros(101))),
    (Rule.OWN_OVER_SHARE, replace(SOUND, budget_whole=euros(100), budget_own=euros(101))),
    (Rule.SHARES, with_funding({"granted": euros(60)}, {"granted": euros(42)}, budget_whole=euros(100))),
    (Rule.SHARES, with_funding({"granted": euros(60)}, budget_city=euros(100), budget_own=euros(42))),
    (Rule.SHARES, with_funding({"granted": euros(60)}, budget_city=euros(100), budget_own=euros(20))),
    (Rule.SHARES, with_funding({"rate": Share(8000)}, {"rate": Share(2001)})),
    (Rule.RATE_RANGE, with_funding({"rate": Share(10001)})),
    (Rule.RATE_RANGE, with_funding({"rate": Share(-1)})),
    (Rule.RATE, with_funding({"rate": Share(8000), "granted": euros(700)}, budget_whole=euros(1000))),
    (Rule.PAID_OVER_GRANTED, with_funding({"granted": euros(1), "paid": euros(2)})),
    (Rule.GRANTED_OVER_APPLIED, with_funding({"applied": euros(1), "granted": euros(2)})),
    (Rule.NOT_FUNDED_BUT_GRANTED, ended(with_funding({"granted": euros(2)}), outcome=Outcome.NOT_FUNDED)),
    (Rule.NOT_CLOSED, ended(deadlines=())),
    (Rule.NOT_CLOSED, ended(links=())),
    (Rule.NOT_CLOSED, ended(replace(SOUND, public_text=""))),
    (Rule.NOT_CLOSED, ended(with_funding({"granted": euros(3), "paid": euros(2)}))),
    (Rule.DEADLINE, ended(deadlines=(CLOSED[0], replace(CLOSED[1], done=None)))),
    (Rule.NO_DATES, replace(SOUND, start=None, end=None)),
    (Rule.NO_END, replace(SOUND, end=None)),
    (Rule.NO_UNIT, replace(SOUND, unit=None)),
    (Rule.NO_FUNDER, replace(SOUND, fundings=())),
    (Rule.NO_FUNDER, with_funding({"fund": "", "granted": euros(1)})),
    (Rule.MAIL, replace(SOUND, contacts=(Contact(id="c", name="Maija", email="maija(at)pori.fi"),))),
    (Rule.NO_CONTACT, replace(SOUND, contacts=())),
    (Rule.NO_PUBLIC_TEXT, replace(SOUND, public_text=" \n")),
    (Rule.NO_RESULTS, ended(results="")),
    (Rule.SAME_FILE, replace(SOUND, attachments=(PHOTO, replace(PHOTO, id="l", name="Ranta 2.jpg")))),
    (Rule.NO_ALT_TEXT, replace(SOUND, attachments=(replace(PHOTO, alt_text=" "),))),
]


@pytest.mark.parametrize(("rule", "project"), SPEAKS, ids=[f"{at}-{rule.value}" for at, (rule, _) in enumerate(SPEAKS)])
def test_a_rule_speaks_and_no_other(rule, project):
    assert found(project) == {rule}


UNITS = {
    "u": Unit(id="u", name="Viheryksikkö", end=PartialDate(2026, 10), successor=Key("v")),
    "v": Unit(id="v", name="Puistot"),
}


def test_a_unit_that_has_ended_is_told_with_its_successor():
    (problem,) = problems(SOUND, TODAY, UNITS)
    said = "Yksikkö ”Viheryksikkö” on lakannut: 10/2026. Seuraaja: ”Puistot”."
    assert problem == Problem(Rule.UNIT_ENDED, "unit", said)
    (problem,) = problems(SOUND, TODAY, {"u": replace(UNITS["u"], successor=None)})
    assert problem.sentence == "Yksikkö ”Viheryksikkö” on lakannut: 10/2026."


def test_a_unit_of_which_there_is_nothing_to_tell():
    assert problems(SOUND, TODAY, {"u": replace(UNITS["u"], end=PartialDate(2026, 11))}) == ()
    assert problems(SOUND, TODAY, {"u": UNITS["v"]}) == ()
    assert problems(ended(), TODAY, UNITS) == ()


def test_the_same_file_is_told_at_the_row_that_came_later():
    again = replace(PHOTO, id="l", name="Ranta 2.jpg")
    waiting = tuple(replace(PHOTO, id=each, sha256="", name="") for each in "mn")
    (problem,) = problems(replace(SOUND, attachments=(PHOTO, *waiting, again)), TODAY)
    said = tr("“{name}” is the same file as “{other}”.", name="Ranta 2.jpg", other="Ranta.JPG")
    assert problem == Problem(Rule.SAME_FILE, "attachments", said, "l")


def test_every_rule_of_one_project_is_tried():
    by_others = {Rule.SIMILAR_NAME, Rule.SAME_CODE, Rule.UNIT_ENDED}
    assert {rule for rule, _ in SPEAKS} == set(Rule) - by_others


SILENT = {
    "a picture that is told of": replace(SOUND, attachments=(PHOTO,)),
    "a caption that waits for its picture": replace(SOUND, attachments=(replace(PHOTO, sha256="", alt_text=""),)),
    "a document": replace(SOUND, attachments=(replace(PHOTO, name="päätös.pdf", alt_text=""),)),
    "the last possible day": replace(SOUND, end=PartialDate(2026, 11)),
    "an end of a person's": ended(replace(SOUND, end=None), effective=year(2025)),
    "a recorded end": ended(effective=None),
    "ended this year": ended(effective=year(2026)),
    "planned for this year": replace(SOUND, status=Status.PLANNED, start=year(2026)),
    "active from this month": replace(SOUND, start=PartialDate(2026, 11)),
    "a programme around": with_period(PeriodKind.PROGRAMME, year(2021), year(2027)),
    "a part of the last year": with_period(PeriodKind.OWN_PART, year(2024), PartialDate(2026, 6)),
    "a part of which little is known": with_period(PeriodKind.OWN_PART, year(2024), None),
    "another period that ends with the project": with_period(PeriodKind.FUNDING, year(2024), year(2026)),
    "a deadline done": replace(
        SOUND, deadlines=(Deadline(kind=DeadlineKind.PAYMENT, due=year(2025), done=year(2025)),)
    ),
    "a deadline of this month": replace(
        SOUND, deadlines=(Deadline(kind=DeadlineKind.PAYMENT, due=PartialDate(2026, 11)),)
    ),
    "all is the city's": replace(SOUND, budget_whole=euros(9), budget_city=euros(9), budget_own=euros(9)),
    "rounding of a sum": with_funding({"granted": euros(61)}, budget_city=euros(100), budget_own=euros(40)),
    "grants of the whole project": with_funding(
        {"granted": euros(800)}, budget_whole=euros(1000), budget_city=euros(100), budget_own=euros(20)
    ),
    "a share whose grant is not known": with_funding(
        {"granted": euros(50)}, {}, budget_city=euros(100), budget_own=euros(20)
    ),
    "rates of the whole": with_funding({"rate": Share(8000)}, {"rate": Share(2000)}),
    "a rate of the city's share": with_funding(
        {"rate": Share(8000), "granted": euros(80)}, budget_whole=euros(1000), budget_city=euros(100)
    ),
    "a rate rounded": with_funding({"rate": Share(6700), "granted": euros(667)}, budget_whole=euros(1000)),
    "a rate of what is not known": with_funding({"rate": Share(8000), "granted": euros(1)}),
    "all paid": with_funding({"applied": euros(2), "granted": euros(2), "paid": euros(2)}),
    "a service without an end": replace(SOUND, kind=Kind.SERVICE, end=None),
    "an ended project without a contact": ended(replace(SOUND, contacts=())),
    "all paid when it ended": ended(with_funding({"granted": euros(1), "paid": euros(1)}), deadlines=CLOSED[:1]),
    "a cancelled project with nothing to close": ended(
        replace(SOUND, public_text=""), outcome=Outcome.CANCELLED, deadlines=(), links=()
    ),
    "discontinued without results": ended(outcome=Outcome.DISCONTINUED, results=""),
}


@pytest.mark.parametrize("project", SILENT.values(), ids=SILENT)
def test_what_is_no_problem(project):
    assert problems(project, TODAY) == ()


def test_a_problem_names_its_place_and_row():
    project = with_funding({"id": "a"}, {"id": "b", "granted": euros(1), "paid": euros(2)})
    (problem,) = problems(project, TODAY)
    said = "Maksettu (2,00 €) on enemmän kuin myönnetty (1,00 €)."
    assert problem == Problem(Rule.PAID_OVER_GRANTED, "fundings", said.replace(" €", "\u00a0€"), "b")


def test_only_what_cannot_stand_is_blocking():
    assert [rule for rule in Rule if rule.severity is Severity.BLOCKING] == [Rule.CANNOT_STAND]
    (problem,) = problems(REVERSED, TODAY)
    assert (problem.place, problem.sentence) == ("end", "Päättyminen on ennen alkua (2026). Tarkista vuodet.")


def test_problems_come_in_the_order_of_the_rules():
    bare = Project(id=ProjectId("1"), number="", name="Satama", budget_own=Cents(-1))
    rules = [problem.rule for problem in problems(bare, TODAY)]
    assert rules == [
        Rule.NEGATIVE,
        Rule.NO_DATES,
        Rule.NO_UNIT,
        Rule.NO_FUNDER,
        Rule.NO_CONTACT,
        Rule.NO_PUBLIC_TEXT,
    ]
    assert (
        [rule for rule in Rule if rule.is_missing]
        == [rule for rule in Rule if rule.value.startswith("no_")]
        == list(Rule)[-8:]
    )


@given(projects())
def test_any_project_can_be_asked(project):
    for problem in problems(project, TODAY):
        assert hasattr(project, problem.place)
        assert problem.sentence.endswith(".")

"""An import beside a register: what is matched by what, what changes field by field, and one act for all of it."""

from dataclasses import replace

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, NotFoundError
from hankeapp.domain.matches import MatchedBy
from hankeapp.domain.parts import Funding, Participation, Role
from hankeapp.domain.proposals import Certainty, Proposal, Reading, Suggestion
from hankeapp.domain.query import Query
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents, Named
from hankeapp.exchange.page_reading import read_page
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services.import_entries import Verdict


def row(order=1, certainty=Certainty.CERTAIN, **values):
    """A row of a table: values of fields, lists of rows of parts."""
    suggestions = [
        Suggestion(field=field, value=each, span=(0, 1), certainty=certainty)
        for field, value in values.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    return Proposal(text="Rivi", status=None, order=order, suggestions=tuple(suggestions))


def source(*rows):
    return Reading(proposals=rows, source="hankkeet.xlsx")


def prepared(register, *rows):
    return register.intake.prepare(source(*rows))


def everything(register):
    return [replace(each, version=0) for each in register.projects(register.ids(Query()))]


@pytest.fixture
def satama(register):
    funding = Funding(code="A80123", granted=Cents(100))
    return register.add({"name": "Sataman valot", "acronym": "SAVA", "end": PartialDate(2026), "fundings": (funding,)})


@pytest.mark.parametrize(
    ("read", "by", "is_certain"),
    [
        ({"number": "h-2026-001", "name": "Muu"}, MatchedBy.NUMBER, True),
        ({"name": "Sataman valot", "fundings": [Funding(code="a80123")]}, MatchedBy.CODE, True),
        ({"name": "Aivan muu", "fundings": [Funding(code="A80123")]}, MatchedBy.CODE, False),
        ({"name": "sataman  VALOT"}, MatchedBy.NAME, True),
        ({"acronym": "sava"}, MatchedBy.ACRONYM, True),
        ({"name": "Aivan muu", "acronym": "SAVA"}, MatchedBy.ACRONYM, False),
        ({"name": "Sataman valot -hanke"}, MatchedBy.LIKE_NAME, False),
    ],
)
def test_what_is_there_is_known_by_what_it_has_in_common(register, satama, read, by, is_certain):
    (entry,) = prepared(register, row(**read)).entries
    assert (entry.target.id, entry.target.by, entry.target.is_certain) == (satama.id, by, is_certain)


def test_what_has_nothing_in_common_is_new(register, satama):
    (entry,) = prepared(register, row(name="Joki")).entries
    assert (entry.target, entry.matches) == (None, ())


def test_two_may_be_one_that_is_there_and_only_the_first_is_taken_for_it(register, satama):
    rows = (row(1, name="Sataman valot -hanke", end=PartialDate(2026)), row(2, name="Sataman valot, hanke"))
    first, second = prepared(register, *rows).entries
    assert first.target == first.matches[0] == second.matches[0]
    assert (second.target, second.repeats) == (None, None)


def test_only_what_differs_is_changed_each_alone(register, satama):
    review = prepared(register, row(name="Sataman valot", end=PartialDate(2028), notes="Uusi"))
    assert [each.field for each in review.entries[0].changes] == ["end", "notes"]
    review.take(0, "end", taken=False)
    review.accept(0)
    (after,) = register.intake.carry_out(review)
    assert (after.end, after.notes) == (PartialDate(2026), "Uusi")


def test_a_guess_takes_no_place_of_what_is_known(register, satama):
    review = prepared(register, row(certainty=Certainty.UNCERTAIN, acronym="SAVA", end=PartialDate(2028), notes="Uusi"))
    assert [each.field for each in review.entries[0].changes] == ["notes"]
    review.take(0, "end", taken=True)
    assert [each.field for each in review.entries[0].changes] == ["end", "notes"]


def test_the_duration_and_its_words_are_taken_together(register, satama):
    times = (
        Suggestion(field="name", value="Sataman valot", span=(0, 1)),
        Suggestion(field="end", value=PartialDate(2027), span=(0, 1), certainty=Certainty.UNCERTAIN),
        Suggestion(field="time_text", value="2027 asti", span=(0, 1)),
    )
    review = prepared(register, replace(row(), suggestions=times))
    assert review.entries[0].changes == ()
    review.take(0, "time_text", taken=True)
    assert [each.key for each in review.entries[0].changes] == ["end", "time_text"]
    review.take(0, "end", taken=False)
    assert review.entries[0].changes == ()


def test_rows_are_compared_row_by_row(register, satama):
    partner = Participation(role=Role.PARTNER, organisation=Named("Turku"))
    fundings = [Funding(code="A80123", granted=Cents(200)), Funding(code="B1")]
    review = prepared(register, row(name="Sataman valot", fundings=fundings, participations=[partner]))
    assert [(each.key, each.old is None) for each in review.entries[0].changes] == [
        ("fundings#1", False),
        ("fundings#2", True),
        ("participations#1", True),
    ]
    review.accept(0)
    (after,) = register.intake.carry_out(review)
    assert [(each.code, each.granted) for each in after.fundings] == [("A80123", 200), ("B1", None)]
    assert after.fundings[0].id == satama.fundings[0].id
    assert (
        prepared(register, row(name="Sataman valot", fundings=fundings, participations=[partner]))
        .entries[0]
        .is_unchanged
    )


def test_an_import_is_one_act_in_the_log_with_the_name_of_its_file(register, told, satama):
    before = everything(register)
    review = prepared(register, row(1, name="Sataman valot", notes="x"), row(2, name="Uusi"), row(3, name="Muu"))
    review.accept(0)
    review.accept(1)
    review.leave_out(2)
    counts = review.counts()
    assert (counts.new, counts.updated, counts.left_out, counts.fields) == (1, 1, 1, 1)
    register.intake.carry_out(review)
    assert "hankkeet.xlsx" in told[-1].name
    assert len(everything(register)) == 2
    register.journal.undo()
    assert everything(register) == before


def test_the_same_project_three_times_is_taken_once(register, satama):
    review = prepared(
        register, *(row(at, name="Uusi") for at in (1, 2, 3)), row(4, acronym="SAVA"), row(5, number="H-2026-001")
    )
    assert [each.repeats for each in review.entries] == [None, 1, 1, None, 4]


def test_of_two_that_are_one_project_several_accepts_the_first(register, satama):
    review = prepared(register, row(1, name="Sataman valot", end=PartialDate(2028)), row(2, name="Joki"))
    review.match(1, review.entries[0].target)
    review.accept_several(review.rest)
    assert [each.verdict for each in review.entries] == [Verdict.ACCEPTED, Verdict.OPEN]
    review.accept_several(review.rest)
    assert review.entries[1].verdict is Verdict.OPEN


def test_what_others_changed_meanwhile_is_not_written_over(register, satama):
    review = prepared(register, row(name="Sataman valot", end=PartialDate(2028)))
    review.accept(0)
    register.save(satama, {"end": PartialDate(2027)})
    with pytest.raises(ConflictError, match="Sataman valot"):
        register.intake.carry_out(review)
    assert everything(register)[0].end == PartialDate(2027)


def test_other_fields_that_others_changed_stay(register, satama):
    review = prepared(register, row(name="Sataman valot", end=PartialDate(2028)))
    review.accept(0)
    register.save(satama, {"notes": "Muiden"})
    (after,) = register.intake.carry_out(review)
    assert (after.end, after.notes) == (PartialDate(2028), "Muiden")


def test_a_project_that_is_gone_is_said_to_be(register, satama):
    review = prepared(register, row(name="Sataman valot", end=PartialDate(2028)))
    review.accept(0)
    register.throw_away([satama.id])
    with pytest.raises(NotFoundError):
        register.intake.carry_out(review)


def test_the_same_page_again_changes_nothing(register):
    reading = read_page(EXAMPLE_PAGE.read_bytes())
    register.intake.take_in(reading, reading.proposals)
    assert all(each.is_unchanged for each in register.intake.prepare(reading).entries)


def test_what_is_matched_again_by_hand_is_compared_as_before(register):
    def page(more):
        told = f"Lukeva (2024-2026): Hanketta rahoittavat Euroopan unioni ja Havumaan kunta.{more}"
        return read_page(f"Havumaan kunta, Havumaan kunnan hankkeet\n\nAktiiviset hankkeet:\n\n{told}".encode())

    register.intake.take_in(page(""), page("").proposals)
    review = register.intake.prepare(page(" Uusi lause."))
    (before,) = review.entries
    review.match(0, before.target)
    assert review.entries[0].findings == before.findings
    assert [each.field for each in before.changes] == ["public_text"]


def test_a_changed_page_shows_what_changed_and_not_what_people_did(register):
    def page(year):
        return read_page(f"Aktiiviset hankkeet:\n\nSatama-hanke (2024-{year}): Valoja.\n\nJoki: Vettä.".encode())

    register.intake.take_in(page(2026), page(2026).proposals)
    satama, joki = sorted(everything(register), key=lambda each: each.page_order)
    register.save(register.projects([joki.id])[0], {"end": PartialDate(2030), "notes": "Oma"})
    review = register.intake.prepare(page(2027))
    changed, same = review.entries
    assert changed.target.id == satama.id
    assert {"end", "public_text"} <= {each.field for each in changed.changes} <= {"end", "public_text", "time_text"}
    assert same.is_unchanged


def test_a_page_ends_projects_and_takes_none_back(register):
    def page(status):
        return Reading(proposals=(Proposal(**vars(row(name="Satama")) | {"status": status}),))

    project = register.add({"name": "Satama"})
    review = register.intake.prepare(page(Status.ENDED))
    review.accept(0)
    (ended,) = register.intake.carry_out(review)
    assert (ended.id, ended.status, len(ended.events)) == (project.id, Status.ENDED, 1)
    assert register.intake.prepare(page(Status.ACTIVE)).entries[0].is_unchanged


def test_what_is_written_beside_the_window_is_the_same_and_told_afterwards(register, told, satama):
    review = prepared(register, row(1, name="Sataman valot", notes="x"), row(2, name="Uusi"))
    review.accept_several([0, 1])
    heard = []
    act = register.intake.carry_out_beside(review, lambda done, of: heard.append((done, of)))
    assert told[-1].name != act.name
    register.intake.tell(act)
    assert told[-1] is act
    assert [each.notes for each in everything(register) if each.name == "Sataman valot"] == ["x"]
    assert (len(act.added), len(act.changed), heard[-1]) == (1, 1, (2, 2))
    assert register.journal.undo().name == act.name
    assert len(everything(register)) == 1


def test_who_stops_the_writing_finds_everything_as_it_was(register, satama):
    before, undoable = everything(register), register.journal.undoable
    review = prepared(register, row(1, name="Sataman valot", notes="x"), row(2, name="Uusi"))
    review.accept_several([0, 1])

    def stop(_done, _of):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        register.intake.carry_out_beside(review, stop)
    assert (everything(register), register.journal.undoable) == (before, undoable)


def test_conflicts_are_told_from_beside_too(register, satama):
    review = prepared(register, row(name="Sataman valot", end=PartialDate(2028)))
    review.accept(0)
    register.save(satama, {"end": PartialDate(2027)})
    with pytest.raises(ConflictError, match="Sataman valot"):
        register.intake.carry_out_beside(review, lambda _done, _of: None)


def test_what_a_person_writes_is_news_though_the_page_said_it_before(register):
    page = read_page(b"Aktiiviset hankkeet:\n\nSatama-hanke (2024-2026): Valoja.")
    register.intake.take_in(page, page.proposals)
    (satama,) = register.projects(register.ids(Query()))
    register.save(satama, {"end": PartialDate(2030), "notes": "Oma"})
    review = register.intake.prepare(page)
    assert review.entries[0].is_unchanged
    corrections = review.entries[0].corrections
    review.correct(0, corrections.write("end", PartialDate(2026)).write("notes", "Toinen").write("name", ""))
    review.accept(0)
    (after,) = register.intake.carry_out(review)
    assert (after.end, after.notes, after.name) == (PartialDate(2026), "Toinen", satama.name)


def test_a_field_of_a_row_is_corrected_and_the_row_still_known(register, satama):
    fundings = [Funding(code="A80123", granted=Cents(200), programme="LIFE")]
    review = prepared(register, row(name="Sataman valot", fundings=fundings))
    corrections = review.entries[0].corrections.write("fundings#1.granted", Cents(300))
    review.correct(0, corrections.write("fundings#1.programme", "").write("fundings#1.funder", Named("EU")))
    review.accept(0)
    (after,) = register.intake.carry_out(review)
    (funding,) = after.fundings
    assert (funding.id, funding.granted, funding.programme) == (satama.fundings[0].id, Cents(300), "")
    assert register.names().by_id[funding.funder] == "EU"

"""Projects are ended, taken back and reviewed: as one act, all of them or none."""

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, FieldError, NotFoundError, StepError
from hankeapp.domain.history import EntryKind
from hankeapp.domain.status import Ending, Extension, Outcome, Status
from hankeapp.services.register import OVERDUE
from hankeapp.services.review import Continued, Corrected, Ended
from hankeapp.services.steps import on_recorded_end
from hankeapp.translation import tr, trn

BROKEN = chr(0xD83D)


def now(register, project):
    """The project as the register has it, read again."""
    return register.projects([project.id])[0]


def add(register, name="Jokiranta", **values):
    return register.add({"name": name} | values)


def extended(count):
    return trn("{n} project was extended.", "{n} projects were extended.", count)


def corrected(count):
    return trn("The end date of {n} project was corrected.", "The end dates of {n} projects were corrected.", count)


def test_projects_are_ended_together(register, told, desk):
    several = [add(register, f"Hanke {place}") for place in range(3)]
    register.end({each.id: Ending(effective=PartialDate(2025), note="Valmis.") for each in several})
    assert told[-1].name == "3 hanketta päätettiin."
    assert told[-1].changed == {each.id for each in several}
    for project in register.projects([each.id for each in several]):
        assert project.status is Status.ENDED
        assert (project.outcome, project.ended.effective) == (Outcome.COMPLETED, PartialDate(2025))
        assert (project.ended.actor, project.ended.recorded) == (desk.actor, desk.clock.now())


def test_one_is_ended_in_words_of_its_own(register, told):
    register.end({add(register).id: Ending(effective=None, results="Puisto.")})
    assert told[-1].name == "Hanke päätettiin."
    assert told[-1].after[0].results == "Puisto."


@pytest.mark.parametrize(
    ("ending", "error"),
    [
        (Ending(effective=None, outcome=Outcome.NOT_FUNDED), StepError),
        (Ending(effective=PartialDate(2019)), FieldError),
        (Ending(effective=None, note=BROKEN), FieldError),
        (Ending(effective=None, results="x" * 1_000_001), FieldError),
    ],
    ids=["outcome", "before the start", "broken note", "long results"],
)
def test_all_are_ended_or_none(register, told, ending, error):
    one, other = add(register, "Joki"), add(register, "Satama", start=PartialDate(2020))
    with pytest.raises(error):
        register.end({one.id: Ending(effective=None), other.id: ending})
    assert register.projects([one.id, other.id]) == [one, other]
    assert len(told) == 2


def test_of_many_the_error_names_the_one(register):
    one, other = add(register, "Joki"), add(register, "Satama", start=PartialDate(2020))
    with pytest.raises(FieldError, match="Hanke: ”Satama”"):
        register.end({each.id: Ending(effective=PartialDate(2019)) for each in (one, other)})


def test_what_has_ended_does_not_end_again(register):
    project = add(register)
    register.end({project.id: Ending(effective=None)})
    with pytest.raises(StepError, match="Hankkeen ”Jokiranta” tila on jo päättynyt"):
        register.end({project.id: Ending(effective=None)})


def test_of_many_one_is_gone(register):
    one, other = add(register, "Joki"), add(register, "Satama")
    register.journal.undo()
    for act in (
        lambda: register.end({each.id: Ending(effective=None) for each in (one, other)}),
        lambda: register.activate([one.id, other.id]),
        lambda: register.review({each.id: Ended(None) for each in (one, other)}),
    ):
        with pytest.raises(NotFoundError, match="Hanke ei ole enää rekisterissä"):
            act()
    assert now(register, one) == one


def test_no_projects_are_no_act(register, told):
    register.end({})
    register.activate([])
    register.review({})
    assert told == []
    assert register.journal.undoable is None


def test_ended_projects_are_taken_back(register, told):
    several = [add(register, f"Hanke {place}", start=PartialDate(2020)) for place in range(2)]
    ids = [each.id for each in several]
    register.end({each: Ending(effective=None) for each in ids})
    register.activate([*ids, ids[0]], note="Jatkuu.", end=PartialDate(2028))
    assert told[-1].name == "2 hanketta merkittiin aktiivisiksi."
    for project in register.projects(ids):
        assert (project.status, project.end, project.events[-1].note) == (Status.ACTIVE, PartialDate(2028), "Jatkuu.")
        assert len(project.events) == 2


def test_a_planned_project_is_started(register, told):
    project = add(register, status=Status.PLANNED)
    register.activate([project.id])
    assert told[-1].name == "Hanke merkittiin aktiiviseksi."
    assert now(register, project).status is Status.ACTIVE


@pytest.mark.parametrize(
    ("values", "error"), [({}, StepError), ({"end": PartialDate(2019)}, FieldError)], ids=["active", "end"]
)
def test_what_cannot_be_made_active_stays(register, values, error):
    project = add(register, start=PartialDate(2020))
    if error is FieldError:
        register.end({project.id: Ending(effective=None)})
    before = now(register, project)
    with pytest.raises(error):
        register.activate([project.id], **values)
    assert now(register, project) == before


def test_the_recorded_end_is_the_day_of_the_ending(register):
    project = add(register, end=PartialDate(2022, 12))
    ending = on_recorded_end(project, Outcome.DISCONTINUED, "x")
    assert ending == Ending(effective=PartialDate(2022, 12), outcome=Outcome.DISCONTINUED, note="x")
    with pytest.raises(StepError) as refusal:
        on_recorded_end(add(register, "Satama"))
    assert str(refusal.value) == (
        "Hankkeelle ”Satama” ei ole kirjattu päättymistä."
        " Mitään ei muutettu. Anna päivä, kuukausi tai vuosi, jolloin se päättyi."
    )


# --- the review of what is past its end


def test_a_review_is_one_act(register, told):
    one, two, three = (add(register, f"Hanke {place}", end=PartialDate(2023 + place)) for place in range(3))
    assert register.ids(OVERDUE) == [one.id, two.id, three.id]
    register.review({one.id: Ended(one.end), two.id: Ended(PartialDate(2025)), three.id: Continued(PartialDate(2027))})
    assert told[-1].name == f"2 hanketta päätettiin. {extended(1)}"
    assert [each.status for each in register.projects([one.id, two.id, three.id])] == [
        Status.ENDED,
        Status.ENDED,
        Status.ACTIVE,
    ]
    assert now(register, three).end == PartialDate(2027)
    assert register.ids(OVERDUE) == []
    register.journal.undo()
    assert register.ids(OVERDUE) == [one.id, two.id, three.id]


@pytest.mark.parametrize(("ended", "going_on", "wrong"), [(1, 0, 0), (0, 2, 0), (1, 1, 0), (0, 0, 1), (2, 1, 2)])
def test_the_name_of_a_review(register, told, ended, going_on, wrong):
    several = [add(register, f"Hanke {place}") for place in range(ended + going_on + wrong)]
    choices = [Ended(None)] * ended + [Continued(PartialDate(2028))] * going_on + [Corrected(PartialDate(2029))] * wrong
    register.review(dict(zip((each.id for each in several), choices, strict=True)))
    names = [
        trn("{n} project was ended.", "{n} projects were ended.", ended) if ended else "",
        extended(going_on) if going_on else "",
        corrected(wrong) if wrong else "",
    ]
    assert told[-1].name == " ".join(filter(None, names))


def test_a_corrected_end_is_no_extension(register):
    read = add(register, end=PartialDate(2023))
    register.review({read.id: Corrected(PartialDate(2022), instead_of=read.end)})
    project = now(register, read)
    assert (project.end, project.events, project.status) == (PartialDate(2022), (), Status.ACTIVE)
    (entry,) = [entry for entry in register.history(read.id) if entry.field == "end"][:1]
    assert (entry.act_name, entry.label, entry.restorable) == (corrected(1), "Päättyy", True)


@pytest.mark.parametrize("decided", [Continued, Corrected])
def test_a_review_does_not_overwrite_another_persons_end(register, elsewhere, decided):
    read = add(register, end=PartialDate(2024))
    goes_on = {read.id: decided(PartialDate(2027), instead_of=read.end)}
    elsewhere.save(read, {"end": PartialDate(2029)})
    with pytest.raises(ConflictError, match="Päättyy"):
        register.review(goes_on)
    elsewhere.save(now(elsewhere, read), {"end": read.end})
    elsewhere.end({read.id: Ending(effective=None)})
    with pytest.raises(ConflictError, match="Tila"):
        register.review(goes_on)
    elsewhere.journal.undo()
    register.review(goes_on)
    assert now(register, read).end == PartialDate(2027)


def test_a_review_with_a_wrong_end_changes_nothing(register, told):
    one, other = add(register, "Joki"), add(register, "Satama", start=PartialDate(2024))
    with pytest.raises(FieldError, match="Hanke: ”Satama”"):
        register.review({one.id: Ended(None), other.id: Continued(PartialDate(2023))})
    assert register.projects([one.id, other.id]) == [one, other]


def test_a_review_is_content_with_the_same_end_given_elsewhere(register, elsewhere, told):
    read = add(register, end=PartialDate(2024))
    elsewhere.extend({read.id: Extension(end=PartialDate(2027))})
    count = len(told)
    register.review({read.id: Continued(PartialDate(2027), instead_of=read.end)})
    assert len(told) == count


# --- extensions, and the other steps with words of their own


def test_an_extension_keeps_the_end_that_was_in_force(register, told, desk):
    project = add(register, end=PartialDate(2023))
    register.extend({project.id: Extension(end=PartialDate(2025), decided=PartialDate(2024, 3, 12), note=" § 14 ")})
    assert told[-1].name == extended(1)
    assert told[-1].is_step
    after = now(register, project)
    (event,) = after.events
    assert (after.end, after.status) == (PartialDate(2025), Status.ACTIVE)
    assert (event.old_end, event.new_end, event.effective) == (project.end, after.end, PartialDate(2024, 3, 12))
    assert (event.note, event.actor) == ("§ 14", desk.actor)
    register.journal.undo()
    assert (now(register, project).end, now(register, project).events) == (project.end, ())
    register.journal.redo()
    assert now(register, project).events == (event,)


def test_the_history_tells_an_extension_as_one_step(register):
    project = add(register, end=PartialDate(2023))
    register.extend({project.id: Extension(end=PartialDate(2025), decided=PartialDate(2024, 3, 12), note="§ 14")})
    (entry,) = [entry for entry in register.history(project.id) if entry.act_name == extended(1)]
    assert (entry.kind, entry.label) == (EntryKind.STEP, tr("Extension"))
    assert (entry.old, entry.new, entry.note) == ("2023", "2025", "12.3.2024; § 14")
    assert not entry.restorable


@pytest.mark.parametrize("end", [PartialDate(2025), PartialDate(2024), PartialDate(2025, 6)])
def test_an_end_that_is_not_later_extends_nothing(register, end):
    one, other = add(register, "Joki", end=PartialDate(2020)), add(register, "Satama", end=PartialDate(2025))
    with pytest.raises(FieldError, match="2025"):
        register.extend({each.id: Extension(end=end) for each in (one, other)})
    assert register.projects([one.id, other.id]) == [one, other]


def test_only_what_is_active_is_extended(register):
    planned = add(register, status=Status.PLANNED, end=PartialDate(2025))
    with pytest.raises(StepError, match="Jokiranta"):
        register.extend({planned.id: Extension(end=PartialDate(2027))})


def test_a_reopening_with_a_new_end_keeps_the_old_one(register):
    project = add(register, end=PartialDate(2024))
    register.end({project.id: Ending(effective=project.end)})
    register.activate([project.id], end=PartialDate(2028))
    event = now(register, project).events[-1]
    assert (event.old_end, event.new_end) == (PartialDate(2024), PartialDate(2028))
    assert not event.is_extension


@pytest.mark.parametrize(
    ("status", "outcome", "singular", "plural"),
    [
        (Status.ACTIVE, Outcome.COMPLETED, "{n} project was ended.", "{n} projects were ended."),
        (Status.ACTIVE, Outcome.DISCONTINUED, "{n} project was discontinued.", "{n} projects were discontinued."),
        (Status.PLANNED, Outcome.CANCELLED, "{n} project was cancelled.", "{n} projects were cancelled."),
        (
            Status.PLANNED,
            Outcome.NOT_FUNDED,
            "{n} project was left without funding.",
            "{n} projects were left without funding.",
        ),
    ],
)
def test_an_outcome_has_words_of_its_own(register, told, status, outcome, singular, plural):
    project = add(register, status=status)
    register.end({project.id: Ending(effective=None, outcome=outcome)})
    assert told[-1].name == trn(singular, plural, 1)


def test_what_was_not_funded_is_planned_again(register, told):
    project = add(register, status=Status.PLANNED)
    register.end({project.id: Ending(effective=None, outcome=Outcome.NOT_FUNDED)})
    register.plan([project.id], note="Uusi haku.")
    assert now(register, project).status is Status.PLANNED
    assert now(register, project).events[-1].note == "Uusi haku."
    with pytest.raises(StepError):
        register.plan([project.id])

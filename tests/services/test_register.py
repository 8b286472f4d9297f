"""Projects are added, edited and asked for."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, FieldError, NotFoundError, ReadOnlyRegister
from hankeapp.domain.kinds import Kind
from hankeapp.domain.parts import Participation, Role
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Ending, Status
from hankeapp.services.opening import open_register
from hankeapp.services.register import OVERDUE
from tests.rights import ordinary_rights

BROKEN = chr(0xD83D)


def now(register, project):
    """The project as the register has it, read again."""
    return register.projects([project.id])[0]


def add(register, name="Jokiranta", **values):
    return register.add({"name": name} | values)


# --- adding


def test_a_project_is_added_with_the_next_number(register, told):
    first = add(register, kind=Kind.PILOT, start=PartialDate(2024))
    second = add(register, "Satama", status=Status.PLANNED)
    assert (first.number, second.number) == ("H-2026-001", "H-2026-002")
    assert (first.kind, first.start, first.status) == (Kind.PILOT, PartialDate(2024), Status.ACTIVE)
    assert now(register, first) == first
    assert second.status is Status.PLANNED
    assert [act.name for act in told] == ["”Jokiranta” lisättiin.", "”Satama” lisättiin."]
    assert told[0].added == {first.id}


def test_the_year_of_the_number_is_that_of_the_day(register):
    clock = Clock.standing(2027, 1, 1)
    with closing(open_register(register.path, Desk("Maija", clock))) as later:
        add(register)
        assert add(later).number == "H-2027-001"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 501}, "name"),
        ({"name": "x", "notes": BROKEN}, "notes"),
        ({"name": "x", "start": PartialDate(2026), "end": PartialDate(2025)}, "end"),
    ],
    ids=["blank", "long", "broken", "end before start"],
)
def test_what_cannot_stand_is_not_added_and_takes_no_number(register, told, values, field):
    with pytest.raises(FieldError) as refusal:
        register.add(values)
    assert refusal.value.field == field
    assert told == []
    assert register.counts()[View.ALL] == 0
    assert add(register).number == "H-2026-001"


def test_a_long_name_is_shortened_in_the_name_of_the_act(register, told):
    name = "Meri-Porin ja keskustan välisen joukkoliikenteen kehittämishanke " * 4
    project = add(register, name)
    register.save(project, {"acronym": "MEPO"})
    assert [act.name for act in told] == [
        "”Meri-Porin ja keskustan välisen joukkoliikenteen kehittämis…” lisättiin.",
        "Hanketta ”Meri-Porin ja keskustan välisen joukkoliikenteen kehittämis…” muokattiin: Lyhenne.",
    ]


def test_any_storable_text_is_kept(register):
    text = "a\0b\x1b[31m\r\n\u202e😀\ufffe \u00a0"
    project = add(register, f"Nimi {text}", public_text=text, notes=text)
    assert now(register, project) == project
    assert project.public_text == text
    assert register.ids(Query(text="😀")) == [project.id]


# --- editing


def test_a_field_is_saved(register, told):
    project = add(register)
    saved = register.save(project, {"end": PartialDate(2026, 12)})
    assert saved == replace(project, end=PartialDate(2026, 12), version=project.version + 1)
    assert now(register, project) == saved
    assert told[-1].name == "Hanketta ”Jokiranta” muokattiin: Päättyy."
    assert (told[-1].before, told[-1].after) == ((project,), (saved,))
    assert told[-1].changed == {project.id}


def test_several_fields_are_one_act(register, told):
    project = add(register)
    register.save(project, {"name": "Joki", "notes": "x"})
    assert told[-1].name == "Hanketta ”Jokiranta” muokattiin."
    assert len(told) == 2


def test_what_is_the_same_is_not_saved(register, told):
    project = add(register)
    assert register.save(project, {"name": "Jokiranta", "end": None}) is project
    assert len(told) == 1


@pytest.mark.parametrize("value", ["", "x" * 501, BROKEN])
def test_what_cannot_stand_is_not_saved(register, told, value):
    project = add(register)
    with pytest.raises(FieldError) as refusal:
        register.save(project, {"name": value})
    assert refusal.value.field == "name"
    assert now(register, project) == project
    assert len(told) == 1


@pytest.mark.parametrize(
    "values", [{"status": Status.ENDED}, {"number": "H-1"}, {"page_order": 3}], ids=lambda values: next(iter(values))
)
def test_what_is_not_edited_is_no_value_to_save(register, values):
    project = add(register)
    with pytest.raises(ValueError, match="by its steps"):
        register.save(project, values)
    assert now(register, project) == project


def test_what_was_changed_elsewhere_meanwhile_stays(register, elsewhere):
    project = add(register)
    elsewhere.save(now(elsewhere, project), {"notes": "Soita."})
    saved = register.save(project, {"name": "Joki"})
    assert (saved.name, saved.notes) == ("Joki", "Soita.")


def test_a_value_read_before_the_rest_of_the_project_is_a_conflict_too(register, elsewhere):
    project = add(register)
    theirs = elsewhere.save(now(elsewhere, project), {"acronym": "MUU"})
    with pytest.raises(ConflictError):
        register.save(replace(theirs, acronym=project.acronym), {"acronym": "OMA"})
    assert now(register, project) == theirs


def test_the_same_field_changed_elsewhere_is_a_conflict(register, elsewhere, told):
    project = add(register)
    theirs = elsewhere.save(now(elsewhere, project), {"end": PartialDate(2027)})
    with pytest.raises(ConflictError) as refusal:
        register.save(project, {"end": PartialDate(2028)})
    assert str(refusal.value) == (
        "Tätä tietoa on sillä välin muutettu muualla: Päättyy."
        " Mitään ei korvattu. Lue rekisteri uudelleen (F5) ja tee muutos uudelleen."
    )
    assert now(register, project) == theirs
    assert len(told) == 1
    assert register.save(theirs, {"end": PartialDate(2028)}).end == PartialDate(2028)


def test_the_same_value_saved_elsewhere_is_no_conflict(register, elsewhere):
    project = add(register)
    elsewhere.save(now(elsewhere, project), {"end": PartialDate(2027)})
    assert register.save(project, {"end": PartialDate(2027)}).end == PartialDate(2027)


PARTNERS = (Participation(role=Role.PARTNER, words="Yhdistys"), Participation(role=Role.PARTNER, words="Yritys"))


def give(register, project, participations):
    """The project with other partners, in place of those that it was read with."""
    with register.journal.act("Kumppaneita muutettiin") as acting:
        acting.change([project], [replace(project, participations=participations)])
    return acting.after[0]


def with_first(project, **values):
    first, *others = project.participations
    return (replace(first, **values), *others)


def with_count(project):
    return with_first(project, count=2)


def with_words(project):
    return with_first(project, words="Seura")


def without_first(project):
    return project.participations[1:]


def test_who_edits_the_name_keeps_and_sees_the_partners_that_others_changed(register, elsewhere):
    project = add(register, participations=PARTNERS)
    theirs = give(elsewhere, now(elsewhere, project), without_first(project))
    assert theirs.version == project.version + 1
    saved = register.save(project, {"name": "Joki"})
    assert saved == replace(theirs, name="Joki", version=theirs.version + 1) == now(elsewhere, project)


@pytest.mark.parametrize("theirs", [with_count, without_first])
@pytest.mark.parametrize("ours", [with_words, without_first])
def test_the_same_partner_changed_or_removed_elsewhere_is_a_conflict(register, elsewhere, theirs, ours):
    project = add(register, participations=PARTNERS)
    saved = give(elsewhere, project, theirs(project))
    if theirs is ours:
        assert give(register, project, ours(project)).participations == saved.participations
        return
    with pytest.raises(ConflictError):
        give(register, project, ours(project))
    assert now(register, project) == saved
    assert register.faults() == []


def test_another_partner_or_another_order_is_no_conflict(register, elsewhere):
    project = add(register, participations=PARTNERS)
    first, second = project.participations
    give(elsewhere, project, (replace(second, count=2), first))
    saved = give(register, project, with_count(project))
    assert saved.participations == (replace(second, count=2), replace(first, count=2))
    assert register.faults() == []


def test_changes_that_do_not_go_together_are_refused(register, elsewhere):
    project = add(register, start=PartialDate(2020), end=PartialDate(2026))
    elsewhere.save(now(elsewhere, project), {"start": PartialDate(2025)})
    with pytest.raises(FieldError, match=r"Päättyminen on ennen alkua \(2025\)\."):
        register.save(project, {"end": PartialDate(2024)})


def test_a_project_that_is_gone_cannot_be_saved(register, told):
    project = add(register)
    register.journal.undo()
    with pytest.raises(NotFoundError) as refusal:
        register.save(project, {"name": "Joki"})
    assert str(refusal.value) == "Hanke ei ole enää rekisterissä. Mitään ei muutettu. Lue rekisteri uudelleen (F5)."
    assert register.counts()[View.ALL] == 0


# --- asking


def test_what_is_past_is_seen_from_the_given_day(register):
    project = add(register, end=PartialDate(2027))
    assert register.today() == date(2026, 11, 24)
    assert register.ids(OVERDUE) == []
    assert register.ids(OVERDUE, date(2028, 1, 1)) == [project.id]


def test_projects_by_their_numbers(register):
    one, other = add(register, "Joki"), add(register, "Satama")
    assert register.numbered(["H-2026-002", "H-2026-001"]) == [other, one]


@pytest.mark.parametrize("number", ["H-2026-003", "", "Ä", chr(0xDCE4)])
def test_an_unknown_number_is_told_so(register, number):
    add(register)
    with pytest.raises(NotFoundError) as refusal:
        register.numbered(["H-2026-001", number])
    assert str(refusal.value) == (
        f"Rekisterissä ei ole hanketta {number}. Mitään ei muutettu. Numerot näkyvät luettelossa."
    )


def test_counts_and_order(register):
    for name in ("Öljy", "Åbo", "Vesi"):
        add(register, name)
    assert register.counts()[View.ACTIVE] == 3
    names = [each.name for each in register.projects(register.ids(Query(sorts=(Sort("title", descending=True),))))]
    assert names == ["Öljy", "Åbo", "Vesi"]
    assert register.faults() == []


def test_a_read_only_register_says_so_and_stays(register, desk):
    project = add(register)
    register.close()
    register.path.chmod(0o444)
    with ordinary_rights(), closing(open_register(register.path, desk)) as reader:
        assert not reader.is_writable
        assert reader.projects([project.id]) == [project]
        for act in (
            lambda: reader.save(project, {"name": "Joki"}),
            lambda: add(reader),
            lambda: reader.end({project.id: Ending(effective=None)}),
            reader.journal.undo,
            reader.journal.redo,
        ):
            with pytest.raises(ReadOnlyRegister, match="vain luettavissa"):
                act()

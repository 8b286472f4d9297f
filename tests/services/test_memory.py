"""History with restoring, the trash, and what is erased for good."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import KnownError, NotFoundError
from hankeapp.domain.history import Asked, EntryKind
from hankeapp.domain.organisations import ListedValue, Organisation
from hankeapp.domain.parts import Attachment, Contact, Funding, Relation, RelationKind
from hankeapp.domain.query import Query, View
from hankeapp.domain.status import Ending, Outcome, Status
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.services.backups import Backups
from hankeapp.services.opening import create, open_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.history import Entry
    from hankeapp.domain.project import Project
    from hankeapp.services.acts import Act
    from hankeapp.services.register import Register


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, **time: int) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def register(tmp_path: Path, hands: Hands) -> Iterator[Register]:
    with closing(create(tmp_path / "hankkeet.hanke", Desk("Anna", Clock(hands)))) as register:
        yield register


@pytest.fixture
def other(register: Register, hands: Hands) -> Iterator[Register]:
    """The same register at another person's desk."""
    with closing(open_register(register.path, Desk("Bertta", Clock(hands)))) as other:
        yield other


@pytest.fixture
def project(register: Register, hands: Hands) -> Project:
    project = register.add({"name": "Ikäystävällinen Pori", "acronym": "IYP", "start": PartialDate(2021)})
    hands.pass_by(hours=1)
    return project


def test_what_two_people_did_alike_is_told_once(
    register: Register, other: Register, project: Project, hands: Hands
) -> None:
    register.save(project, {"name": "Uusi nimi"})
    hands.pass_by(days=2)
    saved = other.save(project, {"name": "Uusi nimi", "acronym": "UN"})
    assert (saved.name, saved.acronym) == ("Uusi nimi", "UN")
    assert other.save(project, {"name": "Uusi nimi"}).acronym == "UN"
    between = register.past(known=date(2026, 11, 25))
    assert [each.name for each in between.projects(between.ids(Query()))] == ["Uusi nimi"]
    assert register.faults() == []
    register.journal.undo()
    assert (now(register, project).name, now(register, project).acronym) == ("Uusi nimi", "IYP")


def test_who_was_a_contact_once_is_erased_from_the_history(register: Register, project: Project) -> None:
    for name, email in [("Matti Meikäläinen", "matti@pori.fi"), ("Maija", "maija@pori.fi")]:
        before = now(register, project)
        contact = replace(next(iter(before.contacts), Contact(title="rehtori")), name=name, email=email)
        with register.journal.act("Vaihdettiin") as acting:
            acting.change([before], [replace(before, contacts=(contact,))])
    assert register.erase_named("Matti Meikäläinen") == 1
    (contact,) = now(register, project).contacts
    assert (contact.name, contact.email, contact.title) == ("Maija", "maija@pori.fi", "rehtori")
    assert "matti" not in str(register.history()).lower()
    assert b"matti" not in register.path.read_bytes().lower()
    assert register.faults() == []
    with pytest.raises(NotFoundError):
        register.erase_named("Matti Meikäläinen")
    register.journal.undo()
    assert now(register, project).contacts[0].name == ""
    assert register.faults() == []


def test_the_parts_of_a_project_in_the_trash_are_not_changed(
    register: Register, other: Register, project: Project
) -> None:
    with register.journal.act("Lisättiin Maija") as acting:
        acting.change([project], [replace(project, contacts=(Contact(name="Maija"),))])
    with_contact = now(register, project)
    register.throw_away([project.id])
    for contacts in [(Contact(name="Matti"),), (replace(with_contact.contacts[0], name="Matti"),), ()]:
        with pytest.raises(NotFoundError), other.journal.act("Vaihdettiin") as acting:
            acting.change([with_contact], [replace(with_contact, contacts=contacts)])
    register.journal.undo()
    assert now(register, project).contacts == with_contact.contacts


def now(register: Register, project: Project) -> Project:
    (found,) = register.projects([project.id], gone=True)
    return found


def edit(register: Register, project: Project, **values: Any) -> Project:
    return register.save(now(register, project), values)


def with_parts(register: Register, project: Project, **parts: Any) -> Project:
    before = now(register, project)
    with register.journal.act("Osia lisättiin.") as acting:
        acting.change([before], [replace(before, **parts)])
    return now(register, project)


def told(entries: list[Entry]) -> list[tuple[str, str, str]]:
    return [(entry.label, entry.old, entry.new) for entry in entries]


def is_sound(register: Register) -> bool:
    """Whether the pages and the sums hold, and the log leads to the rows."""
    return register.faults() == []


def test_an_edit_is_told_with_who_when_and_what(register: Register, project: Project) -> None:
    edit(register, project, end=PartialDate(2023, 12))
    latest, first = register.history(project.id)
    assert (latest.label, latest.old, latest.new) == ("Päättyy", "", "12/2023")
    assert (latest.actor, latest.number, latest.title) == ("Anna", "H-2026-001", "IYP – Ikäystävällinen Pori")
    assert latest.moment == datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert latest.kind is EntryKind.EDITED
    assert latest.act_name == "Hanketta ”IYP – Ikäystävällinen Pori” muokattiin: Päättyy."
    assert (first.kind, first.new) == (EntryKind.ADDED, "IYP – Ikäystävällinen Pori")


def test_edits_of_a_field_within_five_minutes_read_as_one(register: Register, project: Project, hands: Hands) -> None:
    for name in ("Ikä", "Ikäys", "Ikäystävällinen"):
        edit(register, project, notes=name)
        hands.pass_by(minutes=2)
    hands.pass_by(minutes=10)
    edit(register, project, notes="Muuta")
    latest, joined, _ = register.history(project.id)
    assert (joined.old, joined.new) == ("", "Ikäystävällinen")
    assert joined.moment == datetime(2026, 11, 24, 13, 4, tzinfo=UTC)
    assert (latest.old, latest.new) == ("Ikäystävällinen", "Muuta")


def test_edits_of_another_field_between_do_not_part_them(register: Register, project: Project) -> None:
    edit(register, project, notes="a")
    edit(register, project, results="b")
    edit(register, project, notes="c")
    assert told(register.history(project.id))[:2] == [("Muistiinpanot", "", "c"), ("Tulokset", "", "b")]


def test_five_minutes_are_counted_from_the_first(register: Register, project: Project, hands: Hands) -> None:
    for text in "abc":
        edit(register, project, notes=text)
        hands.pass_by(minutes=3)
    assert [entry.new for entry in register.history(project.id)[:2]] == ["c", "b"]


def test_edits_of_two_persons_stay_apart(register: Register, other: Register, project: Project) -> None:
    edit(register, project, notes="a")
    edit(other, project, notes="b")
    edit(register, project, notes="c")
    assert [(entry.actor, entry.new) for entry in register.history(project.id)[:3]] == [
        ("Anna", "c"),
        ("Bertta", "b"),
        ("Anna", "a"),
    ]


def test_an_edit_back_to_what_was_is_not_hidden(register: Register, project: Project) -> None:
    edit(register, project, notes="a")
    edit(register, project, notes="")
    assert [entry.new for entry in register.history(project.id)[:2]] == ["", "a"]


def test_an_undoing_is_told_as_one(register: Register, project: Project) -> None:
    edit(register, project, notes="a")
    register.journal.undo()
    register.journal.redo()
    again, back, first, _ = register.history(project.id)
    assert [entry.new for entry in (again, back, first)] == ["a", "", "a"]
    assert back.act_name == f"Kumottiin: {first.act_name}"
    assert again.act_name == f"Tehtiin uudelleen: {first.act_name}"


def test_a_step_is_told_with_its_date_and_note(register: Register, project: Project) -> None:
    register.end(
        {project.id: Ending(effective=PartialDate(2023, 12), outcome=Outcome.DISCONTINUED, note="Raha loppui")}
    )
    step, _ = register.history(project.id)
    assert step.kind is EntryKind.STEP
    assert (step.label, step.old, step.new) == ("Tila", Status.ACTIVE.label, Status.ENDED.label)
    assert step.note == "12/2023; Keskeytetty; Raha loppui"
    assert not step.restorable


def test_keys_and_codes_read_as_names(register: Register, project: Project) -> None:
    before = now(register, project)
    with register.journal.act("Luettelot") as acting:
        funder = acting.add_shared("organisation", Organisation(name="Euroopan unioni"))
        acting.add_shared("listed_value", ListedValue(list="theme", code="water", label="Vesi"))
        funding = Funding(funder=Key(funder), granted=Cents(1_250_000))
        acting.change([before], [replace(before, themes=Codes(("water",)), fundings=(funding,))])
    latest = {entry.label: entry for entry in register.history(project.id)}
    assert latest["Teemat"].new == "Vesi"
    assert "Euroopan unioni" in latest["Rahoitusosuudet"].new
    assert latest["Rahoitusosuudet"].kind is EntryKind.ADDED
    assert {entry.project for entry in register.history() if entry.act_name == "Luettelot"} == {None, project.id}


def test_the_history_of_a_project_tells_of_no_other(register: Register, project: Project) -> None:
    second = register.add({"name": "Toinen"})
    assert {entry.project for entry in register.history(project.id)} == {project.id}
    assert {entry.project for entry in register.history()} == {project.id, second.id}


def test_entries_can_be_asked_for_by_field_person_and_day(
    register: Register, other: Register, project: Project, hands: Hands
) -> None:
    edit(other, project, notes="b")
    hands.pass_by(days=2)
    edit(register, project, results="a")
    day = date(2026, 11, 24)
    assert [entry.new for entry in register.history(asked=Asked(field="results"))] == ["a"]
    assert [entry.new for entry in register.history(asked=Asked(actor="Bertta"))] == ["b"]
    assert [entry.new for entry in register.history(asked=Asked(first=day + timedelta(days=1)))] == ["a"]
    assert len(register.history(asked=Asked(last=day))) == 2


def test_a_value_is_restored_by_an_act_of_its_own(register: Register, project: Project, hands: Hands) -> None:
    edit(register, project, end=PartialDate(2023))
    hands.pass_by(hours=1)
    edit(register, project, end=PartialDate(2024))
    hands.pass_by(hours=1)
    latest = register.history(project.id)[0]
    assert latest.restorable
    assert register.restore(latest)
    assert now(register, project).end == PartialDate(2023)
    assert register.history(project.id)[0].act_name.startswith("”IYP – Ikäystävällinen Pori”")
    assert not register.restore(latest)
    assert len(register.history(project.id)) == 4
    register.journal.undo()
    assert now(register, project).end == PartialDate(2024)


def test_a_value_of_a_part_is_restored(register: Register, project: Project, hands: Hands) -> None:
    known = with_parts(register, project, contacts=(Contact(name="Matti", phone="1"),))
    hands.pass_by(hours=1)
    with_parts(register, project, contacts=(replace(known.contacts[0], phone="2"),))
    entry = register.history(project.id)[0]
    assert (entry.label, entry.old, entry.new) == ("Yhteyshenkilöt: Puhelin", "1", "2")
    register.restore(entry)
    assert now(register, project).contacts == known.contacts


def test_a_removed_part_is_brought_back(register: Register, project: Project, hands: Hands) -> None:
    known = with_parts(register, project, contacts=(Contact(name="Matti"), Contact(name="Maija")))
    hands.pass_by(hours=1)
    with_parts(register, project, contacts=known.contacts[1:])
    removed = next(entry for entry in register.history(project.id) if entry.kind is EntryKind.REMOVED)
    assert "Matti" in removed.old
    assert removed.restorable
    assert register.restore(removed)
    assert set(now(register, project).contacts) == set(known.contacts)
    assert register.history(project.id)[0].kind is EntryKind.RETURNED
    assert not register.restore(removed)
    assert register.history(project.id)[0].kind is EntryKind.RETURNED


def test_of_what_begins_with_its_project_the_log_is_read_no_further(register: Register, project: Project) -> None:
    with_parts(register, register.add({"name": "Toinen", "notes": "a"}), contacts=(Contact(name="Matti"),))
    contacts = (Contact(name="Maija"), Contact(name="Liisa"))
    second = register.add({"name": "Kolmas", "notes": "b", "contacts": contacts})
    told = [each.change for each in register._store.log_of(None).changes]
    assert [change.field for change in told if change.table == "project"] == ["state"] * 3
    assert "Matti" in {change.new for change in told}
    assert not {"Maija", "Liisa"} & {change.new for change in told}
    edit(register, second, notes="c")
    assert [entry.old for entry in register.history(second.id)] == ["b", ""]


def test_a_beginning_cannot_be_restored(register: Register, project: Project) -> None:
    with pytest.raises(ValueError, match="undoing"):
        register.restore(register.history(project.id)[-1])


def test_the_trash_takes_and_gives_back(register: Register, project: Project, tmp_path: Path) -> None:
    heard: list[Act] = []
    register.journal.listen(heard.append)
    register.throw_away([project.id, project.id])
    assert heard[-1].removed == {project.id}
    assert register.ids(Query()) == []
    assert register.counts()[View.TRASH] == 1
    assert [each.id for each in register.trash()] == [project.id]
    with pytest.raises(NotFoundError):
        register.throw_away([project.id])
    register.journal.undo()
    assert register.ids(Query()) == [project.id]
    register.journal.redo()
    register.put_back([project.id])
    assert heard[-1].added == {project.id}
    assert register.ids(Query()) == [project.id]
    with pytest.raises(NotFoundError):
        register.put_back([project.id])
    assert is_sound(register)


def test_a_history_names_the_projects_that_one_is_and_was_related_to(register: Register, project: Project) -> None:
    second, third = register.add({"name": "Entinen"}), register.add({"name": "Kolmas"})
    first = Relation(kind=RelationKind.PREDECESSOR, project=Key(second.id))
    with_parts(register, project, relations=(first,))
    (kept,) = now(register, project).relations
    with_parts(register, now(register, project), relations=(replace(kept, project=Key(third.id)),))
    changed = register.history(project.id)[0]
    assert (changed.old, changed.new) == ("Entinen", "Kolmas")


def test_a_thrown_project_is_restored_from_its_history(register: Register, project: Project) -> None:
    register.throw_away([project.id])
    removed = register.history(project.id)[0]
    assert removed.kind is EntryKind.REMOVED
    assert register.restore(removed)
    assert register.ids(Query()) == [project.id]
    assert not register.restore(removed)


def test_emptying_the_trash_leaves_nothing_of_a_project(register: Register, project: Project) -> None:
    second = register.add({"name": "Jäävä"})
    relation = Relation(kind=RelationKind.PREDECESSOR, project=Key(project.id))
    with_parts(register, second, relations=(relation,), contacts=(Contact(name="Maija"),))
    before = now(register, project)
    with register.journal.act("Liite") as acting:
        acting.writing.keep_content("a" * 64, b"ainutlaatuinen tavu")
        acting.change([before], [replace(before, attachments=(Attachment(name="x.pdf", sha256="a" * 64),))])
    edit(register, project, notes="salainen muistiinpano")
    register.throw_away([project.id])
    assert register.empty_trash().projects == 1
    assert register.empty_trash().sentence == ""
    assert register.projects([project.id], gone=True) == []
    (kept,) = register.projects(register.ids(Query()))
    assert [each.project for each in kept.relations] == [None]
    assert is_sound(register)
    erased, *others = register.history()
    assert (erased.kind, erased.label) == (EntryKind.ERASED, "1 hanke poistettiin lopullisesti")
    assert not erased.restorable
    assert {entry.project for entry in others} == {second.id}
    register.close()
    file = register.path.read_bytes()
    for word in ("salainen muistiinpano", "Ikäystävällinen", "ainutlaatuinen tavu", project.id):
        assert word.encode() not in file


def test_what_is_left_can_still_be_undone_after_emptying(register: Register, project: Project) -> None:
    second = register.add({"name": "Jäävä"})
    with_parts(register, second, relations=(Relation(kind=RelationKind.PARENT, project=Key(project.id)),))
    edit(register, second, notes="a")
    register.throw_away([project.id])
    register.empty_trash()
    register.journal.undo()
    assert now(register, second).notes == ""
    register.journal.undo()
    assert now(register, second).relations == ()
    register.journal.redo()
    assert [each.project for each in now(register, second).relations] == [None]
    register.journal.undo()
    register.journal.undo()
    assert register.ids(Query()) == []
    assert register.journal.undo() is None
    assert is_sound(register)


def test_an_act_of_several_keeps_what_is_not_deleted(register: Register, project: Project) -> None:
    second = register.add({"name": "Jäävä"})
    register.end({each.id: Ending(effective=PartialDate(2023)) for each in (project, second)})
    register.throw_away([project.id])
    register.empty_trash()
    register.journal.undo()
    assert now(register, second).status is Status.ACTIVE
    assert is_sound(register)


def test_a_number_is_not_used_again_after_deletion(register: Register, project: Project) -> None:
    register.throw_away([project.id])
    register.empty_trash()
    assert register.add({"name": "Uusi"}).number == "H-2026-002"


def test_a_persons_data_are_erased_from_the_history_too(register: Register, project: Project, hands: Hands) -> None:
    known = with_parts(register, project, contacts=(Contact(name="Matti Meikäläinen", start=PartialDate(2020)),))
    (contact,) = known.contacts
    hands.pass_by(hours=1)
    with_parts(register, project, contacts=(replace(contact, email="matti@example.org", phone="044 123"),))
    heard: list[Act] = []
    register.journal.listen(heard.append)
    register.erase(contact.id)
    assert now(register, project).contacts == (Contact(id=contact.id),)
    assert heard[-1].changed == {project.id}
    assert is_sound(register)
    for moment in (date(2026, 11, 24), date(2026, 11, 25)):
        (then,) = register.past(known=moment).projects([project.id])
        assert then.contacts == (Contact(id=contact.id),)
    register.journal.undo()
    assert now(register, project).contacts == (Contact(id=contact.id),)
    register.journal.undo()
    register.journal.redo()
    assert now(register, project).contacts == (Contact(id=contact.id),)
    assert is_sound(register)
    register.close()
    file = register.path.read_bytes()
    for word in ("Matti", "matti@example.org", "044 123"):
        assert word.encode() not in file


def test_erasing_nobody_is_refused(register: Register) -> None:
    with pytest.raises(NotFoundError):
        register.erase("0" * 32)


STEPS = ("edit", "contact", "end", "reopen", "throw", "put back", "undo", "redo", "add")


def take(register: Register, step: str, number: int) -> None:
    """One step of a working day; what cannot be done is passed over."""
    live = register.projects(register.ids(Query()))
    one = live[number % len(live)] if live else None
    with suppress(KnownError):
        match step:
            case "edit" if one:
                register.save(one, {"notes": f"{number}", "end": PartialDate(2020 + number % 9)})
            case "contact" if one:
                with_parts(register, one, contacts=(*one.contacts[1:], Contact(name=f"Henkilö {number}")))
            case "end" if one:
                register.end({one.id: Ending(effective=PartialDate(2023), note=f"{number}")})
            case "reopen" if one:
                register.activate([one.id])
            case "throw" if one:
                register.throw_away([one.id])
            case "put back":
                register.put_back([each.id for each in register.trash()])
            case "undo":
                register.journal.undo()
            case "redo":
                register.journal.redo()
            case "add":
                register.add({"name": f"Hanke {number}"})


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 50)), min_size=3, max_size=15))
def test_every_past_day_is_known_as_it_was(tmp_path_factory: pytest.TempPathFactory, steps: list[Any]) -> None:
    hands = Hands()
    path = tmp_path_factory.mktemp("muisti") / "r.hanke"
    with closing(create(path, Desk("Anna", Clock(hands)))) as register:
        register.add({"name": "Ensimmäinen"})
        days: dict[date, list[Project]] = {}
        for step, number in steps:
            take(register, step, number)
            days[register.today()] = without_versions(register.projects(register.ids(Query())))
            hands.pass_by(days=1)
        for day, was in days.items():
            past = register.past(known=day)
            assert without_versions(past.projects(past.ids(Query()))) == was
        assert is_sound(register)
        assert len(register.history()) >= 1
        for project in register.projects(register.ids(Query())):
            for contact in project.contacts:
                register.erase(contact.id)
        register.empty_trash()
        assert is_sound(register)
        while register.journal.undo():
            pass
        assert is_sound(register)


def without_versions(projects: list[Project]) -> list[Project]:
    return [replace(project, version=0) for project in projects]


def test_there_is_a_backup_before_the_trash_is_emptied(tmp_path: Path) -> None:
    desk = Desk("Anna", Clock.standing(2026, 11, 24))
    path = tmp_path / "hankkeet.hanke"
    with closing(create(path, desk)) as register:
        project = register.add({"name": "Poistuva"})
        register.throw_away([project.id])
        register.empty_trash()
        kept = Backups(desk.clock).of(path)
    assert any(b"Poistuva" in each.path.read_bytes() for each in kept)

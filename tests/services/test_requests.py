"""Requests to contact persons: written, filled in elsewhere, taken in again as suggestions for the right project."""

from __future__ import annotations

import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date
from shutil import which

import pytest
from openpyxl import load_workbook

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, FileError, KnownError, NotFoundError
from hankeapp.domain.parts import Contact, Deadline, DeadlineKind, Funding, Link, Participation, Role
from hankeapp.domain.query import Query, Sort
from hankeapp.domain.requests import recipients
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents, Share
from hankeapp.exchange.request_form import BASE, KEY, VALUE, Mark
from hankeapp.services.import_sources import source_of
from hankeapp.services.opening import create
from hankeapp.services.requests import write_requests
from hankeapp.services.sources import read_file
from hankeapp.translation import tr

MAIJA = Contact(name="Maija Äijälä", email="maija@pori.fi")
TRICKY = "=cmd|'/c calc'!A0"


@pytest.fixture
def project(register):
    """A project in which everything is filled that comes back in its own way."""
    made = register.add(
        {
            "name": TRICKY,
            "start": PartialDate(2024),
            "end": PartialDate(2026, 4, 30),
            "budget_whole": Cents(1_234_567),
            "public_text": "Ensimmäinen rivi\nToinen; rivi",
            "notes": "vain toimistolle",
        }
    )
    made = register.parts.save(made, "contacts", [MAIJA])
    fundings = [Funding(fund="EAKR", rate=Share(8000), granted=Cents(100)), Funding(programme="Interreg")]
    made = register.parts.save(made, "fundings", fundings)
    made = register.parts.save(made, "participations", [Participation(role=Role.LEAD, words="kaupunki")])
    deadlines = [Deadline(kind=DeadlineKind.FINAL_REPORT, due=PartialDate(2026, 5, 1))]
    made = register.parts.save(made, "deadlines", deadlines)
    return register.parts.save(made, "links", [Link(address="https://pori.fi/a")])


def written(register, folder, *projects):
    return write_requests(register, [each.id for each in projects], folder)


def lines(sheet):
    """The row of each key of a form."""
    return {row[KEY].value: row[0].row for row in sheet.iter_rows() if row[KEY].value}


def fill(path, number, **values):
    """Write into the cells of keys, as a spreadsheet does."""
    book = load_workbook(path)
    sheet = book[number]
    at = lines(sheet)
    for key, value in values.items():
        sheet.cell(at[key.replace("__", "/")], VALUE + 1).value = value
    book.save(path)


def returned(register, path):
    return register.intake.prepare(read_file(path))


def accepted(register, review):
    for at in range(len(review.entries)):
        review.accept(at)
    register.intake.carry_out(review)


def test_each_contact_gets_a_file_and_nobody_is_lost(register, project, tmp_path):
    other, third = register.add({"name": "Toinen"}), register.add({"name": "Kolmas"})
    other = register.parts.save(
        other, "contacts", [Contact(name="maija äijälä"), Contact(name="A/B: Öhman"), Contact(title="johtaja")]
    )
    third = register.parts.save(third, "contacts", [replace(MAIJA, end=PartialDate(2020))])
    made = written(register, tmp_path, project, other, third)
    assert [(each.recipient.name, [p.number for p in each.recipient.projects]) for each in made] == [
        ("Maija Äijälä", [project.number, other.number]),
        ("A/B: Öhman", [other.number]),
        ("", [third.number]),
    ]
    day = register.today().isoformat()
    called = ("Maija Äijälä", "A B Öhman", tr("No contact person"))
    assert [each.path.name for each in made] == [tr("{name} request {date}.xlsx", name=n, date=day) for n in called]
    assert all(each.problems for each in made)


def test_people_of_one_name_with_other_addresses_are_told_apart():
    contacts = [Contact(name="Maija", email="a@x.fi"), Contact(name="Maija", email="b@x.fi"), Contact(name="Maija")]

    class P:
        def __init__(self, contact):
            self.contacts = (contact,)

    found = recipients([P(each) for each in contacts], date(2026, 11, 24))
    assert [(each.email, len(each.projects)) for each in found] == [("a@x.fi", 1), ("b@x.fi", 1), ("", 1)]


def test_what_nobody_changed_suggests_nothing_even_when_the_register_has_changed(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    (entry,) = returned(register, made.path).entries
    assert entry.target.id == project.id
    assert entry.is_unchanged
    project = register.projects([project.id])[0]
    register.save(project, {"name": "Uusi nimi", "end": PartialDate(2029)})
    (entry,) = returned(register, made.path).entries
    assert entry.is_unchanged
    assert not entry.proposal.remarks


def test_what_was_changed_comes_back_field_by_field_to_the_right_project(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    first, second = project.fundings
    changes = {
        "end": "12/2027",
        "acronym": "ILPI",
        "budget_whole": 20000.5,
        "unit": "Uusi yksikkö",
        f"fundings__{first.id}__granted": 250,
        "fundings__+__fund": "JTF",
        "fundings__+__rate": 0.7,
        "contacts__+__name": "Matti",
        "message": "Kumppani Oy ei ole enää mukana",
    }
    fill(made.path, project.number, **changes)
    # Meanwhile other fields of the same row change in the register.
    project = register.parts.save(project, "fundings", [replace(first, paid=Cents(7), rate=Share(5000)), second])
    review = returned(register, made.path)
    (entry,) = review.entries
    told = {each.field for each in entry.changes}
    assert told == {"end", "acronym", "budget_whole", "unit", "fundings", "contacts"}
    assert entry.proposal.remarks == (tr("Message: “{words}”", words=changes["message"]),)
    accepted(register, review)
    (now,) = register.projects([project.id])
    assert (now.end, now.acronym, now.budget_whole) == (PartialDate(2027, 12), "ILPI", 2_000_050)
    assert register.names().by_id[now.unit] == "Uusi yksikkö"
    assert now.fundings[0] == replace(first, granted=Cents(25_000), paid=Cents(7), rate=Share(5000))
    assert now.fundings[1] == second
    assert (now.fundings[2].fund, now.fundings[2].rate) == ("JTF", 7000)
    assert [each.name for each in now.contacts] == [MAIJA.name, "Matti"]
    assert now.name == TRICKY
    assert now.notes == "vain toimistolle"


def test_an_ending_comes_back_as_a_step(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    fill(made.path, project.number, status=Status.ENDED.label)
    accepted(register, returned(register, made.path))
    assert register.projects([project.id])[0].status is Status.ENDED


def test_an_emptied_or_unreadable_cell_takes_nothing_away_and_is_told(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    fill(made.path, project.number, end=None, start="en tiedä")
    (entry,) = returned(register, made.path).entries
    assert entry.is_unchanged
    emptied, unread = sorted(entry.proposal.remarks, key=lambda each: "30.4.2026" not in each)
    assert "30.4.2026" in emptied
    assert "en tiedä" in unread


def test_a_project_of_another_register_is_a_new_one_whole(register, project, tmp_path, desk):
    (made,) = written(register, tmp_path, project)
    with closing(create(tmp_path / "other.hanke", desk)) as other:
        other.add({"name": "Ihan muu"})  # it has the same number
        review = other.intake.prepare(read_file(made.path))
        (entry,) = review.entries
        assert not entry.target.is_certain
        review.match(0, None)
        accepted(other, review)
        new = other.projects(other.ids(Query(sorts=(Sort("number"),))))[-1]
        assert (new.name, new.end, new.fundings[0].rate) == (project.name, project.end, 8000)


def test_a_form_without_a_name_makes_no_project(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    book = load_workbook(made.path)
    sheet = book[project.number]
    sheet.cell(lines(sheet)["name"], KEY + 1).value = None
    book.save(made.path)
    review = returned(register, made.path)
    review.match(0, None)
    with pytest.raises(FieldError):
        accepted(register, review)
    assert len(register.ids(Query())) == 1


def test_the_form_is_marked_in_words_and_locked_but_for_what_is_asked(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    book = load_workbook(made.path)
    sheet = book[project.number]
    at = lines(sheet)

    def said(key):
        return str(sheet.cell(at[key], VALUE + 2).value)

    assert said("unit").startswith(Mark.MISSING.label)
    assert said("end").startswith(Mark.STALE.label)
    assert said(f"deadlines/{project.deadlines[0].id}/done").startswith(Mark.STALE.label)
    assert sheet.cell(at["unit"], VALUE + 1).fill.fgColor.rgb != sheet.cell(at["acronym"], VALUE + 1).fill.fgColor.rgb
    assert all(page.protection.sheet for page in book)
    assert sheet.column_dimensions["A"].hidden
    assert sheet.column_dimensions["B"].hidden
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"D{row}" for key, row in at.items() if key not in ("number", "hankeapp-request 1")}
    assert not any("vain toimistolle" in str(cell.value) for page in book for row in page.iter_rows() for cell in row)
    assert not any(cell.data_type == "f" for page in book for row in page.iter_rows() for cell in row)
    assert sheet.cell(at["name"], BASE + 1).value == TRICKY


def test_files_are_written_all_or_none_and_take_no_ones_place(register, project, tmp_path):
    other = register.add({"name": "Toinen"})
    folder = tmp_path / "kansio"
    folder.mkdir()
    first, second = written(register, folder, project, other)
    second.path.unlink()
    before = first.path.read_bytes()
    with pytest.raises(FileError, match="Maija"):
        written(register, folder, project, other)
    assert list(folder.iterdir()) == [first.path]
    assert first.path.read_bytes() == before
    with pytest.raises(FileError):
        written(register, tmp_path / "eiole", project)
    with pytest.raises(NotFoundError):
        write_requests(register, [], folder)


def test_what_is_stopped_leaves_nothing(register, project, tmp_path):
    folder = tmp_path / "kansio"
    folder.mkdir()

    class Enough(KnownError):
        pass

    def stop(done, of):
        if done:
            raise Enough

    with pytest.raises(Enough):
        write_requests(register, [project.id, register.add({"name": "Toinen"}).id], folder, stop)
    assert not list(folder.iterdir())


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not here")
def test_what_libreoffice_saves_again_is_understood(register, project, tmp_path):
    (made,) = written(register, tmp_path, project)
    fill(made.path, project.number, acronym="ILPI", end="2028", budget_whole=5)
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    folder = tmp_path / "tallennettu"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(made.path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (entry,) = returned(register, folder / made.path.name).entries
    assert {each.field: each.value for each in entry.changes} == {
        "acronym": "ILPI",
        "end": PartialDate(2028),
        "budget_whole": Cents(500),
    }
    assert not entry.proposal.remarks


def test_several_that_came_back_are_one_queue_and_what_cannot_be_read_is_told(register, project, tmp_path):
    other = register.parts.save(register.add({"name": "Satama"}), "contacts", [Contact(name="Oili")])
    forms = [each.path for each in written(register, tmp_path, project, other)]
    for path, each in zip(forms, (project, other), strict=True):
        fill(path, each.number, objectives=f"Tavoite {each.number}")
    broken, unclear = tmp_path / "rikki.xlsx", tmp_path / "taulukko.csv"
    broken.write_bytes(b"PK\x03\x04 rikki")
    unclear.write_text("Hankkeen nimi;Alku tai loppu\r\nUimala;2026", "utf-8")
    source = source_of([*forms, broken, unclear])
    reading = source.read()
    assert [(each.order, each.source) for each in reading.proposals] == [(1, forms[0].name), (2, forms[1].name)]
    assert [name in " ".join(reading.remarks) for name in (broken.name, unclear.name)] == [True, True]
    review = register.intake.prepare(reading)
    review.accept_several(review.certain)
    assert {each.objectives for each in register.intake.carry_out(review)} == {
        "Tavoite H-2026-001",
        "Tavoite H-2026-002",
    }
    with pytest.raises(FileError):
        source_of([broken, broken]).read()

"""Templates: kept in the register, each change an act; what a new project gets of them is still there."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.kept_lists import KeptList
from hankeapp.domain.kinds import Kind
from hankeapp.domain.parts import Deadline, DeadlineKind, Funding
from hankeapp.domain.templates import DeadlineApart, Months
from hankeapp.domain.values import Codes, Key, Share
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.project import Project
    from hankeapp.services.register import Register


@pytest.fixture
def eakr(register: Register) -> Project:
    lists = register.lists
    return register.add(
        {
            "name": "Hulevedet hallintaan",
            "unit": Key(lists.add_shared("unit", "Tekninen toimiala")),
            "themes": Codes([lists.add_listed("theme", "Vesi"), lists.add_listed("theme", "Ilmasto")]),
            "end": PartialDate(2026, 6),
            "fundings": (Funding(funder=Key(lists.add_shared("organisation", "Euroopan unioni")), fund="EAKR"),),
            "deadlines": (Deadline(kind=DeadlineKind.FINAL_REPORT, due=PartialDate(2026, 10)),),
        }
    )


def names(register: Register) -> list[str]:
    return [each.name for each in register.templates.all()]


def entry(register: Register, kept: KeptList, name: str):
    return next(each for each in register.keeping.entries(kept) if each.name == name)


def test_a_template_is_kept_and_gives_what_its_project_had(register: Register, eakr: Project, desk: Desk) -> None:
    register.templates.save("EAKR-hanke", eakr)
    with closing(open_register(register.path, desk)) as other:
        (template,) = other.templates.all()
        values = other.templates.values(template, PartialDate(2029, 12))
        new = other.add({"name": "Uusi", **values})
    assert (new.unit, new.themes, new.fundings[0].funder) == (eakr.unit, eakr.themes, eakr.fundings[0].funder)
    assert new.deadlines[0].due == PartialDate(2030, 4)
    assert new.fundings[0].id not in {"", eakr.fundings[0].id}


def test_one_of_the_same_name_is_replaced_and_undo_brings_it_back(register: Register, eakr: Project) -> None:
    register.templates.save("Malli", eakr)
    (before,) = register.templates.all()
    register.templates.save("malli ", register.add({"name": "Toinen"}))
    (now,) = register.templates.all()
    assert (now.name, register.templates.values(now)) == ("malli", {"fundings": ()})
    register.journal.undo()
    assert register.templates.all() == [before]


def test_templates_are_renamed_and_deleted_and_each_is_taken_back(register: Register, eakr: Project) -> None:
    for name in ("Öljy", "Elinvoima"):
        register.templates.save(name, eakr)
    assert names(register) == ["Elinvoima", "Öljy"]
    first, second = register.templates.all()
    register.templates.change(first, "Äly", register.templates.contents(first))
    assert names(register) == ["Äly", "Öljy"]
    register.templates.remove(second)
    assert names(register) == ["Äly"]
    register.journal.undo()
    register.journal.undo()
    assert names(register) == ["Elinvoima", "Öljy"]
    register.templates.remove(second)
    with pytest.raises(NotFoundError):
        register.templates.change(second, "Myöhässä", register.templates.contents(second))


@pytest.mark.parametrize("name", ["", "  ", "TOINEN", "x" * 10_001])
def test_a_name_that_cannot_stand(register: Register, eakr: Project, name: str) -> None:
    register.templates.save("Yksi", eakr)
    register.templates.save("Toinen", eakr)
    (template,) = [each for each in register.templates.all() if each.name == "Yksi"]
    with pytest.raises(FieldError):
        register.templates.change(template, name, register.templates.contents(template))
    assert names(register) == ["Toinen", "Yksi"]


def test_what_was_deleted_from_the_lists_is_not_given(register: Register, eakr: Project) -> None:
    register.templates.save("Malli", eakr)
    bare = register.save(eakr, {"unit": None, "themes": Codes(eakr.themes[:1])})
    register.parts.save(bare, "fundings", ())
    register.keeping.remove(entry(register, KeptList.UNITS, "Tekninen toimiala"))
    register.keeping.remove(entry(register, KeptList.THEMES, "Ilmasto"))
    register.keeping.remove(entry(register, KeptList.ORGANISATIONS, "Euroopan unioni"))
    values = register.templates.values(*register.templates.all())
    assert values == {"unit": None, "themes": eakr.themes[:1], "fundings": (Funding(fund="EAKR"),)}


def test_a_template_follows_entries_that_are_merged(register: Register, eakr: Project) -> None:
    register.templates.save("Malli", eakr)
    register.lists.add_shared("organisation", "ELY-keskus")
    register.lists.add_listed("theme", "Luonto")
    ely = entry(register, KeptList.ORGANISATIONS, "ELY-keskus")
    nature = entry(register, KeptList.THEMES, "Luonto")
    register.keeping.merge(entry(register, KeptList.ORGANISATIONS, "Euroopan unioni"), ely)
    register.keeping.merge(entry(register, KeptList.THEMES, "Vesi"), nature)
    (template,) = register.templates.all()
    values = register.templates.values(template, PartialDate(2027))
    assert values["fundings"][0].funder == ely.row.id
    assert values["themes"] == (nature.key, eakr.themes[1])
    assert values["deadlines"]
    register.journal.undo()
    register.journal.undo()
    assert register.templates.values(*register.templates.all())["fundings"] == (
        Funding(funder=eakr.fundings[0].funder, fund="EAKR"),
    )


def test_the_register_is_sound_and_replays_with_templates(register: Register, eakr: Project) -> None:
    register.templates.save("Malli", eakr)
    (template,) = register.templates.all()
    contents = register.templates.contents(template)
    register.templates.change(template, "Toinen malli", replace(contents, fundings=()))
    assert register.faults() == []


def test_what_a_template_gives_is_changed_as_one_act_and_taken_back(register: Register, eakr: Project) -> None:
    register.templates.save("Malli", eakr)
    (template,) = register.templates.all()
    contents = register.templates.contents(template)
    (share,), (deadline,) = contents.fundings, contents.deadlines
    assert (share.fund, deadline.months) == ("EAKR", 4)
    new = replace(
        contents,
        values={**contents.values, "kind": Kind.INVESTMENT, "themes": Codes()},
        fundings=(replace(share, rate=Share(8000)),),
        deadlines=(replace(deadline, months=Months(-2)), DeadlineApart(kind=DeadlineKind.PAYMENT, months=Months(0))),
    )
    done = register.journal.undoable
    register.templates.change(template, "Malli", contents)
    assert register.journal.undoable == done
    register.templates.change(template, "Rakentaminen", new)
    (changed,) = register.templates.all()
    values = register.templates.values(changed, PartialDate(2029, 12))
    assert (changed.name, values["kind"], values["fundings"][0].rate) == ("Rakentaminen", Kind.INVESTMENT, Share(8000))
    assert "themes" not in values
    assert [each.due for each in values["deadlines"]] == [PartialDate(2029, 10), PartialDate(2029, 12)]
    with pytest.raises(NotFoundError):
        register.templates.change(template, "Vanha", contents)
    register.journal.undo()
    assert register.templates.all() == [template]


def test_templates_fit_a_kind_and_what_is_named_of_their_funding(register: Register, eakr: Project) -> None:
    life = Funding(funder=Key(register.lists.add_shared("organisation", "Euroopan komissio")), programme="LIFE")
    register.templates.save("EAKR-hanke", eakr)
    register.templates.save("Pilotti", register.add({"name": "Kokeilu", "kind": Kind.PILOT, "fundings": (life,)}))

    def fitting(kind: Kind | None, words: str) -> list[str]:
        return [each.template.name for each in register.templates.purposes() if each.fits(kind, words)]

    assert fitting(None, "") == fitting(Kind.STUDY, "Uimala") == []
    assert fitting(Kind.PILOT, "Uimala") == fitting(None, "Uusi life-hanke") == ["Pilotti"]
    assert fitting(None, "Lifelong learning") == []
    assert fitting(None, "euroopan unioni ja vesi") == ["EAKR-hanke"]
    assert fitting(Kind.PILOT, "EAKR 2027") == ["EAKR-hanke", "Pilotti"]

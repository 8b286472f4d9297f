"""`end`, `reopen`, `extend` and `set`."""

from __future__ import annotations

import pytest

from hankeapp.translation import tr


def shown(say, register, number="H-2026-012"):
    return say("show", register, number, "--json").document


@pytest.mark.parametrize(
    ("how", "effective"),
    [
        ([], "2026-11-24"),
        (["--on", "2025"], "2025"),
        (["--on", "30.4.2025"], "2025-04-30"),
        (["--recorded"], "2023-12-31"),
    ],
)
def test_a_project_is_ended(say, register, how, effective):
    said = say("end", register, "H-2026-012", *how, "--json").document
    assert said["ended"] == 1
    project = shown(say, register)
    assert said["projects"] == [project]
    assert (project["status"], project["outcome"], project["overdue"]) == ("ended", "completed", False)
    (event,) = project["events"]
    assert event == {
        "from": "active",
        "to": "ended",
        "effective": effective,
        "outcome": "completed",
        "note": "",
        "old_end": None,
        "new_end": None,
        "actor": "testaaja",
        "recorded": "2026-11-24T12:00:00+00:00",
    }


def test_an_extension_keeps_the_earlier_end(say, register):
    said = say("extend", register, "H-2026-012", "--end", "2027", "--decided", "12.3.2024", "--note", "§ 14", "--json")
    assert said.document["extended"] == 1
    project = shown(say, register)
    (event,) = project["events"]
    assert (project["end"], project["status"], project["overdue"]) == ("2027", "active", False)
    assert (event["from"], event["to"], event["effective"]) == ("active", "active", "2024-03-12")
    assert (event["old_end"], event["new_end"], event["note"]) == ("2023-12-31", "2027", "§ 14")
    ends = tr("Extension: {ends}, decided {date}", ends="31.12.2023 → 2027", date="12.3.2024")
    assert ends in say("show", register, "H-2026-012").out


def test_before_an_extension_was_decided_the_earlier_end_was_in_force(say, register):
    say("extend", register, "H-2026-012", "--end", "2027", "--decided", "12.3.2024")

    def end_on(day):
        listed = say("list", register, "--on", day, "--json").document
        return next(each["end"] for each in listed if each["number"] == "H-2026-012")

    assert [end_on(day) for day in ("11.3.2024", "12.3.2024", "24.11.2026")] == ["2023-12-31", "2027", "2027"]


def test_an_extension_that_is_none_is_refused(say, register):
    assert "31.12.2023" in say("extend", register, "H-2026-012", "--end", "2022").refusal
    say("end", register, "H-2026-012")
    assert "Ikäystävällinen Pori" in say("extend", register, "H-2026-012", "--end", "2027").refusal
    assert shown(say, register)["end"] == "2023-12-31"


def test_what_was_ended_comes_back_with_a_new_end_or_as_planned(say, register):
    say("end", register, "H-2026-012", "H-2026-016")
    say("reopen", register, "H-2026-012", "--end", "2028")
    assert shown(say, register)["end"] == "2028"
    say("reopen", register, "H-2026-016", "--planned")
    assert shown(say, register, "H-2026-016")["status"] == "planned"


def test_a_number_said_twice_is_one_project(say, register):
    answer = say("end", register, "H-2026-012", "H-2026-012", "--json").document
    assert (answer["ended"], len(answer["projects"])) == (1, 1)


def test_how_and_why_it_ended(say, register):
    say("end", register, "H-2026-012", "--outcome", "discontinued", "--note", "Rahoitus loppui.")
    (event,) = shown(say, register)["events"]
    assert (event["outcome"], event["note"]) == ("discontinued", "Rahoitus loppui.")


def test_many_are_ended_and_reopened(say, register):
    said = say("end", register, "H-2026-012", "H-2026-016", "H-2026-012")
    assert said.out.startswith("2 hanketta päätettiin.\n")
    assert "Ikäystävällinen Pori" in said.out
    assert say("reopen", register, "H-2026-012", "H-2026-012", "--note", "Jatkuu").out.startswith("Hanke merkittiin")
    project = shown(say, register)
    assert (project["status"], project["outcome"]) == ("active", None)
    assert [event["note"] for event in project["events"]] == ["", "Jatkuu"]
    assert say("reopen", register, "H-2026-016", "--json").document["reopened"] == 1


def test_all_are_ended_or_none(say, register):
    before = say("list", register, "--json").document
    refusal = say("end", register, "H-2026-012", "H-2026-002", "--recorded").refusal
    assert "ei ole kirjattu päättymistä" in refusal
    assert "H-2026-999" in say("end", register, "H-2026-012", "H-2026-999").refusal
    say("end", register, "H-2026-016")
    assert "tila on jo päättynyt" in say("end", register, "H-2026-012", "H-2026-016").refusal
    assert "tila on jo aktiivinen" in say("reopen", register, "H-2026-016", "H-2026-012").refusal
    say("reopen", register, "H-2026-016")
    after = say("list", register, "--json").document
    assert [project["status"] for project in after] == [project["status"] for project in before]


def test_an_outcome_must_fit_the_step(say, register):
    assert "ei rahoitusta" in say("end", register, "H-2026-012", "--outcome", "not_funded").refusal
    assert shown(say, register)["status"] == "active"


@pytest.mark.parametrize(
    ("assignment", "field", "value"),
    [
        ("end=2027", "end", "2027"),
        ("Päättyy=31.12.2027", "end", "2027-12-31"),
        ("end=", "end", None),
        ("kind=pilot", "kind", "pilot"),
        ("Laji=kehittämishanke", "kind", "development"),
        ("kind=", "kind", None),
        ("NAME= Toinen = nimi ", "name", "Toinen = nimi"),
        ("name=Kaksi\nriviä", "name", "Kaksi riviä"),
        ("notes=Kaksi\nriviä\n", "notes", "Kaksi\nriviä\n"),
        ("acronym=", "acronym", ""),
        ("results=😀 ja ä", "results", "😀 ja ä"),
    ],
)
def test_a_field_is_set(say, register, assignment, field, value):
    say("set", register, "H-2026-001", "kind=network")
    said = say("set", register, "H-2026-001", assignment, "--json").document
    assert said["changed"] == [field]
    assert said["projects"][0][field] == value
    assert shown(say, register, "H-2026-001")[field] == value
    assert say("set", register, "H-2026-001", assignment, "--json").document["changed"] == []


def test_fields_are_set_together_or_not_at_all(say, register):
    assert say("set", register, "H-2026-012", "start=2020", "end=2028").out.startswith(
        "Hanketta ”Ikäystävällinen Pori” muokattiin.\n"
    )
    before = shown(say, register)
    refusal = say("set", register, "H-2026-012", "name=Uusi", "end=2010").refusal
    assert refusal == ("Päättyy: Päättyminen on ennen alkua (2020). Mitään ei muutettu. Tarkista vuodet.")
    assert shown(say, register) == before


def test_nothing_to_change_is_said(say, register):
    assert say("set", register, "H-2026-001", "end=2026").out.startswith("Mitään ei muutettu.\n")


@pytest.mark.parametrize(
    ("assignment", "refusal"),
    [
        ("status=ended", "Tila: Tätä tietoa ei voi asettaa. Mitään ei muutettu. Käytä komentoa ”hankeapp end”"),
        ("Tila=ended", "Tila: Tätä tietoa ei voi asettaa."),
        (
            "number=H-2026-777",
            "Rekisterinumero: Tätä tietoa ei voi asettaa. Mitään ei muutettu. Rekisterinumero annetaan",
        ),
        ("page_order=3", "Järjestys verkkosivulla: Tätä tietoa ei voi asettaa."),
        (
            "end=31.2.2026",
            "Päättyy: Helmikuussa 2026 ei ole 31. päivää. Mitään ei muutettu. Kirjoita esimerkiksi 28.2.2026",
        ),
        ("end=huomenna", "Päättyy: ”huomenna” ei ole päivämäärä. Mitään ei muutettu."),
        (
            "kind=juhla",
            "Laji: ”juhla” ei ole luettelossa. Mitään ei muutettu. Valitse jokin näistä: project, development",
        ),
        ("name=", "Hankkeen nimi: Hankkeella pitää olla nimi. Mitään ei muutettu."),
        (
            "name=" + "x" * 10_000,
            "Hankkeen nimi: Tekstissä on 10000 merkkiä, ja enintään 500 mahtuu. Mitään ei muutettu.",
        ),
    ],
)
def test_what_cannot_stand_is_refused(say, register, assignment, refusal):
    before = shown(say, register)
    assert say("set", register, "H-2026-012", assignment).refusal.startswith(refusal)
    assert shown(say, register) == before


@pytest.mark.parametrize("assignment", ["end", "colour=red", "=2026"])
def test_what_is_no_assignment_is_wrong_usage(say, register, assignment):
    assert "KENTTÄ=ARVO" in say("set", register, "H-2026-012", assignment).misuse

"""`quality`: what is missing or contradictory in the register."""

from __future__ import annotations


def test_the_problems_of_the_example(say, register):
    document = say("quality", register, "--json").document
    counts = {each["rule"]: len(each["projects"]) for each in document}
    assert counts["overdue"] == 9
    assert counts["no_contact"] == 30
    (overdue, *_) = [each for each in document if each["rule"] == "overdue"]
    assert (overdue["label"], overdue["severity"], overdue["missing"]) == ("Päättymispäivä ohitettu", "warning", False)
    by_number = {each["number"]: each for each in overdue["projects"]}
    assert by_number["H-2026-012"] == {
        "number": "H-2026-012",
        "title": "Ikäystävällinen Pori",
        "place": "end",
        "row": "",
        "sentence": "Päättymispäivä 31.12.2023 on ohitettu, mutta hanke on aktiivinen.",
    }


def test_a_person_reads_them_by_problem(say, register):
    blocks = say("quality", register).out.strip().split("\n\n")
    heads = [block.splitlines()[0] for block in blocks]
    assert heads[0] == "Päättymispäivä ohitettu: 9 hanketta"
    assert "Yhteyshenkilö puuttuu: 30 hanketta" in heads
    overdue, contact = (
        blocks[0].splitlines()[1:],
        blocks[heads.index("Yhteyshenkilö puuttuu: 30 hanketta")].splitlines(),
    )
    assert all("on ohitettu, mutta hanke on aktiivinen." in line for line in overdue)
    assert contact[1].split("  ")[0].startswith("H-2026-")
    assert "Yhteyshenkilöä" not in "".join(contact)


def test_a_new_register_has_none(say, tmp_path):
    path = tmp_path / "uusi.hanke"
    say("new", path)
    assert say("quality", path).out == "Tiedoissa ei ole puutteita eikä ristiriitoja.\n"
    assert say("quality", path, "--json").document == []

"""What `show` and `list` say of parts, references and value lists."""

from __future__ import annotations

from contextlib import closing
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.organisations import ListedValue, Organisation, Unit
from hankeapp.domain.parts import (
    Attachment,
    Contact,
    Funding,
    Participation,
    Period,
    PeriodKind,
    Relation,
    RelationKind,
    Role,
)
from hankeapp.domain.project import Project
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from tests.cli.conftest import Said

ONE = "H-2026-001"


@pytest.fixture
def filled(register: Path, desk: Desk) -> Path:
    """The first project with a row of nearly every part."""
    with closing(open_register(register, desk)) as opened:
        before, other = opened.numbered([ONE, "H-2026-002"])
        with opened.journal.act("Täytettiin.") as acting:
            funder = Key(acting.add_shared("organisation", Organisation(name="Ympäristörahasto")))
            unit = Key(acting.add_shared("unit", Unit(name="Kaupunkisuunnittelu")))
            acting.add_shared("listed_value", ListedValue(list="theme", code="rain", label="Hulevedet"))
            parts: dict[str, Any] = {
                "periods": (Period(kind=PeriodKind.PHASE, start=PartialDate(2024), words="vuonna 2024"),),
                "fundings": (Funding(funder=funder, granted=Cents(1_250_000), rate=Share(8000), is_partial=1),),
                "participations": (Participation(role=Role.PARTNER, count=8, countries="neljä maata"),),
                "contacts": (Contact(title="Projektipäällikkö", start=PartialDate(2024, 5)),),
                "relations": (Relation(kind=RelationKind.PARENT, project=Key(other.id)),),
                "attachments": (Attachment(caption="Valokuva"),),
            }
            acting.change([before], [replace(before, unit=unit, themes=Codes(("rain",)), **parts)])
    return register


def test_parts_are_told_with_names_behind_keys(say: Callable[..., Said], filled: Path) -> None:
    shown = say("show", filled, ONE, "--json").document
    (funding,) = shown["fundings"]
    assert (funding["funder"], funding["granted"], funding["rate"]) == ("Ympäristörahasto", 1_250_000, 8000)
    assert funding["is_partial"] is True
    assert len(funding["funder_id"]) == 32
    assert (funding["authority"], funding["authority_id"]) == (None, None)
    assert shown["unit"] == "Kaupunkisuunnittelu"
    assert shown["themes"] == [{"code": "rain", "label": "Hulevedet"}]
    assert shown["periods"][0]["kind"] == "phase"
    assert shown["periods"][0]["start"] == "2024"
    assert shown["participations"][0]["count"] == 8
    assert shown["contacts"][0]["start"] == "2024-05"
    assert shown["relations"][0]["project"] == say("show", filled, "H-2026-002", "--json").document["name"]
    assert shown["attachments"][0]["caption"] == "Valokuva"


def test_a_list_tells_the_same_as_a_card(say: Callable[..., Said], filled: Path) -> None:
    listed = {project["number"]: project for project in say("list", filled, "--json").document}
    assert listed[ONE] == say("show", filled, ONE, "--json").document
    past = {project["number"]: project for project in say("list", filled, "--known", "2026-11-24", "--json").document}
    assert past[ONE] == listed[ONE]


def test_every_declared_field_and_part_is_there(say: Callable[..., Said], filled: Path) -> None:
    shown = say("show", filled, ONE, "--json").document
    assert {field.name for field in fields_of(Project)} <= shown.keys()
    for part in parts_of(Project):
        for row in shown[part.name]:
            if part.name != "events":
                assert {field.name for field in dataclass_fields(part.type)} <= row.keys()


def test_a_card_tells_the_parts_in_words(say: Callable[..., Said], filled: Path) -> None:
    text = say("show", filled, ONE).out
    for words in (
        "Ympäristörahasto",
        "12\N{NO-BREAK SPACE}500,00\N{NO-BREAK SPACE}€".replace("\N{NO-BREAK SPACE}", " "),
        "Kaupunkisuunnittelu",
        "Hulevedet",
        "Projektipäällikkö",
        "neljä maata",
        "Valokuva",
    ):
        assert words in " ".join(text.split()), words

"""Keys, codes and flags in words."""

from __future__ import annotations

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of
from hankeapp.domain.naming import NO_NAMES, Names
from hankeapp.domain.organisations import ListedValue, Organisation
from hankeapp.domain.parts import Funding, Participation, Role
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.records import stored, stored_shared
from hankeapp.domain.values import Cents, Codes, Key, Named, Share

NAMES = Names.of(
    [
        stored_shared("organisation", Organisation(id="o1", name="Energiavirasto")),
        stored_shared("listed_value", ListedValue(id="v1", list="theme", code="water", label="Vesi")),
        *stored(Project(id=ProjectId("p1"), number="H-2026-001", name="Ikäystävällinen Pori", acronym="IYP")),
    ]
)
FUNDER, THEMES = field_of(Funding, "funder"), field_of(Project, "themes")


def test_a_key_reads_as_the_name_of_its_row() -> None:
    assert NAMES.text(FUNDER, Key("o1")) == "Energiavirasto"
    assert NAMES.text(FUNDER, Key("p1")) == "IYP – Ikäystävällinen Pori"


def test_a_code_reads_by_its_own_list() -> None:
    assert NAMES.text(THEMES, Codes(("water", "air"))) == "Vesi, air"
    assert NAMES.text(field_of(Project, "areas"), Codes(("water",))) == "water"


def test_what_has_no_name_is_shown_as_it_is() -> None:
    assert NO_NAMES.text(FUNDER, Named("EU")) == "EU"
    assert NO_NAMES.text(FUNDER, Key("o1")) == "o1"


def test_nothing_reads_as_nothing() -> None:
    assert NAMES.text(FUNDER, None) == ""
    assert NAMES.plain_text(THEMES, "") == ""
    assert NAMES.plain_text(field_of(Funding, "rate"), None) == ""


def test_plain_values_read_as_an_office_writes_them() -> None:
    assert NAMES.plain_text(field_of(Funding, "rate"), 6667) == str(Share(6667))
    assert NAMES.plain_text(field_of(Project, "end"), "2023-12-31") == str(PartialDate(2023, 12, 31))
    assert NAMES.plain_text(field_of(Funding, "is_partial"), 1) == "kyllä"


def test_a_row_reads_as_what_is_known_of_it() -> None:
    funding = Funding(funder=Key("o1"), granted=Cents(100), is_partial=1)
    assert [(field.name, text) for field, text in NAMES.lines(funding)] == [
        ("funder", "Energiavirasto"),
        ("granted", str(Cents(100))),
        ("is_partial", "kyllä"),
    ]
    assert NAMES.sentence(funding).endswith(field_of(Funding, "is_partial").title)
    counted = NAMES.sentence(Participation(role=Role.PARTNER, count=0))
    assert (
        counted
        == f"{field_of(Participation, 'role').title}: {Role.PARTNER.label}; {field_of(Participation, 'count').title}: 0"
    )

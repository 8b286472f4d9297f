"""What a row of a part must have, and which addresses can be opened."""

import pytest

from hankeapp.domain.addresses import check_address, is_mail, suggestion
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.part_rules import check_part
from hankeapp.domain.parts import Contact, Deadline, DeadlineKind, Link, Participation, Period, PeriodKind
from hankeapp.domain.project import Project

BROKEN = chr(0xD83D)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (Period(kind=None), "kind"),
        (Participation(role=None, count=8), "role"),
        (Deadline(kind=DeadlineKind.OTHER, due=None), "due"),
        (Link(address=""), "address"),
        (Link(address="https://pori.fi", caption="x" * 501), "caption"),
        (Contact(name=BROKEN), "name"),
    ],
)
def test_a_row_that_cannot_stand_is_refused_with_its_field(row, field):
    with pytest.raises(FieldError) as told:
        check_part(row)
    assert told.value.field == field


@pytest.mark.parametrize(
    "row",
    [
        Period(kind=PeriodKind.PHASE, start=PartialDate(2023), end=PartialDate(2021)),
        Deadline(kind=DeadlineKind.OTHER, due=PartialDate(2026)),
        Contact(),
        Link(address="mailto:kirjaamo@pori.fi"),
    ],
)
def test_what_is_only_doubtful_may_stand(row):
    check_part(row)


def test_only_rows_with_a_word_for_one_are_edited_and_each_required_field_has_no_default():
    edited = {part.name for part in parts_of(Project) if part.one}
    assert edited == {part.name for part in parts_of(Project)} - {"events"}
    for part in parts_of(Project):
        for field in fields_of(part.type):
            assert not field.required or field.name not in vars(part.type), (part.name, field.name)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.pori.fi/hankkeet?a=1#b",
        "http://pori.fi",
        "HTTPS://PORI.FI",
        "mailto:etu.suku@pori.fi",
        "https://ääkkönen.fi",
    ],
)
def test_addresses_of_the_web_and_of_mail_stand(address):
    check_address(address)


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("www.pori.fi", "https://www.pori.fi"),
        ("pori.fi/hankkeet", "https://pori.fi/hankkeet"),
        (" kirjaamo@pori.fi", "mailto:kirjaamo@pori.fi"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://[", ""),
        ("https://pori.fi ja muuta", ""),
        ("mailto:kirjaamo", ""),
        ("katso nettisivu", ""),
        ("C:\\hankkeet\\a.pdf", ""),
    ],
)
def test_other_addresses_are_refused_with_what_was_meant(address, meant):
    assert suggestion(address) == meant
    with pytest.raises(FieldError) as told:
        check_address(address)
    assert told.value.field == "address"
    assert (meant or "https://www.pori.fi") in str(told.value)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("etu.suku@pori.fi", True),
        ("etu.suku@pori", False),
        ("pori.fi", False),
        ("a b@pori.fi", False),
        ("a@@b.fi", False),
    ],
)
def test_mail_addresses_are_told_from_others(text, is_one):
    assert is_mail(text) is is_one

"""Parts read for a person: labels and values of what is known, nothing of what is not."""

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of
from hankeapp.domain.parts import Funding, Participation, Period, PeriodKind, Role
from hankeapp.domain.values import Cents, Key, Labels, Named, Share


def titled(kind, name, text):
    return f"{field_of(kind, name).title}: {text}"


def test_a_funding_says_what_is_known():
    funding = Funding(funder=Named("Energiavirasto"), rate=Share(8000), granted=Cents(1_250_000), is_partial=1)
    assert str(funding).split("; ") == [
        titled(Funding, "funder", "Energiavirasto"),
        titled(Funding, "rate", "80\N{NO-BREAK SPACE}%"),
        titled(Funding, "granted", "12\N{NO-BREAK SPACE}500,00\N{NO-BREAK SPACE}€"),
        field_of(Funding, "is_partial").title,
    ]


def test_a_key_without_a_name_is_left_to_those_who_know_the_row():
    counted = Participation(role=Role.PARTNER, organisation=Key("0" * 32), count=8)
    assert str(counted).split("; ") == [
        titled(Participation, "role", Role.PARTNER.label),
        titled(Participation, "count", "8"),
    ]


def test_dates_read_as_an_office_writes_them():
    period = Period(kind=PeriodKind.GOAL, end=PartialDate(2023, 12, 31))
    assert str(period).endswith(titled(Period, "end", "31.12.2023"))


def test_the_words_are_told_where_nothing_else_is_known():
    words = "ministeriön rahoittama"
    assert str(Funding(words=words)) == titled(Funding, "words", words)
    named = Funding(funder=Named("Energiavirasto"), words="Energiaviraston rahoittama")
    assert str(named) == titled(Funding, "funder", "Energiavirasto")


def test_labels_read_as_a_list():
    assert str(Labels(("nuoret", "lapset"))) == "nuoret, lapset"

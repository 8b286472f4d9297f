"""A query's text changed by a filter at a time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query_editing import meant_word, plain_term, with_filter, with_word, without
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Known, Named, Phrase, Running, Word

TODAY = date(2026, 11, 24)
ENDED, ACTIVE = Choice("status", "ended"), Choice("status", "active")
PIECES = st.sampled_from(
    """hulevesi|tila:aktiivinen|-tila:aktiivinen|status:ended|rahoittaja:Interreg|500|"kaksi sanaa"|päättyy:2026
    päättyy:90pv|budjetti:>100|on:liite|puuttuu:rahoittaja|ohitettu|a,b|-|- 2027|käynnissä:2025|outo:arvo|rahoittaja:
    "auki|'|teema:=Luonto|2024-2026|🙂""".replace("\n    ", "|").split("|")
)
QUERIES = st.lists(PIECES, max_size=6).map(" ".join)
FILTERS = st.sampled_from(
    [
        ("status", (ENDED,)),
        ("status", (ENDED, ACTIVE)),
        ("status", ()),
        ("funder", (Named("funder", "EU, ”LIFE”", whole=True), Named("funder", "Interreg"))),
        ("ends", (Dates("ends", PartialDate(2026), None),)),
        ("ends", (Dates("ends", PartialDate(2026, 5), PartialDate(2027)),)),
        ("running", (Running(PartialDate(2025), PartialDate(2025)),)),
        ("budget", (Amounts("budget", 10_000, None),)),
        ("budget", ()),
        ("missing", (Known("funder", is_known=False), Known("attachment", is_known=False))),
    ]
)


@settings(max_examples=300)
@given(QUERIES, FILTERS)
def test_a_filter_is_written_and_nothing_else_changes(text: str, asked: tuple[str, tuple[object, ...]]) -> None:
    name, conditions = asked
    before = parse(text, TODAY)
    written = with_filter(text, name, conditions, TODAY)  # type: ignore[arg-type]
    after = parse(written, TODAY)
    old = plain_term(before, name)
    assert {term for term in before.terms if term != old} <= set(after.terms)
    assert not conditions or conditions in {term.any_of for term in after.filters if not term.is_negated}


@pytest.mark.parametrize(
    ("text", "conditions", "written"),
    [
        ("", [ENDED], "tila:päättynyt"),
        ("ympärist", [ENDED, ACTIVE], "tila:päättynyt,aktiivinen ympärist"),
        ("a status:active b", [ENDED], "a tila:päättynyt b"),
        ("a status:active b", [ACTIVE], "a status:active b"),
        ("a tila:aktiivinen b", [], "a b"),
        ("rahoittaja: tila:aktiivinen hulevesi", [], "hulevesi rahoittaja:"),
        ("koulu, tila:aktiivinen joki", [], "joki koulu,"),
        ("hulevesi rahoittaja: tila:aktiivinen rahoittaja:", [], "hulevesi rahoittaja: rahoittaja:"),
        ("a b", [], "a b"),
        ("-tila:aktiivinen x", [ENDED], "tila:päättynyt -tila:aktiivinen x"),
    ],
)
def test_text_stays_as_a_person_would_have_it(text: str, conditions: list[Choice], written: str) -> None:
    assert with_filter(text, "status", conditions, TODAY) == written


def test_amounts_do_not_run_into_the_number_that_follows() -> None:
    assert with_filter("500 koulua", "budget", [Amounts("budget", 10_000, None)], TODAY) == "500 koulua budjetti:>=100"


def test_a_quote_that_nothing_closes_is_closed_where_a_filter_has_no_room() -> None:
    asked = [Running(PartialDate(2025), PartialDate(2025))]
    assert with_filter('- 2027 "auki', "running", asked, TODAY) == 'käynnissä:"2025" 2027 "auki'


@pytest.mark.parametrize(
    "text", ["-tila:aktiivinen", "päättyy:90pv", "päättyy:2025,2027", "tila:aktiivinen,rahoittaja:x"]
)
def test_what_is_not_plain_is_told_apart(text: str) -> None:
    assert plain_term(parse(text, TODAY), "ends") is None


def test_a_term_is_taken_out_with_the_blanks_around_it() -> None:
    text = "  a   tila:aktiivinen   b "
    term = parse(text, TODAY).filters[0]
    assert without(text, term, TODAY) == "a b"


@pytest.mark.parametrize(
    ("text", "near", "replaced", "quoted"),
    [
        ("hulevsi", "hulevesi", "hulevesi", '"hulevsi"'),
        (
            "Porin hulevsi tila:aktiivinen",
            "hulevesi",
            "Porin hulevesi tila:aktiivinen",
            'Porin "hulevsi" tila:aktiivinen',
        ),
        ("koulu,hulevsi", "hulevesi", "koulu,hulevesi", 'koulu,"hulevsi"'),
        ('"kaksi sanaa" -ympristö', "ympäristö", '"kaksi sanaa" -ympäristö', '"kaksi sanaa" -"ympristö"'),
    ],
)
def test_a_near_word_takes_the_place_of_the_one_that_was_meant(
    text: str, near: str, replaced: str, quoted: str
) -> None:
    meant = meant_word(text, near, TODAY)
    assert meant is not None
    assert with_word(text, meant, Word(near), TODAY) == replaced
    assert with_word(text, meant, Phrase(meant.text), TODAY) == quoted


def test_where_no_word_is_looked_for_none_was_meant() -> None:
    assert meant_word('"kaksi sanaa" tila:aktiivinen', "sana", TODAY) is None

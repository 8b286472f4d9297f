"""Cards: all that is known of a project, and nothing of the office's notes."""

from dataclasses import asdict, replace
from datetime import date

from hankeapp.domain.naming import Names
from hankeapp.domain.parts import Contact, Funding, Participation, Role
from hankeapp.domain.values import Cents, Key
from hankeapp.reports.cards import cards
from hankeapp.reports.entries import row_text
from hankeapp.reports.head import Edition
from hankeapp.reports.typesetting import typeset
from tests.reports.seed import ended, seed
from tests.reports.test_typesetting import opened

NAMES = Names({"eu": "Euroopan unioni", "syke": "Suomen ympäristökeskus"}, {})


def card(project):
    return cards([project], Edition(date(2026, 11, 24)), NAMES).cards[0]


def facts(project):
    return {fact.label: fact.lines for fact in card(project).facts}


def test_short_fields_and_parts_are_told_under_their_labels():
    project = replace(
        seed()[15],
        budget_whole=Cents(1_000_00),
        fundings=(Funding(funder=Key("eu"), fund="LIFE", granted=Cents(500_00), is_partial=1),),
        participations=(Participation(role=Role.COORDINATOR, organisation=Key("syke")),),
    )
    told = facts(project)
    assert told["Kokonaisbudjetti"] == (str(Cents(1_000_00)),)
    assert told["Rahoitusosuudet"] == (f"Euroopan unioni, LIFE, myönnetty {Cents(500_00)}, osarahoitus",)
    assert told["Organisaatiot"] == ("Koordinaattori: Suomen ympäristökeskus",)


def test_how_to_reach_a_person_and_the_notes_stay_in_the_office():
    contact = Contact(name="Aino Virtanen", title="suunnittelija", email="aino@example.org", phone="044 000")
    told = cards(
        [replace(seed()[0], notes="Vain toimistolle", contacts=(contact,))], Edition(date(2026, 11, 24)), NAMES
    )
    text = str(asdict(told))
    assert "Aino Virtanen, suunnittelija" in text
    assert not any(secret in text for secret in ("Vain toimistolle", "aino@example.org", "044 000"))


def test_words_are_told_where_no_organisation_is_named():
    row = Participation(role=Role.PARTNER, count=8, words="kahdeksan partneria neljästä eri maasta")
    assert row_text(row, NAMES) == "kahdeksan partneria neljästä eri maasta"


def test_texts_come_in_their_order_and_the_first_needs_no_title():
    project = replace(seed()[0], public_text="Teksti.", objectives="Tavoite.", results="Tulos.")
    assert [(each.title, each.passage.paragraphs) for each in card(project).passages] == [
        ("", ("Teksti.",)),
        ("Tavoitteet", ("Tavoite.",)),
        ("Tulokset", ("Tulos.",)),
    ]


def test_an_end_is_told():
    assert "Päättyi 12/2022" in facts(ended(seed()[27]))["Tilamuutokset"]


def test_a_page_says_which_card_goes_on_there():
    projects = [replace(seed()[15], public_text="Rivi.\n" * 90), seed()[0]]
    document = opened(typeset(cards(projects, Edition(date(2026, 11, 24), "Porin kaupunki"), NAMES)).pdf)
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    assert len(texts) == 3
    assert ["(jatkuu)" in text for text in texts] == [False, True, False]
    assert "CIRCWASTE – Kohti kiertotaloutta (jatkuu)" in texts[1]

"""What was chosen for columns is kept for the office, known again by the heads, and undone like any act."""

from __future__ import annotations

import pytest

from hankeapp.domain.errors import FieldError
from hankeapp.domain.mappings import choices
from hankeapp.exchange.reading import read
from hankeapp.services.mappings import chosen_in

TABLE = b"Otsake;Alkaa;Kolmas\r\nHanke A;2024;5 000\r\n"


def quiet(_done, _of):
    pass


@pytest.fixture
def reading():
    return read("a.csv", TABLE)


def test_a_choice_is_known_again_whatever_the_order_of_the_columns(register, reading):
    assert register.mappings.known(reading.columns) is None
    chosen = choices(reading.columns) | {"Otsake": "name", "Kolmas": "budget_whole"}
    register.mappings.save("Rahoittajan taulukko", reading.columns, chosen)
    turned = read("b.csv", b"Kolmas;Alkaa;Otsake\r\n100;2025;Hanke B\r\n")
    kept = register.mappings.known(turned.columns)
    (proposal,) = turned.again(chosen_in(kept), quiet).proposals
    assert (proposal.value("name"), proposal.value("budget_whole")) == ("Hanke B", 10_000)


def test_what_is_saved_again_takes_the_place_of_what_was(register, reading):
    register.mappings.save("Taulukko", reading.columns, {"Otsake": "name"})
    register.mappings.save("Toinen nimi", reading.columns, {"Otsake": "acronym"})
    (kept,) = register.mappings.all()
    assert kept.name == "Toinen nimi"
    register.journal.undo()
    assert register.mappings.known(reading.columns).name == "Taulukko"


def test_it_must_have_a_name(register, reading):
    with pytest.raises(FieldError):
        register.mappings.save(" ", reading.columns, {})

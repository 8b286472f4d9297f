"""Base forms of the nouns that name offices, places and groups of people."""

import pytest

from hankeapp.language.baseforms import nominative, nominative_of_place, plural_base


@pytest.mark.parametrize(
    ("genitive", "base"),
    [
        ("Energiaviraston", "Energiavirasto"),
        ("Suomen ympäristökeskuksen", "Suomen ympäristökeskus"),
        ("sosiaali- ja terveysministeriön", "sosiaali- ja terveysministeriö"),
        ("Opetushallituksen", "Opetushallitus"),
        ("Satakuntaliiton", "Satakuntaliitto"),
        ("Porin kaupungin", "Porin kaupunki"),
        ("Euroopan unionin", "Euroopan unioni"),
        ("Lehtolan kunnan", "Lehtolan kunta"),
        ("Satakunnan maakunnan", "Satakunnan maakunta"),
        ("Prizztech Oy:n", "Prizztech Oy"),
        ("PSS ry:n", "PSS ry"),
        ("EU:n", "EU"),
        ("Tampereen yliopiston", "Tampereen yliopisto"),
        ("Satakunnan ammattikorkeakoulun", "Satakunnan ammattikorkeakoulu"),
        ("Euroopan sosiaalirahaston", "Euroopan sosiaalirahasto"),
        ("Marttayhdistyksen", "Marttayhdistys"),
        ("elinvoima- ja ympäristö -toimialan", "elinvoima- ja ympäristö -toimiala"),
        ("ympäristöterveysyksikön", "ympäristöterveysyksikkö"),
        ("aluehallintoviranomaisen", "aluehallintoviranomainen"),
        ("perusturvan tuottavuusohjelman", "perusturvan tuottavuusohjelma"),
        ("Kulttuuriviritin-hankkeen", "Kulttuuriviritin-hanke"),
        ("Suomen", "Suomi"),
        ("Tampereen", "Tampere"),
        ("Oulun", "Oulu"),
        ("Helsingin", "Helsinki"),
        ("Lappeenrannan", "Lappeenranta"),
    ],
)
def test_genitives(genitive, base):
    assert nominative(genitive) == base


@pytest.mark.parametrize(
    ("inflected", "base"),
    [("Porissa", "Pori"), ("Satakunnassa", "Satakunta"), ("Satakuntaan", "Satakunta"), ("Itä-Porin", "Itä-Pori")],
)
def test_places(inflected, base):
    assert nominative_of_place(inflected) == base


@pytest.mark.parametrize(
    ("inflected", "base"),
    [
        ("kuluttajille", "kuluttajat"),
        ("pk-yrityksille", "pk-yritykset"),
        ("kunnille", "kunnat"),
        ("kaikille", "kaikki"),
        ("asuville", "asuvat"),
        ("kävijöille", "kävijät"),
        ("maahanmuuttajille", "maahanmuuttajat"),
        ("oppilaiden", "oppilaat"),
        ("ammattilaisten", "ammattilaiset"),
        ("esihenkilöiden", "esihenkilöt"),
        ("johtajien", "johtajat"),
        ("tarvitsevien", "tarvitsevat"),
        ("elävien", "elävät"),
        ("nuorten", "nuoret"),
        ("lasten", "lapset"),
        ("työttömille", "työttömät"),
        ("perheille", "perheet"),
        ("ikääntyneiden", "ikääntyneet"),
        ("koulun", None),
    ],
)
def test_groups(inflected, base):
    assert plural_base(inflected) == base

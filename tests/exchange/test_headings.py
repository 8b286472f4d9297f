"""Which lines are headings of sections, and for which status."""

import pytest

from hankeapp.domain.status import Status
from hankeapp.exchange.headings import status_of

HEADINGS = {
    Status.ACTIVE: [
        "Aktiiviset hankkeet:", "Käynnissä olevat hankkeet", "KÄYNNISSÄ OLEVAT HANKKEET", "käynnissä olevat hankkeet:",
        "Meneillään olevat", "Meneillään olevia hankkeita", "Nykyiset hankkeet", "Käynnissä", "## Aktiiviset ##",
        "**Käynnissä olevat projektit**", "1. Käynnissä olevat hankkeet", "Aktiiviset hankkeet (30)",
        "Porin kaupungin käynnissä olevat hankkeet", "Käynnissä olevat EU-hankkeet", "Toteutuksessa olevat hankkeet",
        "Käynnissä olevat hankkeet 2026", "Pågående projekt", "Aktiva projekt:", "Ongoing projects",
        "Projects in progress",
    ],
    Status.ENDED: [
        "Päättyneitä hankkeita:", "Päättyneet hankkeet", "PÄÄTTYNEET", "Päättyneet hankkeet 2014–2020",
        "Aiemmat hankkeet", "Toteutuneita hankkeita", "Valmistuneet hankkeet", "Arkistoidut hankkeet",
        "Avslutade projekt", "Completed projects", "Past projects",
    ],
    Status.PLANNED: [
        "Suunnitteilla olevat hankkeet", "Suunnitteilla:", "Valmistelussa", "Valmisteilla olevat hankkeet",
        "Tulevat hankkeet", "Alkavat hankkeet:", "Rahoitushaussa olevat hankkeet", "Planerade projekt",
        "Kommande projekt", "Upcoming projects",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("status", "line"), [(status, line) for status, lines in HEADINGS.items() for line in lines])
def test_headings(status, line):
    assert status_of(line) is status


@pytest.mark.parametrize(
    "line",
    [
        "", "Hankkeet", "Yhteystiedot", "Kehittämishankkeet", "Aktiiviset nuoret:", "Tulevaisuuden kunta",
        "Suunnittelu",
        "Päättyneet hankkeet esitellään syksyllä", "Päättyneet hankkeet.", "Käynnissä on kymmenen hanketta",
        "Hanke on käynnissä", "Aktiivinen arki -hanke: Hankkeessa liikutaan.", "Tulevat asukkaat mukaan suunnitteluun",
        "Käynnissä olevat hankkeet edistävät kaupungin elinvoimaa ja asukkaiden hyvinvointia monin eri tavoin",
    ],
)  # fmt: skip
def test_other_lines(line):
    assert status_of(line) is None

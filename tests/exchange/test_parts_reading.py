"""Funding, organisations, periods, relations, groups and areas in single paragraphs."""

import pytest

from hankeapp.domain.proposals import Certainty
from hankeapp.domain.status import Status
from hankeapp.exchange.page_reading import read_page
from hankeapp.exchange.recognition import propose
from hankeapp.paths import EXAMPLE_PAGE
from tests.exchange.telling import told


def read(text, home=""):
    return propose(f"Lukeva kunta: {text}", Status.ACTIVE, 1, home)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Energiaviraston 2019–2023 rahoittama hanke.", {"funder: Energiavirasto", "period: funding 2019/2023"}),
        ("Museoviraston ja Pirkanmaan liiton rahoittama.", {"funder: Museovirasto", "funder: Pirkanmaan liitto"}),
        ("Hanke on sosiaali- ja terveysministeriön tukema.", {"funder: sosiaali- ja terveysministeriö"}),
        ("EU:n LIFE-ohjelman osarahoittama.", {"funder: EU", "programme: LIFE"}),
        ("Rahoittajana toimii Business Finland.", {"funder: Business Finland"}),
        ("Hanke on saanut tukea Museovirastolta.", {"funder: Museovirasto"}),
        ("Opetushallituksen erityisavustus.", {"funder: Opetushallitus", "instrument: erityisavustus"}),
        ("Hanketta rahoittaa kaupunki.", {"city role: co_funder"}),
        ("Hanketta rahoittaa ministeriö.", set()),
        ("Hankkeelle haetaan rahoitusta ministeriöltä.", set()),
        ("Uusi rahoitusmalli auttaa kuntia.", set()),
        ("Perheille annetaan tukea arkeen.", set()),
    ],
)
def test_who_pays(text, facts):
    assert told(read(text)) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Hanketta koordinoi Aalto-yliopisto.", {"organisation: Aalto-yliopisto (coordinator)"}),
        ("Osatoteuttajana kehitysyhtiö Prizma Oy.", {"organisation: Prizma Oy (co_implementer)"}),
        ("Marttaliitto ry:n kampanjassa luetaan.", {"organisation: Marttaliitto ry (owner)"}),
        ("Kaupungin sivistystoimialan toteuttama.", {"unit: sivistystoimiala", "city role: implementer"}),
        ("Mukana on 12 kumppania.", {"count: 12"}),
        ("Tehdään yhdessä koulujen kanssa.", set()),
        ("Mukana 2000 matkustajaa vuodessa.", set()),
        ("Kirjat tuodaan kouluun yhdessä.", set()),
    ],
)
def test_who_takes_part(text, facts):
    assert told(read(text)) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Hanke kuuluu kunnan hyvinvointiohjelman alle.", {"relation: kunnan hyvinvointiohjelma (parent)"}),
        ("Hanke on osa Liikkuva koulu -ohjelmaa.", {"programme: Liikkuva koulu"}),
        ("Hanke on osa valtakunnallista ohjelmaa.", set()),
        ("Mukana on kylähanke Lukupolku.", {"relation: Lukupolku (subproject)"}),
    ],
)
def test_what_it_belongs_to(text, facts):
    assert told(read(text)) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Kohderyhmänä ovat 13–17-vuotiaat nuoret.", {"target group: 13–17-vuotiaat nuoret"}),
        ("Hanke tarjoaa ohjausta yrittäjille.", {"target group: yrittäjät"}),
        ("Hankkeessa tehdään tarjouksia.", set()),
    ],
)
def test_whom_it_is_for(text, facts):
    assert told(read(text)) == facts


def test_the_town_of_the_page_is_no_partner_of_its_own():
    text = "Hankkeessa ovat mukana Lehtolan ja Havumaan kunnat."
    assert told(read(text, home="Havumaa")) == {"organisation: Lehtolan kunta (partner)"}
    assert len(told(read(text))) == 2


def test_what_was_concluded_is_uncertain_and_says_why():
    proposal = read("ESR+ -hanke tarjoaa ohjausta yrittäjille. Hanketta rahoittaa ministeriö.")
    doubted = [each for each in proposal.suggestions if each.field in {"fundings", "target_groups"}]
    assert len(doubted) == 3
    assert all(each.certainty is Certainty.UNCERTAIN and each.reason.endswith(".") for each in doubted)


def test_words_of_a_part_are_those_of_its_span():
    for proposal in read_page(EXAMPLE_PAGE.read_bytes()).proposals:
        for each in proposal.suggestions:
            words = getattr(each.value, "words", None)
            if words is not None:
                assert words == " ".join(proposal.text[slice(*each.span)].split())


def test_the_caption_of_the_pages_picture_waits_for_the_picture():
    reading = read_page(EXAMPLE_PAGE.read_bytes())
    assert [(each.caption, each.sha256) for each in reading.attachments] == [("Valokuva osallisuusseminaarista", "")]
    assert all(each.field != "attachments" for proposal in reading.proposals for each in proposal.suggestions)


@pytest.mark.parametrize(
    "unit",
    ["Anan, ", "Oulun ja ", "on myöntänyt tukea ", "rahoittavat Oy ja Oy, ", "kohderyhmänä ovat ", "AAAAn", "Aa-"],
)
def test_a_long_paragraph_of_one_pattern_is_read(unit):
    assert read(unit * 20_000).value("name") is not None

"""Shapes of names, kinds and times in single paragraphs."""

import pytest

from hankeapp.domain.proposals import Certainty
from hankeapp.domain.status import Status
from hankeapp.exchange.recognition import propose
from tests.exchange.taking import said


def read(text):
    return said(propose(text, Status.ACTIVE, 1))


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("ILPI – Pientalot: Hankkeessa tutkitaan.", "Pientalot", "ILPI"),
        ("ILPI - Pientalot: Hankkeessa tutkitaan.", "Pientalot", "ILPI"),
        ("ILPI – Pientalot -hankkeessa tutkitaan pihoja.", "Pientalot", "ILPI"),
        ("ILPI 2 – Pientalot: Hankkeessa tutkitaan.", "Pientalot", "ILPI 2"),
        ("ILPI: Ilmastokestävät pientalot: Hankkeessa tutkitaan.", "Ilmastokestävät pientalot", "ILPI"),
        ("Ilmastokestävät pientalot – ILPI: Hankkeessa tutkitaan.", "Ilmastokestävät pientalot", "ILPI"),
        ("Ilmastokestävät pientalot (ILPI): Hankkeessa tutkitaan.", "Ilmastokestävät pientalot", "ILPI"),
        ("Ilmastokestävät pientalot (ILPI) -hanke: Tutkitaan.", "Ilmastokestävät pientalot", "ILPI"),
        ("ILPI (Ilmastokestävät pientalot) -hankkeessa tutkitaan.", "Ilmastokestävät pientalot", "ILPI"),
        ("Ilmastokestävät pientalot, Ilpi-hanke: Hankkeessa tutkitaan.", "Ilmastokestävät pientalot", "Ilpi"),
        ("Ilmastokestävät pientalot: ILPI-hankkeessa tutkitaan.", "Ilmastokestävät pientalot", "ILPI"),
        ("Ilmastokestävät pientalot: EU-hankkeessa tutkitaan.", "Ilmastokestävät pientalot", ""),
        ("DigiArki – Digitaitoja kaikille: Hankkeessa opetellaan.", "Digitaitoja kaikille", "DigiArki"),
        ("Kylien palvelukeskus Kotopaikka: Hankkeessa palvellaan.", "Kylien palvelukeskus Kotopaikka", "Kotopaikka"),
        ("Itä-Porin ulkoilureitit: Hankkeessa kunnostetaan.", "Itä-Porin ulkoilureitit", ""),
        ("Kohti hiilineutraalia Poria: Hankkeessa säästetään.", "Kohti hiilineutraalia Poria", ""),
        ("Jokainen mukaan – Liikuntaa kaikille: Hankkeessa liikutaan.", "Jokainen mukaan – Liikuntaa kaikille", ""),
        ("Taide – kaikkien oikeus: Hankkeessa maalataan.", "Taide – kaikkien oikeus", ""),
        ("”Yhdessä enemmän” -hanke: Hankkeessa kootaan.", "Yhdessä enemmän", ""),
        ("Kirjasto\u00a02030 -hanke: Hankkeessa luetaan.", "Kirjasto 2030", ""),
        ("Kirjasto 2030 - hanke: Hankkeessa luetaan.", "Kirjasto 2030", ""),
        ("• Kirjasto 2030 -hanke: Hankkeessa luetaan.", "Kirjasto 2030", ""),
        ("3. Kirjasto 2030 -hanke: Hankkeessa luetaan.", "Kirjasto 2030", ""),
        ("Hankkeen nimi: Lukeva kunta\nKesto: 2024–2025", "Lukeva kunta", ""),
        ("Lukeva kunta\nHankkeessa luetaan yhdessä.", "Lukeva kunta", ""),
        ("Lukeva kunta. Hankkeessa luetaan yhdessä.", "Lukeva kunta", ""),
        ("Lukeva kunta on kaksivuotinen hanke, jossa luetaan.", "Lukeva kunta", ""),
        ("Kaupunki on mukana Lukeva kunta -hankkeessa.", "Lukeva kunta", ""),
        ("Kaupunki on mukana LUKU-hankkeessa.", "LUKU", "LUKU"),
        ("Lukeva kunta (2024–2026) tuo kirjat kouluihin.", "Lukeva kunta", ""),
        ("Lukeva kunta vuosina 2024–2026: Hankkeessa luetaan.", "Lukeva kunta", ""),
        ("Lukeva kunta 2024: Hankkeessa luetaan.", "Lukeva kunta 2024", ""),
        ("Hankkeessa luetaan yhdessä kouluissa.", "Hankkeessa luetaan yhdessä kouluissa.", ""),
        ("Hankkeen tavoitteena on seuraavaa: lukea.", "Hankkeen tavoitteena on seuraavaa: lukea.", ""),
        ("…", "…", ""),
    ],
)
def test_names(text, name, acronym):
    assert (read(text)["name"], read(text)["acronym"]) == (name, acronym)


def test_first_words_stand_for_a_name_and_say_so():
    text = "Kunnassa kehitetään monin tavoin ja monien kumppanien kanssa lukemisen edellytyksiä kaikissa kouluissa."
    name = propose(text, Status.ACTIVE, 1).suggestions[0]
    assert (name.field, name.certainty) == ("name", Certainty.UNCERTAIN)
    assert text.startswith(str(name.value))
    assert len(str(name.value)) <= 80


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lukeva kunta -hanke: Luetaan.", "project"),
        ("Lukeva kunta -projekti: Luetaan.", "project"),
        ("Lukeva kunta -kampanja: Luetaan hankkeessa.", "campaign"),
        ("Lukemisen kehittämishanke: Luetaan.", "development"),
        ("Kirjaston investointihanke: Rakennetaan.", "investment"),
        ("Lukuverkosto: Hankkeessa luetaan.", "network"),
        ("Lukeva kunta: Verkosto kokoaa lukijat.", "network"),
        ("Lukemisen toimintamalli: Hankkeessa luetaan.", "project"),
        ("Lukemisen toimintamalli: Luetaan yhdessä.", "service"),
        ("Lukeva kunta: Luetaan EU:n LIFE-ohjelman tuella.", None),
        ("Lukeva kunta: Osahankkeita on kaksi.", None),
        ("Lukeva kunta: Luetaan.", None),
    ],
)
def test_kinds(text, kind):
    assert read(text)["kind"] == kind


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("A: Hanke toteutetaan 2024–2026.", "2024", "2026", "2024–2026"),
        ("A: Hanke alkoi 2021. Hanke päättyy 2024.", "2021", "2024", "päättyy 2024"),
        ("A: Kaksivuotinen hanke alkaa 1.9.2025.", "2025-09-01", None, "Kaksivuotinen hanke alkaa 1.9.2025"),
        ("A: Hanke toteutetaan vuonna 2025.", "2025", "2025", "vuonna 2025"),
        ("A (2025): Hankkeessa luetaan.", "2025", "2025", "2025"),
        ("A: Hanke toteutetaan 31.12.2026 mennessä.", None, "2026-12-31", "toteutetaan 31.12.2026 mennessä"),
        ("A: Kaupunki on hiilineutraali vuoteen 2030 mennessä.", None, None, ""),
        ("A: Osahanke toteutettiin vuosina 2016–2018.", None, None, ""),
        ("A: Hanke kuuluu EU:n ohjelmaan 2021–2027.", None, None, ""),
        ("A: Hankkeen kokous on 1.2.2025.", None, None, ""),
        ("A: Hanke 2022–2024, jatkoaikaa 30.6.2025 asti.", "2022", "2025-06-30", "2022–2024"),
        ("A: Hanke päättyy 31.2.2026.", None, None, "päättyy 31.2.2026"),
        ("A: Hanke toteutetaan 1.1.2026–31.12.2024.", "2026-01-01", None, "1.1.2026–31.12.2024"),
        ("A: Hanke alkaa 2026. Hanke päättyy 2024.", "2026", None, "päättyy 2024"),
    ],
)
def test_times(text, start, end, words):
    found = read(text)
    assert (found["start"], found["end"], found["time_text"]) == (start, end, words)


@pytest.mark.parametrize(
    "text",
    ["A: Hanke päättyy 31.2.2026.", "A: Hanke 1.1.2026–31.12.2024.", "A: Hanke alkaa 2026. Hanke päättyy 2024."],
)
def test_what_could_not_be_taken_is_told(text):
    assert len(propose(text, Status.ACTIVE, 1).remarks) == 1


def test_the_longest_of_several_periods_is_not_taken_silently():
    text = "A (2024–2026): Hanke toteutetaan 2024–2026. Osahanke toteutetaan 2025–2027."
    proposal = propose(text, Status.ACTIVE, 1)
    end = next(each for each in proposal.suggestions if each.field == "end")
    assert end.certainty is Certainty.UNCERTAIN
    assert "2025–2027" in end.reason

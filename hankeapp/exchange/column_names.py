"""What columns are called in the tables of offices, in Finnish, Swedish and English, and the field each name means."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hankeapp.domain.columns import DURATION, TITLE
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.mappings import UNREAD, Place, part_named
from hankeapp.domain.project import Project
from hankeapp.language.folding import fold
from hankeapp.translation import in_every_language

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALSO = {
    "number": "rekisterinro, rekisterinr, hankerekisterinumero",
    "acronym":
        "lyhenne, akronyymi, lyhytnimi, hankelyhenne, lyhenne/lyhytnimi, förkortning, akronym, kortnamn, acronym,"
        " short name, abbreviation",
    "name":
        "hankkeen nimi, hanke, hankenimi, projekti, projektin nimi, nimi, koko nimi, virallinen nimi, projekt,"
        " projektnamn, projektets namn, namn, project, project name, project title, name, title",
    "kind": "laji, hanketyyppi, tyyppi, hankelaji, slag, typ, kind, type, project type",
    "unit":
        "vastuuyksikkö, yksikkö, vastuutaho, toimiala, toimialue, palvelualue, hallintokunta, osasto, vastuualue,"
        " ansvarig enhet, enhet, unit, department, responsible unit",
    "city_role":
        "kaupungin rooli, kunnan rooli, rooli hankkeessa, rooli, stadens roll, kommunens roll, role, our role",
    "themes":
        "teemat, teema, aihe, aiheet, painopiste, painopisteet, teman, tema, themes, theme, topics, keywords,"
        " asiasanat, avainsanat",
    "target_groups": "kohderyhmät, kohderyhmä, målgrupp, målgrupper, target group, target groups",
    "areas": "alueet, alue, kohdealue, toiminta-alue, maantieteellinen alue, område, områden, area, areas, region",
    "start":
        "alkaa, alku, alkoi, alkamispäivä, alkamispvm, alkamisaika, alkupäivä, alkupvm, aloitus, aloituspäivä,"
        " aloituspvm, aloitusaika, aloitusvuosi, alkamisvuosi, alkuvuosi, käynnistyy, käynnistyminen, börjar,"
        " början, startdatum, startar, start, starts, start date, begins, start year, from date",
    "end":
        "päättyy, loppuu, loppu, päättyi, päättymispäivä, päättymispvm, päättymisaika, loppupäivä, loppupvm,"
        " lopetus, lopetuspäivä, päättymisvuosi, loppuvuosi, valmistuu, slutar, slut, slutdatum, avslutas, end,"
        " ends, end date, end year, to date",
    "duration":
        "kesto, toteutusaika, aikataulu, hankeaika, ajankohta, aika, toiminta-aika, toteutuskausi,"
        " toteutusvuodet, vuodet, vuosi, hankekausi, tid, tidtabell, genomförandetid, projekttid, tidsperiod,"
        " period, duration, schedule, implementation period, time, years",
    "status": "tila, status, hankkeen tila, tilanne, vaihe, läge, skede, project status, state",
    "budget_whole":
        "kokonaisbudjetti, budjetti, kokonaiskustannukset, kokonaiskustannus, kokonaiskustannusarvio,"
        " kustannusarvio, kustannukset, kokonaisrahoitus, hankebudjetti, budjetti yhteensä, totalbudget, budget,"
        " hela budgeten, totalkostnad, total budget, total cost, total costs, project budget",
    "budget_city":
        "kaupungin osuus, kunnan osuus, kaupungin budjetti, kuntaosuus, stadens andel, kommunens andel, city"
        " share, city's share",
    "budget_own":
        "omarahoitus, omarahoitusosuus, oma osuus, omavastuu, omavastuuosuus, kuntarahoitus, kuntarahoitusosuus,"
        " kaupungin omarahoitus, kaupungin omarahoitusosuus, egenfinansiering, own funding, self-financing, own"
        " contribution",
    "objectives":
        "tavoitteet, tavoite, päätavoite, tarkoitus, mål, målsättning, syfte, objectives, objective, goals, aims,"
        " goal, aim",
    "actions": "toimenpiteet, toiminta, toimet, åtgärder, verksamhet, actions, activities, measures",
    "public_text":
        "julkaisuteksti, kuvaus, hankekuvaus, tiivistelmä, esittely, sisältö, lyhyt kuvaus, beskrivning,"
        " sammandrag, innehåll, public text, description, summary, abstract",
    "results": "tulokset, tulos, vaikutukset, vaikuttavuus, tuotokset, resultat, effekter, results, outcomes, impact",
    "notes":
        "muistiinpanot, huomautukset, huomiot, huom, lisätiedot, lisätietoja, kommentit, kommentti, anteckningar,"
        " anmärkningar, kommentarer, notes, comments, remarks",
    "fundings.funder":
        "rahoittaja, rahoittajat, päärahoittaja, rahoittajataho, rahoituslähde, rahoituksen lähde, finansiär,"
        " finansiärer, funder, funders, funding source, financier, donor",
    "fundings.fund": "rahasto, eu-rahasto, fond, fund",
    "fundings.authority":
        "rahoittava viranomainen, vastuuviranomainen, viranomainen, finansierande myndighet, myndighet, funding"
        " authority, authority",
    "fundings.programme":
        "rahoitusohjelma, ohjelma, finansieringsprogram, program, funding programme, programme, funding program",
    "fundings.priority": "toimintalinja, prioriteetti, insatsområde, priority",
    "fundings.objective": "erityistavoite, särskilt mål, specific objective",
    "fundings.instrument": "rahoitusmuoto, rahoitusinstrumentti, tukimuoto, finansieringsform, instrument",
    "fundings.rate":
        "tukiprosentti, tuki-%, tuki %, tukiaste, rahoitusprosentti, avustusprosentti, tukiosuus, stödprocent,"
        " aid rate, funding rate, co-financing rate",
    "fundings.applied": "haettu, haettu rahoitus, haettu tuki, haettu avustus, ansökt, applied, applied funding",
    "fundings.granted":
        "myönnetty, myönnetty rahoitus, myönnetty tuki, myönnetty avustus, avustus, eu-tuki, eu-rahoitus,"
        " avustuksen määrä, beviljat, beviljat stöd, beviljad finansiering, granted, grant, granted funding",
    "fundings.paid": "maksettu, maksettu tuki, maksettu rahoitus, utbetalt, paid",
    "fundings.application": "hakemusnumero, hakemuksen numero, ansökningsnummer, application number",
    "fundings.code":
        "hankekoodi, projektikoodi, koodi, hanketunnus, projektkod, projektnummer, kod, project code, code,"
        " hankenumero, project number, grant number",
    "fundings.decided": "rahoituspäätös, rahoituspäätöksen päivä, päätöspäivä, päätöspvm, beslutsdatum, decision date",
    "participations.organisation":
        "kumppanit, kumppani, yhteistyökumppanit, yhteistyökumppani, yhteistyötahot, partnerit, partneri,"
        " hankekumppanit, muut toteuttajat, partner, partners, samarbetspartner, samarbetspartners",
    "participations.organisation:applicant": "hakija, hakijat, pääasiallinen hakija, sökande, applicant",
    "participations.organisation:lead":
        "päätoteuttaja, päähakija, huvudgenomförare, lead partner, lead implementer, lead applicant",
    "participations.organisation:coordinator": "koordinaattori, koordinoija, koordinator, samordnare, coordinator",
    "participations.organisation:implementer":
        "toteuttaja, toteuttajat, toteuttajataho, hallinnoija, genomförare, implementer",
    "participations.organisation:co_implementer":
        "osatoteuttaja, osatoteuttajat, medgenomförare, delgenomförare, co-implementer, co-implementers",
    "participations.organisation:subcontractor":
        "alihankkija, alihankkijat, underleverantör, subcontractor, subcontractors",
    "contacts.name":
        "yhteyshenkilö, yhteyshenkilöt, vastuuhenkilö, vastuuhenkilöt, projektipäällikkö, hankepäällikkö,"
        " hankevastaava, kontaktperson, kontaktpersoner, ansvarig person, ansvarig, projektledare, contact,"
        " contact person, responsible person, project manager",
    "contacts.title": "tehtävänimike, ammattinimike, titteli, job title",
    "contacts.email": "sähköposti, sähköpostiosoite, e-post, e-postadress, email, e-mail, s-posti",
    "contacts.phone": "puhelin, puhelinnumero, puh, puhelinnro, telefon, telefonnummer, phone, telephone",
    "decisions.diary_number": "diaarinumero, diaarinro, dnro, asianumero, diarienummer, diary number, case number",
    "decisions.body": "toimielin, päättävä elin, organ, decision body",
    "links.address":
        "linkki, linkit, verkkosivu, verkkosivut, kotisivu, kotisivut, nettisivu, nettisivut, www, www-sivu, www-"
        " sivut, www-osoite, url, länk, webbplats, hemsida, webbsida, link, website, web page, homepage",
    "deadlines.due:interim_report": "väliraportti, väliraportin määräaika, mellanrapport, interim report",
    "deadlines.due:final_report": "loppuraportti, loppuraportin määräaika, slutrapport, final report",
    "deadlines.due:payment": "maksatushakemus, maksatushakemuksen määräaika, betalningsansökan, payment application",
    "deadlines.due:steering_group": "ohjausryhmä, ohjausryhmän kokous, styrgrupp, steering group",
}  # fmt: skip
_WHOSE = re.compile(r"^(?:hankkeen|projektin|hanke|projektets|project'?s?|the project'?s?)\s+(?=\S{3})")
_UNIT = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|[,:;*]|(?:\b1 ?000 ?)?(?:\b[tk])?€|\b(?:eur|euroa|euro|pvm|pp\.?kk\.?vvvv|dd\.mm\.yyyy)\b\.?"
)
_THOUSANDS = re.compile(r"\b1[ .]?000 ?(?:€|e\b|eur)|\b[tk]€|\bt\.€|tuhat\w*\s+euro|\b[tk] ?eur")
_COUNTED = re.compile(r"^(?P<name>.*?\D)[ .]*(?P<at>\d{1,2})\.?$")
_PARTS_ELSEWHERE = ("name", "start", "end", "kind", "words", "note", "count", "day", "role", "project", "done", "title")
"""Fields of parts whose names mean something else where the column does not stand in a sheet of the part."""
NEAR = 86
"""The likeness in per cent (rapidfuzz's ratio) from which a name is taken for another."""
_LONGEST_HEAD = 100


@lru_cache(maxsize=4096)
def bare_head(head: str) -> str:
    """A head as it is compared: folded, without units, brackets and stars."""
    folded = fold(head[:_LONGEST_HEAD])
    return " ".join(_UNIT.sub(" ", folded).split()).strip(" .-–/")


def in_thousands(head: str) -> bool:
    """Whether the head says that a thousand euros is the unit."""
    return _THOUSANDS.search(fold(head)) is not None


def counted(name: str) -> tuple[str, int]:
    """A bare head without the number of several like it: `rahoittaja 2` is the second funder."""
    found = _COUNTED.match(name)
    return (found["name"].strip(), int(found["at"])) if found else (name, 0)


@lru_cache(maxsize=4096)
def place_called(name: str, part: str = "") -> Place | None:
    """The place that a bare head names, in a sheet of a part or of projects."""
    known = _of_part(part) if part else _of_projects()
    return known.get(name) or known.get(_WHOSE.sub("", name))


@lru_cache(maxsize=4096)
def place_near(name: str, part: str = "") -> Place | None:
    """The place whose name is nearest to a bare head, where one is near enough."""
    if len(name) < 4:
        return None
    from rapidfuzz import fuzz, process  # late: only what is misspelt needs it

    known = _of_part(part) if part else _of_projects()
    found = process.extractOne(_WHOSE.sub("", name), known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if found is None:
        found = process.extractOne(name, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR)
    return known[found[0]] if found else None


@cache
def part_called(sheet: str) -> str:
    """The part whose rows a sheet of this name holds; empty for any other."""
    name = counted(bare_head(sheet))[0]
    return next((part for part, names in _sheet_names() if name in names), "")


@cache
def _sheet_names() -> tuple[tuple[str, frozenset[str]], ...]:
    also = {
        "fundings": "rahoitus, rahoittajat, rahoitukset, finansiering, funding",
        "participations": "kumppanit, partnerit, yhteistyökumppanit, osapuolet, partners, partner",
        "contacts": "yhteystiedot, henkilöt, kontakter",
        "deadlines": "aikarajat, raportit, deadlines",
    }
    found = []
    for part in parts_of(Project):
        labels = [*in_every_language(part.label), *also.get(part.name, "").split(", ")]
        # What the name of a sheet has room for.
        names = {bare_head(label[:31]) for label in labels} - {""}
        found.append((part.name, frozenset(names)))
    return tuple(found)


@cache
def _of_projects() -> dict[str, Place]:
    """Names in the order in which they are believed: labels of projects, what else they are called, parts."""
    names: dict[str, Place] = {}
    for name, place in (*_labels(), *_others(), *_labels_of_parts()):
        names.setdefault(name, place)
    return names


@cache
def _of_part(part: str) -> dict[str, Place]:
    """Names in a sheet of a part: its own fields, and those by which the project is told."""
    names = {
        bare_head(label): Place(field.name, part)
        for field in fields_of(part_named(part).type)
        for label in in_every_language(field.label)
    }
    for name, place in _of_projects().items():
        if place.part == part or place in WHOSE:
            names.setdefault(name, place)
    return names


WHOSE = (Place("number"), Place("name"), Place("acronym"), Place("title"), Place("code", "fundings"))
"""What tells which project a row is of."""


def _labels() -> Iterator[tuple[str, Place]]:
    for field in (*fields_of(Project), DURATION, TITLE):
        for label in in_every_language(field.label):
            yield bare_head(label), Place(field.name)


def _others() -> Iterator[tuple[str, Place]]:
    from hankeapp.domain.mappings import place_of

    for key, names in _ALSO.items():
        place = place_of(key)
        assert place is not None, key
        yield from ((bare_head(name), place) for name in names.split(", "))


def _labels_of_parts() -> Iterator[tuple[str, Place]]:
    for part in parts_of(Project):
        if part.name in UNREAD:
            continue
        for field in fields_of(part.type):
            place = Place(field.name, part.name)
            whole = zip(in_every_language(part.label), in_every_language(field.label), strict=False)
            yield from ((bare_head(f"{one} {other}"), place) for one, other in whole)
            yield from ((bare_head(f"{one} {other}"), place) for one, other in _single(part.one, field.label))
            if field.name not in _PARTS_ELSEWHERE:
                yield from ((bare_head(label), place) for label in in_every_language(field.label))


def _single(one: str, label: str) -> Iterator[tuple[str, str]]:
    """`yhteyshenkilö nimi`: a single row's name and a field's."""
    return zip(in_every_language(one), in_every_language(label), strict=False)

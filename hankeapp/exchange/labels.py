"""The labels that documents put before what they tell: “Toteutusaika:”, “Hankekoodi”, “Finansiär”."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


class Label(Enum):
    """What a label says of the words behind it."""

    NAME = "name"
    ACRONYM = "acronym"
    CODE = "code"
    TIME = "time"
    START = "start"
    END = "end"
    STATUS = "status"
    KIND = "kind"
    FUNDER = "funder"
    PROGRAMME = "programme"
    FUND = "fund"
    AUTHORITY = "authority"
    PRIORITY = "priority"
    OBJECTIVE = "objective"
    GRANTED = "granted"
    APPLIED = "applied"
    PAID = "paid"
    RATE = "rate"
    WHOLE = "whole"
    CITY_SHARE = "city_share"
    OWN_SHARE = "own_share"
    APPLICANT = "applicant"
    LEAD = "lead"
    COORDINATOR = "coordinator"
    IMPLEMENTER = "implementer"
    CO_IMPLEMENTER = "co_implementer"
    PARTNER = "partner"
    UNIT = "unit"
    CITY_ROLE = "city_role"
    CONTACT = "contact"
    TARGET = "target"
    AREA = "area"
    THEME = "theme"
    SUMMARY = "summary"
    AIMS = "aims"
    ACTIONS = "actions"
    RESULTS = "results"
    DIARY = "diary"
    LINK = "link"
    OTHER = "other"
    """A label whose value no field takes; what it tells is nobody's name either."""


_WHOSE = (
    r"(?:hankkeen|projektin|kampanjan|ohjelman|kehittämishankkeen|toiminnan|projektets|project|projekt|the project's)\s"
)
_WORDS = {
    Label.NAME: (
        r"(?:hankkeen|projektin|kampanjan)\s(?:virallinen\s|julkinen\s)?nimi|(?:(?:kehittämis|investointi|rakennus|yhteis|selvitys)?hanke|projekti)|nimi|hankenimi|projekt"
        r"|projektnamn|projektets\snamn|namn|project|project\s(?:name|title)|title"
    ),
    Label.ACRONYM: r"lyhenne|lyhytnimi|akronyymi|hankkeen\slyhenne|förkortning|acronym|short\sname",
    Label.CODE: (
        r"hankekoodi|projektikoodi|hanketunnus|projektitunnus|hankenumero|projektinumero"
        r"|(?:hankkeen|projektin)\s(?:koodi|numero|tunnus)|projektkod|projektnummer|project\s(?:code|number)"
    ),
    Label.TIME: (
        r""
        r"(?:suunnitelman\smukainen\s|hankkeen\s|projektin\s)?(?:toteut(?:us|tamis)aika|toteutusajankohta|toteutus|toiminta-aika|kesto|aikataulu|aika)"
        r"|(?:alkamis|aloitus|alku)-\sja\s(?:päättymis|lopetus|loppu)\w{0,12}|milloin|(?:hanke|projekti)aika|projektiaika|ajankohta|hankekausi"
        r"|(?:projektets\s)?(?:projekttid|projektperiod|genomförandetid|tidtabell|tidsplan|tid|period|längd)"
        r"|(?:project\s)?(?:duration|period|implementation\speriod|timeline|time)"
    ),
    Label.START: (
        r"(?:hankkeen\s|projektin\s|toteutuksen\s)?(?:alkamis|aloitus)(?:päivä(?:määrä)?|aika|pvm|ajankohta)|alkaa"
        r"|alkoi|alku|startdatum|börjar|start|start\sdate|begynnelsedatum"
    ),
    Label.END: (
        r""
        r"(?:hankkeen\s|projektin\s|toteutuksen\s)?(?:päättymis|lopetus|loppumis)(?:päivä(?:määrä)?|aika|pvm|ajankohta)"
        r"|päättyy|päättyi|loppuu|loppu|slutdatum|slutar|slut|end|end\sdate"
    ),
    Label.STATUS: (
        r"(?:toiminnan\s|hankkeen\s|projektin\s)?(?:tila|tilanne|vaihe)|(?:hanke|projekti)n?(?:tila|vaihe)"
        r"|(?:projektets\s)?(?:status|läge)|project\sstatus"
    ),
    Label.KIND: r"(?:hankkeen\s|projektin\s)?(?:tyyppi|laji)|hanketyyppi|projektityyppi|projekttyp|type",
    Label.FUNDER: (
        r"(?:pää|osa)?rahoittaja(?:t)?|(?:hankkeen\s|projektin\s)?rahoitus|rahoituslähde|rahoituslähteet"
        r"|(?:projektets\s)?finansiär(?:er)?|finansiering|funder|funding|funded\sby|financing"
    ),
    Label.PROGRAMME: (
        r"rahoitusohjelma|ohjelma|eu-ohjelma|rakennerahasto-ohjelma|(?:finansierings)?program"
        r"|(?:funding\s)?programme"
    ),
    Label.FUND: r"rahasto|eu-rahasto|rakennerahasto|fond|fund",
    Label.AUTHORITY: (
        r"(?:vastuu|rahoittaja|rahoitus)viranomainen|rahoittava\sviranomainen|vastuullinen\sviranomainen"
        r"|välittävä\stoimielin|(?:ansvarig|finansierande)\smyndighet|myndighet|(?:funding|responsible)\sauthority"
    ),
    Label.PRIORITY: r"toimintalinja|prioriteetti|painopiste|insatsområde|prioritet|priority(?:\saxis)?",
    Label.OBJECTIVE: r"erityistavoite|ohjelmatavoite|särskilt\smål|specific\sobjective",
    Label.GRANTED: (
        r"(?:myönnetty\s|sidottu\s)?eu-\sja\svaltion\srahoitus(?:\syhteensä)?"
        r"|myönnetty\s(?:rahoitus|tuki|avustus|eu-rahoitus|julkinen\srahoitus)"
        r"|(?:suunniteltu\s)?julkinen\srahoitus(?:\syhteensä)?|beviljat\s(?:stöd|belopp)|beviljad\sfinansiering"
        r"|granted"
    ),
    Label.APPLIED: r"haettu\s(?:rahoitus|tuki|avustus|eu-\sja\svaltion\srahoitus)|ansökt\s(?:stöd|belopp)|applied",
    Label.PAID: (
        r""
        r"(?:toteutunut|maksettu)\s(?:eu-\sja\svaltion\srahoitus|rahoitus|tuki|avustus|julkinen\srahoitus)(?:\syhteensä)?"
        r"|maksettu|utbetalt(?:\sstöd)?|paid"
    ),
    Label.RATE: r"tukiprosentti|tuki-?osuus|tukitaso|avustusprosentti|stödprocent|aid\srate",
    Label.WHOLE: (
        r""
        r"(?:hankkeen\s|projektin\s)?(?:kokonais(?:budjetti|kustannu(?:kset|sarvio)|rahoitus)|budjetti|kustannusarvio(?:\syhteensä)?|kustannukset(?:\syhteensä)?)"
        r"|(?:projektets\s)?(?:total|helhets)?budget|totalkostnad|kostnadsberäkning|total\sbudget|total\scosts?"
    ),
    Label.CITY_SHARE: r"(?:kaupungin|kunnan)\s(?:osuus|budjetti|osabudjetti)|(?:stadens|kommunens)\s(?:andel|budget)",
    Label.OWN_SHARE: r"(?:kaupungin\s|kunnan\s|hakijan\s)?omarahoitus(?:osuus)?|egenfinansiering|own\sfunding",
    Label.APPLICANT: (
        r"(?:pää)?hakija(?:n\s(?:virallinen\s)?nimi)?|hakijaorganisaatio|tuensaaja|sökande|stödmottagare|applicant"
        r"|beneficiary"
    ),
    Label.LEAD: (
        r"päätoteuttaja|(?:hankkeen\s)?(?:hallinnoija|vetäjäorganisaatio)|hallinnoija|vetäjä|huvudman"
        r"|huvudgenomförare|lead\s(?:partner|implementer)"
    ),
    Label.COORDINATOR: r"koordinaattori|koordinoija|koordinoiva\staho|koordinator|samordnare|coordinator",
    Label.IMPLEMENTER: r"toteuttaja(?:t)?|toteuttajaorganisaatio|genomförare|implementer",
    Label.CO_IMPLEMENTER: (
        r"osatoteuttaja(?:t)?|yhteishankkeen\sosapuolet|siirron\ssaaja(?:t)?|muut\stoteuttajat|delgenomförare"
        r"|co-?implementers?"
    ),
    Label.PARTNER: (
        r"(?:hanke|yhteistyö|projekti)?(?:kumppani(?:t)?|kumppanuudet)|partneri(?:t)?|hankekumppanit"
        r"|muut\skumppanit|yhteistyötahot|mukana|partner(?:s)?|partnerer|samarbetspartner(?:s|er)?"
    ),
    Label.UNIT: (
        r"vastuu(?:yksikkö|toimiala|taho)|(?:hallinnoiva\s)?yksikkö|toimiala|palvelualue|ansvarig\senhet|enhet"
        r"|sektor|(?:responsible\s)?unit"
    ),
    Label.CITY_ROLE: r"(?:kaupungin|kunnan)\srooli|(?:stadens|kommunens)\sroll",
    Label.CONTACT: (
        r"yhteyshenkilö(?:t)?|yhteystieto|yhteystiedot|vastuuhenkilö|hankevastaava|projektipäällikkö"
        r"|hankepäällikkö|hankekoordinaattori|projektikoordinaattori|(?:hankkeen\s)?yhteyshenkilön\snimi"
        r"|kontakt(?:person(?:er)?|uppgifter)?|projektledare|projektchef|contact(?:\sperson)?|project\smanager"
    ),
    Label.TARGET: r"(?:hankkeen\s|varsinainen\s|välitön\s)?kohderyhmä(?:t)?|målgrupp(?:er)?|target\sgroups?",
    Label.AREA: (
        r"(?:toteutus|kohde|hanke|toiminta-?|maantieteellinen\s)alue(?:et)?|alue(?:et)?|(?:hankkeen\s)?maakunta"
        r"|maakunnat|(?:hankkeen\s)?kunnat|område|verksamhetsområde|area"
    ),
    Label.THEME: r"teema(?:t)?|tema(?:n)?|themes?",
    Label.SUMMARY: (
        r"mitä|(?:hankkeen\s|projektin\s|julkinen\s|lyhyt\s)?(?:tiivistelmä|kuvaus|hankekuvaus|sisältö)|hankekuvaus"
        r"|tietoa\shankkeesta|sammanfattning|beskrivning|projektbeskrivning|summary|description|abstract"
    ),
    Label.AIMS: (
        r"(?:hankkeen\s|projektin\s|pää)?(?:tavoite|tavoitteet|päätavoite|tarkoitus)|päämäärä"
        r"|(?:projektets\s)?(?:mål|målsättning(?:ar)?|syfte)|aims?|objectives?|goals?"
    ),
    Label.ACTIONS: (
        r"(?:keskeiset\s|hankkeen\s)?(?:toimenpiteet|toimet)|toimenpide|mitä\s(?:teemme|tehdään)|åtgärder|actions"
        r"|activities"
    ),
    Label.RESULTS: (
        r"(?:hankkeen\s|odotetut\s|projektin\s)?tulo(?:kset|s)(?:\sja\svaikutukset)?|tuotokset|vaikutukset"
        r"|(?:förväntade\s)?resultat|results|outcomes"
    ),
    Label.DIARY: r"diaarinumero|(?:viranomaisen\s)?diaarinro|dnro|asianumero|diarienummer",
    Label.LINK: (
        r"(?:hankkeen\s|projektin\s)?(?:(?:verkko|koti|www-)sivut?|www|verkko-osoite|nettisivut?)|webbplats"
        r"|hemsida|web\s?site"
    ),
    Label.OTHER: (
        r"kuka|ketkä|missä|miksi|kenelle|miten|y-tunnus|fo-nummer|organisaatiotyyppi|jakeluosoite|(?:lähi|katu|posti)osoite|postinumero"
        r"|postitoimipaikka|puhelin(?:numero)?|puh|sähköposti(?:osoite)?|asema\shakijaorganisaatiossa"
        r"|(?:tukitoimen\s|toimenpiteen\s)?(?:ala|tyyppi)|interventioluokka|hakemus(?:numero|tyyppi)|lisätiedot"
        r"|lisätietoja|huom(?:autus)?|huomioitavaa|päivitetty|tausta|taustaa|ohjausryhmä|aloitus(?:tilaisuus)?"
        r"|liitteet|ajankohtaista|uutiset|tapahtumat|materiaalit|julkaisut|seuraa\smeitä|bakgrund|mer\sinformation"
        r"|more\sinformation|background|hankkeen\s(?:perus)?tiedot|(?:hanke|projekti)\slyhyesti|lyhyesti|(?:hanke)?faktat|projektin\sperustiedot|perustiedot"
        r"|hakijan\sperustiedot|osatoteuttajien\sperustiedot|kustannukset\sja\srahoitus|rahoitustiedot"
        r"|toteutuneet\skustannukset(?:\syhteensä)?|kuntien\srahoitus|yksityinen\srahoitus|muu\srahoitus"
        r"|muu\sjulkinen\srahoitus|hakijoiden\slukumäärä|osatoteuttajien\slukumäärä|onko\shakijoita\suseita"
        r"|päätöspäivä(?:määrä)?"
    ),
}
_LABELS = tuple((label, re.compile(rf"(?:{_WHOSE})?(?:{words})", re.IGNORECASE)) for label, words in _WORDS.items())
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+")
_LONGEST = 60
_LINE = re.compile(r"(?P<label>[^:|\t\n]{2,60}?)[ \u00a0]{0,3}(?P<mark>:|\t|\|)[ \t\u00a0]*(?P<value>[^\n]*)")

_TIME_LINE = re.compile(
    r"(?P<label>(?:[^\W\d_]{1,40}\s)?[^\W\d_]{0,40}(?:aika|kesto|ajankohta|aikataulu))\s+(?=\d)(?P<value>[^\n]*)"
)
"""“Toteutusaika 2025–2027”: before a date the colon may be missing."""


@lru_cache(maxsize=4096)
def label_of(words: str) -> Label | None:
    """The label that words are, with or without a number before them, a colon or brackets behind; None for others."""
    bare = " ".join(words.replace("\u00a0", " ").split())
    if len(bare) > _LONGEST:
        return None
    bare = _NUMBERED.sub("", bare).rstrip(" :*?").lstrip("*•·-– ")
    bare = re.sub(r"\s\([^()]{1,30}\)$", "", bare)
    return next((label for label, pattern in _LABELS if pattern.fullmatch(bare)), None)


def labelled_line(line: str) -> tuple[Label, int] | None:
    """The label that a line begins with, and where its value begins; a tab or a blank may stand for the colon."""
    match = _LINE.match(line) or _TIME_LINE.match(line)
    if match is None:
        return None
    label = label_of(match["label"])
    return (label, match.start("value")) if label else None

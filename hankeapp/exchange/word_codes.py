"""What statuses, kinds and roles are called beside their labels, in the three languages of offices' tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_STATUS = {
    "planned": "suunnitteilla, suunnittelussa, valmistelussa, valmisteilla, haussa, hakuvaihe, hakuvaiheessa, idea,"
    " ideavaihe, haettu, tuleva, planerad, planeras, under beredning, i planering, in preparation, upcoming, proposed",
    "active": "aktiivinen, käynnissä, käynnissä oleva, meneillään, toteutuksessa, toteutus, jatkuu, voimassa, alkanut,"
    " aktiv, pågår, pågående, ongoing, running, in progress, started, open",
    "ended": "päättynyt, päätetty, valmis, loppunut, toteutettu, toteutunut, suljettu, keskeytetty, avslutad, avslutat,"
    " slutförd, klar, completed, finished, closed, done",
}
_KIND = {
    "project": "hanke, projekti, projekt",
    "development": "kehittämishanke, kehittämisprojekti, kehityshanke, utvecklingsprojekt",
    "investment": "investointihanke, investointi, investering, investeringsprojekt, investment",
    "study": "selvitys, esiselvitys, selvityshanke, tutkimus, utredning, förstudie, feasibility study, research",
    "pilot": "kokeilu, pilotti, pilottihanke, försök, pilotprojekt, experiment",
    "programme": "ohjelma, kehittämisohjelma, program",
    "campaign": "kampanja, kampanj",
    "network": "verkosto, nätverk",
    "service": "palvelu, toimintamalli, tjänst, verksamhetsmodell, service",
    "other": "muu, muu hanke, övrig, annat",
}
_ROLE = {
    "applicant": "hakija, sökande",
    "lead": "päätoteuttaja, päähakija, päävastuu, hallinnoija, vastuullinen toteuttaja, huvudgenomförare, lead,"
    " lead partner",
    "coordinator": "koordinaattori, koordinoija, samordnare",
    "implementer": "toteuttaja, genomförare",
    "co_implementer": "osatoteuttaja, osahakija, medgenomförare, delgenomförare",
    "partner": "kumppani, partneri, yhteistyökumppani, mukana, samarbetspartner",
    "subcontractor": "alihankkija, underleverantör",
}
_CITY_ROLE = {
    **{code: words for code, words in _ROLE.items() if code in {"lead", "implementer", "co_implementer", "partner"}},
    "co_funder": "osarahoittaja, rahoittaja, medfinansiär, finansiär, funder",
    "grantee": "avustuksen saaja, tuensaaja, edunsaaja, stödmottagare, beneficiary",
    "member": "verkoston jäsen, jäsen, medlem",
}


def _by_word(words: Mapping[str, str]) -> dict[str, str]:
    return {word: code for code, told in words.items() for word in told.split(", ")}


ALSO = {
    "Status": _by_word(_STATUS),
    "Kind": _by_word(_KIND),
    "Role": _by_word(_ROLE),
    "CityRole": _by_word(_CITY_ROLE),
}
"""Codes by words, by the names of the enums."""

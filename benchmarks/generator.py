"""Registers of any size, of varied Finnish text; the same bytes of text for the same size."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from hankeapp.db.keys import new_key
from hankeapp.db.opening import create_store
from hankeapp.domain.changes import between
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.project import Kind, Project, ProjectId
from hankeapp.domain.status import Status

_WHAT = (
    "kestävä",
    "älykäs",
    "yhteinen",
    "avoin",
    "digitaalinen",
    "esteetön",
    "hiilineutraali",
    "turvallinen",
    "luova",
    "monialainen",
)
_OF = [
    "lähiöiden",
    "koulujen",
    "nuorten",
    "ikäihmisten",
    "yritysten",
    "hulevesien",
    "kirjastojen",
    "joukkoliikenteen",
    "rantojen",
    "asumisen",
]
_ACT = (
    "kehittäminen",
    "uudistus",
    "ohjelma",
    "kokeilu",
    "verkosto",
    "selvitys",
    "neuvonta",
    "tiekartta",
    "pilotti",
    "toimintamalli",
)
_SENTENCES = (
    "Hankkeessa kehitetään alueen palveluja yhdessä asukkaiden ja yritysten kanssa.",
    "Tavoitteena on vahvistaa osallisuutta, hyvinvointia ja toimivaa arkea.",
    "Hanke saa rahoituksen EU:n aluekehitysrahastosta ja kaupungin omarahoituksesta.",
    "Mukana on seitsemän partneria neljästä eri maasta.",
    "Tuloksena syntyy ohjeistus, joka otetaan käyttöön toimialoilla.",
    "Kokeiluista saadut opit kootaan avoimeksi aineistoksi muille kunnille.",
)


def make_register(path: Path, size: int) -> None:
    """A new register with that many projects."""
    store = create_store(path, Clock.standing(2026, 11, 24).now())
    chance = random.Random(size)
    with store.write() as writing:
        numbers = writing.new_numbers(2026, size)
        made = [_project(chance, number, place) for place, number in enumerate(numbers, 1)]
        desk = Desk("mittaaja", Clock.standing(2026, 11, 24))
        writing.record("made", [change for each in made for change in between(None, each)], desk)
    store.close()


def _project(chance: random.Random, number: str, place: int) -> Project:
    name = f"{chance.choice(_WHAT).capitalize()} {chance.choice(_OF)} {chance.choice(_ACT)} {place}"
    start = chance.choice([None, PartialDate(chance.randint(2012, 2026)), PartialDate(2025, season=Season.SPRING)])
    end = chance.choice([None, PartialDate(chance.randint(2026, 2031)), PartialDate(2027, chance.randint(1, 12))])
    return Project(
        id=ProjectId(new_key()),
        number=number,
        name=name,
        acronym="" if chance.random() < 0.6 else name[:3].upper() + str(place),
        kind=chance.choice([None, *Kind]),
        status=chance.choices(list(Status), [2, 5, 3])[0],
        start=start,
        end=end,
        public_text=f"{name}: {' '.join(chance.sample(_SENTENCES, chance.randint(2, 6)))}",
        page_order=place,
    )


if __name__ == "__main__":
    make_register(Path(sys.argv[1]), int(sys.argv[2]))

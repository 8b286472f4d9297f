"""Made projects: the office's kind of data in every field, whole with their parts."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from benchmarks import words
from benchmarks.texts import FUNDERS, Speaker
from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.kinds import CityRole, Kind
from hankeapp.domain.organisations import (
    TARGET_GROUPS,
    THEMES,
    ListedValue,
    Organisation,
    OrganisationKind,
    Unit,
)
from hankeapp.domain.parts import (
    Contact,
    Deadline,
    DeadlineKind,
    Decision,
    Funding,
    Link,
    Participation,
    Period,
    PeriodKind,
    Role,
)
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Outcome, Status, StatusEvent
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_KINDS, _ROLES, _CITY_ROLES = [None, *Kind], list(Role), [None, *CityRole]
_PARTNERS = (
    ("{place_gen} kaupunki", OrganisationKind.MUNICIPALITY),
    ("{place_gen} kunta", OrganisationKind.MUNICIPALITY),
    ("{place_gen} ammattikorkeakoulu", OrganisationKind.SCHOOL),
    ("{place_gen} {nom}yhdistys ry", OrganisationKind.ASSOCIATION),
    ("{place_gen} {nom} Oy", OrganisationKind.COMPANY),
    ("{nom} Oy Ab", OrganisationKind.COMPANY),
)


class Maker:
    """Makes the shared rows of a register, then its projects, one after the other, the same from the same seed."""

    def __init__(self, seed: int, size: int) -> None:
        self._chance = chance = random.Random(seed)
        self._speaker = Speaker(chance)
        self._next = 0
        self.units = [
            Unit(id=self._key(), name=name, division=division)
            for division, names in words.DIVISIONS.items()
            for name in names
        ]
        self.funders = [self._funder(*each) for each in FUNDERS]
        self.partners = [self._partner() for _ in range(40 + size // 50)]
        self.themes = self._listed(THEMES, words.THEMES)
        self.target_groups = self._listed(TARGET_GROUPS, words.TARGET_GROUPS)

    def project(self, number: str, order: int) -> Project:
        """The next project."""
        chance, speaker = self._chance, self._speaker
        name = speaker.sentence(words.NAMES)
        start, end = self._dates()
        status = chance.choices(list(Status), (2, 5, 3))[0]
        return Project(
            id=ProjectId(self._key()),
            number=number,
            name=name,
            acronym=self._acronym(name),
            kind=chance.choice(_KINDS),
            unit=Key(chance.choice(self.units).id) if chance.random() < 0.8 else None,
            city_role=chance.choice(_CITY_ROLES),
            themes=self._codes(self.themes),
            target_groups=self._codes(self.target_groups),
            start=start,
            end=end,
            time_text=self._time_text(start, end),
            status=status,
            **self._budget(),
            public_text=f"{name}: {speaker.text(words.SENTENCES, 3, 8)}",
            objectives=speaker.text(words.AIMS, 0, 2),
            actions=speaker.text(words.ACTIONS, 0, 2),
            results=speaker.text(words.RESULTS, 1, 2) if status is Status.ENDED else "",
            notes=speaker.text(words.NOTES, 0, 1),
            page_order=order,
            **self._parts(start, end, status),
        )

    def _parts(self, start: PartialDate | None, end: PartialDate | None, status: Status) -> dict[str, Any]:
        return {
            "events": tuple(self._events(start, end, status)),
            "fundings": self._several(self._funding, (2, 5, 3, 1)),
            "participations": self._several(self._participation, (2, 4, 3, 2)),
            "contacts": self._several(self._contact, (5, 5, 1)),
            "decisions": self._several(self._decision, (5, 4, 1)),
            "periods": self._several(self._period, (8, 2)),
            "deadlines": self._several(self._deadline, (7, 2, 1)),
            "links": self._several(self._link, (7, 3)),
        }

    def _several(self, make: Callable[[], Any], weights: Sequence[int]) -> tuple[Any, ...]:
        """None, one or more of a part; the weights say how often how many."""
        return tuple(make() for _ in range(self._chance.choices(range(len(weights)), weights)[0]))

    def _key(self) -> str:
        """As `db.keys.new_key` makes them, but told by how many were made before."""
        self._next += 1
        return f"0190000000007000{0x8000 << 48 | self._next:016x}"

    def _funder(self, name: str, short_name: str, kind: str) -> Organisation:
        return Organisation(id=self._key(), name=name, short_name=short_name, kind=OrganisationKind(kind))

    def _partner(self) -> Organisation:
        pattern, kind = self._chance.choice(_PARTNERS)
        name = self._speaker.sentence((pattern,))
        number = f"{self._chance.randrange(10**6, 10**7)}-{self._chance.randrange(10)}"
        return Organisation(id=self._key(), name=name, business_id=number, kind=kind, country="Suomi")

    def _listed(self, name: str, labels: Sequence[str]) -> list[ListedValue]:
        return [ListedValue(id=self._key(), list=name, code=fold(label), label=label) for label in labels]

    def _codes(self, listed: Sequence[ListedValue]) -> Codes:
        return Codes(each.code for each in self._chance.sample(listed, self._chance.choice((0, 0, 1, 1, 2, 3))))

    def _acronym(self, name: str) -> str:
        chance = self._chance
        if chance.random() < 0.65:
            return ""
        letters = [letter for letter in name.upper() if letter.isalpha()]
        return "".join(chance.choices(letters, k=chance.randint(3, 7)))

    def _dates(self) -> tuple[PartialDate | None, PartialDate | None]:
        first = self._chance.randint(2009, 2027)
        return self._date(first), self._date(first + self._chance.randint(1, 5))

    def _date(self, year: int) -> PartialDate | None:
        chance = self._chance
        match chance.randrange(8):
            case 0:
                return None
            case 1 | 2 | 3:
                return PartialDate(year)
            case 4:
                return PartialDate(year, season=chance.choice(list(Season)))
            case 5:
                return PartialDate(year, chance.randint(1, 12))
        return PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))

    def _time_text(self, start: PartialDate | None, end: PartialDate | None) -> str:
        if self._chance.random() < 0.5:
            return ""
        pattern = self._chance.choice(("{few}vuotinen ({start}–{end})", "{start} – {end}", "vuosina {start}–{end}"))
        few = self._chance.choice(("kaksi", "kolmi", "neli", "viisi"))
        return pattern.format(few=few, start=start or "", end=end or "")

    def _budget(self) -> dict[str, Any]:
        if self._chance.random() < 0.3:
            return {}
        whole = self._chance.randint(10, 8000) * 50_000
        city = whole * self._chance.randint(1, 10) // 10
        return {"budget_whole": Cents(whole), "budget_city": Cents(city), "budget_own": Cents(city // 5)}

    def _events(self, start: PartialDate | None, end: PartialDate | None, status: Status) -> Iterator[StatusEvent]:
        if status is not Status.PLANNED:
            yield self._event(Status.PLANNED, Status.ACTIVE, start)
        if status is Status.ENDED:
            outcome = self._chance.choice((Outcome.COMPLETED, Outcome.COMPLETED, Outcome.DISCONTINUED))
            yield self._event(Status.ACTIVE, Status.ENDED, end, outcome)

    def _event(
        self, source: Status, target: Status, effective: PartialDate | None, outcome: Outcome | None = None
    ) -> StatusEvent:
        recorded = datetime(self._chance.randint(2015, 2026), self._chance.randint(1, 10), 15, 9, tzinfo=UTC)
        note = self._speaker.text(words.NOTES, 0, 1)
        return StatusEvent(
            id=self._key(), source=source, target=target, effective=effective, outcome=outcome, note=note,
            actor=self._chance.choice(words.FAMILY_NAMES).lower(), recorded=recorded,
        )  # fmt: skip

    def _funding(self) -> Funding:
        chance = self._chance
        applied = chance.randint(5, 3000) * 100_000
        return Funding(
            id=self._key(),
            funder=Key(chance.choice(self.funders).id),
            fund=chance.choice(words.FUNDS),
            programme=chance.choice(words.PROGRAMMES) if chance.random() < 0.6 else "",
            rate=Share(chance.randint(4, 20) * 500),
            applied=Cents(applied),
            granted=Cents(applied * 9 // 10) if chance.random() < 0.7 else None,
            application=str(chance.randrange(100_000, 999_999)),
            code=f"{chance.choice('AS')}{chance.randrange(20_000, 99_999)}" if chance.random() < 0.5 else "",
            decided=PartialDate(chance.randint(2012, 2026), chance.randint(1, 12), chance.randint(1, 28)),
        )

    def _participation(self) -> Participation:
        if self._chance.random() < 0.1:
            words_ = f"{self._chance.randint(2, 20)} partneria"
            return Participation(id=self._key(), role=Role.PARTNER, count=self._chance.randint(2, 20), words=words_)
        partner = Key(self._chance.choice(self.partners).id)
        return Participation(id=self._key(), role=self._chance.choice(_ROLES), organisation=partner)

    def _contact(self) -> Contact:
        first, family = self._chance.choice(words.FIRST_NAMES), self._chance.choice(words.FAMILY_NAMES)
        email = f"{fold(first)}.{fold(family)}@kaupunki.example"
        return Contact(id=self._key(), name=f"{first} {family}", title=self._chance.choice(words.DUTIES), email=email)

    def _decision(self) -> Decision:
        chance, year = self._chance, self._chance.randint(2012, 2026)
        diary_number = f"PRIDno-{year}-{chance.randint(1, 9999)}"
        day = PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))
        section = str(chance.randint(1, 400))
        return Decision(
            id=self._key(), diary_number=diary_number, body=chance.choice(words.BODIES), day=day, section=section
        )

    def _period(self) -> Period:
        start = self._chance.randint(2014, 2027)
        end = PartialDate(start + self._chance.randint(1, 7))
        return Period(id=self._key(), kind=self._chance.choice(list(PeriodKind)), start=PartialDate(start), end=end)

    def _deadline(self) -> Deadline:
        chance = self._chance
        due = PartialDate(chance.randint(2020, 2029), chance.randint(1, 12), chance.randint(1, 28))
        return Deadline(id=self._key(), kind=chance.choice(list(DeadlineKind)), due=due)

    def _link(self) -> Link:
        return Link(id=self._key(), address=f"https://kaupunki.example/{self._next}", caption=self._speaker["nom"])

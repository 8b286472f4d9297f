"""Thirty projects as the office of a city would have them, and a source that serves any number of such."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hankeapp.domain.attention import is_ending_soon, is_overdue
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import Kind
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.packed_ids import PackedIds
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.query import Found, Query, View
from hankeapp.domain.status import Status
from hankeapp.domain.values import RowState
from hankeapp.services.ordering import Ordering

TODAY = date(2026, 11, 24)

_ROWS = """
Asunnottomuuden puolittaminen Porissa|Aspu|||active|project
Kohti kiertotaloutta|CIRCWASTE|2016|2023|active|project
Energianeuvonta Satakunnassa||2019|2023|active|project
Harrastamisen Suomen malli||||active|project
Healint||2017|2020|ended|project
Kohti hiilineutraalia Poria|HINKU|||active|
Intelligent Cities Challenge|ICC|||planned|network
Ikäihmisille turvallinen ja esteetön asuminen||||active|project
Ikäystävällinen Pori|||2023-12-31|active|project
Ikääntyneiden ruokasuositukset käytäntöön||||active|project
Ilmastokestävät pientaloalueet|ILPI|2024|2026|active|project
Inklusiivinen Satakunta||||active|project
Jokaisella on oikeus liikkua – Erityistä tukea tarvitsevien nuorten liikuntaharrastuneisuus Porissa||||active|
Joustavan esi- ja alkuopetuksen kehittämishanke||||active|development
Kaksikielisen perusopetuksen kehittäminen ja jatkumon turvaaminen||||active|development
Konsultoiva sairaalaopetus||||active|project
Liveability||||active|project
Lähiöohjelma 2020–2022||2020|2022|ended|programme
Maahanmuuttajien neuvontapiste Maine|Maine|||active|project
Mahanpuruja muovista -kampanja Porissa||2022|2024|active|campaign
Merkityksellinen työ asiakasarvon luomisessa kuntien palveluissa|METKU|2021|2022|ended|project
Multidimensional stormwater treatment in urban areas for cleaner Baltic Sea|MUSTBE|2023|2026|active|project
Perustaidot nousuun||||active|project
Porin jokisuiston vieraskasvilajit hallintaan||2022|2024|active|project
Porin talous- ja asumisneuvontapiste TASSI|TASSI||2022-12|active|service
Selvin päin Satakunnassa||||active|project
Elinvoiman ja yhteistyön kehittäminen kaupunkikeskustassa|iPlace|||planned|project
Uudet lukutaidot osaksi opetusta||||active|project
Varhaiskasvatus perheiden arjen tukena||2026-11-25||active|project
Yhteisöllisen oppilashuollon kehittämishanke|||2026-11-25|active|development
"""


def projects() -> list[Project]:
    return [_project(number, *line.split("|")) for number, line in enumerate(_ROWS.strip().splitlines(), 1)]


def _project(number, name, acronym, start, end, status, kind) -> Project:
    return Project(
        id=ProjectId(f"{number:032x}"),
        number=f"H-2026-{number:03}",
        name=name,
        acronym=acronym,
        kind=Kind(kind) if kind else None,
        start=PartialDate.from_iso(start) if start else None,
        end=PartialDate.from_iso(end) if end else None,
        time_text="kolmevuotinen (2024–2026)" if acronym == "ILPI" else "",
        status=Status(status),
    )


_MEMBERS = {
    View.ALL: bool,
    View.PLANNED: lambda project: project.status is Status.PLANNED,
    View.ACTIVE: lambda project: project.status is Status.ACTIVE,
    View.ENDED: lambda project: project.status is Status.ENDED,
    View.SOON: lambda project: is_ending_soon(project, TODAY),
    View.OVERDUE: lambda project: is_overdue(project, TODAY),
    View.TRASH: lambda project: project.state is RowState.TRASH,
}


class Samples:
    """A project source over a dictionary that a test may change; `read` lists what was asked for."""

    def __init__(self, some=None, page: int = 500) -> None:
        self.page = page
        self.kept = {project.id: project for project in (projects() if some is None else some)}
        self.read: list[int] = []

    def ids(self, query: Query) -> list[ProjectId]:
        return [project.id for project in self._found(query)]

    def find(self, query: Query) -> Found:
        ids = self.ids(query)
        return Found(ids[: self.page], is_whole=len(ids) <= self.page)

    def ids_beside(self, query: Query, stop) -> PackedIds:  # noqa: ARG002
        return PackedIds.of(self.ids(query))

    def groups(self, query: Query) -> list:
        return Ordering(NO_NAMES).groups(self._found(query), query)

    def groups_beside(self, query: Query) -> list:
        return self.groups(query)

    def hits(self, query: Query) -> SampleHits | None:
        return SampleHits(query.text) if query.text else None

    def _found(self, query: Query) -> list[Project]:
        found = [project for project in self.kept.values() if _MEMBERS[query.view](project)]
        words = query.text.casefold()
        return Ordering(NO_NAMES).in_order([each for each in found if words in each.title.casefold()], query)

    def projects(self, ids, *, gone=False) -> list[Project]:  # noqa: ARG002
        self.read.append(len(ids))
        return [self.kept[each] for each in ids if each in self.kept]

    def listed(self, ids, *, gone=False) -> list[Project]:
        return self.projects(ids, gone=gone)

    def beginning_with(self, text) -> list[ProjectId]:
        return [each.id for each in self.kept.values() if each.title.casefold().startswith(text.casefold())]

    def today(self) -> date:
        return TODAY

    def counts(self) -> dict[View, int]:
        return {view: len(self.ids(Query(view))) for view in View}


@dataclass(frozen=True)
class SampleSnippet:
    text: str
    spans: tuple[tuple[int, int], ...]


class SampleHits:
    """Finds a text as it is written, in titles and in the words of durations."""

    def __init__(self, words: str) -> None:
        self._words = words.casefold()

    def spans(self, text: str) -> list[tuple[int, int]]:
        at = text.casefold().find(self._words)
        return [(at, at + len(self._words))] if at >= 0 else []

    def snippet(self, _project: Project) -> SampleSnippet | None:
        text = f"Hankkeessa tehdään asioita, joita on monta, ja niistä yksi on {self._words} kaikkine sanoineen."
        return SampleSnippet(text, tuple(self.spans(text)))

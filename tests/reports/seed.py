"""The thirty projects of the example page as the register would hold them, for tests of what is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import Kind
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Outcome, Status, StatusEvent
from hankeapp.paths import EXAMPLE_PAGE

PROJECT, DEVELOPMENT = Kind.PROJECT, Kind.DEVELOPMENT

# Name, acronym or short name, kind, start and end, in the order of the page.
FACTS: tuple[tuple[str, str, Kind | None, str, str], ...] = (
    ("Ilmastokestävät pientaloalueet", "ILPI", PROJECT, "2024", "2026"),
    ("Yhteisöllisen oppilashuollon kehittämishanke", "", DEVELOPMENT, "", ""),
    (
        "Multidimensional stormwater treatment in urban areas for cleaner Baltic Sea",
        "MUSTBE",
        PROJECT,
        "2023",
        "2026",
    ),
    ("Liveability", "Liveability", PROJECT, "", ""),
    ("Kaksikielisen perusopetuksen kehittäminen ja jatkumon turvaaminen", "", DEVELOPMENT, "", ""),
    ("Inklusiivinen Satakunta", "", PROJECT, "", ""),
    ("Uudet lukutaidot osaksi opetusta", "", PROJECT, "", ""),
    ("Joustavan esi- ja alkuopetuksen kehittämishanke", "", DEVELOPMENT, "", ""),
    ("Perustaidot nousuun", "", PROJECT, "", ""),
    ("Ikääntyneiden ruokasuositukset käytäntöön", "", PROJECT, "", ""),
    ("Ikäihmisille turvallinen ja esteetön asuminen", "", PROJECT, "", ""),
    ("Ikäystävällinen Pori", "", PROJECT, "", "2023-12-31"),
    ("Konsultoiva sairaalaopetus", "", PROJECT, "", ""),
    ("Varhaiskasvatus perheiden arjen tukena", "", PROJECT, "", ""),
    ("Elinvoiman ja yhteistyön kehittäminen kaupunkikeskustassa", "iPlace", PROJECT, "", ""),
    ("Kohti kiertotaloutta", "CIRCWASTE", PROJECT, "2016", "2023"),
    ("Mahanpuruja muovista -kampanja Porissa", "", Kind.CAMPAIGN, "2022", "2024"),
    ("Energianeuvonta Satakunnassa", "", PROJECT, "2019", "2023"),
    ("Healint", "Healint", PROJECT, "2017", "2020"),
    ("Kohti hiilineutraalia Poria", "HINKU", None, "", ""),
    ("Lähiöohjelma", "", Kind.PROGRAMME, "2020", "2022"),
    ("Intelligent Cities Challenge", "ICC", Kind.NETWORK, "", ""),
    ("Harrastamisen Suomen malli", "", PROJECT, "", ""),
    ("Asunnottomuuden puolittaminen Porissa", "Aspu", PROJECT, "", ""),
    ("Maahanmuuttajien neuvontapiste Maine", "Maine", PROJECT, "", ""),
    ("Selvin päin Satakunnassa", "", PROJECT, "", ""),
    ("Porin jokisuiston vieraskasvilajit hallintaan", "", PROJECT, "2022", "2024"),
    ("Porin talous- ja asumisneuvontapiste TASSI", "TASSI", PROJECT, "", "2022-12"),
    ("Merkityksellinen työ asiakasarvon luomisessa kuntien palveluissa", "METKU", PROJECT, "2021", "2022"),
    (
        "Jokaisella on oikeus liikkua – Erityistä tukea tarvitsevien nuorten liikuntaharrastuneisuus Porissa",
        "",
        PROJECT,
        "",
        "",
    ),
)
TIME_WORDS = {
    1: "kolmevuotinen (2024–2026)",
    3: "2023-2026",
    4: "kolmivuotinen",
    5: "usean vuoden ajan",
    12: "31.12.2023 asti",
    17: "Kampanja Porissa 2022, 2023 ja 2024",
    19: "kolmevuotisen Healint (2017–2020)",
    28: "päättyy joulukuussa 2022",
}


def seed() -> list[Project]:
    """All thirty active, as the page has them."""
    paragraphs = _paragraphs()
    return [
        Project(
            id=ProjectId(f"{order:032x}"),
            number=f"H-2026-{order:03}",
            name=name,
            acronym=acronym,
            kind=kind,
            start=PartialDate.from_iso(start) if start else None,
            end=PartialDate.from_iso(end) if end else None,
            time_text=TIME_WORDS.get(order, ""),
            public_text=paragraphs[order - 1],
            page_order=order,
        )
        for order, (name, acronym, kind, start, end) in enumerate(FACTS, 1)
    ]


def ended(project: Project, outcome: Outcome = Outcome.COMPLETED) -> Project:
    """The project after it was ended on its recorded end date."""
    event = StatusEvent(
        source=project.status,
        target=Status.ENDED,
        effective=project.end,
        outcome=outcome,
        note="",
        actor="mia",
        recorded=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    )
    return replace(project, status=Status.ENDED, events=(event,))


def seed_with_nine_ended() -> list[Project]:
    """The thirty after the review: those whose last possible end has passed are ended."""
    return [ended(project) if project.end is not None and project.end.year < 2026 else project for project in seed()]


def _paragraphs() -> list[str]:
    lines = [line for line in EXAMPLE_PAGE.read_text(encoding="utf-8").splitlines() if line.strip()]
    return lines[3:-1]

"""A query's filters ask the tables and the projects of a past day alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import and_, select

from hankeapp.db import filters
from hankeapp.db.tables import PROJECT
from hankeapp.db.views import in_view
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.organisations import AREAS, TARGET_GROUPS, THEMES
from hankeapp.domain.parts import Attachment, Funding, Participation, Role
from hankeapp.domain.query import Query, View
from hankeapp.domain.query_keys import FilterKind, filter_keys
from hankeapp.domain.query_language import parse
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.services import query_matching
from hankeapp.services.query_matching import Shared
from tests.db.samples import insert, put_away
from tests.strategies import CODES, dates, rows, several_projects

if TYPE_CHECKING:
    from hankeapp.domain.project import Project
    from hankeapp.services.register import Register

TODAY = date(2026, 11, 24)
NAMES = ("Euroopan unioni", "EU", "Interreg Central Baltic", "Interreg", "Pori", "Hyvä Eurajoki", "Ääni-työryhmä")
LABELS = ("Koulu", "Koulutus ja nuoret", "Ympäristö", "a")

NEAR = dates(st.integers(2025, 2027)) | st.integers(-100, 100).map(
    lambda days: PartialDate.of(TODAY + timedelta(days=days))
)
AMOUNTS = st.none() | st.integers(0, 40).map(lambda n: Cents(n * 10_000_000))
VALUES = {
    FilterKind.CHOICE: ["aktiivinen", "active", "päättyneet", "kokeilu,kampanja", "lead", "k", "muu"],
    FilterKind.NAME: [
        "Interreg", "inter", "EU", "=EU", '"Euroopan u"', "koulu", "=Koulu", "a", "x", "ä", "H", "1", "työryhmä",
        "pori,eu",
    ],
    FilterKind.DATE: [
        "2026", "2026-2027", "<2027", ">2026", "<=5/2026", ">=24.11.2026", '"kevät 2026"', '"talvi 2026"', "90pv",
        "-90pv", "1/2026", "31.12.2026", "ohitettu", "pian,2025",
    ],
    FilterKind.AMOUNT: ["100000", ">100000", "<200 000", "100000-300000", "0", ">=0"],
    FilterKind.RUNNING: ["2026", "2025-2026", "<2026", ">2026", "tänään"],
    FilterKind.PRESENT: [],
    FilterKind.ABSENT: [],
}  # fmt: skip


@st.composite
def queries(draw: st.DrawFn) -> str:
    asked = draw(st.sampled_from(list(filter_keys().values())))
    sign = draw(st.sampled_from(["", "-"]))
    if not VALUES.get(asked.kind):
        named = draw(st.sampled_from([each for each in filter_keys().values() if each.kind in VALUES and each.targets]))
        return f"{sign}{draw(st.sampled_from(['on', 'puuttuu']))}:{(asked if asked.part else named).key}"
    return f"{sign}{asked.key}:{draw(st.sampled_from(VALUES[asked.kind]))}"


def test_pictures_are_told_from_other_attachments(register):
    for name in ("Kuva.JPG", "kuva.jpg.pdf"):
        register.add({"name": name, "attachments": (Attachment(name=name, sha256="0" * 64),)})
    assert [each.name for each in register.projects(register.ids(Query(text="on:kuva")))] == ["Kuva.JPG"]
    assert len(register.ids(Query(text="on:liite"))) == 2
    assert [each.name for each in register.projects(register.ids(Query(text="puuttuu:kuva")))] == ["kuva.jpg.pdf"]


@pytest.fixture
def keys(register: Register) -> dict[str, list[str]]:
    """The organisations, units and codes that there are."""
    lists = register.lists
    found = {table: [lists.add_shared(table, name) for name in NAMES] for table in ("organisation", "unit")}
    return found | {
        values: [lists.add_listed(values, label) for label in LABELS] for values in (THEMES, TARGET_GROUPS, AREAS)
    }


def with_keys(project: Project, keys: dict[str, list[str]], draw: st.DataObject) -> Project:
    """The project with keys and codes of what there is, some at least."""

    def one_of(table: str) -> Key | None:
        return draw.draw(st.none() | st.sampled_from(keys[table]).map(Key))

    def some(values: str) -> Codes:
        return Codes((*draw.draw(CODES), *draw.draw(st.lists(st.sampled_from(keys[values]), max_size=2, unique=True))))

    funding = replace(
        draw.draw(rows(Funding)), programme=draw.draw(st.sampled_from(["", *NAMES])), funder=one_of("organisation")
    )
    attachment = Attachment(
        id=f"a{project.id}", name=draw.draw(st.sampled_from(["Kuva.JPG", "kuva.jpg.pdf", "", "ä.png"]))
    )
    partner = Participation(id=f"p{project.id}", role=Role.PARTNER, organisation=one_of("organisation"))
    return replace(
        project,
        unit=one_of("unit"),
        themes=some(THEMES),
        areas=some(AREAS),
        fundings=draw.draw(st.sampled_from([(), (funding,)])),
        attachments=draw.draw(st.sampled_from([(), (attachment,)])),
        participations=draw.draw(st.sampled_from([(), (partner,)])),
    )


def in_tables(register: Register, terms: Any, *, every: bool) -> set[str]:
    asked = [filters.holds(term, TODAY, every=every) for term in terms]
    statement = select(PROJECT.c.id).where(and_(in_view(View.ALL, TODAY), *asked))
    return {row[0] for row in register._store._rows(statement)}


@given(
    projects=several_projects(
        start=st.none() | NEAR, end=st.none() | NEAR, budget_whole=AMOUNTS, budget_city=AMOUNTS, budget_own=AMOUNTS
    ),
    asked=st.lists(queries(), min_size=10, max_size=10),
    draw=st.data(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
def test_tables_and_projects_are_asked_alike(register, keys, projects, asked, draw):
    made = [with_keys(project, keys, draw) for project in projects]
    before = register.ids(Query())
    with register._store.write() as writing:
        put_away(writing, before)
        insert(writing, made)
    shared = Shared.of({table: register.lists.shared(table) for table in ("organisation", "unit", "listed_value")})
    stored = register.projects(register.ids(Query()))
    for text in asked:
        terms = parse(text, TODAY).filters
        found = {
            project.id
            for project in stored
            if all(query_matching.holds(term, project, shared, TODAY) for term in terms)
        }
        assert in_tables(register, terms, every=True) == in_tables(register, terms, every=False) == found, text

"""What filters ask of SQLite: the days of partial dates, names, and a first page that is read off an index."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, literal_column, select

from hankeapp.db import queries
from hankeapp.db.called import Called
from hankeapp.db.days import first_day, last_day
from hankeapp.db.distinct import distinct_values, is_indexed
from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.domain.parts import Funding
from hankeapp.domain.query import Query
from hankeapp.domain.query_terms import Named
from hankeapp.language.naming import names
from tests.db.samples import TODAY, add, project
from tests.strategies import STORABLE, dates

one_register = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(STORABLE, max_size=12) | st.text("aäöAÄÖ -1eé", max_size=12)


@given(known=dates())
@one_register
def test_the_days_of_a_date_as_the_domain_has_them(store, known):
    column = bindparam("known", known.iso)
    with store._engine.connect() as connection:
        days = connection.execute(select(first_day(column), last_day(column))).one()
    assert tuple(map(date.fromisoformat, days)) == (known.earliest, known.latest)


def test_no_date_has_no_days(store):
    with store._engine.connect() as connection:
        nothing = literal_column("NULL")
        assert tuple(connection.execute(select(first_day(nothing), last_day(nothing))).one()) == (None, None)


@given(text=TEXTS, typed=TEXTS, whole=st.booleans())
@one_register
def test_sqlite_passes_over_no_name_that_is_meant(store, text, typed, whole):
    with store._engine.connect() as connection:
        asked = Called.so(Named("funder", typed, whole=whole))
        found = connection.execute(select(asked.holds(bindparam("text", text)))).scalar_one()
    assert bool(found) is names(text, typed, whole)


def test_each_value_of_an_indexed_column_once(store):
    programmes = ["Interreg", "Äly", "", "URBACT", "Interreg"]
    add(store, project(1, fundings=tuple(Funding(programme=each) for each in programmes)))
    column = ROWS["funding"].c.programme
    assert is_indexed(column)
    assert not is_indexed(ROWS["funding"].c.words)
    with store._engine.connect() as connection:
        found = connection.execute(select(distinct_values(column))).scalars().all()
    assert sorted(each for each in found if each is not None) == ["Interreg", "URBACT", "Äly"]


@pytest.mark.parametrize(
    "text",
    ["tila:aktiivinen", "laji:kokeilu", "rooli:kumppani", "yksikkö:a", "teema:a", "alkaa:2020..2022", "päättyy:<2027",
     "käynnissä:2025", "budjetti:>1000", "ohitettu", "-tila:päättynyt", "puuttuu:yksikkö", "rahoittaja:EU",
     "myönnetty:>1"],
)  # fmt: skip
def test_a_first_page_is_read_in_the_order_of_the_titles_and_not_sorted(store, text):
    statement = queries.ids(Query(text=text), TODAY, [])
    sql = str(statement.compile(store._engine, compile_kwargs={"literal_binds": True}))
    with store._engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
    (first,) = [step for step in plan if step.startswith(("SCAN project", "SEARCH project"))]
    assert first == "SCAN project USING COVERING INDEX ix_project_title_key"
    assert not [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step]


def test_the_index_of_titles_holds_what_projects_are_filtered_by():
    (index,) = (each for each in PROJECT.indexes if each.name == "ix_project_title_key")
    assert [column.name for column in index.columns][:3] == ["title_key", "id", "state"]

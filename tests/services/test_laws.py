"""Laws of the memory: whatever is done can be taken back, is led to by the log, and is known of any moment."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.db.opening import open_store
from hankeapp.db.sums import keep_anew
from hankeapp.domain.changes import apply, between, taken_back
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, DamagedRegister
from hankeapp.domain.organisations import Organisation
from hankeapp.domain.parts import Contact, Funding, Participation, Period, PeriodKind, Role
from hankeapp.domain.query import Query, View
from hankeapp.domain.records import OWNER, PARTS, PROJECT, project_of
from hankeapp.domain.status import Ending, Status
from hankeapp.domain.values import Cents, Key, RowState
from hankeapp.services.opening import create, open_register
from hankeapp.services.review import Continued
from tests.db.samples import DESK
from tests.strategies import projects


class Office:
    """A register on a real file; every act is done by a clock that may have jumped."""

    def __init__(self, path):
        self.moment = datetime(2026, 11, 24, 12, tzinfo=UTC)
        self.ahead = timedelta()
        self.desk = Desk("Maija", Clock(lambda: self.moment + self.ahead))
        self.register = create(path, self.desk)
        self.acts = 0

    @property
    def store(self):
        return self.register._store

    def reopen(self):
        self.register.close()
        self.register = open_register(self.register.path, self.desk)

    def any(self, place):
        """A living project, or a new one where there is none."""
        ids = sorted(self.register.ids(Query()))
        return self.register.projects([ids[place % len(ids)]])[0] if ids else self.register.add({"name": "Alku"})

    def change(self, project, **values):
        with self.register.journal.act("Muokattiin") as acting:
            acting.change([project], [replace(project, **values)])

    def do(self, act, place):
        self.acts += 1
        ACTS[act](self, place)


def add(office, place):
    office.register.add({"name": f"Hanke {place}", "start": PartialDate(2020), "budget_whole": Cents(place)})


def save(office, place):
    office.register.save(office.any(place), {"notes": f"muistiinpano {office.acts}", "end": PartialDate(2027)})


def end(office, place):
    project = office.any(place)
    if project.status is Status.ENDED:
        office.register.activate([project.id], "Jatkuu.")
    else:
        office.register.end({project.id: Ending(effective=PartialDate(2025), results=f"Puisto {office.acts}.")})


def review(office, place):
    project = office.any(place)
    if project.status is Status.ACTIVE:
        office.register.review({project.id: Continued(PartialDate(2030 + office.acts))})


def put_away(office, place):
    project = office.any(place)
    with office.register.journal.act("Poistettiin") as acting:
        acting.put_away([project], RowState.TRASH)


def restore(office, place):
    ids = sorted(office.register.ids(Query(View.TRASH)))
    if ids:
        with office.register.journal.act("Palautettiin") as acting:
            acting.put_away(acting.writing.projects([ids[place % len(ids)]], gone=True), RowState.LIVE)


def add_part(office, place):
    project = office.any(place)
    with office.register.journal.act("Kumppani lisättiin") as acting:
        key = acting.add_shared("organisation", Organisation(name=f"Yhdistys {place}"))
        more = Participation(role=Role.PARTNER, organisation=Key(key), count=place)
        acting.change([project], [replace(project, participations=(more, *project.participations))])


def change_parts(office, place):
    project = office.any(place)
    periods = (*project.periods, Period(kind=PeriodKind.PHASE, words=f"vaihe {office.acts}"))
    fundings = tuple(replace(each, granted=Cents(office.acts)) for each in project.fundings)
    office.change(project, periods=periods, fundings=(*fundings, Funding(fund="EAKR")))


def drop_parts(office, place):
    project = office.any(place)
    office.change(project, periods=project.periods[1:], participations=project.participations[::-1], fundings=())


def undo(office, _):
    office.register.journal.undo()


def redo(office, _):
    office.register.journal.redo()


ACTS = {
    act.__name__: act
    for act in (add, save, end, review, put_away, restore, add_part, change_parts, drop_parts, undo, redo)
}

STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 5)), max_size=10)


def everything(office):
    """All projects and organisations, those thrown away too, but for how often they were written."""
    with closing(open_register(office.register.path, office.desk, reading=True)) as register:
        ids = sorted(register.ids(Query())) + sorted(register.ids(Query(View.TRASH)))
        found = register._store.projects(ids, gone=True) if ids else []
    organisations = sorted(office.store.shared("organisation"), key=lambda each: each.id)
    return [replace(each, version=0) for each in found], organisations


def opened(tmp_path_factory):
    return Office(tmp_path_factory.mktemp("laws") / "r.hanke")


def seen(office):
    """The living projects, in the order of their keys."""
    return [replace(each, version=0) for each in office.register.projects(sorted(office.register.ids(Query())))]


def stamps(office):
    with office.store._engine.connect() as connection:
        return connection.exec_driver_sql("SELECT stamp FROM act ORDER BY seq").scalars().all()


@given(steps=STEPS, often=st.booleans())
@settings(max_examples=15)
def test_all_is_taken_back_and_done_again_also_after_closing(tmp_path_factory, steps, often):
    office = opened(tmp_path_factory)
    for act, place in steps:
        office.do(act, place)
    full, done = everything(office), 0
    while office.register.journal.undo():
        done += 1
        if often:
            office.reopen()
    assert everything(office) == ([], [])
    assert office.register.counts() == dict.fromkeys(View, 0)
    assert office.register.faults() == []
    for _ in range(done):
        assert office.register.journal.redo()
        if often:
            office.reopen()
    assert everything(office) == full
    office.register.close()


AHEAD = timedelta(days=1000)


@given(steps=STEPS, hours=st.lists(st.integers(1, 50), min_size=10, max_size=10), wrong=st.sets(st.integers(0, 9)))
@settings(max_examples=15)
def test_a_clock_that_was_ahead_of_today_harms_what_is_known_of_no_other_act(tmp_path_factory, steps, hours, wrong):
    office = opened(tmp_path_factory)
    states = [(office.moment, seen(office))]
    for place, ((act, at), passed) in enumerate(zip(steps, hours, strict=False)):
        office.moment += timedelta(hours=passed)
        office.ahead = AHEAD if place in wrong else timedelta()
        count = len(stamps(office))
        office.do(act, at)
        if place not in wrong and len(stamps(office)) > count:
            states.append((office.moment, []))
        states[-1] = (states[-1][0], seen(office))
    for moment, state in states:
        assert known(office, moment) == state
    office.register.close()


@given(steps=STEPS, jumps=st.lists(st.integers(-5000, 5000), min_size=10, max_size=10))
@settings(max_examples=15)
def test_what_is_known_later_is_never_less_though_the_clock_jumps(tmp_path_factory, steps, jumps):
    office = opened(tmp_path_factory)
    states = [seen(office)]
    for (act, place), jump in zip(steps, jumps, strict=False):
        office.moment += timedelta(hours=jump)
        office.do(act, place)
        states.append(seen(office))
        assert office.store.unsound() == []
        assert known(office, office.moment) == states[-1]
    place = 0
    for moment in sorted(map(datetime.fromisoformat, stamps(office))):
        place = states.index(known(office, moment), place)
    assert known(office, datetime(1900, 1, 1, tzinfo=UTC)) == []
    assert office.register.faults() == []
    office.register.close()


def known(office, moment):
    return sorted(office.store.known(office.store.acts_by(moment, office.moment)).projects, key=lambda each: each.id)


@given(before=projects(), after=projects())
@settings(max_examples=50)
def test_changes_lead_from_one_project_to_the_other_and_back(before, after):
    after = replace(after, id=before.id)
    rows = {}
    apply(rows, between(None, before))
    assert read_back(rows) == before
    apply(rows, made := between(before, after))
    assert read_back(rows) == after
    apply(rows, taken_back(made))
    assert read_back(rows) == before
    assert between(before, before) == []


def read_back(rows):
    """The project of plain rows by table and id."""
    (project,) = (row for (table, _), row in rows.items() if table == PROJECT)
    parts = {name: [row for (table, _), row in rows.items() if table == name] for name in PARTS}
    assert all(row[OWNER] == project["id"] for each in parts.values() for row in each)
    return project_of(project, parts, 0)


FIELDS = {"notes": ["a", "b"], "results": ["a", "b"], "end": [PartialDate(2027), PartialDate(2028)]}
VALUES = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in FIELDS.items()})


@given(rounds=st.lists(st.tuples(VALUES, VALUES), max_size=4))
@settings(max_examples=15)
def test_two_windows_differ_only_where_both_changed_the_same_field(tmp_path_factory, rounds):
    office = opened(tmp_path_factory)
    key = office.register.add({"name": "Jokiranta"}).id
    with closing(open_register(office.register.path, office.desk)) as elsewhere:
        for theirs, ours in rounds:
            (project,) = office.register.projects([key])
            (saved,) = elsewhere.projects([key])
            saved = elsewhere.save(saved, theirs)
            wanted = {name: value for name, value in ours.items() if getattr(project, name) != value}
            disputed = {
                name for name, value in wanted.items() if getattr(saved, name) not in {getattr(project, name), value}
            }
            if disputed:
                with pytest.raises(ConflictError):
                    office.register.save(project, ours)
                assert elsewhere.projects([key]) == [saved]
            else:
                office.register.save(project, ours)
                (now,) = elsewhere.projects([key])
                assert replace(now, version=0) == replace(saved, **wanted, version=0)
        assert elsewhere.faults() == []
    office.register.close()


def filled(tmp_path):
    """A closed register with rows in most tables."""
    office = Office(tmp_path / "r.hanke")
    for act in ("add", "add_part", "change_parts", "end", "add"):
        office.do(act, 0)
    project = office.any(0)
    office.change(project, contacts=(Contact(name="Maija"),))
    office.register.close()
    return office.register.path


def test_a_value_that_changed_by_itself_is_found_in_any_column(tmp_path):
    path = filled(tmp_path)
    copy = path.with_name("kopio.hanke")
    tried = 0
    for table, column in columns(path):
        copy.write_bytes(path.read_bytes())
        if not spoil(copy, table, column):
            continue
        tried += 1
        with pytest.raises(DamagedRegister):
            open_register(copy, DESK).close()
    assert tried > 100


def columns(path):
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return [(table, row[1]) for table in tables for row in connection.execute(f'PRAGMA table_info("{table}")')]


def spoil(path, table, column):
    """Change a value in one row, as if a disk had; whether there was one."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        found = connection.execute(f'SELECT rowid, "{column}" FROM "{table}" LIMIT 1').fetchone()
        if found is None:
            return False
        row, value = found
        other = value + 1000 if isinstance(value, int) else f"{value or ''}x"
        if connection.execute(f'SELECT typeof("{column}") FROM "{table}"').fetchone()[0] == "null":
            other = "1"
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (other, row))
        return True


def test_what_no_change_led_to_is_found_though_its_sums_agree(tmp_path):
    path = filled(tmp_path)
    with closing(open_store(path)) as store:
        with store.write() as writing:
            writing._connection.exec_driver_sql("UPDATE project SET notes = 'vieras' WHERE number = 'H-2026-001'")
            keep_anew(writing._connection, "project")
        assert store.unsound() == []
        (fault,) = store.faults()
    assert fault.startswith("project ")
    assert fault.endswith(": notes")


def test_a_change_that_does_not_follow_from_the_one_before_is_found(tmp_path):
    path = filled(tmp_path)
    with closing(open_store(path)) as store:
        with store.write() as writing:
            writing._connection.exec_driver_sql(
                "UPDATE change SET old = '\"vieras\"' WHERE field = 'results' AND base IS NOT NULL"
            )
            keep_anew(writing._connection, "change")
        assert [fault.split()[0] for fault in store.faults()] == ["change"]

"""Made registers: sound, whole with parts, and the same again."""

import sqlite3
from contextlib import closing

import pytest

from benchmarks.generator import made_register
from benchmarks.inflection import cases, place_cases
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.fields import parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import Query
from hankeapp.services.opening import open_register

SIZE = 60
_UNMADE = {"relations", "attachments"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return made_register(tmp_path_factory.mktemp("made"), SIZE)


def test_a_made_register_is_as_the_program_would_have_written_it(made):
    register = open_register(made, Desk("kokeilija", Clock()))
    projects = register.projects(register.ids(Query()))
    assert register.faults() == []
    assert len(projects) == SIZE
    assert {part.name for part in parts_of(Project) for each in projects if getattr(each, part.name)} >= {
        part.name for part in parts_of(Project)
    } - _UNMADE
    register.close()


def test_the_same_size_makes_the_same_projects(made, tmp_path):
    again = made_register(tmp_path, SIZE)
    assert _rows(again, "project") == _rows(made, "project")
    assert _rows(again, "funding") == _rows(made, "funding")


def test_a_register_that_was_made_before_is_used_again(made):
    before = made.stat().st_mtime_ns
    assert made_register(made.parent, SIZE) == made
    assert made.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("e hanke hankkee", {"gen": "hankkeen", "ine": "hankkeessa", "ill": "hankkeeseen", "gens": "hankkeiden"}),
        ("o ranta ranna", {"gen": "rannan", "par": "rantaa", "pars": "rantoja", "ades": "rannoilla"}),
        ("t yrittäjyys", {"gen": "yrittäjyyden", "ill": "yrittäjyyteen", "elas": "yrittäjyyksistä"}),
    ],
)
def test_nouns_inflect_as_finnish_does(entry, forms):
    assert {slot: form for slot, form in cases(entry).items() if slot in forms} == forms


def test_places_inflect_too():
    assert place_cases("Turku:Turu")["place_ill"] == "Turkuun"
    assert place_cases("Ahlainen")["place_ine"] == "Ahlaisessa"


def _rows(path, table):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()

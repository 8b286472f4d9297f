"""A register's JSON: out and into an empty register, it gives an equal one; what is broken is refused whole."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.db.opening import open_beside
from hankeapp.domain import rules
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, FileError, KnownError
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.kinds import Kind
from hankeapp.domain.organisations import ListedValue, Organisation, Unit
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.parts import Funding, Link, Relation, RelationKind
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.records import SHARED
from hankeapp.domain.saved_searches import SavedSearch
from hankeapp.domain.status import Status
from hankeapp.domain.templates import Template
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.domain.whole import CARRIED, NOT_CARRIED, Whole
from hankeapp.exchange.register_json import write_register
from hankeapp.exchange.register_reading import is_register, read_register
from hankeapp.services.exporting import Export, export
from hankeapp.services.opening import create, create_example, create_whole
from hankeapp.services.sources import read_file
from hankeapp.services.whole_register import whole_of
from tests.strategies import KEYS, several_projects, texts

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.services.import_review import Review
    from hankeapp.services.register import Register

EVERY = Query(sorts=(Sort("number"),))


def said(register: Register) -> Whole:
    """All that a register says now, whatever wrote it how often."""
    with closing(open_beside(register.path)) as store:
        whole = whole_of(store, store.projects(sorted(store.ids(Query(), register.today()))))
    return replace(whole, projects=tuple(replace(each, version=0) for each in whole.projects))


def written(register: Register, path: Path, query: Query = EVERY) -> Path:
    export(register, Export(ExportFormat.JSON, register.ids(query)), path)
    return path


def stands(project: Project) -> bool:
    """Whether the rules let it into any register."""
    try:
        rules.check(project)
    except FieldError:
        return False
    return True


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    organisations = draw(st.lists(st.builds(Organisation, id=KEYS, name=texts(), short_name=texts()), max_size=2))
    units = draw(st.lists(st.builds(Unit, id=KEYS, name=texts()), max_size=2))
    values = st.builds(ListedValue, id=KEYS, list=st.just("theme"), code=st.text("abc", min_size=1), label=texts())
    projects = [each for each in draw(several_projects(4)) if stands(each)]
    if organisations:
        given = Funding(id=draw(KEYS), funder=Key(organisations[0].id))
        projects = [replace(each, fundings=(*each.fundings, replace(given, id=draw(KEYS)))) for each in projects]
    if units:
        projects = [replace(each, unit=Key(units[0].id)) for each in projects]
    layout = PageLayout(draw(texts()), (PageSection(draw(texts()), Status.ACTIVE),), "\n", "\n\n", ((2, " "),), "utf-8")
    return Whole(
        projects=tuple(projects),
        shared={
            "organisation": tuple(organisations),
            "unit": tuple(units),
            "listed_value": tuple(draw(st.lists(values, max_size=2))),
            "saved_search": (SavedSearch(id=draw(KEYS), name=draw(texts()), view=View.ACTIVE, sorts="-end name"),),
            "template": (Template(id=draw(KEYS), name="x", content='{"kind": "project"}'),),
        },
        layout=draw(st.none() | st.just(layout)),
        numbers={2026: draw(st.integers(1, 500))},
    )


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(whole=wholes())
def test_out_and_into_an_empty_register_is_an_equal_register(
    whole: Whole, tmp_path_factory: pytest.TempPathFactory, desk: Desk
) -> None:
    folder = tmp_path_factory.mktemp("json")
    with closing(create(folder / "a.hanke", desk)) as first:
        first.fill(whole, "x")
        path = written(first, folder / "a.json")
        with closing(create_whole(folder / "b.hanke", path, desk)) as second:
            assert said(second) == said(first)
            assert {each.id for each in said(first).projects} == {each.id for each in whole.projects}
            assert not second.faults()


def test_the_example_comes_over_whole(tmp_path: Path, desk: Desk) -> None:
    picture = tmp_path / "kuva.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with closing(create_example(tmp_path / "a.hanke", desk)) as first:
        (project, other, *_) = first.projects(first.ids(EVERY))
        first.attach(project, picture, caption="Kuva")
        first.searches.add("EU", Query(text="rahoittaja:EU"))
        first.templates.save("Pohja", other)
        path = written(first, tmp_path / "a.json")
        with closing(create_whole(tmp_path / "b.hanke", path, desk)) as second:
            assert said(second) == said(first)
            assert second.attached(second.numbered([project.number])[0].attachments[-1]) == picture.read_bytes()
            assert written(second, tmp_path / "b.json").read_bytes() == path.read_bytes()
            assert second.add({"name": "Uusi"}).number == "H-2026-031"
            assert second.page_layout() == first.page_layout()
            assert second.journal.undoable


def test_a_selection_stands_alone(tmp_path: Path, desk: Desk) -> None:
    with closing(create(tmp_path / "a.hanke", desk)) as first:
        one = first.add({"name": "Emo"})
        two = first.add({"name": "Osa", "relations": (Relation(kind=RelationKind.PARENT, project=Key(one.id)),)})
        asked = Export(ExportFormat.JSON, [two.id])
        export(first, asked, tmp_path / "a.json")
        with closing(create_whole(tmp_path / "b.hanke", tmp_path / "a.json", desk)) as second:
            (alone,) = second.projects(second.ids(EVERY))
            assert [(each.project, each.name) for each in alone.relations] == [(None, "Emo")]
            assert second.add({"name": "Uusi"}).number == "H-2026-003"


def document() -> dict[str, Any]:
    project = Project(
        id=ProjectId("a" * 32),
        number="H-2026-001",
        name="Perhonen",
        kind=Kind.PROJECT,
        unit=Key("b" * 32),
        themes=Codes(("ilmasto",)),
        links=(Link(id="c" * 32, address="https://pori.fi"),),
    )
    layout = PageLayout("x", (PageSection("y", Status.ACTIVE),), "\n", "\n\n", ((2, " "),), "utf-8")
    whole = Whole(
        projects=(project,),
        shared={"unit": (Unit(id="b" * 32, name="Elinvoima"),)},
        layout=layout,
        numbers={2026: 1},
    )
    made: dict[str, Any] = json.loads(write_register(whole, date(2026, 11, 24)))
    return made


def put(path: str, value: object) -> dict[str, Any]:
    """The document with another value at a place."""
    made = document()
    at: Any = made
    *way, last = path.split(".")
    for step in way:
        at = at[int(step)] if step.isdigit() else at[step]
    at[int(last) if last.isdigit() else last] = value
    return made


HOSTILE = {
    "another program": put("format", "x"),
    "newer": put("version", 2),
    "version": put("version", value=True),
    "unknown": put("extra", 1),
    "unknown field": put("projects.0.extra", 1),
    "no name": put("projects.0.name", None),
    "a number for a name": put("projects.0.name", 5),
    "half a pair": put("projects.0.name", "\ud800"),
    "half a pair in a part": put("projects.0.links.0.caption", "\ud800"),
    "blank name": put("projects.0.name", " "),
    "endless name": put("projects.0.name", "x" * 501),
    "a kind": put("projects.0.kind", "xyz"),
    "a date": put("projects.0.start", "2026-02-30"),
    "another date": put("projects.0.start", "24.11.2026"),
    "money as text": put("projects.0.budget_whole", "5"),
    "half cents": put("projects.0.budget_whole", 5.5),
    "too much money": put("projects.0.budget_whole", 2**70),
    "a truth": put("projects.0.budget_whole", value=True),
    "codes": put("projects.0.themes", ["a b"]),
    "a code": put("projects.0.themes", "a"),
    "a list for a text": put("projects.0.notes", []),
    "an object for a list": put("projects.0.links", {}),
    "no row": put("projects.0.links.0", 1),
    "no key": put("projects.0.id", "x"),
    "a unit that is not there": put("projects.0.unit", "f" * 32),
    "the same key twice": put("projects.0.links.0.id", "a" * 32),
    "end before start": put("projects.0.start", "2027") | {},
    "numbers": put("numbers", {"x": 1}),
    "contents": put("contents", {"0" * 64: "eA=="}),
    "no base64": put("contents", {"0" * 64: "?"}),
    "an encoding": put("page_layout.encoding", "xyz"),
    "a section": put("page_layout.sections.0.status", "xyz"),
    "a gap": put("page_layout.gaps.0", [1]),
    "projects": put("projects", None),
    "lists": put("lists", []),
    "a table": put("lists.change", []),
    "a template": put("lists.template", [{"id": "e" * 32, "name": "x", "content": "["}]),
    "a preset": put("lists.print_preset", [{"id": "e" * 32, "name": "x", "content": "{}"}]),
    "a search": put("lists.saved_search", [{"id": "e" * 32, "name": "x", "sorts": "nonesuch"}]),
}
HOSTILE["end before start"]["projects"][0]["end"] = "2026"
HOSTILE["the same number"] = put(
    "projects", [document()["projects"][0], document()["projects"][0] | {"id": "d" * 32, "links": []}]
)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_broken_is_refused_whole(name: str, tmp_path: Path, desk: Desk) -> None:
    source, register = tmp_path / "a.json", tmp_path / "b.hanke"
    source.write_text(json.dumps(HOSTILE[name]), encoding="utf-8")
    with pytest.raises(KnownError) as refused:
        create_whole(register, source, desk)
    assert len(refused.value.sentences) >= 2
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": "hankeapp-register", "format": "hankeapp-register"}',
        b'{"format": NaN}',
        b'{"format": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "hankeapp-register", "version": 1, "projects": ' + b"[" * 100_000,
    ],
)
def test_what_is_no_such_document_is_refused(data: bytes) -> None:
    with pytest.raises(FileError):
        read_register("a.json", data)


def test_the_document_as_it_is_is_read(tmp_path: Path, desk: Desk) -> None:
    data = json.dumps(document(), ensure_ascii=False).encode()
    assert is_register(data)
    assert not is_register(b'{"format": "x"}')
    assert read_register("a.json", b"\xef\xbb\xbf" + data).projects[0].name == "Perhonen"
    (tmp_path / "a.json").write_bytes(data)
    with closing(create_whole(tmp_path / "b.hanke", tmp_path / "a.json", desk)) as register:
        assert [each.version for each in register.projects(register.ids(EVERY))] == [1]


def test_what_is_not_carried_is_known() -> None:
    assert set(NOT_CARRIED) == {"kept_report"}
    assert set(SHARED) - set(CARRIED) == {"kept_report"}


def reviewed(register: Register, path: Path) -> Review:
    return register.intake.prepare(read_file(path))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(whole=wholes())
def test_into_the_register_that_it_came_from_it_changes_nothing(
    whole: Whole, tmp_path_factory: pytest.TempPathFactory, desk: Desk
) -> None:
    folder = tmp_path_factory.mktemp("json")
    with closing(create(folder / "a.hanke", desk)) as register:
        register.fill(whole, "x")
        entries = reviewed(register, written(register, folder / "a.json")).entries
        assert all(entry.is_unchanged for entry in entries)


def test_into_another_register_it_suggests_field_by_field(tmp_path: Path, desk: Desk) -> None:
    with closing(create_example(tmp_path / "a.hanke", desk)) as first:
        (project, other, *_) = first.projects(first.ids(EVERY))
        path = written(first, tmp_path / "a.json")
        first.save(project, {"name": "Toisin", "end": PartialDate(2030), "budget_whole": Cents(5)})
        first.parts.save(other, "links", [Link(address="https://pori.fi")])
        entries = [each for each in reviewed(first, path).entries if not each.is_unchanged]
        assert [[each.field for each in entry.changes] for entry in entries] == [["name", "end"]]
        with closing(create(tmp_path / "b.hanke", desk)) as second:
            mine = second.add({"name": "Aivan muu hanke", "acronym": "AMH"})
            review = reviewed(second, path)
            # Its number is that of another project there.
            assert [each.target.is_certain for each in review.entries if each.target] == [False]
            for at in range(len(review.entries)):
                review.match(at, None)
                review.accept(at)
            review.leave_out(1)
            second.intake.carry_out(review)
            assert len(second.ids(EVERY)) == 30
            assert second.projects([mine.id]) == [mine]
            texts = {each.public_text for each in first.projects(first.ids(EVERY))}
            assert {each.public_text for each in second.projects(second.ids(EVERY))} - {""} < texts

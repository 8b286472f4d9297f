"""A register's JSON, read strictly: what is not as `register_json` writes it is refused, with its place.

The file may come from anyone: what it names is looked up before anything is made of it.
"""

from __future__ import annotations

import base64
import codecs
import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from hankeapp.digests import sha256_of
from hankeapp.domain.columns import columns
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError, FileError
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.domain.whole import CARRIED, Whole
from hankeapp.exchange.json_values import Refused, checked, checked_list, checked_object, member, value_of
from hankeapp.exchange.register_json import FORMAT, VERSION
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.saved_searches import SavedSearch
    from hankeapp.domain.templates import Template

_KEY = re.compile("[0-9a-f]{32}")
_SHA256 = re.compile("[0-9a-f]{64}")
_SHORTEST_HEAD = re.compile(rb'\s*\{\s*"format"\s*:\s*"' + FORMAT.encode())


def is_register(data: bytes) -> bool:
    """Whether a file says that it is a register's JSON."""
    return _SHORTEST_HEAD.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def read_register(name: str, data: bytes) -> Whole:
    """The register of a document; `FileError` where anything in it is not as it must be."""
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number)
        return _whole(document)
    except RecursionError:
        reason = tr("it is nested too deeply")
    except Refused as error:
        reason = str(error)
    except ValueError as error:  # no JSON, no UTF-8, a number of thousands of digits
        reason = tr("it is not JSON ({reason})", reason=error)
    raise FileError(
        tr("“{name}” cannot be read as a register: {reason}.", name=name, reason=reason),
        tr("Nothing was taken in."),
        tr("Export it again from the register that it came from."),
    )


def _whole(document: Any) -> Whole:
    told = checked_object(
        document,
        "",
        required=("format", "version", "projects", "lists"),
        known=("program", "written", "numbers", "page_layout", "contents"),
    )
    if told["format"] != FORMAT or type(told["version"]) is not int:
        raise Refused(tr("it is the JSON of another program"))
    if told["version"] > VERSION:
        raise Refused(tr("a newer version of Hankeapp wrote it"))
    whole = Whole(
        projects=tuple(_project(each, f"projects[{at}]") for at, each in enumerate(_list(told, "projects"))),
        shared=_shared(told["lists"]),
        layout=_layout(told.get("page_layout")),
        numbers=_numbers(told.get("numbers", {})),
        contents=_contents(told.get("contents", {})),
    )
    _check_keys(whole)
    for at, each in enumerate(whole.shared.get("template", ())):
        _check_template(each, f"lists.template[{at}]")
    for at, each in enumerate(whole.shared.get("saved_search", ())):
        _check_search(each, f"lists.saved_search[{at}]")
    return whole


def _list(told: dict[str, Any], name: str) -> list[Any]:
    return checked_list(told[name], name)


def _project(told: Any, place: str) -> Project:
    parts = {part.name: part for part in parts_of(Project)}
    document = checked_object(told, place, known=("id", *(f.name for f in fields_of(Project)), *parts))
    own = {name: value for name, value in document.items() if name not in parts}
    rows: dict[str, Any] = {
        name: tuple(
            _row(part.type, each, f"{place}.{name}[{at}]")
            for at, each in enumerate(checked_list(document.get(name, []), f"{place}.{name}"))
        )
        for name, part in parts.items()
    }
    values = _values(Project, own, place)
    return Project(id=ProjectId(values.pop("id")), **values, **rows)


def _shared(told: Any) -> dict[str, tuple[Any, ...]]:
    lists = checked_object(told, "lists", known=tuple(CARRIED))
    return {
        table: tuple(
            _row(kind, each, f"lists.{table}[{at}]")
            for at, each in enumerate(checked_list(lists.get(table, []), f"lists.{table}"))
        )
        for table, kind in CARRIED.items()
    }


def _row(kind: type, told: Any, place: str) -> Any:
    return kind(**_values(kind, told, place))


def _values(kind: type, told: Any, place: str) -> dict[str, Any]:
    fields = {field.name: field for field in fields_of(kind)}
    document = checked_object(told, place, required=("id",), known=tuple(fields))
    key = checked(document["id"], str, f"{place}.id")
    if not _KEY.fullmatch(key):
        raise Refused(tr("{place} is no key", place=f"{place}.id"))
    for name in _required(kind) - set(document):
        raise Refused(tr("{place} is missing", place=member(place, name)))
    return {"id": key} | {
        name: value_of(fields[name], value, member(place, name)) for name, value in document.items() if name != "id"
    }


def _required(kind: type) -> set[str]:
    """The fields that a row cannot be without."""
    return {
        each.name
        for each in dataclasses.fields(kind)
        if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING and each.name != "id"
    }


def _layout(told: Any) -> PageLayout | None:
    if told is None:
        return None
    names = ("opening", "closing", "gap", "encoding")
    layout = checked_object(told, "page_layout", required=(*names, "sections", "gaps"))
    texts = {name: checked(layout[name], str, f"page_layout.{name}") for name in names}
    try:
        codecs.lookup(texts["encoding"])
    except LookupError:
        raise Refused(tr("{place} is not what it should be", place="page_layout.encoding")) from None
    sections = tuple(
        _section(each, f"page_layout.sections[{at}]")
        for at, each in enumerate(checked_list(layout["sections"], "page_layout.sections"))
    )
    gaps = tuple(
        _gap(each, f"page_layout.gaps[{at}]")
        for at, each in enumerate(checked_list(layout["gaps"], "page_layout.gaps"))
    )
    return PageLayout(sections=sections, gaps=gaps, **texts)


def _section(told: Any, place: str) -> PageSection:
    section = checked_object(told, place, required=("heading", "status", "gap", "first"))
    try:
        status = Status(section["status"])
    except ValueError:
        raise Refused(tr("{place} is none of the codes that there are", place=f"{place}.status")) from None
    return PageSection(
        checked(section["heading"], str, f"{place}.heading"),
        status,
        checked(section["gap"], str, f"{place}.gap"),
        checked(section["first"], int, f"{place}.first"),
    )


def _gap(told: Any, place: str) -> tuple[int, str]:
    pair = checked_list(told, place)
    if len(pair) != 2:
        raise Refused(tr("{place} is not what it should be", place=place))
    return checked(pair[0], int, place), checked(pair[1], str, place)


def _numbers(told: Any) -> dict[int, int]:
    numbers = checked(told, dict, "numbers")
    if not all(re.fullmatch(r"\d{4}", year) for year in numbers):
        raise Refused(tr("{place} is not what it should be", place="numbers"))
    return {int(year): checked(last, int, f"numbers.{year}") for year, last in numbers.items()}


def _contents(told: Any) -> dict[str, bytes]:
    return {key: _content(key, each) for key, each in checked(told, dict, "contents").items()}


def _content(key: str, told: Any) -> bytes:
    place = member("contents", key)
    try:
        data = base64.b64decode(checked(told, str, place), validate=True)
    except ValueError:
        raise Refused(tr("{place} is not what it should be", place=place)) from None
    if not _SHA256.fullmatch(key) or sha256_of(data) != key:
        raise Refused(tr("{place} is damaged: its bytes are not those of its name", place=place))
    return data


def _check_template(template: Template, place: str) -> None:
    """That a new project can begin with it."""
    try:
        template.values(PartialDate(2026))
    except (ValueError, KeyError, TypeError, AttributeError, DateError):
        raise Refused(tr("{place} is not what it should be", place=f"{place}.content")) from None


def _check_search(search: SavedSearch, place: str) -> None:
    """That a list can be put in its order."""
    known = {field.name for field in fields_of(Project)} | {column.name for column in columns()}
    named = [sort.field for sort in search.query.sorts] + ([search.group] if search.group else [])
    if not known.issuperset(named):
        raise Refused(tr("{place} is not what it should be", place=f"{place}.sorts"))


def _check_keys(whole: Whole) -> None:
    """That no key is given twice, no number either, and that what is referred to is there."""
    keys: dict[str, set[str]] = {table: set() for table in (*CARRIED, "project")}
    seen: set[str] = set()
    for table, place, row in _all_rows(whole):
        if row.id in seen:
            raise Refused(tr("{place} is there twice", place=f"{place}.id"))
        seen.add(row.id)
        keys.setdefault(table, set()).add(row.id)
    numbers = [project.number for project in whole.projects]
    if len(set(numbers)) < len(numbers):
        raise Refused(tr("a register number is there twice"))
    for _, place, row in _all_rows(whole):
        kind: type = type(row)
        for field in fields_of(kind):
            if field.refers and (key := getattr(row, field.name)) is not None and key not in keys[field.refers]:
                raise Refused(tr("{place} names what is not there", place=f"{place}.{field.name}"))


def _all_rows(whole: Whole) -> Iterator[tuple[str, str, Any]]:
    for table, rows in whole.shared.items():
        yield from ((table, f"lists.{table}[{at}]", row) for at, row in enumerate(rows))
    for at, project in enumerate(whole.projects):
        yield "project", f"projects[{at}]", project
        for part in parts_of(Project):
            rows = getattr(project, part.name)
            yield from ((part.table, f"projects[{at}].{part.name}[{n}]", row) for n, row in enumerate(rows))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(tr("{place} is there twice", place=twice[:60]))
    return made


def _no_number(text: str) -> NoReturn:
    raise Refused(tr("{place} is no number", place=text))

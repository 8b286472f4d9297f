"""A whole register out of its file, and into an empty one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.errors import FieldError, FileError
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.letterheads import TABLE as LETTERHEAD
from hankeapp.domain.project import Project
from hankeapp.domain.records import PROJECT
from hankeapp.domain.values import Key
from hankeapp.domain.whole import CARRIED, Whole
from hankeapp.services.acts import short
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hankeapp.db.store import Store
    from hankeapp.db.writing import Writing
    from hankeapp.domain.naming import Names
    from hankeapp.domain.presets import PrintPreset
    from hankeapp.services.acts import Journal

_NUMBER = re.compile(r"H-(\d{4})-(\d{1,9})")


def whole_of(store: Store, projects: Iterable[Project]) -> Whole:
    """These projects, with all that the register has beside projects.

    A relation to a project that is not among them keeps its name.
    """
    shared = {table: tuple(store.shared(table)) for table in CARRIED}
    there = {table: {row.id for row in rows} for table, rows in shared.items()}
    told = tuple(projects)
    there[PROJECT] = {project.id for project in told}
    names = store.names()
    told = tuple(_standing_alone(project, there, names) for project in told)
    keys = {each.sha256 for project in told for each in project.attachments if each.sha256}
    keys |= {each.sha256 for each in shared[LETTERHEAD] if each.sha256}
    contents = {key: data for key in keys if (data := store.content(key)) is not None}
    return Whole(
        projects=told,
        shared={table: tuple(_kept(row, there) for row in rows) for table, rows in shared.items()},
        layout=store.layout(),
        numbers=store.last_numbers(),
        contents=contents,
    )


def fill(journal: Journal, whole: Whole, source: str) -> int:
    """Put a whole register into an empty one, as one act; how many projects came. `FieldError`, `FileError`."""
    for preset in whole.shared.get("print_preset", ()):
        _check_preset(preset, source)
    try:
        with journal.act(tr("The register was read from “{name}”.", name=short(source))) as acting:
            _keep_beside(acting.writing, whole)
            for table, rows in whole.shared.items():
                for row in rows:
                    acting.carry_shared(table, row)
            acting.add(whole.projects)
    except FieldError as error:
        raise FieldError(error.field, *error.sentences, tr("Nothing was taken in.")) from error
    return len(whole.projects)


def _keep_beside(writing: Writing, whole: Whole) -> None:
    if whole.layout is not None:
        writing.keep_layout(whole.layout)
    writing.keep_numbers(_numbers(whole))
    for key, data in whole.contents.items():
        writing.keep_content(key, data)


def _numbers(whole: Whole) -> dict[int, int]:
    """The last number of each year, given or borne."""
    last = dict(whole.numbers)
    for match in filter(None, (_NUMBER.fullmatch(project.number) for project in whole.projects)):
        year, number = int(match[1]), int(match[2])
        last[year] = max(last.get(year, 0), number)
    return last


def _standing_alone(project: Project, there: Mapping[str, Collection[str]], names: Names) -> Project:
    parts = {
        part.name: tuple(_kept(row, there, names) for row in rows)
        for part in parts_of(Project)
        if (rows := getattr(project, part.name))
    }
    alone: Project = replace(_kept(project, there), **parts)
    return alone


def _kept(row: Any, there: Mapping[str, Collection[str]], names: Names | None = None) -> Any:
    """The row without keys of what is not there; the name of a project takes its key's place."""
    kind: type = type(row)
    keys = ((field, getattr(row, field.name)) for field in fields_of(kind))
    gone = [(field, key) for field, key in keys if isinstance(key, Key) and key not in there[field.refers]]
    if not gone:
        return row
    emptied: dict[str, Any] = dict.fromkeys((field.name for field, _ in gone), None)
    related = next((key for field, key in gone if field.refers == PROJECT), None)
    if related and names and not row.name:
        emptied["name"] = names.by_id.get(related, "")
    return replace(row, **emptied)


def _check_preset(preset: PrintPreset, source: str) -> None:
    from hankeapp.services.wishes import wish_of  # late: it loads all that prints

    try:
        wish_of(preset)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FileError(
            tr("“{name}” cannot be read as a register: {reason}.", name=source, reason=short(preset.name)),
            tr("Nothing was taken in."),
            tr("Export it again from the register that it came from."),
        ) from None

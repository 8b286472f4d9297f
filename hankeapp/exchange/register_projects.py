"""A register's JSON as a source of projects for another register, or for the one that it came from.

Names and labels stand in for keys and codes, which another register has not; rows keep their ids, by which the register
that they came from knows them again. What cannot be carried by suggestions is told, with how much there is of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.mappings import UNREAD
from hankeapp.domain.parts import Relation
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Proposal, Reading, Suggestion
from hankeapp.domain.values import Codes, Key, Labels, Named
from hankeapp.exchange.register_reading import read_register
from hankeapp.exchange.told_lines import ToldLines
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hankeapp.domain.proposals import Progress
    from hankeapp.domain.whole import Whole

_NOTHING = (None, "", ())
_STEP = 200
"""Projects between two signs of life."""
_TOLD_OTHERWISE = ("status", "page_order")
_NAMED = ("organisation", "unit", "listed_value")
"""Lists whose entries come with the projects that name them."""


def read_projects(name: str, data: bytes, progress: Progress) -> Reading:
    """The projects of a register's JSON; `FileError` where anything in it is not as it must be."""
    whole = read_register(name, data)
    words = _Words(whole)
    proposals = []
    for order, project in enumerate(whole.projects, 1):
        if order % _STEP == 0:
            progress(order, len(whole.projects))
        proposals.append(_proposal(project, words, order))
    return Reading(proposals=tuple(proposals), remarks=tuple(_remarks(whole)))


class _Words:
    """What keys and codes are called in the file."""

    def __init__(self, whole: Whole) -> None:
        rows = (*whole.shared.get("organisation", ()), *whole.shared.get("unit", ()))
        self._names: Mapping[str, str] = {row.id: row.name for row in rows}
        self._labels = {(row.list, row.code): row.label for row in whole.shared.get("listed_value", ())}

    def of(self, row: Any) -> dict[str, Any]:
        """The values of a row by its fields, in words that another register understands."""
        kind: type = type(row)
        return {field.name: self._value(field.values, getattr(row, field.name)) for field in fields_of(kind)}

    def _value(self, values: str, value: Any) -> Any:
        if isinstance(value, Codes):
            return Labels(self._labels.get((values, code), code) for code in value)
        if isinstance(value, Key):
            name = self._names.get(value)
            return Named(name) if name else None
        return value


def _proposal(project: Project, words: _Words, order: int) -> Proposal:
    lines = ToldLines()
    titles = {field.name: field.title for field in fields_of(Project)}
    suggestions = [
        Suggestion(field=name, value=value, span=lines.add(titles[name], _said(value)))
        for name, value in words.of(project).items()
        if value not in _NOTHING and name not in _TOLD_OTHERWISE
    ]
    for part in parts_of(Project):
        for row in getattr(project, part.name):
            if _is_carried(part.name, row):
                told = replace(row, **words.of(row))
                suggestions.append(Suggestion(field=part.name, value=told, span=lines.add(part.title, _said(told))))
    return Proposal(
        text=lines.text, status=project.status, order=order, suggestions=tuple(suggestions), key=str(project.id)
    )


def _said(value: object) -> str:
    return str(getattr(value, "label", value))


def _is_carried(part: str, row: Any) -> bool:
    return part not in UNREAD and not (isinstance(row, Relation) and row.project is not None)


def _remarks(whole: Whole) -> Iterator[str]:
    yield tr("What is empty in the file takes nothing away, and a new project gets a register number of its own.")
    left = Counter(
        part.name
        for project in whole.projects
        for part in parts_of(Project)
        for row in getattr(project, part.name)
        if not _is_carried(part.name, row)
    )
    settings = sum(len(rows) for table, rows in whole.shared.items() if table not in _NAMED)
    told = (
        trn("{n} status change", "{n} status changes", left["events"]) if left["events"] else "",
        trn("{n} attachment", "{n} attachments", left["attachments"]) if left["attachments"] else "",
        trn("{n} relation to another project", "{n} relations to other projects", left["relations"])
        if left["relations"]
        else "",
        trn("{n} search, template or other setting", "{n} searches, templates and other settings", settings)
        if settings
        else "",
    )
    if any(told):
        things = ", ".join(filter(None, told))
        yield tr("Not taken in from the file: {things}. A new register that is made of it has all.", things=things)

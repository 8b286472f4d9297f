"""How a list tells of a project, and of a group of projects: in the window, on paper, in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.domain.values import Codes
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from hankeapp.domain.columns import Column
    from hankeapp.domain.fields import Field
    from hankeapp.domain.project import Project
    from hankeapp.domain.query import GroupRow


class Naming(Protocol):
    """What knows the words for keys and codes."""

    def text(self, field: Field, value: Any) -> str:
        """A field's value in words; empty where nothing is known."""


def cell_text(project: Project, column: Column, names: Naming) -> str:
    """What is known of a project in a column, as a table shows it; empty where nothing is."""
    return "; ".join(names.text(column.field, value) for value in column.values(project))


def group_text(column: Column, group: GroupRow, names: Naming) -> str:
    """What a group of a list is called; statuses as the views are."""
    kind = column.field.type
    if group.key is None:
        return tr("{column} not known", column=column.title)
    if kind is Status:
        return View(group.key).label
    if kind is PartialDate:
        return group.key
    return names.text(column.field, kind((group.key,)) if kind is Codes else kind(group.key))


def group_facts(group: GroupRow) -> list[str]:
    """How many projects a group has, and how much money as far as it is known."""
    facts = [trn("{n} project", "{n} projects", group.count)]
    if group.total is not None:
        facts.append(tr("{sum} in all", sum=group.total))
        if group.known < group.count:
            missing = group.count - group.known
            facts.append(trn("budget of {n} project not known", "budgets of {n} projects not known", missing))
    return facts

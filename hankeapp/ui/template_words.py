"""What a template is for, behind its name, and what it gives, in a sentence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.fields import field_of, fields_of
from hankeapp.domain.parts import Funding
from hankeapp.domain.project import Project
from hankeapp.translation import tr, trn
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from hankeapp.domain.templates import Template
    from hankeapp.services.templates import Purpose, Templates
    from hankeapp.ui.names import Names


def template_title(purpose: Purpose, names: Names) -> str:
    """Its name, and for which kind of project and whose funding it is: `EAKR-hanke (Kehittämishanke, EAKR)`."""
    values = purpose.values
    first = next(iter(values["fundings"]), None)
    told = [values["kind"].label] if values.get("kind") else []
    told += [_funding_words(first, names)] if first is not None else []
    meant = ", ".join(filter(None, told))
    return f"{purpose.template.name} ({meant})" if meant else purpose.template.name


def template_words(template: Template, templates: Templates, names: Names) -> str:
    """The values that a new project gets of it, and that its deadlines wait for an end."""
    values = templates.values(template)
    told = [names.text(field_of(Project, name), value) for name, value in values.items() if name != "fundings"]
    told += [_funding_words(row, names) for row in values["fundings"]]
    count = len(template.deadlines)
    if count:
        deadlines = trn(
            "{n} deadline, once the project has an end", "{n} deadlines, once the project has an end", count
        )
        told.append(deadlines)
    return tr("Gives: {values}", values="; ".join(filter(None, told)) or formatting.NOTHING)


def _funding_words(row: Funding, names: Names) -> str:
    told = (
        names.text(field, getattr(row, field.name))
        for field in fields_of(Funding)
        if field.name in {"funder", "fund", "programme", "instrument"}
    )
    return ", ".join(filter(None, told))

"""A whole register as JSON, and back: nothing of what it says now is lost. `docs/json.md` describes it.

Values stand in their plain form (`hankeapp.domain.values`), listed values as lists of codes, bytes in Base64.
"""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hankeapp import __version__
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.values import Codes, to_plain
from hankeapp.domain.whole import CARRIED

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.whole import Whole

FORMAT, VERSION = "hankeapp-register", 1
"""What the file says that it is."""


def write_register(whole: Whole, written: date) -> bytes:
    """The document of a register."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "program": f"hankeapp {__version__}",
        "written": written.isoformat(),
        "numbers": {str(year): last for year, last in sorted(whole.numbers.items())},
        "page_layout": _layout(whole),
        "lists": {table: [_row(each) for each in whole.shared.get(table, ())] for table in CARRIED},
        "projects": [_project(project) for project in whole.projects],
        "contents": {key: base64.b64encode(data).decode() for key, data in sorted(whole.contents.items())},
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _project(project: Project) -> dict[str, Any]:
    parts = {part.name: [_row(row) for row in getattr(project, part.name)] for part in parts_of(Project)}
    return _row(project) | parts


def _row(row: Any) -> dict[str, Any]:
    kind: type = type(row)
    return {"id": row.id} | {field.name: _plain(getattr(row, field.name)) for field in fields_of(kind)}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, Codes) else to_plain(value)


def _layout(whole: Whole) -> dict[str, Any] | None:
    if whole.layout is None:
        return None
    sections = [asdict(section) | {"status": section.status.value} for section in whole.layout.sections]
    return asdict(whole.layout) | {"sections": sections}

"""Writes docs/register.schema.json: what a register's JSON looks like, by the declarations of the fields.

JSON Schema 2020-12 (https://json-schema.org/draft/2020-12). A test keeps the file in step with the declarations.
"""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.domain.whole import CARRIED
from hankeapp.exchange.register_json import FORMAT, VERSION
from hankeapp.translation import speaking

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field

SCHEMA = Path(__file__).parents[1] / "docs" / "register.schema.json"

_LARGEST = 2**63 - 1
_KEY = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
_TEXT = {"type": "string"}
_MONTH, _SEASON, _DAY = "(0[1-9]|1[0-2])", "2[1-4]", "(0[1-9]|[12][0-9]|3[01])"
_DEFINITIONS: dict[str, dict[str, Any]] = {
    "key": _KEY | {"description": "A UUIDv7 as 32 hexadecimal digits; no two rows of a document have the same."},
    "date": {
        "type": "string",
        "pattern": f"^[0-9]{{4}}(-({_MONTH}(-{_DAY})?|{_SEASON}))?$",
        "description": "ISO 8601-2: a year, a month, a season (21 spring … 24 winter) or a day.",
    },
    "moment": {"type": "string", "format": "date-time", "description": "UTC."},
    "number": {"type": "integer", "minimum": -_LARGEST, "maximum": _LARGEST},
    "cents": {"$ref": "#/$defs/number", "description": "Money in cents: 12 500 € is 1250000."},
    "share": {"$ref": "#/$defs/number", "description": "Hundredths of a per cent: 80 % is 8000."},
    "codes": {
        "type": "array",
        "items": {"type": "string", "pattern": "^\\S+$"},
        "description": "Codes of a list's values, in the order in which they were chosen.",
    },
}
_KINDS: dict[type, str] = {
    PartialDate: "date",
    datetime: "moment",
    Cents: "cents",
    Share: "share",
    int: "number",
    Codes: "codes",
    Key: "key",
}


def schema() -> dict[str, Any]:
    """The schema of a register's document."""
    with speaking("en"):
        rows = {part.table: _row(part.type) for part in parts_of(Project)}
        rows |= {table: _row(kind) for table, kind in CARRIED.items()}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:{FORMAT}:{VERSION}",
            "title": "A register of Hankeapp",
            **_object(_document(), required=("format", "version", "projects", "lists")),
            "$defs": _DEFINITIONS | {"project": _project()} | rows,
        }


def text() -> str:
    """The file as it is written."""
    return f"{json.dumps(schema(), ensure_ascii=False, indent=1)}\n"


def _document() -> dict[str, Any]:
    bytes_in_base64 = {"type": "string", "contentEncoding": "base64"}
    return {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "program": _TEXT,
        "written": {"type": "string", "format": "date"},
        "numbers": {
            "description": "The last register number that was given in each year.",
            "type": "object",
            "patternProperties": {"^[0-9]{4}$": {"$ref": "#/$defs/number"}},
            "additionalProperties": False,
        },
        "page_layout": {"anyOf": [_layout(), {"type": "null"}]},
        "lists": _object({table: _rows(table) for table in CARRIED}),
        "projects": _rows("project"),
        "contents": {
            "description": "The bytes of attachments and pictures by their SHA-256.",
            "type": "object",
            "patternProperties": {"^[0-9a-f]{64}$": bytes_in_base64},
            "additionalProperties": False,
        },
    }


def _layout() -> dict[str, Any]:
    section = {
        "heading": _TEXT,
        "status": {"enum": [each.value for each in Status]},
        "gap": _TEXT,
        "first": {"$ref": "#/$defs/number"},
    }
    gap = {"type": "array", "prefixItems": [{"$ref": "#/$defs/number"}, _TEXT], "items": False, "minItems": 2}
    layout = dict.fromkeys(("opening", "closing", "gap", "encoding"), _TEXT) | {
        "sections": {"type": "array", "items": _object(section, required=tuple(section))},
        "gaps": {"type": "array", "items": gap},
    }
    return _object(layout, required=tuple(layout))


def _project() -> dict[str, Any]:
    own = _row(Project)
    parts = {part.name: {"title": part.title} | _rows(part.table) for part in parts_of(Project)}
    return own | {"properties": own["properties"] | parts}


def _rows(table: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{table}"}}


def _row(kind: type) -> dict[str, Any]:
    values = {"id": {"$ref": "#/$defs/key"}} | {field.name: _value(field) for field in fields_of(kind)}
    declared = (each for each in dataclasses.fields(kind) if each.name in values)
    return _object(values, required=("id", *(each.name for each in declared if _is_required(each))))


def _is_required(declared: dataclasses.Field[Any]) -> bool:
    has_default = declared.default is not dataclasses.MISSING or declared.default_factory is not dataclasses.MISSING
    return declared.name != "id" and not has_default


def _value(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"title": field.title}
    if field.hint:
        told["description"] = field.hint
    if field.refers:
        told["description"] = f"The key of a row of “{field.refers}”."
    if field.values:
        told["description"] = f"Codes of the values of the list “{field.values}”."
    return told | _kind(field)


def _kind(field: Field) -> dict[str, Any]:
    kind = field.type
    if issubclass(kind, Enum):
        return {"enum": [each.value for each in kind] + ([None] if field.optional else [])}
    if kind is str:
        return {"type": ["string", "null"]} if field.optional else _TEXT
    reference = {"$ref": f"#/$defs/{_KINDS[kind]}"}
    return {"anyOf": [reference, {"type": "null"}]} if field.optional else reference


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


if __name__ == "__main__":
    SCHEMA.write_text(text(), "utf-8")

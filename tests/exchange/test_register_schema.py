"""The schema of a register's JSON is that of the declared fields, and every export keeps to it."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.query import Query
from hankeapp.exchange.register_json import write_register
from hankeapp.services.exporting import Export, export
from hankeapp.services.opening import create_example
from scripts.json_schema import SCHEMA, text
from tests.services.test_whole_register import HOSTILE, document, wholes

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.whole import Whole

VALIDATOR = Draft202012Validator(
    json.loads(SCHEMA.read_text("utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER
)
BEYOND = {
    "newer", "half a pair", "half a pair in a part", "endless name", "blank name", "another date", "a date",
    "a unit that is not there", "the same key twice", "end before start", "the same number", "contents", "no base64",
    "an encoding", "a template", "a preset", "a search",
}  # fmt: skip
"""What no schema can tell: rules across fields, and what is inside a text."""


def faults(told: Any) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in VALIDATOR.iter_errors(told)]


def test_it_is_as_the_fields_are_declared() -> None:
    Draft202012Validator.check_schema(json.loads(text()))
    assert SCHEMA.read_text("utf-8") == text(), "write it anew: python -m scripts.json_schema"


def test_the_example_keeps_to_it(tmp_path: Path, desk: Desk) -> None:
    with closing(create_example(tmp_path / "a.hanke", desk)) as register:
        export(register, Export(ExportFormat.JSON, register.ids(Query())), tmp_path / "a.json")
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert len(told["projects"]) == 30
    assert faults(told) == []


@settings(max_examples=15, deadline=None)
@given(whole=wholes())
def test_any_register_keeps_to_it(whole: Whole) -> None:
    assert faults(json.loads(write_register(whole, date(2026, 11, 24)))) == []


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - BEYOND))
def test_what_is_broken_does_not(name: str) -> None:
    assert faults(document()) == []
    assert faults(HOSTILE[name])

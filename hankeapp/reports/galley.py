"""A document ready to be set, and its setting: all that a process loads which sets pages and does nothing else.

Typst is a compiler: texts reach it as data and never as markup, files only from the folder of the template, fonts
only from ours, and the network not at all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from hankeapp.paths import RESOURCES
from hankeapp.reports.glyphs import shipped_fonts
from hankeapp.reports.streams import unambiguous

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

TEMPLATES = RESOURCES / "print"

_NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True)
class Galley:
    """`inputs` are the words and numbers, as JSON; `folder` holds the pictures, if any, and a copy of the templates.

    The same galley gives the same bytes: `day` is the only time that a PDF tells of.
    """

    template: str
    inputs: Mapping[str, str]
    day: date
    folder: Path | None = None


@dataclass(frozen=True)
class Sheets:
    """A tagged PDF, and how many pages it has."""

    pdf: bytes
    pages: int


class CannotBeSet(Exception):
    """What the typesetter has against a document, in its own words."""


def set_pages(galley: Galley) -> Sheets:
    """Set it in this process, which cannot be stopped meanwhile; `CannotBeSet`."""
    import typst

    root = galley.folder or TEMPLATES
    fonts, inputs = shipped_fonts(), dict(galley.inputs)
    compiler = typst.Compiler(root / galley.template, root=root, font_paths=fonts, sys_inputs=inputs)
    moment = datetime.combine(galley.day, _NOON)
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment)
        pages = compiler.query("<pages>", field="value", one=True)
    except typst.TypstError as error:
        raise CannotBeSet(error.message) from error
    assert isinstance(pdf, bytes)
    return Sheets(unambiguous(pdf), json.loads(pages))

"""From an overview to a tagged PDF (PDF/UA-1 and PDF/A-2a in one file), set by Typst in the shipped typeface.

Typst is a compiler: texts reach it as data and never as markup, files only from the folder of the template, fonts
only from ours, and the network not at all.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from hankeapp.domain.errors import PrintError
from hankeapp.paths import RESOURCES
from hankeapp.reports.glyphs import FONTS, printable
from hankeapp.reports.streams import unambiguous
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hankeapp.reports.entries import Entry
    from hankeapp.reports.summary import Overview

MOST_CHARACTERS = 3_000_000
"""Characters of one overview, each project counted as 1,000 more: the memory of the typesetter grows with them."""

_TEMPLATES = RESOURCES / "print"
_NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True)
class Print:
    """A printed overview: the PDF, its pages, and the titles of projects that do not stand on it as recorded.

    In `replaced` characters without a glyph became □ or were left out, the office's name included; in `shortened` a
    text was cut.
    """

    pdf: bytes
    pages: int
    replaced: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()


def typeset(overview: Overview) -> Print:
    """Set an overview; the same overview gives the same bytes. `PrintError` where it is too large or cannot be set."""
    _check_size(overview)
    pdf, pages = _compiled(json.dumps(_prepared(asdict(overview)), default=str), overview.today)
    return Print(
        pdf,
        pages,
        replaced=tuple(_replaced(overview)),
        shortened=tuple(printable(entry.title)[0] for entry in overview.entries if entry.shortened),
    )


def _compiled(data: str, day: date) -> tuple[bytes, int]:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(
        _TEMPLATES / "overview.typ", root=_TEMPLATES, font_paths=fonts, sys_inputs={"overview": data}
    )
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=datetime.combine(day, _NOON))
        pages = compiler.query("<pages>", field="value", one=True)
    except typst.TypstError as error:
        raise PrintError(
            tr("The overview could not be printed: {reason}.", reason=error.message),
            tr("The register was not changed."),
            tr("Print fewer projects at a time, and report the fault to the developers."),
        ) from error
    assert isinstance(pdf, bytes)
    return unambiguous(pdf), json.loads(pages)


def _check_size(overview: Overview) -> None:
    entries = overview.entries
    if sum(map(_weight, entries)) > MOST_CHARACTERS:
        raise PrintError(
            trn(
                "An overview of {n} project with its texts is too large to print.",
                "An overview of {n} projects with their texts is too large to print.",
                len(entries),
            ),
            tr("The register was not changed."),
            tr("Narrow down the projects, and print them in parts."),
        )


def _weight(entry: Entry) -> int:
    return 1_000 + sum(map(len, (*entry.text.paragraphs, *entry.results.paragraphs)))


def _prepared(value: Any) -> Any:
    """The same tree with every text printable."""
    if isinstance(value, str):
        return printable(value)[0]
    if isinstance(value, dict):
        return {key: _prepared(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_prepared(part) for part in value]
    return value


def _replaced(overview: Overview) -> Iterator[str]:
    office, is_replaced = printable(overview.office)
    if is_replaced:
        yield office
    yield from (printable(entry.title)[0] for entry in overview.entries if _loses_characters(entry))


def _loses_characters(entry: Entry) -> bool:
    """Whether a text of the entry cannot be printed as it is."""
    texts = (entry.title, entry.short_title, *entry.facts, *entry.text.paragraphs, *entry.results.paragraphs)
    return any(printable(text)[1] for text in texts)

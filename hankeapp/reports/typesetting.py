"""From an overview to a tagged PDF (PDF/UA-1 and PDF/A-2a in one file), set by Typst in the shipped typeface.

Typst is a compiler: texts reach it as data and never as markup, files only from the folder of the template, fonts
only from ours, and the network not at all.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Protocol

from hankeapp.domain.errors import PrintError
from hankeapp.paths import RESOURCES
from hankeapp.reports.glyphs import FONTS, printable
from hankeapp.reports.streams import unambiguous
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hankeapp.reports.head import Head
    from hankeapp.reports.paper import Paper

MOST_CHARACTERS = 3_000_000
"""Characters of one document, with what each project costs beside: the memory of the typesetter grows with them."""

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


class Told(Protocol):
    """What a document prints of one project."""

    @property
    def title(self) -> str:
        """By which a person knows the project."""

    @property
    def texts(self) -> Iterator[str]:
        """All that is printed of it in the register's words."""

    @property
    def shortened(self) -> bool:
        """Whether a text is not printed whole."""


class Document(Protocol):
    """A dataclass of all that is printed, in words and in its order.

    `template` is the file that says how it looks, `each` how many characters setting a project costs beside its texts.
    """

    template: str
    each: int

    @property
    def head(self) -> Head:
        """The title block."""

    @property
    def paper(self) -> Paper:
        """The sheet."""

    @property
    def today(self) -> date:
        """The day that the document is of."""

    @property
    def told(self) -> Sequence[Told]:
        """What is printed of each project."""


def typeset(document: Document) -> Print:
    """Set a document; the same document gives the same bytes. `PrintError` where it is too large or cannot be set."""
    _check_size(document)
    inputs = {
        "document": json.dumps(_prepared(asdict(document)), default=str),  # type: ignore[call-overload]
        "paper": json.dumps(asdict(document.paper)),
    }
    pdf, pages = _compiled(document.template, inputs, document.today)
    return Print(
        pdf,
        pages,
        replaced=tuple(_replaced(document)),
        shortened=tuple(printable(each.title)[0] for each in document.told if each.shortened),
    )


def _compiled(template: str, inputs: dict[str, str], day: date) -> tuple[bytes, int]:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(_TEMPLATES / template, root=_TEMPLATES, font_paths=fonts, sys_inputs=inputs)
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


def _check_size(document: Document) -> None:
    told = document.told
    if sum(document.each + sum(map(len, each.texts)) for each in told) > MOST_CHARACTERS:
        raise PrintError(
            trn(
                "An overview of {n} project with its texts is too large to print.",
                "An overview of {n} projects with their texts is too large to print.",
                len(told),
            ),
            tr("The register was not changed."),
            tr("Narrow down the projects, and print them in parts."),
        )


def _prepared(value: Any) -> Any:
    """The same tree with every text printable."""
    if isinstance(value, str):
        return printable(value)[0]
    if isinstance(value, dict):
        return {key: _prepared(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_prepared(part) for part in value]
    return value


def _replaced(document: Document) -> Iterator[str]:
    office, is_replaced = printable(document.head.office)
    if is_replaced:
        yield office
    yield from (printable(each.title)[0] for each in document.told if any(printable(text)[1] for text in each.texts))

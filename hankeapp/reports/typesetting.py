"""From an overview to a tagged PDF (PDF/UA-1 and PDF/A-2a in one file), set by Typst in the shipped typeface."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Protocol

from hankeapp.domain.errors import PrintError
from hankeapp.reports.galley import TEMPLATES, CannotBeSet, Galley, set_pages
from hankeapp.reports.glyphs import printable
from hankeapp.reports.logo import in_grey
from hankeapp.reports.scratch import folder_of
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from hankeapp.reports.estimates import Pace
    from hankeapp.reports.galley import Sheets
    from hankeapp.reports.head import Head
    from hankeapp.reports.paper import Paper

    Setting = Callable[[Galley], Sheets]


@dataclass(frozen=True)
class Print:
    """A printed overview: the PDF, its pages, and the titles of projects that do not stand on it as recorded.

    In `replaced` characters without a glyph became □ or were left out, the office's name included; in `shortened` a
    text was cut; in `without_photo` a picture is broken or has no text for those who do not see it. `without_logo`
    where the office's logo is gone, broken or too large.
    """

    pdf: bytes
    pages: int
    replaced: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()
    without_photo: tuple[str, ...] = ()
    without_logo: bool = False


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

    `template` is the file that says how it looks, `pace` what setting a project costs.
    """

    template: str
    pace: Pace

    @property
    def head(self) -> Head:
        """The title block."""

    @property
    def paper(self) -> Paper:
        """The sheet."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """The bytes of its pictures, by the names that the template asks for."""

    @property
    def without_photo(self) -> Sequence[str]:
        """The titles of projects of which a picture is not printed."""

    @property
    def today(self) -> date:
        """The day that the document is of."""

    @property
    def told(self) -> Sequence[Told]:
        """What is printed of each project."""


def typeset(document: Document, setting: Setting = set_pages) -> Print:
    """Set a document; the same document gives the same bytes. `PrintError` where it is too large or cannot be set."""
    _check_size(document)
    told = {name: value for name, value in vars(document).items() if name != "files"}
    inputs = {
        "document": json.dumps(_prepared(told), default=str),
        "paper": json.dumps(asdict(document.paper)),
    }
    with _pictured(_files(document)) as folder:
        sheets = _set(Galley(document.template, inputs, document.today, folder), setting)
    return Print(
        sheets.pdf,
        sheets.pages,
        replaced=tuple(_replaced(document)),
        shortened=tuple(printable(each.title)[0] for each in document.told if each.shortened),
        without_photo=tuple(printable(title)[0] for title in document.without_photo),
        without_logo=document.head.is_without_logo,
    )


def _files(document: Document) -> Mapping[str, bytes]:
    """The pictures as they are printed."""
    logo = document.head.logo
    if logo is None or not document.paper.is_grey:
        return document.files
    return {**document.files, logo.file: in_grey(document.files[logo.file])}


@contextmanager
def _pictured(files: Mapping[str, bytes]) -> Iterator[Path | None]:
    """A folder with the pictures and a copy of the templates: the typesetter reads from one folder alone."""
    if not files:
        yield None
        return
    templates = {each.name: each.read_bytes() for each in TEMPLATES.iterdir()}
    with folder_of(templates | dict(files)) as folder:
        yield folder


def _set(galley: Galley, setting: Setting) -> Sheets:
    try:
        return setting(galley)
    except CannotBeSet as error:
        raise PrintError(
            tr("The overview could not be printed: {reason}.", reason=error),
            tr("The register was not changed."),
            tr("Print fewer projects at a time, and report the fault to the developers."),
        ) from error


def too_large(projects: int) -> PrintError:
    """Why so many projects are not set."""
    return PrintError(
        trn(
            "An overview of {n} project with its texts is too large to print.",
            "An overview of {n} projects with their texts is too large to print.",
            projects,
        ),
        tr("The register was not changed."),
        tr("Narrow down the projects, and print them in parts."),
    )


def _check_size(document: Document) -> None:
    letters = sum(len(text) for told in document.told for text in told.texts)
    if document.pace.is_too_large(len(document.told), letters):
        raise too_large(len(document.told))


def _prepared(value: Any) -> Any:
    """The same tree with every text printable."""
    if isinstance(value, str):
        return printable(value)[0]
    if is_dataclass(value):
        return {each.name: _prepared(getattr(value, each.name)) for each in fields(value)}
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

"""The catalogues: `python -m scripts.translations update` brings them up to the code, `check` says what they lack.

The Finnish one is complete; the Swedish one has what is printed, and `update` adds nothing to it.

`update` takes the texts from the code, drops those that are gone, leaves new ones empty, and compiles the catalogue.
A person writes the Finnish into the `.po` file and runs `update` again.
"""

from __future__ import annotations

import io
import re
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
COMPLETE, PARTIAL = "fi", "sv"

KEYWORDS = {"tr": None, "trn": (1, 2), "mark": None}
"""The functions of `hankeapp.translation` whose literal arguments are texts."""

_PERCENT = re.compile(r"%(?:\(\w+\))?[sdr]")


def main(arguments: list[str]) -> int:
    """0, or 1 where `check` found something."""
    if arguments == ["update"]:
        update()
        return 0
    if arguments == ["check"]:
        problems = list(found())
        print("\n".join(problems) or "The catalogues are complete.")
        return 1 if problems else 0
    print("usage: python -m scripts.translations update|check", file=sys.stderr)
    return 2


def update() -> None:
    """Brings the catalogues up to the code, and compiles them."""
    for language in (COMPLETE, PARTIAL):
        path = po(language)
        catalogue = written(language) if path.exists() else Catalog(locale=language, project="Hankeapp")
        catalogue.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        if language == PARTIAL:
            for message in [each for each in texts(catalogue) if not all(forms(each.string))]:
                catalogue.delete(message.id)
        # The header's own mark: the tools take the file for a draft while it stands.
        catalogue.fuzzy = False
        path.write_bytes(po_bytes(catalogue))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))


def found() -> Iterator[str]:
    """What is wrong with the catalogues, a line each."""
    wanted = {forms(message.id) for message in texts(extracted())}
    held = {forms(message.id) for message in texts(written(COMPLETE))}
    yield from (f"not in the catalogue: {shown(text)}" for text in sorted(wanted - held))
    yield from (f"both alone and as the singular of a count: {text}" for text in torn())
    for language in (COMPLETE, PARTIAL):
        yield from (f"{language}: {fault}" for fault in _faults(language, wanted))


def _faults(language: str, wanted: set[tuple[str, ...]]) -> Iterator[str]:
    catalogue = written(language)
    held = {forms(message.id) for message in texts(catalogue)}
    yield from (f"no longer in the code: {shown(text)}" for text in sorted(held - wanted))
    yield from (f"obsolete: {shown(forms(text))}" for text in catalogue.obsolete)
    for message in texts(catalogue):
        yield from (f"{problem}: {shown(forms(message.id))}" for problem in problems(message))
    path = po(language)
    if compiled(read_mo(io.BytesIO(mo_bytes(catalogue)))) != compiled(read_mo(path.with_suffix(".mo").open("rb"))):
        yield f"the .mo was not compiled from {path.name}"


def torn() -> Iterator[str]:
    """Texts that are the singular of a count and stand alone too: older Pythons find only the first in a catalogue."""
    singulars, plain = set(), set()
    for _file, _line, message, _comments, _context in extract_from_dir(ROOT / "hankeapp", keywords=KEYWORDS):
        if isinstance(message, tuple):
            singulars.add(message[0])
        else:
            plain.add(message)
    yield from sorted(singulars & plain)


def problems(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    sources, translations = forms(message.id), forms(message.string)
    if not all(translations):
        yield "not translated"
        return
    if message.fuzzy:
        yield "marked as fuzzy"
    try:
        asked, given = ([placeholders(text) for text in side] for side in (sources, translations))
    except ValueError as error:
        yield f"braces do not pair ({error})"
        return
    # “One project” may leave its count unsaid; the plural may not.
    if given[-1] != asked[-1] or not set().union(*given) <= set().union(*asked):
        yield "placeholders differ"


def extracted() -> Catalog:
    """The texts that stand in the code."""
    catalogue = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(ROOT / "hankeapp", keywords=KEYWORDS):
        catalogue.add(message, context=context)
    return catalogue


def po(language: str) -> Path:
    """The file of a language's catalogue."""
    return FOLDER / language / "LC_MESSAGES" / "hankeapp.po"


def written(language: str) -> Catalog:
    """A catalogue as it stands."""
    with po(language).open("rb") as file:
        return read_po(file, locale=language)


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as text, in a stable order and without places in the code, so that changes show alone."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, sort_output=True, no_location=True)
    return file.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue, compiled for gettext."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def texts(catalogue: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalogue if message.id)


def compiled(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What a compiled catalogue says; its header holds dates and the compiler's version."""
    return {forms(message.id): forms(message.string) for message in texts(catalogue)}


def placeholders(text: str) -> set[str]:
    """The names in braces, and argparse's `%s`; `ValueError` where the braces do not pair."""
    names = {name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None}
    return names | set(_PERCENT.findall(text))


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The forms of a text with a plural; one of any other."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def shown(text: tuple[str, ...]) -> str:
    """A text on one line."""
    return " | ".join(text).replace("\n", "\\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

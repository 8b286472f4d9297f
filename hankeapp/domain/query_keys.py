"""The filters of the query language by their keys: made from the declared fields and parts, and a few of their own."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp import translation
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Keys, fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.fields import Field, Part


class FilterKind(Enum):
    """What a filter's values are."""

    CHOICE = "choice"
    """Codes with labels that the program knows."""
    NAME = "name"
    """Names, labels and texts that the register knows."""
    DATE = "date"
    AMOUNT = "amount"
    RUNNING = "running"
    PRESENT = "present"
    ABSENT = "absent"
    ROWS = "rows"
    """No value: only `on:` and `puuttuu:` ask for it."""


@dataclass(frozen=True)
class Target:
    """A field that a filter asks: of the project itself, or of the rows of a part."""

    part: Part | None
    field: Field


@dataclass(frozen=True)
class FilterKey:
    """A filter as it is declared: what stands before the colon, and which fields are asked."""

    keys: Keys
    kind: FilterKind
    label: str
    targets: tuple[Target, ...] = ()
    part: Part | None = None
    """The part whose rows `on:` asks for."""
    endings: tuple[str, ...] = ()
    """Of these rows only those whose file's name ends so, in small letters."""

    @property
    def name(self) -> str:
        """What conditions know it by, in every language."""
        return self.keys.english

    @property
    def key(self) -> str:
        """What a person types, in the window's language."""
        return said(self.keys)

    @property
    def title(self) -> str:
        """What it asks for, in the window's language; of a part a single row: “Partner”."""
        one = self.part.noun if self.part is not None and self.part.one and not self.endings else ""
        return f"{one[0].upper()}{one[1:]}" if one else tr(self.label)

    @property
    def takes_value(self) -> bool:
        """Whether a value stands after its colon, and not its key after `on:`."""
        return self.kind is not FilterKind.ROWS

    @property
    def codes(self) -> list[Any]:
        """The codes that a choice is of, each with a label."""
        kind: Any = self.field.type
        return list(kind)

    @property
    def field(self) -> Field:
        """The first field that is asked; its kind is that of all of them."""
        return self.targets[0].field


RUNNING = FilterKey(Keys("käynnissä", "pågår", "running"), FilterKind.RUNNING, mark("Running"))
PRESENT = FilterKey(Keys("on", "finns", "has"), FilterKind.PRESENT, mark("Has"))
ABSENT = FilterKey(Keys("puuttuu", "saknas", "missing", ("lacks",)), FilterKind.ABSENT, mark("Is missing"))

_PICTURE = Keys("kuva", "bild", "picture")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic")

FLAGS = {
    View.OVERDUE: Keys("ohitettu", "passerat", "overdue"),
    View.SOON: Keys("pian", "snart", "soon"),
}
"""What is typed alone, without a colon."""


def said(keys: Keys) -> str:
    """The key in the window's language."""
    return {"fi": keys.finnish, "sv": keys.swedish}.get(translation.LANGUAGE, keys.english)


def bare(word: str) -> str:
    """A key or label as it is compared: small letters without dots, rings and accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in apart if unicodedata.category(each) != "Mn")


@cache
def filter_keys() -> dict[str, FilterKey]:
    """Every filter by its name, in the order of the fields."""
    targets: dict[Keys, list[Target]] = {}
    for keys, target in _declared():
        targets.setdefault(keys, []).append(target)
    parts = {keys: part for part in parts_of(Project) for keys in part.keys}
    made = [
        FilterKey(
            keys, _kind(several[0].field), _label(keys, several, parts.get(keys)), tuple(several), parts.get(keys)
        )
        for keys, several in targets.items()
    ]
    alone = [
        FilterKey(keys, FilterKind.ROWS, part.label, (), part) for keys, part in parts.items() if keys not in targets
    ]
    attachments = next(part for part in parts_of(Project) if part.name == "attachments")
    picture = FilterKey(_PICTURE, FilterKind.ROWS, mark("Picture"), (), attachments, _PICTURES)
    return {each.name: each for each in (*made, *alone, picture, RUNNING, PRESENT, ABSENT)}


def filter_named(word: str) -> FilterKey | None:
    """The filter of a key in any language, whatever the case and the dots; None where there is none."""
    return _by_key().get(bare(word))


def flag_named(word: str) -> View | None:
    """What the register notices by itself, by its word in any language; None for any other word."""
    return _flags().get(bare(word))


def nearest(word: str) -> str:
    """The key that was perhaps meant, in the language that it was typed in; empty where none is like it."""
    spelled = {bare(key): key for each in filter_keys().values() for key in _spellings(each.keys)}
    found = difflib.get_close_matches(bare(word), spelled, n=1, cutoff=0.7)
    return spelled[found[0]] if found else ""


def _declared() -> Iterator[tuple[Keys, Target]]:
    for field in fields_of(Project):
        for keys in field.keys:
            yield keys, Target(None, field)
    for part in parts_of(Project):
        kind: type = part.type
        for field in fields_of(kind):
            for keys in field.keys:
                yield keys, Target(part, field)


def _label(keys: Keys, several: Sequence[Target], part: Part | None) -> str:
    """That of the part, or of the field that the filter is named after, or of the first one."""
    named = [each.field.label for each in several if each.field.name == keys.english]
    return part.label if part else next(iter([*named, several[0].field.label]))


def _kind(field: Field) -> FilterKind:
    if issubclass(field.type, Enum):
        return FilterKind.CHOICE
    if field.type is PartialDate:
        return FilterKind.DATE
    return FilterKind.AMOUNT if issubclass(field.type, int) else FilterKind.NAME


def _spellings(keys: Keys) -> tuple[str, ...]:
    return (keys.finnish, keys.swedish, keys.english, *keys.others)


@cache
def _by_key() -> dict[str, FilterKey]:
    return {bare(key): each for each in filter_keys().values() for key in _spellings(each.keys)}


@cache
def _flags() -> dict[str, View]:
    return {bare(word): view for view, keys in FLAGS.items() for word in _spellings(keys)}

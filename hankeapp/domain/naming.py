"""What a person reads in place of keys and codes: names of organisations, units and projects, labels of lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import title_of
from hankeapp.domain.records import PROJECT, SHARED
from hankeapp.domain.values import Codes, Key, from_plain
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hankeapp.domain.fields import Field
    from hankeapp.domain.records import Stored
    from hankeapp.domain.values import Plain

_LISTED = "listed_value"


@dataclass(frozen=True)
class Names:
    """Names by the ids of rows, labels by list and code; what has none is shown as it is stored."""

    by_id: Mapping[str, str]
    by_code: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, rows: Iterable[Stored]) -> Names:
        """The names in rows of projects and shared tables; others are passed over."""
        by_id, by_code = {}, {}
        for each in rows:
            row = each.row
            if each.table == PROJECT:
                by_id[each.id] = title_of(str(row["acronym"]), str(row["name"]))
            elif each.table == _LISTED:
                by_code[str(row["list"]), str(row["code"])] = str(row["label"])
            elif each.table in SHARED:
                by_id[each.id] = str(row["name"])
        return cls(by_id, by_code)

    def label(self, field: Field, code: str) -> str:
        """The label of a code in the list of a field."""
        return self.by_code.get((field.values, code), code)

    def text(self, field: Field, value: Any) -> str:
        """A field's value in words; empty where nothing is known."""
        if value is None:
            return ""
        if isinstance(value, Codes):
            return ", ".join(self.label(field, code) for code in value)
        if isinstance(value, Key):
            return self.by_id.get(value, str(value))
        if isinstance(value, Enum):
            return str(getattr(value, "label", value.value))
        if is_flag(field):
            return tr("yes") if value else tr("no")
        return str(value)

    def plain_text(self, field: Field, plain: Plain) -> str:
        """The same of a value in its plain form."""
        return self.text(field, from_plain(field.type, plain))

    def lines(self, row: Any) -> list[tuple[Field, str]]:
        """What is known of a row: its fields that hold something, in words."""
        kind: type = type(row)
        told = ((field, getattr(row, field.name)) for field in fields_of(kind))
        return [(field, self.text(field, value)) for field, value in told if not _is_nothing(field, value)]

    def sentence(self, row: Any) -> str:
        """The same in one line."""
        return "; ".join(field.title if is_flag(field) else f"{field.title}: {text}" for field, text in self.lines(row))


NO_NAMES = Names({}, {})


def is_flag(field: Field) -> bool:
    """Whether a number is a yes or no: a count may be unknown, a yes or no never is."""
    return field.type is int and not field.optional


def _is_nothing(field: Field, value: object) -> bool:
    return value is None or value in ("", ()) or (is_flag(field) and not value)

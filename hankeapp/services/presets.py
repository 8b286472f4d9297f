"""The print presets of an open register: everyone who opens it has them, and each change of one is an act."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain import rules
from hankeapp.domain.columns import columns
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.presets import PrintPreset
from hankeapp.domain.query import Query, Sort, View
from hankeapp.language.collation import sort_key
from hankeapp.language.folding import fold
from hankeapp.reports.entries import ENTRY_FIELDS
from hankeapp.reports.paper import Paper
from hankeapp.reports.project_table import PRINTED as PRINTED_COLUMNS
from hankeapp.services.acts import short
from hankeapp.services.printing import ReportKind, Wish
from hankeapp.translation import LANGUAGE, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.db.store import Store
    from hankeapp.services.acts import Journal

TABLE = "print_preset"


class Presets:
    """Every method that changes is one act."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[PrintPreset]:
        """The presets in the order of their names."""
        return sorted(self._store.shared(TABLE), key=_by_name)

    def named(self, name: str) -> PrintPreset:
        """The preset of a name, whatever the case; `NotFoundError` where there is none."""
        found = _named(self.all(), name)
        if found is None:
            raise NotFoundError(
                tr("There is no print preset “{name}” in the register.", name=name),
                tr("Nothing was printed."),
                tr("The print presets are: {names}", names=", ".join(each.name for each in self.all()) or "–"),
            )
        return found

    def save(self, name: str, wish: Wish) -> PrintPreset:
        """Keep a wish under a name; one of the same name is replaced. `FieldError` for a name that cannot stand."""
        new = PrintPreset(name=name.strip(), content=to_json(wish))
        if not new.name:
            raise FieldError("name", tr("A print preset must have a name."))
        rules.check_text("name", new.name, rules.LONGEST_LINE)
        with self._journal.act(tr("The print preset “{name}” was saved.", name=short(new.name))) as acting:
            same = _named(acting.writing.shared(TABLE), new.name)
            if same is None:
                return replace(new, id=acting.add_shared(TABLE, new))
            kept = replace(same, content=new.content)
            acting.change_shared(same, kept)
            return kept

    def remove(self, preset: PrintPreset) -> None:
        """Delete it, so that undoing brings it back."""
        with self._journal.act(tr("The print preset “{name}” was deleted.", name=short(preset.name))) as acting:
            if acting.writing.shared_row(TABLE, preset.id) is not None:
                acting.put_away_shared(TABLE, preset.id)


def to_json(wish: Wish) -> str:
    """A wish as a preset keeps it; who publishes and what was picked by hand is not among it."""
    query = wish.query
    content = {
        "kind": wish.kind.value,
        "view": query.view.value,
        "text": query.text,
        "sorts": [[sort.field, sort.descending] for sort in query.sorts],
        "group": query.group,
        "columns": wish.columns,
        "fields": wish.fields,
        "paper": asdict(wish.paper) if wish.paper else None,
        "language": wish.language,
    }
    return json.dumps(content, ensure_ascii=False)


def wish_of(preset: PrintPreset) -> Wish:
    """The wish that a preset keeps; columns and fields that the program does not know any more are left out."""
    content: dict[str, Any] = json.loads(preset.content)
    sorts = tuple(Sort(field, descending) for field, descending in content["sorts"])
    known = {column.name for column in columns()}
    return Wish(
        Query(View(content["view"]), content["text"], sorts, content["group"] if content["group"] in known else ""),
        ReportKind(content["kind"]),
        columns=tuple(name for name in content["columns"] if name in known) or PRINTED_COLUMNS,
        fields=tuple(name for name in content["fields"] if name in ENTRY_FIELDS),
        paper=Paper(**content["paper"]) if content["paper"] else None,
        language=content.get("language", LANGUAGE),
    )


def _named(presets: Iterable[PrintPreset], name: str) -> PrintPreset | None:
    return next((each for each in presets if fold(each.name) == fold(name.strip())), None)


def _by_name(preset: PrintPreset) -> str:
    return sort_key(preset.name)

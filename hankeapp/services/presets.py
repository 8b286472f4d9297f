"""The print presets of an open register: everyone who opens it has them, and each change of one is an act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.presets import PrintPreset
from hankeapp.services.acts import short
from hankeapp.services.named_rows import by_name, called
from hankeapp.translation import tr

if TYPE_CHECKING:
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
        return by_name(self._store.shared(TABLE))

    def named(self, name: str) -> PrintPreset:
        """The preset of a name, whatever the case; `NotFoundError` where there is none."""
        found = called(self.all(), name)
        if found is None:
            raise NotFoundError(
                tr("There is no print preset “{name}” in the register.", name=name),
                tr("Nothing was printed."),
                tr("The print presets are: {names}", names=", ".join(each.name for each in self.all()) or "–"),
            )
        return found

    def save(self, name: str, content: str) -> PrintPreset:
        """Keep what `services.wishes` writes under a name, in place of one so called. `FieldError` for the name."""
        new = PrintPreset(name=name.strip(), content=content)
        if not new.name:
            raise FieldError("name", tr("A print preset must have a name."))
        rules.check_text("name", new.name, rules.LONGEST_LINE)
        with self._journal.act(tr("The print preset “{name}” was saved.", name=short(new.name))) as acting:
            same: PrintPreset | None = called(acting.writing.shared(TABLE), new.name)
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

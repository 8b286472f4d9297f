"""The letterhead of an open register: everyone who opens it prints with it, and each change of it is an act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.digests import sha256_of
from hankeapp.domain import rules
from hankeapp.domain.errors import FileError
from hankeapp.domain.letterheads import TABLE, present
from hankeapp.domain.pictures import picture_ending
from hankeapp.services.acts import short
from hankeapp.services.attachments import is_picture, read_file, shown_name
from hankeapp.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.db.store import Store
    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.services.acts import Journal


class Letterheads:
    """Every method that changes is one act, and none where nothing changes."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def now(self) -> Letterhead:
        """The letterhead as it is."""
        return present(self._store.shared(TABLE))

    def logo(self) -> bytes | None:
        """The bytes of the logo; None where there is none, or it is gone."""
        key = self.now().sha256
        return self._store.content(key) if key else None

    def name(self, name: str) -> None:
        """Give the office's name; an empty one takes it away. `FieldError`."""
        text = _line(name)
        told = tr("The office's name was changed: {name}", name=short(text))
        self._change(told if text else tr("The office's name was removed."), name=text)

    def describe(self, alt_text: str) -> None:
        """Say what is seen in the logo. `FieldError`."""
        self._change(tr("The logo was described in words."), alt_text=_line(alt_text))

    def take_logo(self, path: Path, alt_text: str | None = None) -> None:
        """Keep a copy of a picture as the logo, with what is seen in it; what was said of another does not hold of it.

        `FileError`, `FieldError`.
        """
        data = read_file(path)
        if not is_picture(data) or not _can_be_set(data):
            raise _unprintable(path)
        key = sha256_of(data)
        said = {} if alt_text is None and key == self.now().sha256 else {"alt_text": _line(alt_text or "")}
        told = tr("The logo was changed: {name}", name=short(shown_name(path.name)))
        self._change(told, data, sha256=key, **said)

    def remove_logo(self) -> None:
        """Have no logo, so that undoing brings it back."""
        self._change(tr("The logo was removed."), sha256="", alt_text="")

    @property
    def is_writable(self) -> bool:
        return self._store.writable

    def _change(self, told: str, data: bytes = b"", **values: str) -> None:
        with self._journal.act(told) as acting:
            now = present(acting.writing.shared(TABLE))
            new = replace(now, **values)
            if new == now:
                return
            if data:
                acting.writing.keep_content(new.sha256, data)
            if now.id:
                acting.change_shared(now, new)
            else:
                acting.add_shared(TABLE, new)


def _line(text: str) -> str:
    stripped = " ".join(text.split())
    rules.check_text("", stripped, rules.LONGEST_LINE)
    return stripped


def _can_be_set(data: bytes) -> bool:
    from hankeapp.reports.photos import can_be_set  # late: it loads what prints

    return can_be_set(data, picture_ending(data) or "")


def _unprintable(path: Path) -> FileError:
    return FileError(
        tr("“{name}” is no picture that can be printed.", name=path.name),
        tr("Nothing was changed."),
        tr("Choose a PNG or a JPEG of at most 8 MB and 40 million pixels, in the colours of a screen (RGB)."),
    )

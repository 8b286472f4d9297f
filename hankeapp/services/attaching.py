"""Files that are taken in as attachments, several at once, and the private copies in which they are looked at."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hankeapp.db.opening import open_beside
from hankeapp.digests import sha256_of
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import ConflictError, FileError
from hankeapp.services import attachments
from hankeapp.services.acts import short, standing
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.parts import Attachment
    from hankeapp.domain.project import Project
    from hankeapp.services.acts import Journal

_READ_ONLY = 0o400


@dataclass(frozen=True)
class TakenFile:
    """A file's name and its bytes, read and not yet kept."""

    name: str
    data: bytes


class Attaching:
    """Keeps what was read as one act, and gives it back to be looked at."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal
        self._copies: TemporaryDirectory[str] | None = None

    def add(self, project: Project, files: Sequence[TakenFile]) -> Project:
        """Attach files to a project as one act; the project as it then stands. `NotFoundError`, `RegisterError`."""
        with self._journal.act(_told(project, files)) as acting:
            (now,) = standing(acting, [project.id])
            added = now
            for file in files:
                kept = attachments.attach(acting.writing, file.name, file.data)
                added = attachments.with_attachment(added, kept)
            acting.change([now], [added])
        return acting.after[0]

    def fill(self, project: Project, row: str, file: TakenFile) -> Project:
        """Give the file to an attachment that is only a caption; `ConflictError` where it has one, or is gone."""
        with self._journal.act(_told(project, [file])) as acting:
            (now,) = standing(acting, [project.id])
            waiting = next((each for each in now.attachments if each.id == row and not each.sha256), None)
            if waiting is None:
                raise _not_waiting()
            kept = attachments.attach(acting.writing, file.name, file.data)
            filled = replace(waiting, name=kept.name, sha256=kept.sha256, size=kept.size)
            rows = tuple(filled if each is waiting else each for each in now.attachments)
            acting.change([now], [replace(now, attachments=rows)])
        return acting.after[0]

    def content_beside(self, attachment: Attachment) -> bytes:
        """The bytes of an attachment from another thread, over a connection of its own; `FileError`."""
        with closing(open_beside(self._store.path)) as store:
            return attachments.content(store, attachment)

    def copy_to_look_at(self, attachment: Attachment) -> Path:
        """A copy for another program to show, in a folder that only this person reads, until `forget_copies`.

        It cannot be written, so that nobody takes it for the one in the register. `FileError`.
        """
        data = attachments.content(self._store, attachment)
        if self._copies is None:
            self._copies = TemporaryDirectory(prefix="hankeapp-", ignore_cleanup_errors=True)
        path = Path(self._copies.name) / attachment.sha256[:16] / attachments.suggested_name(attachment)
        if not _holds(path, data):
            try:
                path.parent.mkdir(mode=0o700, exist_ok=True)
                path.unlink(missing_ok=True)
                path.write_bytes(data)
                path.chmod(_READ_ONLY)
            except OSError as error:
                raise FileError(
                    tr("“{name}” could not be opened: {reason}.", name=path.name, reason=cause(error)),
                    tr("Nothing was changed."),
                    tr("Save it into a folder of your choice and open it there."),
                ) from error
        return path

    def forget_copies(self) -> None:
        """Remove the copies; one that a program still holds goes with the system's own cleaning."""
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and sha256_of(path.read_bytes()) == sha256_of(data)


def _told(project: Project, files: Sequence[TakenFile]) -> str:
    names = ", ".join(attachments.shown_name(file.name) for file in files)
    return tr("“{name}” was given attachments: {files}.", name=short(project.title), files=short(names))


def _not_waiting() -> ConflictError:
    return ConflictError(
        tr("The attachment was changed elsewhere: it does not wait for a file any more."),
        tr("Nothing was changed."),
        tr("Add the file as an attachment of its own."),
    )

"""Many projects changed alike: what would become of each, and then exactly that, as one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.errors import ConflictError, FieldError
from hankeapp.domain.naming import Names
from hankeapp.domain.records import stored_shared
from hankeapp.domain.revisions import How, revised
from hankeapp.services.acts import short
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.project import Project
    from hankeapp.domain.revisions import Revision
    from hankeapp.services.acts import Journal

_LISTED = "listed_value"
_MOST_NAMED = 3
"""Projects whose names stand in an error; the others are counted."""


@dataclass(frozen=True)
class Foreseen:
    """A project as it was read, what would become of it, and why it cannot, if so."""

    before: Project
    after: Project
    refusal: FieldError | None = None

    @property
    def is_change(self) -> bool:
        """Whether something would change, and can."""
        return self.refusal is None and self.after is not self.before


def foresee(projects: Iterable[Project], revisions: Sequence[Revision]) -> list[Foreseen]:
    """What would become of projects; nothing is changed."""
    return [_foreseen(project, revised(project, revisions)) for project in projects]


def values_told(revision: Revision, project: Project, names: Names) -> str:
    """What a project has in the field that a revision is of, in words; empty for nothing."""
    return "; ".join(names.text(revision.column.field, value) for value in revision.column.values(project))


class Bulk:
    """The acts of an open register on many projects at once; `secure` has a backup before so many are changed."""

    def __init__(self, store: Store, journal: Journal, secure: Callable[[int], None]) -> None:
        self._store = store
        self._journal = journal
        self._secure = secure

    def carry_out(self, foreseen: Iterable[Foreseen], revisions: Sequence[Revision]) -> int:
        """Do what was foreseen, all or nothing, as one act; how many projects it changed.

        What was changed elsewhere meanwhile stays, unless it is what would be changed: then `ConflictError`.
        `NotFoundError` where a project is gone. Those that cannot be changed, or need not, are passed over.
        """
        changing = [each for each in foreseen if each.is_change]
        if not changing:
            return 0
        self._secure(len(changing))
        try:
            with self._journal.act(_name(changing, revisions, self._names(revisions))) as acting:
                acting.change([each.before for each in changing], [each.after for each in changing])
        except ConflictError as error:
            raise self._moved(changing, revisions, error) from error
        return len(changing)

    def _names(self, revisions: Sequence[Revision]) -> Names:
        """The names of what the revisions may name, without those of all projects."""
        fields = [revision.column.field for revision in revisions]
        tables = {_LISTED if field.values else field.refers for field in fields} - {""}
        return Names.of(stored_shared(table, row) for table in tables for row in self._store.shared(table))

    def _moved(
        self, changing: Sequence[Foreseen], revisions: Sequence[Revision], error: ConflictError
    ) -> ConflictError:
        """The error with the names of the projects that stand in the way."""
        now = {project.id: project for project in self._store.projects([each.before.id for each in changing])}
        titles = [
            each.before.title
            for each in changing
            if any(
                revision.column.values(each.before) != revision.column.values(now.get(each.before.id, each.after))
                for revision in revisions
            )
        ]
        return ConflictError(*error.sentences, _named(titles)) if titles else error


def _foreseen(before: Project, after: Project) -> Foreseen:
    try:
        if after is not before:
            rules.check(after)
    except FieldError as error:
        return Foreseen(before, after, error)
    return Foreseen(before, after)


def _named(titles: Sequence[str]) -> str:
    named = [tr("“{text}”", text=short(title)) for title in titles[:_MOST_NAMED]]
    rest = len(titles) - len(named)
    if rest:
        named.append(trn("and {n} more project", "and {n} more projects", rest))
    return tr("Projects: {names}.", names=", ".join(named))


def _name(changing: Sequence[Foreseen], revisions: Sequence[Revision], names: Names) -> str:
    count = len(changing)
    fields = ", ".join(dict.fromkeys(revision.column.title for revision in revisions))
    if count == 1:
        name = short(changing[0].before.title)
        if len(revisions) > 1:
            return tr("“{name}” was edited.", name=name)
        return tr("“{name}” was edited: {field}.", name=name, field=fields)
    if len(revisions) > 1:
        return trn("{n} project was edited: {fields}.", "{n} projects were edited: {fields}.", count, fields=fields)
    (revision,) = revisions
    return _told(revision, count, names)


def _told(revision: Revision, count: int, names: Names) -> str:
    field = revision.column.title
    value, old = (short(names.text(revision.column.field, each)) for each in (revision.value, revision.instead_of))
    match revision.how:
        case How.ADD:
            return trn(
                "Added to {n} project, “{field}”: {value}.",
                "Added to {n} projects, “{field}”: {value}.",
                count,
                field=field,
                value=value,
            )
        case How.REMOVE:
            return trn(
                "Taken from {n} project, “{field}”: {value}.",
                "Taken from {n} projects, “{field}”: {value}.",
                count,
                field=field,
                value=value,
            )
        case How.SWAP:
            return trn(
                "Changed in {n} project, “{field}”: {old} → {value}.",
                "Changed in {n} projects, “{field}”: {old} → {value}.",
                count,
                field=field,
                old=old,
                value=value,
            )
        case How.CLEAR:
            return trn(
                "“{field}” was emptied in {n} project.", "“{field}” was emptied in {n} projects.", count, field=field
            )
    return trn(
        "“{field}” was changed in {n} project: {value}.",
        "“{field}” was changed in {n} projects: {value}.",
        count,
        field=field,
        value=value,
    )

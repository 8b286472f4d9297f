"""What a register remembers and forgets: its history, its past days, its trash, and what is erased for good."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.db.opening import open_beside
from hankeapp.domain.errors import NotFoundError
from hankeapp.domain.history import EVERYTHING, EntryKind
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, View
from hankeapp.domain.records import PROJECT
from hankeapp.domain.telling import entries
from hankeapp.domain.values import RowState
from hankeapp.language.folding import fold
from hankeapp.language.packed_words import PackedWords
from hankeapp.language.spelling import words_to_check
from hankeapp.services import restoring
from hankeapp.services.acts import Act, Journal, gone, short, standing
from hankeapp.services.attachments import pictures
from hankeapp.services.kept_reports import TABLE as REPORTS
from hankeapp.services.past import Past, end_of
from hankeapp.services.search import Search
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from hankeapp.db.store import Store
    from hankeapp.db.writing import Writing
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.history import Asked, Entry
    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project

_CONTACT = "contact"


@dataclass(frozen=True)
class Thrown:
    """How many projects and kept reports there are in the trash, or were."""

    projects: int
    reports: int

    @property
    def sentence(self) -> str:
        """That they were deleted; empty for nothing."""
        projects, reports = self.projects, self.reports
        told = [
            trn("{n} project was deleted for good.", "{n} projects were deleted for good.", projects)
            if projects
            else "",
            trn("{n} kept report was deleted for good.", "{n} kept reports were deleted for good.", reports)
            if reports
            else "",
        ]
        return " ".join(filter(None, told))


class Memory(ABC):
    """The part of an open register that looks back, throws away and erases."""

    situation = ""
    """What is said of the day that is told of; nothing where it is today."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk
        self.journal = Journal(store, desk)
        self.search = Search(store, desk.cache)

    on: date | None = None
    known: date | None = None
    """The past days that are asked for: none."""
    printed_situation = ""
    """The same in a document."""

    @abstractmethod
    def back_up(self) -> Path | None:
        """Make a backup if anything was done since the newest one; its path, or None. `RegisterError`."""

    def today(self) -> date:
        """The day it is at this workplace."""
        return self._desk.clock.today()

    def past(self, *, on: date | None = None, known: date | None = None) -> Past:
        """What was in force on a day, what the register said at the end of a local day, or the two together."""
        return self._past_by(self._store, on, known)

    def past_beside(self, *, on: date | None = None, known: date | None = None) -> Past:
        """`past` from another thread, over a connection of its own."""
        with self.search.store_beside() as store:
            return self._past_by(store, on, known)

    def past_of(self, report: KeptReport, store: Store | None = None) -> Past:
        """The register as a kept report knew it: a document of it is the report again, to the byte.

        From another thread it is read over a `store` of that thread.
        """
        on = report.on.latest if report.on else None
        known = report.known or (None if on else report.day)
        day, known_day = report.day.latest, known.latest if known else None
        return self._past(report.acts, day, on=on, known=known_day, store=store)

    def acts(self) -> int:
        """The number of the last act."""
        return self._store.last_act()

    def _past_by(self, store: Store, on: date | None, known: date | None) -> Past:
        acts = store.last_act() if known is None else store.acts_by(end_of(known), self._desk.clock.now())
        return self._past(acts, on or known or self.today(), on=on, known=known, store=store)

    def _past(self, acts: int, day: date, *, on: date | None, known: date | None, store: Store | None = None) -> Past:
        dictionary, beside = self.search.dictionary, self.pictures_beside
        then = (store or self._store).known(acts)
        return Past(then, day, acts, on=on, known=known, dictionary=dictionary, pictures_beside=beside)

    def names(self) -> Names:
        """What a person reads in place of keys and codes."""
        return self._store.names()

    def words_of_names_beside(self) -> PackedWords:
        """The words of all names, as spelling asks for them, from another thread, over a connection of its own."""
        with closing(open_beside(self._store.path)) as store:
            return PackedWords(word for name in store.called() for _, word in words_to_check(name))

    def pictures_beside(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The pictures to print under SHA-256s, from any thread, over a connection of its own."""
        with closing(open_beside(self._store.path)) as store:
            return pictures(store, keys)

    def history(self, project: ProjectId | None = None, asked: Asked = EVERYTHING) -> list[Entry]:
        """The history of a project with its parts, or of the register, the newest entry first."""
        return entries(self._store.log_of(project), asked)

    def restore(self, entry: Entry) -> bool:
        """Give back what was before an entry of the history, as an act of its own; whether it was not so already.

        `NotFoundError` where what it tells of is gone, `FieldError` where the value cannot stand any more.
        `ValueError` for an entry that is not `restorable`.
        """
        if not entry.restorable:
            raise ValueError("a beginning is taken back by undoing it, a status by its steps")
        if entry.kind is EntryKind.REMOVED and entry.table == PROJECT:
            thrown = [ProjectId(entry.row)]
            if self._store.projects(thrown):
                return False
            self.put_back(thrown)
            return True
        with self.journal.act(_restored(entry)) as acting:
            restoring.give_back(acting, entry)
        return bool(acting.changes)

    def throw_away(self, ids: Collection[ProjectId]) -> None:
        """Move projects to the trash, as one act; `NotFoundError` where one is gone."""
        once = dict.fromkeys(ids)
        self._secure(len(once))
        name = trn("{n} project was moved to the trash.", "{n} projects were moved to the trash.", len(once))
        if len(once) == 1 and (found := self._store.projects(list(once))):
            name = tr("“{name}” was moved to the trash.", name=short(found[0].title))
        with self.journal.act(name) as acting:
            acting.put_away(standing(acting, once), RowState.TRASH)

    def put_back(self, ids: Collection[ProjectId]) -> None:
        """Take projects back out of the trash, as one act; `NotFoundError` where one is not there any more."""
        once = list(dict.fromkeys(ids))
        name = trn("{n} project was taken out of the trash.", "{n} projects were taken out of the trash.", len(once))
        if len(once) == 1 and (found := self._store.projects(once, gone=True)):
            name = tr("“{name}” was taken out of the trash.", name=short(found[0].title))
        with self.journal.act(name) as acting:
            found = [each for each in acting.writing.projects(once, gone=True) if each.state is RowState.TRASH]
            if len(found) < len(once):
                raise gone(len(once) - len(found))
            restoring.put_back(acting, found)

    def trash(self) -> list[Project]:
        """The projects in the trash, by their titles."""
        return self._store.projects(self._store.ids(Query(View.TRASH), self.today()), gone=True)

    def in_trash(self) -> Thrown:
        """What emptying the trash would delete for good: projects, and kept reports that were removed."""
        return Thrown(len(self._store.ids(Query(View.TRASH), self.today())), self._store.removed(REPORTS))

    def empty_trash(self) -> Thrown:
        """Delete what is in the trash for good, its parts, attachments and history with it; what it was.

        It cannot be undone.
        """
        thrown = self.in_trash()
        if thrown.sentence:
            self.back_up()
            with self._store.delete() as writing:
                writing.delete_trash()
                writing.tell(thrown.sentence, self._desk)
        return thrown

    def erase(self, contact: str) -> None:
        """Erase a person's data: every field of the contact, in its row and in all that the log tells of it.

        It cannot be undone. `NotFoundError` where there is no such contact.
        """
        self._erase(lambda writing: {contact} & writing.contacts().keys(), lambda _: set())

    def erase_named(self, person: str) -> int:
        """Erase the contacts of a name or an e-mail address, of whatever project, removed ones too; how many.

        Of a contact that has become another person's since, what it was before is erased from the history.
        It cannot be undone. `NotFoundError` where there are none.
        """
        wanted = fold(person)

        def named(said: Mapping[str, Collection[str]]) -> set[str]:
            return {key for key, names in said.items() if wanted and wanted in {fold(each) for each in names}}

        return self._erase(
            lambda writing: named(writing.contacts()),
            lambda writing: named(writing.earlier_contacts()),
        )

    def _secure(self, changed: int) -> None:
        """Have a backup before many projects are changed at once."""
        if changed > 1:
            self.back_up()

    def _erase(self, which: Callable[[Writing], set[str]], earlier: Callable[[Writing], set[str]]) -> int:
        with self._store.write() as writing:
            contacts = which(writing)
            once = earlier(writing) - contacts
            if not contacts | once:
                raise NotFoundError(tr("There is no such contact in the register."), tr("Nothing was changed."))
            owners = writing.owners(_CONTACT, contacts)
            before = writing.projects(owners)
            for contact in contacts:
                writing.erase(_CONTACT, contact)
            for contact in once:
                writing.erase_earlier(_CONTACT, contact)
            name = tr("The data of a contact were erased.")
            writing.tell(name, self._desk)
            after = writing.projects(owners)
        self.journal.tell(Act(name, tuple(before), tuple(after)))
        return len(contacts | once)


def _restored(entry: Entry) -> str:
    if not entry.title:
        return tr("The earlier value was restored: {field}.", field=entry.label)
    return tr("“{name}”: the earlier value was restored: {field}.", name=short(entry.title), field=entry.label)

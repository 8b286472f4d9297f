"""An open register: what a person asks of it and does with it. A use case is a method is a transaction."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.db.copying import copy_store
from hankeapp.db.keys import new_key
from hankeapp.db.opening import open_beside
from hankeapp.domain.errors import NotFoundError
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.tally import Tally
from hankeapp.services import attachments, saved_searches, whole_register
from hankeapp.services.acts import edit_name, short, standing
from hankeapp.services.attaching import Attaching
from hankeapp.services.bulk import Bulk
from hankeapp.services.filter_values import FilterValues
from hankeapp.services.finding import Finding
from hankeapp.services.intake import Intake
from hankeapp.services.kept_reports import KeptReports
from hankeapp.services.letterheads import Letterheads
from hankeapp.services.list_keeping import ListKeeping
from hankeapp.services.lists import Lists
from hankeapp.services.mappings import Mappings
from hankeapp.services.parts import Parts
from hankeapp.services.presets import Presets
from hankeapp.services.quality import Quality
from hankeapp.services.soundness import Soundness
from hankeapp.services.steps import Steps
from hankeapp.services.suggestions import Suggestions
from hankeapp.services.templates import Templates
from hankeapp.services.titles import Titles
from hankeapp.services.ways_out import dead_end
from hankeapp.services.web_page import WebPage
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.domain.packed_ids import PackedIds
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.parts import Attachment
    from hankeapp.domain.query import Found, GroupRow
    from hankeapp.domain.status import Status
    from hankeapp.domain.whole import Whole
    from hankeapp.services.acts import Acting
    from hankeapp.services.backups import Backups
    from hankeapp.services.hits import Hits
    from hankeapp.services.suggestions import Suggested
    from hankeapp.services.ways_out import DeadEnd

OVERDUE = Query(View.OVERDUE, sorts=(Sort("end"),))


class Register(Steps):
    """The one door to an open register; its `journal` tells of every act and takes it back."""

    def __init__(self, store: Store, desk: Desk, backups: Backups | None = None) -> None:
        super().__init__(store, desk)
        self._backups = backups
        self.quality = Quality(store, self.journal, self.today)
        self.soundness = Soundness(store.path)
        self.lists = Lists(store, self.journal)
        self.parts = Parts(self.journal)
        self.attaching = Attaching(store, self.journal)
        self.titles = Titles(store, self.today)
        self.searches = saved_searches.SavedSearches(store, self.journal)
        self.templates = Templates(store, self.journal)
        self.presets = Presets(store, self.journal)
        self.letterheads = Letterheads(store, self.journal)
        self.mappings = Mappings(store, self.journal)
        self.kept_reports = KeptReports(store, self.journal, desk)
        self.web_page = WebPage(self, store, desk)
        self.bulk = Bulk(store, self.journal, self._secure)
        self.filter_values = FilterValues(store, self.today)
        self.intake = Intake(store, self.journal, desk, self._secure, self.back_up_beside, self._new)
        self.keeping = ListKeeping(store, self.journal, self.filter_values, self._secure, self.today)
        self.suggestions = Suggestions(store, self.filter_values, self.today)

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def is_writable(self) -> bool:
        return self._store.writable

    def close(self) -> None:
        """Let go of the file."""
        self.search.stop()
        self.soundness.stop()
        self.attaching.forget_copies()
        self._store.close()

    @property
    def sums_checked(self) -> bool:
        """Whether the rows were checked against their sums when it was opened; of many rows, they were not."""
        return self._store.sums_checked

    def back_up(self) -> Path | None:
        """Make a backup if anything was done since the newest one; its path, or None. `RegisterError`."""
        return self._backups.make_if_changed(self._store) if self._backups and self.is_writable else None

    def back_up_beside(self) -> Path | None:
        """`back_up` from another thread, over a connection of its own."""
        return self._backups.make_beside(self.path) if self._backups and self.is_writable else None

    @property
    def key(self) -> str:
        """What tells the register from others, wherever its file stands."""
        return self._store.key()

    def data_version(self) -> int:
        """A number that changes when another program has written into the register."""
        return self._store.data_version()

    def ids(self, query: Query, on: date | None = None) -> list[ProjectId]:
        """The ids of a query's projects, in its order; what is past or soon is seen from today or the given day."""
        return self._store.ids(query, on or self.today())

    def find(self, query: Query) -> Found:
        """The first page of a query, at once, or what could be found of it by then; all of it comes from `ids`."""
        return self._finding(self._store).find(query)

    def find_beside(self, query: Query) -> Found:
        """`find` from another thread, over a connection of its own."""
        with self.search.store_beside() as store:
            return self._finding(store).find(query)

    def dead_end_beside(self, query: Query) -> DeadEnd:
        """Why a query finds nothing and what does, from another thread, over a connection of its own."""
        with self.search.store_beside() as store:
            return dead_end(self._finding(store), query)

    def _finding(self, store: Store) -> Finding:
        return Finding(store, self.filter_values.over(store), self.today)

    def with_near_names(self, text: str) -> str:
        """A query's text with near names in the place of those that nothing is called by."""
        return self.filter_values.with_near_names(text)

    def ids_beside(self, query: Query, stop: Callable[[], bool]) -> PackedIds:
        """`ids` from another thread, over a connection of its own; only some of them, once `stop` says so."""
        return self.search.ids_beside(query, self.today(), stop)

    def groups_beside(self, query: Query) -> list[GroupRow]:
        """`groups` from another thread, over a connection of its own."""
        return self.search.groups_beside(query, self.today())

    def hits(self, query: Query) -> Hits | None:
        """Where the words of a query stand in the texts of projects; None where it looks for none."""
        return self.search.hits(query, self.today())

    def groups(self, query: Query) -> list[GroupRow]:
        """The groups of a query that has some, in their order, with how many projects and how much money."""
        return self._store.groups(query, self.today())

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """The projects of the ids, in their order; those that are gone, also into the trash, only if wanted."""
        return self._store.projects(ids, gone=gone)

    def listed(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """`projects` without the parts that no list tells of: to be shown in one, and for nothing else."""
        return self._store.listed(ids, gone=gone)

    def statuses(self, ids: Sequence[ProjectId], *, gone: bool = False) -> dict[ProjectId, Status]:
        """The statuses of the ids, in their order, without reading the projects.

        Ids that are gone are left out, unless they are wanted.
        """
        return self._store.statuses(ids, gone=gone)

    def beginning_with(self, text: str) -> list[ProjectId]:
        """The ids of the projects whose title begins so, whatever the case and the accents, in no order."""
        return self._store.beginning_with(text)

    def numbered(self, numbers: Sequence[str], *, gone: bool = False) -> list[Project]:
        """The projects of register numbers, in their order; `NotFoundError` for the first that is not there.

        Those that are gone, also into the trash, only if wanted.
        """
        return self.projects([self._id_of(number, gone=gone) for number in numbers], gone=gone)

    def counts(self) -> dict[View, int]:
        """How many projects each view holds."""
        return self._store.counts(self.today())

    def tally(self) -> Tally:
        """What is counted beside the list."""
        found = {each.id: len(self.ids(each.query)) for each in self.searches.all()}
        return Tally(self.counts(), self._store.values(), found)

    def tally_beside(self) -> Tally:
        """`tally` from another thread, over a connection of its own."""
        with closing(open_beside(self.path)) as store:
            tally = Tally(store.counts(self.today()), store.values())
            searches = store.shared(saved_searches.TABLE)
        found = {each.id: len(self.ids_beside(each.query, _never)) for each in searches}
        return replace(tally, searches=found)

    def suggested_beside(self, query: Query, cursor: int) -> Suggested:
        """What `suggestions` offer at a place of a query, from another thread, over a connection of its own."""
        with self.search.store_beside() as store:
            return Suggestions(store, self.filter_values.over(store), self.today).at(query, cursor)

    def letterhead(self) -> Letterhead:
        """Whose documents are printed."""
        return self.letterheads.now()

    def page_layout(self) -> PageLayout | None:
        """The layout of the page that was taken in, or None."""
        return self._store.layout()

    def faults(self) -> list[str]:
        """What is broken in the file, in SQLite's words; empty when all is well."""
        return self._store.faults()

    def unsound(self) -> list[str]:
        """What is broken in pages and rows; not whether the log leads to what they hold."""
        return self._store.unsound()

    def copy_to(self, path: Path) -> None:
        """Write a whole copy of the register; `RegisterExists` where a file stands already."""
        copy_store(self._store, path)

    def add(self, values: Mapping[str, object]) -> Project:
        """A new project with the values of its fields and the next register number; `FieldError`."""
        with self.journal.act(tr("“{name}” was added.", name=short(str(values["name"])))) as acting:
            acting.add(self._new(acting, [values]))
        return acting.after[0]

    def save(self, project: Project, values: Mapping[str, object]) -> Project:
        """Change editable fields of a project that was read before; the project as it then stands.

        What was changed elsewhere meanwhile stays, unless it is among the values: then `ConflictError`.
        `FieldError` for a value that cannot stand, `NotFoundError` where the project is gone.
        """
        changed = {name: value for name, value in values.items() if getattr(project, name) != value}
        if not all(field_of(Project, name).editable for name in changed):
            raise ValueError("a status is changed by its steps, a number and a place on the page never")
        if not changed:
            return project
        with self.journal.act(edit_name(project, changed)) as acting:
            # `replace` sets every field of a frozen dataclass anew: a hundredth of a save.
            edited = object.__new__(Project)
            vars(edited).update(vars(project) | changed, version=project.version + 1)
            acting.change([project], [edited])
        return acting.after[0]

    def attach(self, project: Project, path: Path, *, caption: str = "", alt_text: str = "") -> Project:
        """Copy a file into the register as an attachment of a project; `FileError`, `ConflictError`."""
        data = attachments.read_file(path)
        with self.journal.act(tr("“{name}” was given an attachment.", name=short(project.title))) as acting:
            (now,) = standing(acting, [project.id])
            attachment = attachments.attach(acting.writing, path.name, data, caption=caption, alt_text=alt_text)
            acting.change([now], [attachments.with_attachment(now, attachment)])
        return acting.after[0]

    def fill(self, whole: Whole, source: str) -> int:
        """Put a whole register into this one, which is empty, as one act; how many projects came."""
        return whole_register.fill(self.journal, whole, source)

    def attached(self, attachment: Attachment) -> bytes:
        """The bytes of an attachment; `FileError` where they are gone or not what they were."""
        return attachments.content(self._store, attachment)

    def save_attached(self, attachment: Attachment, path: Path) -> None:
        """Write the bytes of an attachment to a place that a person chose; `FileError`."""
        attachments.save_as(self._store, attachment, path)

    def _id_of(self, number: str, *, gone: bool) -> ProjectId:
        # Numbers are ASCII; a broken character of a command line could not even be asked for.
        found = self._store.id_of(number, gone=gone) if number.isascii() else None
        if found is None:
            raise NotFoundError(
                tr("There is no project {number} in the register.", number=number),
                tr("Nothing was changed."),
                tr("The list shows the numbers."),
            )
        return found

    def _new(self, acting: Acting, several: Sequence[Mapping[str, object]]) -> list[Project]:
        numbers = acting.writing.new_numbers(self.today().year, len(several))
        return [
            Project(id=ProjectId(new_key()), number=number, **values)  # type: ignore[arg-type]
            for number, values in zip(numbers, several, strict=True)
        ]


def _never() -> bool:
    return False

"""The detail pane: one project with its form that saves itself, several projects as a count, or none."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from hankeapp.domain.errors import FileError
from hankeapp.services.drafts import Drafts
from hankeapp.translation import tr
from hankeapp.ui.autosave import Autosave
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.look import look
from hankeapp.ui.part_saving import PartSaving
from hankeapp.ui.project_page import ProjectPage
from hankeapp.ui.selection_summary import SelectionSummary
from hankeapp.ui.tall_column import Enclosure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.status import Status
    from hankeapp.services.drafts import Spot
    from hankeapp.ui.autosave import Save
    from hankeapp.ui.conflicts import Conflict
    from hankeapp.ui.names import Names
    from hankeapp.ui.part_saving import SaveRows


_PAUSE_MS = 1000
"""How soon what is typed is on disk as a draft."""


class DetailPane(Enclosure):
    """Shows what is selected. Fields save themselves when they are left; acts are asked of the window.

    `save` and `save_rows` are the register's; they may tell listeners that show the same or another project before
    they return.
    """

    saved = Signal(object)
    left = Signal()
    """Esc: the keyboard is to go back to where the project was chosen."""
    drafts_changed = Signal(int)
    drafts_failed = Signal(object)
    """What is not saved could not be kept on disk either: the `FileError`."""
    end_asked = Signal(list)
    activate_asked = Signal(list)
    print_asked = Signal(list)
    throw_away_asked = Signal(list)
    put_back_asked = Signal(list)
    conflicted = Signal()
    """A field turned out to be changed elsewhere: the project is to be read and shown anew."""
    history_shown = Signal()
    """The history of the project that is shown has to be told: give it to `page.history`."""

    def __init__(
        self,
        save: Save,
        save_rows: SaveRows,
        today: Callable[[], date],
        names: Names | None = None,
        drafts: Drafts | None = None,
    ) -> None:
        self._pages = QStackedWidget()
        super().__init__(self._pages)
        self._drafts = drafts or Drafts()
        self._told = self._drafts.count()
        self._is_read_only = False
        self._is_showing = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.setObjectName("detail_pane")
        self._today = today
        self.page = ProjectPage(names)
        self.several = SelectionSummary()
        self.nothing = EmptyState()
        self._autosave = Autosave(self.page.form.editors, save, self)
        self._parts = PartSaving(self.page.form.lists, save_rows, self)
        self._lay_out()
        self._connect()
        self.show_nothing()

    @property
    def project(self) -> Project | None:
        """The project that is shown; None for several or none."""
        return self._autosave.project

    @property
    def more(self) -> QMenu:
        """The menu of further acts, filled by the window; its button hides while it is empty."""
        return self.page.head.more

    @property
    def drafts(self) -> int:
        """How many fields wait for correction, in all projects, from earlier sessions too."""
        if self.project is None or self._is_read_only:
            return self._drafts.count()
        return self._autosave.waiting + self._parts.waiting + self._drafts.count(but=self.project.id)

    def drafted(self) -> tuple[ProjectId, ...]:
        """The projects with fields that wait for correction, the shown one first."""
        is_here = self.project is not None and bool(self._autosave.waiting + self._parts.waiting)
        shown = (self.project.id,) if self.project is not None else ()
        return (*(shown if is_here else ()), *(each for each in self._drafts.projects if each not in shown))

    def forget(self, ids: Iterable[ProjectId]) -> None:
        """Let go of projects that are gone; their drafts wait on disk, as they may come back."""
        was_shown = self.project is not None
        gone = tuple(ids)
        self._autosave.forget(gone)
        self._parts.forget(gone)
        self._tell_drafts()
        if was_shown and self.project is None:
            self.show_nothing()

    def show_project(self, project: Project) -> None:
        """Show a project; the one that is shown already keeps focus, cursor and what the person is writing."""
        is_another = self.project is None or self.project.id != project.id
        if is_another:
            self._leave()
        drafts = {} if self._is_read_only else self._drafts.of(project.id)
        self._is_showing = True
        self._autosave.show(project, drafts)
        self._parts.show(project, drafts)
        self._is_showing = False
        self._tell_drafts()
        self.page.show_facts(project, self._today())
        self._pages.setCurrentWidget(self.page)
        if is_another:
            self.page.rewind()
        if self.page.is_history:
            self.history_shown.emit()

    @contextmanager
    def settling(self, project: ProjectId) -> Iterator[None]:
        """Lay the page out once, where another project comes into it."""
        if self.project is not None and self.project.id != project:
            with self.page.settling():
                yield
        else:
            yield

    def show_several(self, statuses: Mapping[ProjectId, Status], *, is_trash: bool = False) -> None:
        """Show how many projects are selected and what can be done with them."""
        self._leave()
        self.several.show_projects(statuses, is_trash=is_trash)
        self._pages.setCurrentWidget(self.several)

    def show_nothing(self) -> None:
        """Say that no project is selected."""
        self._leave()
        self._pages.setCurrentWidget(self.nothing)

    def tell_damage(self) -> None:
        """Tell of drafts that could not be read, if there are any."""
        if self._drafts.damage is not None:
            self.drafts_failed.emit(self._drafts.damage)

    def set_read_only(self, read_only: bool, reason: str = "") -> None:
        """Whether nothing can be changed: the register is open for reading only, or for another `reason`."""
        self._is_read_only = read_only
        self.page.set_read_only(read_only, reason)
        self.several.set_read_only(read_only, reason)
        if self.project is not None:
            self.page.show_facts(self.project, self._today())

    def commit(self) -> bool:
        """Save what is being written; False while a field of the shown project waits for correction."""
        is_saved = self._autosave.commit()
        is_saved = self._parts.commit() and is_saved
        self._keep()
        return is_saved

    def edit(self, field: str = "name") -> None:
        """Go into a field of the shown project, its text selected."""
        if self.project is not None:
            self.page.edit(field)

    def conflicts(self) -> list[Conflict]:
        """What was changed elsewhere under what is written in the shown project."""
        return [*self._autosave.conflicts(), *self._parts.conflicts()]

    def written_at(self, spot: Spot) -> datetime | None:
        """When a draft of the shown project was written, if it is on disk already."""
        draft = self._drafts.of(self.project.id).get(spot) if self.project is not None else None
        return draft.moment if draft is not None else None

    def edit_draft(self) -> None:
        """Go into the first field that waits for a correction, if there is one."""
        field, row = self._autosave.first_draft(), self._parts.first_draft()
        if field is not None:
            self.page.edit(field)
        elif row is not None:
            self.page.enter(row)

    def next_section(self) -> None:
        """Go into the next section's first field."""
        self.page.step_section(1)

    def previous_section(self) -> None:
        """Go into the previous section's first field."""
        self.page.step_section(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.page.set_width(self.width())

    def _show_saved(self, project: Project) -> None:
        if self.project is not None and self.project.id == project.id:
            self.show_project(project)
        self._keep()
        self.saved.emit(project)

    def _leave(self) -> None:
        """Save what is being written, and put by what cannot be saved until the project comes back."""
        shown = self.project
        self._parts.commit()
        self._autosave.commit()
        if shown is not None and self.project is not None and self.project.id == shown.id:
            # Else saving told the window, and the window has gone on already.
            self._keep()
            self._parts.leave()
            self._autosave.leave()

    def _keep(self) -> None:
        """Put what is not saved on disk, and tell of it."""
        self._pause.stop()
        if self.project is not None and not self._is_read_only:
            try:
                self._drafts.keep(self.project.id, {**self._autosave.drafts(), **self._parts.drafts()})
            except FileError as error:
                self.drafts_failed.emit(error)

    def _follow_writing(self) -> None:
        if not self._is_showing:
            if not self._pause.isActive():
                self._pause.start()
            self._tell_drafts()

    def _tell_drafts(self) -> None:
        if self.drafts != self._told:
            self._told = self.drafts
            self.drafts_changed.emit(self._told)

    def _ask(self, signal: SignalInstance) -> None:
        # A button may be pressed by its key while a field is still open.
        self.commit()
        if self.project is not None:
            signal.emit([self.project.id])

    def _connect(self) -> None:
        for saving in (self._autosave, self._parts):
            saving.saved.connect(self._show_saved)
            saving.written.connect(self._follow_writing)
            saving.conflicted.connect(self.conflicted)
        self._pause.timeout.connect(self._keep)
        for act in ("end_asked", "activate_asked", "print_asked", "put_back_asked"):
            getattr(self.page, act).connect(partial(self._ask, getattr(self, act)))
        self.page.history_shown.connect(self.history_shown)
        self.several.end_asked.connect(self.end_asked)
        self.several.activate_asked.connect(self.activate_asked)
        self.several.print_asked.connect(self.print_asked)
        self.several.throw_away_asked.connect(self.throw_away_asked)
        self.several.put_back_asked.connect(self.put_back_asked)
        look().changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.nothing.show_case(
            "panel-right", tr("No project selected"), tr("Choose a project in the list or make a new one (Ctrl+N).")
        )
        for shown in (self.nothing, self.page, self.several):
            shown.setProperty("ground", "base")
            shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._pages.addWidget(shown)

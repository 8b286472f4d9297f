"""The detail pane: one project with its form that saves itself, several projects as a count, or none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.autosave import Autosave
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.look import look
from hankeapp.ui.part_saving import PartSaving
from hankeapp.ui.project_page import ProjectPage
from hankeapp.ui.selection_summary import SelectionSummary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.status import Status
    from hankeapp.ui.autosave import Save
    from hankeapp.ui.names import Names
    from hankeapp.ui.part_saving import SaveRows


class DetailPane(QWidget):
    """Shows what is selected. Fields save themselves when they are left; acts are asked of the window.

    `save` and `save_rows` are the register's; they may tell listeners that show the same or another project before
    they return.
    """

    saved = Signal(object)
    left = Signal()
    """Esc: the keyboard is to go back to where the project was chosen."""
    drafts_changed = Signal(int)
    end_asked = Signal(list)
    activate_asked = Signal(list)
    print_asked = Signal(list)
    throw_away_asked = Signal(list)
    put_back_asked = Signal(list)
    history_shown = Signal()
    """The history of the project that is shown has to be told: give it to `page.history`."""

    def __init__(self, save: Save, save_rows: SaveRows, today: Callable[[], date], names: Names | None = None) -> None:
        super().__init__()
        self.setObjectName("detail_pane")
        self._today = today
        self.page = ProjectPage(names)
        self.several = SelectionSummary()
        self.nothing = EmptyState()
        self._pages = QStackedWidget()
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
        """How many fields wait for correction, in all projects of this session."""
        return self._autosave.drafts + self._parts.drafts

    def drafted(self) -> tuple[ProjectId, ...]:
        """The projects with fields that wait for correction."""
        return tuple(dict.fromkeys((*self._autosave.drafted(), *self._parts.drafted())))

    def forget(self, ids: Iterable[ProjectId]) -> None:
        """Let go of projects that are gone, with their drafts."""
        was_shown = self.project is not None
        gone = tuple(ids)
        self._autosave.forget(gone)
        self._parts.forget(gone)
        if was_shown and self.project is None:
            self.show_nothing()

    def show_project(self, project: Project) -> None:
        """Show a project; the one that is shown already keeps focus, cursor and what the person is writing."""
        is_another = self.project is None or self.project.id != project.id
        self._autosave.show(project)
        self._parts.show(project)
        self.page.show_facts(project, self._today())
        self._pages.setCurrentWidget(self.page)
        if is_another:
            self.page.rewind()
        if self.page.is_history:
            self.history_shown.emit()

    @contextmanager
    def settling(self, project: ProjectId) -> Iterator[None]:
        """Lay the form out once, where another project comes into it."""
        if self.project is not None and self.project.id != project:
            with self.page.form.settling():
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

    def set_read_only(self, read_only: bool, reason: str = "") -> None:
        """Whether nothing can be changed: the register is open for reading only, or for another `reason`."""
        self._autosave.set_read_only(read_only)
        self._parts.set_read_only(read_only)
        self.page.set_read_only(read_only, reason)
        self.several.set_read_only(read_only, reason)
        if self.project is not None:
            self.page.show_facts(self.project, self._today())

    def commit(self) -> bool:
        """Save what is being written; False while a field of the shown project waits for correction."""
        is_saved = self._autosave.commit()
        return self._parts.commit() and is_saved

    def edit(self, field: str = "name") -> None:
        """Go into a field of the shown project, its text selected."""
        if self.project is not None:
            self.page.edit(field)

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
        self.saved.emit(project)

    def _leave(self) -> None:
        self._parts.leave()
        self._autosave.leave()

    def _tell_drafts(self) -> None:
        self.drafts_changed.emit(self.drafts)

    def _ask_end(self) -> None:
        self._ask(self.end_asked)

    def _ask_activate(self) -> None:
        self._ask(self.activate_asked)

    def _ask_print(self) -> None:
        self._ask(self.print_asked)

    def _ask_put_back(self) -> None:
        self._ask(self.put_back_asked)

    def _ask(self, signal: SignalInstance) -> None:
        # A button may be pressed by its key while a field is still open.
        self.commit()
        if self.project is not None:
            signal.emit([self.project.id])

    def _connect(self) -> None:
        for saving in (self._autosave, self._parts):
            saving.saved.connect(self._show_saved)
            saving.drafts_changed.connect(self._tell_drafts)
        self.page.end_asked.connect(self._ask_end)
        self.page.activate_asked.connect(self._ask_activate)
        self.page.print_asked.connect(self._ask_print)
        self.page.put_back_asked.connect(self._ask_put_back)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

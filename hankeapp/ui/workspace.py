"""The open register in the window: sidebar, list, detail pane and the review of passed ends, kept in step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.domain.query import View
from hankeapp.services.drafts import Drafts
from hankeapp.translation import tr
from hankeapp.ui import panes, questions
from hankeapp.ui.attachments_desk import AttachmentsDesk
from hankeapp.ui.bulk_desk import BulkDesk
from hankeapp.ui.columns import Columns
from hankeapp.ui.detail_pane import DetailPane
from hankeapp.ui.filter_desk import FilterDesk
from hankeapp.ui.history_desk import HistoryDesk
from hankeapp.ui.index_desk import IndexDesk
from hankeapp.ui.labels import line
from hankeapp.ui.list_menu import ListMenu
from hankeapp.ui.list_pane import ListPane
from hankeapp.ui.lists_desk import ListsDesk
from hankeapp.ui.names import Names
from hankeapp.ui.page_text_desk import PageTextDesk
from hankeapp.ui.pane_desk import PaneDesk
from hankeapp.ui.past_desk import PastDesk
from hankeapp.ui.proof_desk import ProofDesk
from hankeapp.ui.quality_desk import QualityDesk
from hankeapp.ui.quick_desk import QuickDesk
from hankeapp.ui.review_desk import ReviewDesk
from hankeapp.ui.saved_desk import SavedDesk
from hankeapp.ui.search_desk import SearchDesk
from hankeapp.ui.sidebar import Sidebar
from hankeapp.ui.sidebar_desk import SidebarDesk
from hankeapp.ui.snackbar import Snackbar
from hankeapp.ui.status_desk import StatusDesk
from hankeapp.ui.status_line import StatusLine
from hankeapp.ui.steps import Steps
from hankeapp.ui.toolbar import ListMode, Toolbar
from hankeapp.ui.trash_desk import TrashDesk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Found, Query
    from hankeapp.domain.status import Status
    from hankeapp.services.acts import Act
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register
    from hankeapp.ui.actions import Actions
    from hankeapp.ui.settings import Settings


class Workspace(QWidget):
    """One register's panes. `changed` tells that what is shown or selected has; `acted`, what can be taken back."""

    changed = Signal()
    acted = Signal()

    def __init__(self, register: Register, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self.register = register
        self._actions = actions
        self._settings = settings
        self.selected: Mapping[ProjectId, Status] = {}
        self.toolbar = Toolbar(actions)
        self.sidebar = Sidebar()
        self.source: Register | Past = register
        """What is shown: the register, or one of its past days."""
        self.names = Names(register.lists, register.lists if register.is_writable else None, register.titles)
        self.list = ListPane(register, self.names, settings)
        drafts = Drafts(settings.drafts_of(register.key))
        self.detail = DetailPane(register.save, register.parts.save, self._today, self.names, drafts)
        self.status = StatusLine()
        self.steps = Steps(self)
        self.foot = StatusDesk(self, drafts)
        # A splitter would take the snackbar for one more pane: it floats over a plain widget around it.
        self._content = QWidget()
        self._columns = Columns(self.sidebar, self.list, self.detail)
        self.panes = PaneDesk(self, self._columns, actions, settings)
        self.views = SidebarDesk(self)
        self.saved = SavedDesk(self)
        self.quick = QuickDesk(self, actions, settings.seen)
        self.search = SearchDesk(self, settings)
        self.filters = FilterDesk(self)
        self.review = ReviewDesk(self, self._columns.pages)
        self.quality = QualityDesk(self, self._columns.pages)
        self.lists = ListsDesk(self, self._columns.pages)
        self.trash = TrashDesk(self)
        self.bulk = BulkDesk(self, settings)
        self.history = HistoryDesk(self, self._columns.pages, settings)
        self.past = PastDesk(self)
        self.index = IndexDesk(self)
        self.proof = ProofDesk(self, settings)
        self.page_text = PageTextDesk(self)
        self.attachments = AttachmentsDesk(self, settings)
        self._lay_out()
        self.snackbar = Snackbar(self._content)
        self._connect()
        self._start()

    @property
    def is_past(self) -> bool:
        """Whether a past day is shown."""
        return self.source is not self.register

    @property
    def can_write(self) -> bool:
        """Whether what is shown can be changed."""
        return self.register.is_writable and not self.is_past

    def show_view(self, view: View) -> None:
        """Show a view of the register, with the words that are looked for."""
        self.show_query(replace(self.list.query, view=view))

    def show_query(self, query: Query, found: Found | None = None) -> None:
        """Show what a query finds, or has `found` already; all passed ends are worked through in place."""
        self.detail.commit()
        is_review = query.view is View.OVERDUE and not query.text and not self.is_past
        with panes.keeping_focus(self):
            self._columns.show_page(self.review.view if is_review else None)
            self.sidebar.show_query(query)
            self.list.place = self.sidebar.entry.key
            self.list.show_query(query, found)
            if is_review:
                self.review.show()
        if self.toolbar.search.text != query.text:
            self.toolbar.search.write(query.text)
        self.changed.emit()

    def show_source(self, source: Register | Past, reason: str = "") -> None:
        """Show a past day, which cannot be changed for the `reason` given, or the register again."""
        self.detail.commit()
        self.snackbar.dismiss()
        self.detail.show_nothing()
        self.source = source
        self._lock(reason)
        self.list.show_source(source)
        self.show_view(self.list.query.view)
        self._show_selected()
        self._tell_register()
        self.foot.tell_saved()

    def leave_page(self) -> None:
        """Go back from what was shown in place of the projects."""
        self.show_view(self.list.query.view)
        panes.focus_projects(self)

    def show_project(self, project: ProjectId) -> None:
        """Find a project among all, and show it."""
        if self.review.is_shown or not self.list.select(project):
            self.show_query(replace(self.list.query, view=View.ALL, text=""))
            self.list.select(project)

    def settle(self) -> bool:
        """Save what is being written; False where a field waits for a correction: then the keyboard is taken there."""
        if self.detail.commit():
            return True
        self.panes.show_details(shown=True)
        self.detail.edit_draft()
        self.snackbar.show_message(tr("Correct this field first, or take its change back with Ctrl+Z."), undo=False)
        return False

    def reload(self) -> None:
        """Save what is being written, unless others deleted what it names, and read everything from disk again."""
        self.names.reread()
        self.detail.commit()
        self._show_anew()

    def catch_up(self) -> None:
        """Show what others have written meanwhile; what is being typed stays as it is, and is not saved by that."""
        self.names.reread()
        self._show_anew()

    def _show_anew(self) -> None:
        self.list.reload()
        self._show_selected()
        self._tell_register()
        self._follow_pages()

    def edit(self, field: str = "name") -> None:
        """Go to a field of the project that is shown."""
        self.panes.show_details(shown=True)
        self.detail.edit(field)

    def close_register(self) -> None:
        """Save what is being typed and let go of the file."""
        self.detail.commit()
        for desk in (self.search, self.quality, self.proof, self.page_text, self.attachments):
            desk.leave()
        self._settings.splitter_sizes = self._columns.widths
        self._settings.folded_groups = self.sidebar.tree.folded_groups
        self._settings.seen = self.quick.seen
        self.register.close()

    def _lay_out(self) -> None:
        for page in (self.review.view, self.quality.view, self.history.view):
            self._columns.pages.addWidget(page)
        self._columns.restore(self._settings.splitter_sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (self.toolbar, line(), self._content, line(), self.status):
            column.addWidget(row)
        column.setStretchFactor(self._content, 1)
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.past.bar)
        content.addWidget(self._columns, 1)

    def _connect(self) -> None:
        self.toolbar.search.left.connect(partial(panes.focus_projects, self))
        self.list.selection_changed.connect(self._show_selected)
        self.list.edit_requested.connect(self.edit)
        self.list.search_cleared.connect(self.toolbar.search.clear_words)
        self.detail.end_asked.connect(self.steps.end)
        self.detail.activate_asked.connect(self.steps.activate)
        self.detail.throw_away_asked.connect(self.trash.throw_away)
        self.detail.put_back_asked.connect(self.trash.put_back)
        for name in ("throw_away", "put_back"):
            self.detail.more.addAction(self._actions[name])
        self.list.empty_trash_requested.connect(self.trash.empty)
        for name in ("throw_away", "copy"):
            self.list.addAction(self._actions[name])
        self.list_menu = ListMenu(self.list, self._actions)
        self.list.model.failed.connect(self._tell_error, Qt.ConnectionType.QueuedConnection)
        self.list.model.outdated.connect(self.catch_up, Qt.ConnectionType.QueuedConnection)
        self.snackbar.undo_requested.connect(self.steps.undo)
        self.register.journal.listen(self._follow)

    def _start(self) -> None:
        self.status.show_file(self.register.path)
        self._lock()
        self.sidebar.tree.fold(self._settings.folded_groups)
        self.panes.show_mode(ListMode(self._settings.list_mode))
        self.list.show_query(self.list.query)
        self._tell_register()
        self.foot.tell_saved()
        self.detail.tell_damage()

    def _follow(self, act: Act) -> None:
        """An act is on disk: show it everywhere, and offer to take back what changed more than a field."""
        self.status.note_saved(datetime.now(UTC))
        self.names.refresh()
        self.list.refresh(act.changed)
        self.detail.forget(act.removed)
        self._show_selected()
        self._tell_register()
        self.foot.tell_saved()
        self._follow_pages()
        if act.is_step:
            self.snackbar.show_message(act.name)

    def _follow_pages(self) -> None:
        self.history.follow()
        self.lists.follow()

    def _show_selected(self) -> None:
        self.selected = self.source.statuses(self.list.selected(), gone=True)
        match list(self.selected):
            case []:
                self.detail.show_nothing()
                self.quality.follow()
            case [only]:
                with self.detail.settling(only):
                    self.detail.show_project(*self.source.projects([only], gone=True))
                    self.quality.follow()
            case _:
                self.detail.show_several(self.selected, is_trash=self.trash.is_shown)
                self.quality.follow()
        self.foot.tell_count()
        self.changed.emit()

    def _tell_error(self, error: KnownError) -> None:
        questions.tell(error, self)

    def _tell_register(self) -> None:
        self.views.follow()
        self.foot.follow()
        self.review.follow()
        self.changed.emit()
        self.acted.emit()

    def _lock(self, reason: str = "") -> None:
        """Let things be changed where they can be."""
        self.detail.set_read_only(not self.can_write, reason)
        why = reason or tr("The register is open for reading only.")
        self.toolbar.explain("" if self.can_write else why)

    def _today(self) -> date:
        return self.source.today()

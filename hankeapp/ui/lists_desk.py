"""The office's own lists in the window: what is changed, merged and deleted in them, and which projects use what."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hankeapp.domain.errors import FieldError, InUseError
from hankeapp.domain.query import View
from hankeapp.domain.query_terms import Term
from hankeapp.domain.query_writing import text_of
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.entry_dialog import EntryDialog
from hankeapp.ui.lists_view import ListsView
from hankeapp.ui.merge_dialog import ask_merge
from hankeapp.ui.message_dialog import Choice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from hankeapp.domain.query_terms import Named
    from hankeapp.services.list_keeping import ListEntry
    from hankeapp.ui.workspace import Workspace

_MERGE = "merge"


class ListsDesk(QObject):
    """Stands between the open register's lists and their page."""

    def __init__(self, workspace: Workspace, pages: QStackedWidget) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._pages = pages
        self._keeping = workspace.register.keeping
        workspace.toolbar.search.searched.connect(self._leave_for)
        workspace.sidebar.clicked.connect(self._leave_for_view)

    @cached_property
    def view(self) -> ListsView:
        """The page, made when it is first asked for: it holds a quarter of all that a window is made of."""
        view = ListsView(self._workspace.names)
        view.set_read_only(read_only=not self._workspace.register.is_writable)
        self._connect(view)
        self._pages.addWidget(view)
        return view

    @property
    def is_shown(self) -> bool:
        """Whether the lists are at hand."""
        return isinstance(self._pages.currentWidget(), ListsView)

    def show(self) -> None:
        """Show the lists, in place of the projects."""
        self._workspace.detail.commit()
        with questions.told(self._workspace):
            self._show_entries()
            self._pages.setCurrentWidget(self.view)
            self.view.take_focus()

    def follow(self) -> None:
        """The register has changed: show the lists as they are now."""
        if self.is_shown:
            with questions.told(self._workspace):
                self._show_entries()

    def _connect(self, view: ListsView) -> None:
        view.left.connect(self._leave)
        view.kept_chosen.connect(self._show_entries)
        view.entry_chosen.connect(self._tell_uses)
        view.add.clicked.connect(self._add)
        view.picker.removal_asked.connect(self._remove)
        for form in view.forms.values():
            form.changed.connect(self._change)
            form.show_asked.connect(self._show_projects)
            form.merge_asked.connect(self._merge)
            form.removal_asked.connect(self._remove)

    def _show_entries(self, current: str = "") -> None:
        self.view.show_entries(self._keeping.entries(self.view.kept), current)

    def _tell_uses(self) -> None:
        entry = self.view.entry
        if entry is not None:
            can_write = self._workspace.register.is_writable
            self.view.form.show_uses(self._keeping.found_by(entry), self._keeping.alike(entry), can_write=can_write)

    def _change(self, name: str, value: object) -> None:
        form = self.view.form
        entry = form.entry
        if entry is None:
            return
        try:
            with questions.told(self._workspace, but=FieldError):
                self._keeping.change(entry, {name: value})
        except FieldError as error:
            form.editors[name].set_error(str(error))

    def _add(self) -> None:
        dialog = EntryDialog(self._keeping, self.view.kept, self.view.picker.search.text(), self._workspace)
        with questions.told(self._workspace):
            if questions.run(dialog):
                self.view.picker.search.clear()
                self._show_entries(dialog.added)
                self.view.form.take_focus()

    def _merge(self, likely: ListEntry | None) -> None:
        entry = self.view.entry
        if entry is None:
            return
        with questions.told(self._workspace):
            alike = [likely] if likely else self._keeping.alike(entry, self._written_name(entry))
            others = [each for each in self._keeping.entries(entry.kept) if each.row.id != entry.row.id]
            into = ask_merge(entry, others, alike[0] if alike else None, self._workspace)
            if into is not None:
                self._keeping.merge(entry, into)
                self._show_entries(into.row.id)
                self._tell(tr("“{name}” was merged into “{other}”.", name=entry.name, other=into.name))

    def _written_name(self, entry: ListEntry) -> str:
        """The name that a person gave and that another entry has already, if so."""
        editor = self.view.form.editors[entry.kept.name_field]
        return editor.content if editor.error else ""

    def _remove(self) -> None:
        entry = self.view.entry
        if entry is None or not self._workspace.register.is_writable:
            return
        try:
            with questions.told(self._workspace, but=InUseError):
                self._keeping.remove(entry)
                self._tell(tr("“{name}” was deleted from the list.", name=entry.name))
        except InUseError as error:
            choices = (Choice("close", tr("Close")), Choice(_MERGE, tr("Merge into another…")))
            if questions.ask(questions.error_message(error, choices), self._workspace) == _MERGE:
                self._merge(None)

    def _tell(self, text: str) -> None:
        self._workspace.snackbar.show_message(text)

    def _show_projects(self, condition: Named) -> None:
        """Leave for the projects that a filter finds."""
        text = text_of([Term((0, 0), is_negated=False, any_of=(condition,))])
        self._workspace.show_query(replace(self._workspace.list.query, view=View.ALL, text=text))
        self._workspace.list.view.setFocus()

    def _leave(self) -> None:
        self.view.form.commit()
        self._workspace.leave_page()

    def _leave_for(self, words: str) -> None:
        """A search shows the projects again."""
        if self.is_shown and words:
            self._workspace.show_view(self._workspace.list.query.view)

    def _leave_for_view(self) -> None:
        """The view that is chosen already is wanted: the sidebar tells of another one only."""
        if self.is_shown:
            self._leave()

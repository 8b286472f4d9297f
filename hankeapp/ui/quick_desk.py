"""The quick search of the open register: looks for what is typed, and does what is chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hankeapp.domain.columns import column_of
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query
from hankeapp.ui import formatting
from hankeapp.ui.actions import COMMANDS, PROJECT, keys_of, plain_text
from hankeapp.ui.quick_hits import MOST, Asked, Heading, Hit, Scope, of_entries, of_project, places, remoteness, under
from hankeapp.ui.quick_search import QuickSearch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.domain.project import Project
    from hankeapp.ui.actions import Actions, Command
    from hankeapp.ui.offers import Offer
    from hankeapp.ui.sidebar_entries import Entry
    from hankeapp.ui.workspace import Workspace

MOST_RECENT = 8
"""Projects that are offered again before anything is typed."""
_MOST_SEEN = 24
"""Projects that are remembered: those of other registers are not offered."""
_LOOKED_AT = 20
"""Projects found by their texts, of which those with the words in the title come first."""
_BEFORE, _TOLD = 20, 80
"""Characters of a text before its first hit, and altogether."""
_UNIT = column_of("unit").field


class QuickDesk(QObject):
    """Stands between the open register and the quick search, which is made when it is wanted first."""

    def __init__(self, workspace: Workspace, actions: Actions, seen: Sequence[str]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._actions = actions
        self._seen = [ProjectId(each) for each in seen]
        self._search: QuickSearch | None = None
        workspace.changed.connect(self._note_seen)

    def open(self) -> None:
        """Show the quick search, or put it away again."""
        if self._search is None:
            self._search = QuickSearch(self._workspace.window())
            self._search.asked.connect(self._answer)
            self._search.chosen.connect(_do)
            # It lies in the window, and goes with this register.
            self._workspace.destroyed.connect(self._search.deleteLater)
        self._search.open()

    @property
    def seen(self) -> tuple[str, ...]:
        """The projects that were shown last, of whatever register, the last one first."""
        return tuple(self._seen)

    def found(self, text: str) -> list[Offer]:
        """What is offered for a text."""
        asked = Asked.of(text)
        if not asked.words and asked.scope is Scope.ALL:
            return self._at_first()
        rows: list[Offer] = []
        if asked.scope is Scope.ALL:
            rows += under(Heading.PROJECTS, self._projects(asked.words))
        if asked.scope is not Scope.COMMANDS:
            entries = self._workspace.sidebar.entries()
            rows += under(Heading.VIEWS, of_entries(entries, asked.words, self._showing))
        if asked.scope is not Scope.VIEWS:
            rows += under(Heading.COMMANDS, self._commands(asked.words)[: None if asked.scope.value else MOST])
        return rows

    def _answer(self, text: str) -> None:
        assert self._search is not None
        self._search.show_rows(self.found(text))

    def _at_first(self) -> list[Offer]:
        shown = self._workspace.detail.project
        before = [each for each in self._seen if shown is None or each != shown.id]
        seen = [self._hit(project, "") for project in self._workspace.source.projects(before)[:MOST_RECENT]]
        pinned = [each for each in self._workspace.sidebar.entries() if each.search and each.search.is_pinned]
        return under(Heading.RECENT, seen) + under(Heading.PINNED, of_entries(pinned, "", self._showing))

    def _projects(self, words: str) -> list[Hit]:
        source, query = self._workspace.source, Query(text=words)
        found = source.projects(list(source.find(query).ids[:_LOOKED_AT]))
        found.sort(key=lambda project: places(project.title, words) is None)
        hits = self._workspace.register.hits(query)
        told = []
        for project in found[:MOST]:
            spans = hits.spans(project.title) if hits else []
            snippet = hits.snippet(project) if hits and not spans else None
            told.append(self._hit(project, _around(snippet.text, snippet.spans[0][0]) if snippet else "", spans))
        return told

    def _hit(self, project: Project, detail: str, spans: list[tuple[int, int]] | None = None) -> Hit:
        unit = self._workspace.names.text(_UNIT, project.unit) if project.unit else ""
        return of_project(project, detail or unit, spans or [], partial(self._show_project, project.id))

    def _commands(self, words: str) -> list[Hit]:
        offered = ((command, self._actions[command.name]) for command in COMMANDS if command.name != "quick")
        found = []
        for command, action in offered:
            text = plain_text(action)
            spans = places(text, words)
            if spans is not None and action.isEnabled():
                detail, keys = self._concerns(command), keys_of(action)
                found.append(Hit(text, action.trigger, command.icon, detail, keys, spans=spans))
        return sorted(found, key=lambda hit: remoteness(hit.text, words))

    def _concerns(self, command: Command) -> str:
        """The selected projects, of a command that does something to them."""
        selected = self._workspace.selected
        if command.menu != PROJECT or not selected or command.needs in {"register", "writable"}:
            return ""
        project = self._workspace.detail.project
        return project.title if project is not None else formatting.count_text(len(selected))

    def _showing(self, entry: Entry) -> partial[None]:
        return partial(self._show_entry, entry)

    def _show_entry(self, entry: Entry) -> None:
        shown = self._workspace.list.query
        query = entry.query if entry.search else replace(shown, view=entry.query.view, text=entry.query.text)
        self._workspace.show_query(query)
        self._workspace.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_project(self, project: ProjectId) -> None:
        self._workspace.show_project(project)
        self._workspace.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_seen(self) -> None:
        project = self._workspace.detail.project
        if project is not None and self._seen[:1] != [project.id]:
            self._seen = [project.id, *(each for each in self._seen if each != project.id)][:_MOST_SEEN]


def _do(act: Callable[[], object]) -> None:
    act()


def _around(text: str, at: int) -> str:
    """A text in one line from a few words before a place on."""
    before = text[max(at - _BEFORE, 0) : at]
    if at > _BEFORE:
        before = f"…{before.partition(' ')[2]}"
    return " ".join(f"{before}{text[at : at + _TOLD]}".split())

"""The filters of the search in the window: suggested while one is typed, and built by those who do not type."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hankeapp.domain.query import Query, View
from hankeapp.domain.query_cursor import typed_at
from hankeapp.domain.query_keys import FilterKind, filter_keys
from hankeapp.domain.query_terms import Choice, Known, Term
from hankeapp.domain.query_writing import term_text
from hankeapp.domain.status import Status
from hankeapp.services.filter_values import FilterValue
from hankeapp.services.suggestions import Suggestion
from hankeapp.translation import tr
from hankeapp.ui import formatting, questions, tasks
from hankeapp.ui.filter_builder import FilterBuilder
from hankeapp.ui.filter_icons import filter_icon
from hankeapp.ui.offers import Offer
from hankeapp.ui.sidebar_desk import LARGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.query_cursor import Typed
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.services.suggestions import Section, Suggested
    from hankeapp.ui.workspace import Workspace

_ASKING = {FilterKind.PRESENT, FilterKind.ABSENT}
"""Filters whose values are the other filters."""


class FilterDesk(QObject):
    """Stands between the search field and what the register suggests for it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._field = workspace.toolbar.search
        self._builder: FilterBuilder | None = None
        self._is_asking = False
        self._typed = ("", (0, 0))
        """The text that suggestions are offered for, and the place in it that they are for."""
        self._field.rested.connect(self._suggest)
        self._field.popup.chosen.connect(self._take)
        self._field.build_requested.connect(self.build)
        workspace.list.counted.connect(self._tell_count)

    def build(self) -> None:
        """Choose the query's filters in a dialog; the list follows meanwhile."""
        text = self._field.text
        self._builder = FilterBuilder(text, self._workspace.source.today(), self._values, self._workspace)
        self._builder.written.connect(self._field.write)
        self._tell_count()
        if questions.run(self._builder):
            self._workspace.search.finish()
        elif self._field.text != text:
            self._field.write(text)
        self._builder = None

    def _tell_count(self) -> None:
        if self._builder is not None:
            self._builder.show_count(self._workspace.list.model.count)

    def _suggest(self) -> None:
        """Offer what fits what is being typed; where nothing is, nothing."""
        text, cursor = self._field.text, self._field.edit.cursorPosition()
        typed = typed_at(text, cursor)
        if typed.asked is None and not typed.text:
            self._field.popup.dismiss()
            return
        if not self._is_large:
            self._offer(typed, text, self._workspace.register.suggestions.at(self._asked(text), cursor))
        elif not self._is_asking:
            self._is_asking = True
            ask = partial(self._workspace.register.suggested_beside, self._asked(text), cursor)
            tasks.run(ask, partial(self._take_answer, typed, text), self._give_up, self)

    def _asked(self, text: str) -> Query:
        return Query(self._workspace.list.query.view, text)

    @cached_property
    def _is_large(self) -> bool:
        return self._workspace.register.counts()[View.ALL] >= LARGE

    def _take_answer(self, typed: Typed, text: str, suggested: Suggested) -> None:
        """Show what came from beside the window, or ask again for what has been written meanwhile."""
        self._is_asking = False
        if not self._field.edit.hasFocus():
            return
        if text == self._field.text:
            self._offer(typed, text, suggested)
        else:
            self._suggest()

    def _give_up(self, _error: KnownError) -> None:
        # What is wrong with the file is told where it is read for the list.
        self._is_asking = False

    def _offer(self, typed: Typed, text: str, suggested: Suggested) -> None:
        self._typed = (text, suggested.span)
        rows = [row for section in suggested.sections for row in self._rows(section)]
        self._field.popup.show_rows(rows, _hint(), is_completing=_is_begun(typed, suggested.sections))

    def _rows(self, section: Section) -> list[Offer]:
        # Projects are what the list below shows anyhow.
        rows = [self._row(each) for each in section.items if each.project is None]
        return [Offer(section.title), *rows] if rows else []

    def _row(self, each: Suggestion) -> Offer:
        is_counted = each.count is not None and not self._workspace.is_past
        aside = formatting.count_text(each.count or 0) if is_counted else ""
        return Offer(each.text, each, filter_icon(each.filter) if each.filter else "clock", each.detail, aside)

    def _take(self, chosen: object) -> None:
        if isinstance(chosen, Suggestion) and self._field.text == self._typed[0]:
            self._field.complete(*self._place_of(chosen.replacement), chosen.replacement)

    def _place_of(self, replacement: str) -> tuple[int, int]:
        """What a choice takes the place of: another filter goes behind the value that is typed, or for one without."""
        text, (start, end) = self._typed
        is_value = text[:start].rstrip().endswith(":")
        if not (is_value and replacement.endswith(":")):
            return start, end
        return (text[:start].rstrip().rfind(" ") + 1, end) if start == end else (end, end)

    def _values(self, asked: FilterKey) -> Sequence[FilterValue]:
        if asked.kind not in _ASKING:
            return self._workspace.register.filter_values.of(asked)
        others = [each for each in filter_keys().values() if each.targets or each.part is not None]
        is_known = asked.kind is FilterKind.PRESENT
        return [FilterValue(each.title, Known(each.name, is_known)) for each in others]


def _is_begun(typed: Typed, sections: Sequence[Section]) -> bool:
    """Whether a value or the key of a filter is being typed, and not just as well a word."""
    first = sections[0].items[0].replacement if sections else ""
    return typed.asked is not None or (first.endswith(":") and len(typed.text) < len(first) - 1)


def _hint() -> str:
    shut_out = Term((0, 0), is_negated=True, any_of=(Choice("status", Status.ENDED.value),))
    return tr(
        "A blank joins filters (AND), a comma gives alternatives (OR). A minus shuts out: {example}",
        example=term_text(shut_out),
    )

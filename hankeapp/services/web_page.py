"""The city's web page as it was last published: by it the page of today is told what differs, and so is each text.

What was published is what was marked so, a kept report with the page's bytes; before anything was, it is the page that
was taken in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hankeapp.digests import sha256_of
from hankeapp.domain.comparisons import PAGE_FIELDS, State, compare
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kept_reports import KeptReport
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, Sort
from hankeapp.domain.status import Status
from hankeapp.domain.values import RowState
from hankeapp.services.beside import Beside, beside
from hankeapp.services.lots import in_lots
from hankeapp.services.moments import at_one_moment
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.comparisons import Comparison
    from hankeapp.domain.kept_reports import Form
    from hankeapp.domain.project import Project
    from hankeapp.domain.proposals import Progress
    from hankeapp.services.register import Register

BY_PAGE = Query(sorts=(Sort("page_order"),))
_TEXT = "public_text"


class WebPage:
    """Every publication tells the page whole: only the last one counts."""

    def __init__(self, register: Register, store: Store, desk: Desk) -> None:
        self._register = register
        self._store = store
        self._desk = desk

    def last(self) -> KeptReport | None:
        """What was published last; None before anything was marked so."""
        return next((each for each in self._register.kept_reports.all() if each.is_published), None)

    def written(
        self,
        form: Form,
        write: Callable[[Sequence[Project]], bytes],
        query: Query,
        source: Register | Beside,
        progress: Progress | None = None,
    ) -> tuple[KeptReport, bytes]:
        """What is written of the projects that a query finds in a source today, to be kept as published.

        `write` gives the bytes of the page; one without a public text does not stand on it. What `progress` raises
        ends the reading.
        """
        from hankeapp.services.printing import Wish
        from hankeapp.services.wishes import whole_json

        acts, projects = at_one_moment(source, lambda: list(in_lots(source, source.ids(query), progress)))
        data, day = write(projects), PartialDate.of(self._desk.clock.today())
        report = KeptReport(
            number="",
            name=tr("Web page {date}", date=day),
            form=form,
            day=day,
            made=self._desk.clock.now(),
            maker=self._desk.actor,
            acts=acts,
            wish=whole_json(Wish(query)),
            projects=" ".join(each.number for each in projects if each.public_text.strip()),
            sha256=sha256_of(data),
            size=len(data),
        )
        return report, data

    def text_of(self, project: Project) -> str:
        """The paragraph that the page has of a project; empty where it stands not on it."""
        report = self.last()
        if report is not None:
            is_there = project.number in report.numbers
            return str(self._store.known_value(report.acts, project.id, _TEXT, project.public_text)) if is_there else ""
        if project.page_order is None:
            return ""
        first = self._store.first_values((_TEXT,), project.id).get(project.id, {})
        return str(first.get(_TEXT, project.public_text))

    def changes(self) -> Comparison | None:
        """What differs today from what was last published, or else taken in; None where neither was."""
        report = self.last()
        if report is not None:
            from hankeapp.services.report_changes import changes  # late: it loads all that prints

            return changes(self._register, report)
        return _since_taken_in(Beside(self._register, self._store))

    def changes_beside(self, last: KeptReport | None) -> Comparison | None:
        """`changes` since what was published last, from another thread, over a connection of its own."""
        if last is not None:
            from hankeapp.services.report_changes import changes_beside  # late, as above

            return changes_beside(self._register, last)
        with beside(self._register) as today:
            return _since_taken_in(today)


def _since_taken_in(today: Beside) -> Comparison | None:
    page = _taken_in(today)
    return compare(page, _with_text(today), fields=PAGE_FIELDS) if page.listed else None


def _with_text(today: Beside) -> State:
    every = {each.id: each for each in today.projects(today.ids(BY_PAGE))}
    listed = [key for key, each in every.items() if each.public_text.strip()]
    return State(listed, every, today.names())


def _taken_in(today: Beside) -> State:
    """The page that was taken in, by the first values of its projects in the log."""
    first = today.store.first_values(("page_order", _TEXT, "status", "name", "acronym"))
    ids = [ProjectId(row) for row, values in first.items() if values.get("page_order") is not None]
    several = [each for each in today.store.projects(ids, gone=True) if each.state is not RowState.UNDONE]
    projects = [_at_first(each, first[each.id]) for each in several]
    in_order = sorted(projects, key=lambda each: (each.page_order or 0, each.number))
    known = {each.id: each for each in in_order}
    return State(list(known), known, today.names())


def _at_first(project: Project, values: dict[str, Any]) -> Project:
    given: dict[str, Any] = {name: values[name] for name in (_TEXT, "name", "acronym") if name in values}
    return replace(project, status=Status(values.get("status", project.status.value)), **given)

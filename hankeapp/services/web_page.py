"""The city's web page as it was last published: by it the page of today is told what differs, and so is each text.

What was published is what was marked so, a kept report with the page's bytes; before anything was, it is the page that
was taken in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from hankeapp.domain.comparisons import PAGE_FIELDS, State, compare
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kept_reports import KeptReport
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, Sort
from hankeapp.domain.status import Status
from hankeapp.domain.values import RowState
from hankeapp.services.moments import at_one_moment
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.comparisons import Comparison
    from hankeapp.domain.kept_reports import Form
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project
    from hankeapp.services.register import Register

BY_PAGE = Query(sorts=(Sort("page_order"),))
_TEXT = "public_text"


@dataclass(frozen=True)
class Published:
    """The page as it was last published: each project as it stood there, in the order of the page."""

    projects: dict[ProjectId, Project]
    deleted: tuple[str, ...]
    names: Names
    report: KeptReport | None
    """What was published last; None where it is the page that was taken in."""


class WebPage:
    """Of publications that told of some projects only, each counts for those until the page is published whole."""

    def __init__(self, register: Register, store: Store, desk: Desk) -> None:
        self._register = register
        self._store = store
        self._desk = desk

    def last(self) -> KeptReport | None:
        """What was published last; None before anything was marked so."""
        return next(iter(self._publications()), None)

    def publish(
        self,
        form: Form,
        write: Callable[[Sequence[Project]], bytes],
        chosen: Collection[ProjectId] | None = None,
        query: Query = BY_PAGE,
    ) -> KeptReport:
        """Remember as published what is written of the projects of today, or of some that were chosen.

        `write` gives the bytes of the page; one without a public text does not stand on it.
        """
        from hankeapp.services.printing import Wish, ids_of
        from hankeapp.services.wishes import whole_json

        wish = Wish(query, chosen=chosen)
        acts, projects = at_one_moment(self._register, lambda: self._register.projects(ids_of(self._register, wish)))
        data, day = write(projects), PartialDate.of(self._desk.clock.today())
        report = KeptReport(
            number="",
            name=tr("Web page {date}", date=day),
            form=form,
            day=day,
            made=self._desk.clock.now(),
            maker=self._desk.actor,
            acts=acts,
            wish=whole_json(wish),
            projects=" ".join(each.number for each in projects if each.public_text.strip()),
            sha256=sha256(data).hexdigest(),
            size=len(data),
        )
        return self._register.kept_reports.put_in(report, data)

    def text_of(self, project: Project) -> str:
        """The paragraph that the page has of a project; empty where it stands not on it."""
        for report in self._publications():
            if project.number in report.numbers:
                return str(self._store.known_value(report.acts, project.id, _TEXT, project.public_text))
            if _is_whole(report):
                return ""
        if project.page_order is None:
            return ""
        first = self._store.first_values((_TEXT,), project.id).get(project.id, {})
        return str(first.get(_TEXT, project.public_text))

    def published(self) -> Published | None:
        """The page as it was last published; None where none was, and none was taken in."""
        reports = self._publications()
        whole = next((place for place, each in enumerate(reports) if _is_whole(each)), None)
        page = self._taken_in() if whole is None else Published({}, (), self._register.names(), None)
        for report in reversed(reports if whole is None else reports[: whole + 1]):
            page = self._with(page, report)
        return page if page.projects or page.deleted else None

    def changes(self) -> Comparison | None:
        """What differs today from what was last published; None where nothing was."""
        page = self.published()
        if page is None:
            return None
        register = self._register
        now = [each for each in register.projects(register.ids(self._query())) if each.public_text.strip()]
        every = {each.id: each for each in register.projects(register.ids(Query()))}
        then = State(list(page.projects), page.projects, page.names)
        return compare(then, State([each.id for each in now], every, register.names()), page.deleted, PAGE_FIELDS)

    def _query(self) -> Query:
        """What the page tells of: what it was last asked for whole."""
        from hankeapp.services.wishes import wish_from

        whole = next((each for each in self._publications() if _is_whole(each)), None)
        return wish_from(whole.wish).query if whole else BY_PAGE

    def _publications(self) -> list[KeptReport]:
        return [each for each in self._register.kept_reports.all() if each.is_published]

    def _with(self, page: Published, report: KeptReport) -> Published:
        known = self._store.known(report.acts)
        by_number = {each.number: each for each in known.projects}
        told = {each.id: each for number in report.numbers if (each := by_number.get(number))}
        deleted = tuple(number for number in report.numbers if number not in by_number)
        return Published(page.projects | told, (*page.deleted, *deleted), known.names, report)

    def _taken_in(self) -> Published:
        """The page that was taken in, by the first values of its projects in the log."""
        names = ("page_order", _TEXT, "status", "name", "acronym")
        first = self._store.first_values(names)
        ids = [ProjectId(row) for row, values in first.items() if values.get("page_order") is not None]
        several = [each for each in self._store.projects(ids, gone=True) if each.state is not RowState.UNDONE]
        projects = [_at_first(each, first[each.id]) for each in several]
        in_order = sorted(projects, key=lambda each: (each.page_order or 0, each.number))
        return Published({each.id: each for each in in_order}, (), self._register.names(), None)


def _is_whole(report: KeptReport) -> bool:
    from hankeapp.services.wishes import wish_from

    return wish_from(report.wish).chosen is None


def _at_first(project: Project, values: dict[str, Any]) -> Project:
    given: dict[str, Any] = {name: values[name] for name in (_TEXT, "name", "acronym") if name in values}
    return replace(project, status=Status(values.get("status", project.status.value)), **given)

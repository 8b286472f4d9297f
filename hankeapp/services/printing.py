"""What is printed of a register, or of some of its projects: an overview, a table, or a card for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from hankeapp.domain.columns import column_of
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.query_telling import in_words
from hankeapp.reports import estimates
from hankeapp.reports.cards import cards
from hankeapp.reports.entries import ENTRY_FIELDS, PHOTOS
from hankeapp.reports.head import issued_by
from hankeapp.reports.paper import LANDSCAPE, UPRIGHT
from hankeapp.reports.project_table import PRINTED, project_table
from hankeapp.reports.summary import overview
from hankeapp.reports.typesetting import too_large
from hankeapp.services.beside import beside
from hankeapp.services.lots import in_lots
from hankeapp.services.moments import at_one_moment
from hankeapp.services.past import Past
from hankeapp.translation import LANGUAGE, mark, speaking, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from hankeapp.domain.columns import Column
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.proposals import Progress
    from hankeapp.reports.estimates import Estimate
    from hankeapp.reports.head import Edition
    from hankeapp.reports.paper import Paper
    from hankeapp.reports.typesetting import Document
    from hankeapp.services.beside import Beside
    from hankeapp.services.register import Register

    Pictures = Callable[[Iterable[str]], dict[str, bytes]]

PAGE_ORDER = Sort("page_order")
"""A board knows the projects in the order of the web page."""


class ReportKind(Enum):
    """The documents that are printed."""

    OVERVIEW = "overview"
    TABLE = "table"
    CARD = "card"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])


_LABELS = {
    ReportKind.OVERVIEW: mark("Overview"),
    ReportKind.TABLE: mark("Table"),
    ReportKind.CARD: mark("Project cards"),
}


_PACES = {
    ReportKind.OVERVIEW: estimates.OVERVIEW,
    ReportKind.TABLE: estimates.TABLE,
    ReportKind.CARD: estimates.CARDS,
}


@dataclass(frozen=True)
class Wish:
    """What is to be printed, and how; the groups are those of the query.

    `chosen` are projects that were picked by hand: then they are printed, in the query's order, whatever it finds.
    `office` is printed in place of the register's own name, `columns` are those of a table, `fields` what an overview
    tells of each project, by their names. Without a `paper` it is the one that the kind is made for.
    """

    query: Query
    kind: ReportKind = ReportKind.OVERVIEW
    office: str = ""
    chosen: Collection[ProjectId] | None = None
    columns: tuple[str, ...] = PRINTED
    fields: tuple[str, ...] = ENTRY_FIELDS
    paper: Paper | None = None
    language: str = LANGUAGE


def document_of(register: Register | Past, wish: Wish) -> Document:
    """What is printed today, or of a past day; `reports.typesetting.typeset` sets it."""
    return document_maker(register, wish)()


@dataclass(frozen=True)
class Manuscript:
    """What was read for a document, as the register was after the act of number `acts`.

    Called, it makes the document of it, in whatever thread.
    """

    wish: Wish
    projects: Sequence[Project]
    edition: Edition
    names: Names
    pictures: Pictures
    acts: int = 0
    on: date | None = None
    known: date | None = None

    def __call__(self) -> Document:
        return _told(self.wish, self.projects, self.edition, self.names, self.pictures)


def document_maker_beside(register: Register | Past, wish: Wish, progress: Progress) -> Manuscript:
    """`document_maker` from another thread, over a connection of its own; a past day is in memory."""
    if isinstance(register, Past):
        return document_maker(register, wish, progress)
    with beside(register) as today:
        return document_maker(today, wish, progress)


def document_maker(register: Register | Past | Beside, wish: Wish, progress: Progress | None = None) -> Manuscript:
    """Read the projects of a document now; `PrintError` where they are too many, whatever is told of them."""
    acts, read = at_one_moment(register, lambda: _read(register, wish, progress))
    return replace(read, acts=acts)


class Listed(Protocol):
    """What answers a query: a register, a past day, or a register asked from another thread."""

    def ids(self, query: Query, /) -> list[ProjectId]:
        """The ids of a query's projects, in its order."""


def ids_of(register: Listed, wish: Wish) -> list[ProjectId]:
    """The projects of a document, in its order."""
    query = wish.query
    if wish.chosen is None:
        return register.ids(query)
    picked = frozenset(wish.chosen)
    return [each for each in register.ids(Query(sorts=query.sorts, group=query.group)) if each in picked]


def estimate(register: Register | Past, wish: Wish) -> Estimate:
    """About how long a document will be, and take to be set."""
    return _PACES[wish.kind].estimate(len(ids_of(register, wish)))


def _read(register: Register | Past | Beside, wish: Wish, progress: Progress | None) -> Manuscript:
    today, ids = register.today(), ids_of(register, wish)
    if _PACES[wish.kind].is_too_large(len(ids)):
        raise too_large(len(ids))
    projects = list(in_lots(register, ids, progress))
    with speaking(wish.language):
        selection = _selection(wish.query, today) if wish.chosen is None else tr("Chosen projects")
        edition = issued_by(register.letterhead(), today, register.printed_situation, wish.office)
        edition = replace(edition, selection=selection)
    pictures = register.pictures_beside
    return Manuscript(wish, projects, edition, register.names(), pictures, on=register.on, known=register.known)


def _told(wish: Wish, projects: Sequence[Project], edition: Edition, names: Names, pictures: Pictures) -> Document:
    if keys := _pictured(wish, projects) | ({edition.logo} if edition.logo else set()):
        edition = replace(edition, contents=pictures(keys))
    with speaking(wish.language):
        return _made(wish, projects, edition, names)


def _pictured(wish: Wish, projects: Sequence[Project]) -> set[str]:
    """The SHA-256s of the attachments whose pictures are to be printed."""
    if wish.kind is ReportKind.TABLE or (wish.kind is ReportKind.OVERVIEW and PHOTOS not in wish.fields):
        return set()
    return {each.sha256 for project in projects for each in project.attachments if each.sha256}


def _made(wish: Wish, projects: Sequence[Project], edition: Edition, names: Names) -> Document:
    group: Column | None = column_of(wish.query.group) if wish.query.group else None
    if wish.kind is ReportKind.TABLE:
        shown = [column_of(name) for name in wish.columns]
        return project_table(projects, edition, names, shown, group, wish.paper or LANDSCAPE)
    if wish.kind is ReportKind.CARD:
        return cards(projects, edition, names, wish.paper or UPRIGHT)
    return overview(projects, edition, names, group, wish.fields, wish.paper or UPRIGHT)


def _selection(query: Query, today: date) -> str:
    parts = [query.view.label] if query.view is not View.ALL else []
    if asked := in_words(query.text, today):
        parts.append(asked)
    return ", ".join(parts)

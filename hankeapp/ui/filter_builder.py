"""The filter builder: the usual filters at the left, the values of one at the right, the query's text written live."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hankeapp.domain.query_editing import plain_term, with_filter
from hankeapp.domain.query_keys import FilterKind, filter_keys
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_writing import value_text
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.filter_icons import filter_icon
from hankeapp.ui.filter_pages import CheckPage, FilterPage, RangePage
from hankeapp.ui.labels import label, line
from hankeapp.ui.look import look
from hankeapp.ui.offers import Offer, OfferDelegate, OfferModel
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtCore import QModelIndex

    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Term
    from hankeapp.services.filter_values import FilterValue

USUAL = ("status", "unit", "theme", "funder", "kind", "role", "starts", "ends", "running", "budget", "missing", "has")
"""The filters that are offered, in their order; all others can be typed."""

_RANGES = {FilterKind.DATE, FilterKind.AMOUNT, FilterKind.RUNNING}
_SIZE = (700, 480)
"""Px at 100 % text."""


class FilterBuilder(QDialog):
    """Reads a query's filters and changes them one at a time; what it cannot show stays in the text as it is.

    `written` gives the text after each change, and `rejected` tells to go back to the one that it began with.
    """

    written = Signal(str)

    def __init__(
        self,
        text: str,
        today: date,
        values: Callable[[FilterKey], Sequence[FilterValue]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filter_builder")
        self.setWindowTitle(tr("Choose filters"))
        self.text = text
        self._today = today
        self._values = values
        self._asked = [filter_keys()[name] for name in USUAL]
        self._names = QListView()
        self._rows = OfferModel()
        self._rows.setParent(self)
        self._pages = QStackedWidget()
        self._made: dict[str, FilterPage] = {}
        self._others = label(role="hint", wrap=True)
        self._clear = buttons.quiet(tr("Remove these filters"))
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._show = buttons.primary(tr("Show the projects"))
        self._show.setDefault(True)
        self._lay_out()
        self._connect()
        self._tell()
        self.choose(self._first())
        self._names.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_count(self, count: int) -> None:
        """How many projects the query finds as it is now."""
        self._show.setText(trn("Show {n} project", "Show {n} projects", count))

    @property
    def page(self) -> FilterPage:
        """The page of the filter that is chosen at the left."""
        page = self._pages.currentWidget()
        assert isinstance(page, FilterPage)
        return page

    def choose(self, name: str) -> None:
        """Show the page of a filter."""
        self._names.setCurrentIndex(self._rows.index(USUAL.index(name)))

    def _open(self, index: QModelIndex) -> None:
        asked = self._asked[max(index.row(), 0)]
        page = self._made.get(asked.name)
        if page is None:
            page = RangePage(asked) if asked.kind in _RANGES else CheckPage(asked, self._values(asked))
            page.changed.connect(self._write)
            self._made[asked.name] = page
            self._pages.addWidget(page)
            for one, other in pairwise((self._names, *page.fields, self._clear)):
                QWidget.setTabOrder(one, other)
        self._read(page)
        self._pages.setCurrentWidget(page)

    def _read(self, page: FilterPage) -> None:
        term = plain_term(parse(self.text, self._today), page.asked.name)
        page.show_conditions(term.any_of if term else ())  # type: ignore[arg-type]

    def _write(self) -> None:
        self._take(with_filter(self.text, self.page.asked.name, self.page.conditions(), self._today))

    def _remove_all(self) -> None:
        text = self.text
        for asked in self._asked:
            text = with_filter(text, asked.name, (), self._today)
        self._take(text)
        self._read(self.page)

    def _take(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self._tell()
            self.written.emit(text)

    def _tell(self) -> None:
        """Say beside each filter what is asked for, and below what else the query holds."""
        parsed = parse(self.text, self._today)
        shown = {asked.name: plain_term(parsed, asked.name) for asked in self._asked}
        self._rows.change_rows([_row(asked, shown[asked.name]) for asked in self._asked])
        rest = self.text
        for start, end in sorted((term.span for term in shown.values() if term), reverse=True):
            rest = f"{rest[:start].rstrip()} {rest[end:].lstrip()}".strip()
        self._others.setText(tr("The search holds also: {text}", text=rest) if rest else "")
        self._clear.setEnabled(any(shown.values()))

    def _first(self) -> str:
        """The first filter that the query has, or the first of all."""
        parsed = parse(self.text, self._today)
        return next((name for name in USUAL if plain_term(parsed, name)), USUAL[0])

    def _connect(self) -> None:
        self._names.selectionModel().currentChanged.connect(self._open)
        self._clear.clicked.connect(self._remove_all)
        self._cancel.clicked.connect(self.reject)
        self._show.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def _lay_out(self) -> None:
        px = look().fonts.px
        self._names.setModel(self._rows)
        self._names.setItemDelegate(OfferDelegate(self._names))
        self._names.setAccessibleName(tr("Filters"))
        self._names.setProperty("ground", "sidebar")
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.setViewportMargins(0, px(8), 0, px(8))
        self._names.setFixedWidth(px(270))
        body = QWidget()
        body.setProperty("ground", "base")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._names)
        row.addWidget(line(down=True))
        row.addLayout(self._right(), 1)
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((self._clear, self._cancel, self._show)))
        open_at(self, *_SIZE)

    def _right(self) -> QVBoxLayout:
        px = look().fonts.px
        column = QVBoxLayout()
        column.setContentsMargins(px(20), px(16), px(20), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._pages, 1)
        column.addWidget(self._others)
        return column


def _row(asked: FilterKey, term: Term | None) -> Offer:
    values = [value_text(each).strip("='\"") for each in term.any_of] if term else []
    return Offer(asked.title, asked.name, filter_icon(asked.name), ", ".join(values))

"""The head of the list: what is shown, how many, and the tools for its columns and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hankeapp.domain.query import View
from hankeapp.translation import tr
from hankeapp.ui import buttons, order_menu
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.order_menu import OrderMenu

if TYPE_CHECKING:
    from hankeapp.domain.query import Sort
    from hankeapp.ui.project_model import ProjectModel


class ListHead(QWidget):
    """Its menu of orders is `orders`."""

    columns_requested = Signal()
    empty_trash_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = label(role="strong")
        self._count = label(role="hint")
        self._empty_trash = buttons.quiet(tr("Empty the trash…"), "trash-2")
        self.columns = buttons.quiet_tool(tr("Columns"), "columns-3")
        self._order = buttons.quiet_tool("", "arrow-up-down")
        self.orders = OrderMenu(self)
        self._order.setMenu(self.orders)
        self._row = QHBoxLayout(self)
        for part in (self._name, self._count):
            self._row.addWidget(part)
        self._row.addStretch()
        for tool in (self._empty_trash, self.columns, self._order):
            self._row.addWidget(tool)
        self.columns.clicked.connect(self.columns_requested)
        self._empty_trash.clicked.connect(self.empty_trash_requested)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def count_text(self) -> str:
        """How many projects are found, in words."""
        return self._count.text()

    def show_count(self, model: ProjectModel, name: str) -> None:
        """What is shown and how many; before all is known, how many at least."""
        self._name.setText(name)
        self._count.setText(f"{model.count}" if model.is_whole else f"{model.count}+")
        self._empty_trash.setVisible(bool(model.count) and model.query.view is View.TRASH)

    def show_orders(self, orders: tuple[Sort, ...], group: str, *, has_words: bool) -> None:
        """What the list is ordered by."""
        self.orders.show_query(orders, group, has_words=has_words)
        words = [order_menu.sort_name(sort.field) for sort in orders] or [tr("Relevance")]
        self._order.setText(words[0] if len(words) == 1 else f"{words[0]} +{len(words) - 1}")
        self._order.setAccessibleName(tr("Order: {field}", field=", ".join(words)))

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self._row.setContentsMargins(px(18), px(6), px(10), px(6))
        self._row.setSpacing(px(8))

"""The head of the list: what is shown, how many, and the tools for its columns and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.query import View
from hankeapp.translation import tr
from hankeapp.ui import buttons, order_menu
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.order_menu import OrderMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hankeapp.domain.query import Sort
    from hankeapp.ui.project_model import ProjectModel


class ListHead(QWidget):
    """Its menu of orders is `orders`."""

    columns_requested = Signal()
    save_requested = Signal()
    empty_trash_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = label(role="strong")
        self._count = label(role="hint")
        self.empty_trash = buttons.quiet(tr("Empty the trash…"), "trash-2")
        self._save = buttons.quiet_tool(tr("Save the search…"))
        self._is_savable = False
        self.columns = buttons.quiet_tool(tr("Columns"), "columns-3")
        self._order = buttons.quiet_tool("", "arrow-up-down")
        self.orders = OrderMenu(self)
        self._order.setMenu(self.orders)
        self._row = QHBoxLayout(self)
        for part in (self._name, self._count):
            self._row.addWidget(part)
        self._row.addStretch()
        tools = (self.empty_trash, self._save, self.columns, self._order)
        for tool in tools:
            self._row.addWidget(tool)
        self._parts = (self._name, self._count, *tools)
        self._save.clicked.connect(self.save_requested)
        self.columns.clicked.connect(self.columns_requested)
        self.empty_trash.clicked.connect(self.empty_trash_requested)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def count_text(self) -> str:
        """How many projects are found, in words."""
        return self._count.text()

    @property
    def offers_to_save(self) -> bool:
        """Whether the search can be saved by the button."""
        return self._save.isVisible()

    def show_count(self, model: ProjectModel, name: str) -> None:
        """What is shown and how many; before all is known, how many at least."""
        self._name.setText(name)
        self._count.setText(f"{model.count}" if model.is_whole else f"{model.count}+")
        is_search = bool(model.query.text.strip())
        self._is_savable = is_search and model.source.is_writable
        # Beside what was found in the trash it would seem to empty only that.
        self.empty_trash.setVisible(bool(model.count) and model.query.view is View.TRASH and not is_search)
        self._put_away()

    def show_orders(self, orders: tuple[Sort, ...], group: str, *, has_ranks: bool) -> None:
        """What the list is ordered by."""
        self.orders.show_query(orders, group, has_ranks=has_ranks)
        words = [order_menu.sort_name(sort.field) for sort in orders] or [tr("Relevance")]
        self._order.setText(words[0] if len(words) == 1 else f"{words[0]} +{len(words) - 1}")
        self._order.setAccessibleName(tr("Order: {field}", field=", ".join(words)))

    @override
    def minimumSizeHint(self) -> QSize:
        # The button that saves does not hold the list wide: where there is no room for it, the menu has it.
        return QSize(super().minimumSizeHint().width() - self._room_of(self._save), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_away()

    def _put_away(self) -> None:
        """Show the button that saves the search where there is one and room for it."""
        others = [part for part in self._parts if part is not self._save]
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + sum(map(self._room_of, others))
        self._save.setVisible(self._is_savable and taken + self._room_of(self._save, shown=True) <= self.width())

    def _room_of(self, part: QWidget, *, shown: bool = False) -> int:
        return part.sizeHint().width() + self._row.spacing() if shown or not part.isHidden() else 0

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self._row.setContentsMargins(px(18), px(6), px(10), px(6))
        self._row.setSpacing(px(8))
        self._put_away()

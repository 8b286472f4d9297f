"""The head of the list: what is shown, how many, and the tools for its columns and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.query import View
from hankeapp.translation import counted, tr
from hankeapp.ui import buttons, order_menu
from hankeapp.ui.flow import Flow
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.order_menu import OrderMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from hankeapp.domain.query import Sort
    from hankeapp.ui.project_model import ProjectModel

_BESIDE, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ListHead(QWidget):
    """Its menu of orders is `orders`."""

    columns_requested = Signal()
    save_requested = Signal()
    empty_trash_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = label(role="strong")
        self._count = label(role="hint")
        self._said = (self._name, self._count)
        self.empty_trash = buttons.quiet(tr("Empty the trash…"), "trash-2")
        self._save = buttons.quiet_tool(tr("Save the search…"))
        self._is_savable = False
        self.columns = buttons.quiet_tool(tr("Columns"), "columns-3")
        self._order = buttons.quiet_tool("", "arrow-up-down")
        self.orders = OrderMenu(self)
        self._order.setMenu(self.orders)
        self._tools = (self.empty_trash, self._save, self.columns, self._order)
        self._lay_out()
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
        self._count.setText(counted(model.count) if model.is_whole else f"{counted(model.count)}+")
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
        # Neither does the button that saves hold the list wide, as the menu has it too, nor do name and tools together.
        shown = [tool.sizeHint().width() for tool in self._tools if not tool.isHidden()]
        widest = max(self._width_of(self._said), *shown)
        return QSize(widest + self._margins, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_away()

    def _put_away(self) -> None:
        """Put the tools below the name where they have no room beside it, and show the one that saves where it has."""
        room = self.width() - self._margins
        said, tools = self._width_of(self._said), self._width_of(self._tools, but=self._save)
        is_narrow = said + self._row.spacing() + tools > room
        self._row.setDirection(_DOWN if is_narrow else _BESIDE)
        taken = tools if is_narrow else said + self._row.spacing() + tools
        saving = self._save.sizeHint().width() + self._row.spacing()
        self._save.setVisible(self._is_savable and taken + saving <= room)

    @property
    def _margins(self) -> int:
        margins = self._row.contentsMargins()
        return margins.left() + margins.right()

    def _width_of(self, parts: Sequence[QWidget], but: QWidget | None = None) -> int:
        widths = [part.sizeHint().width() for part in parts if not part.isHidden() and part is not but]
        return sum(widths) + self._row.spacing() * max(len(widths) - 1, 0)

    def _lay_out(self) -> None:
        self._row = QBoxLayout(_BESIDE, self)
        words, tools = QHBoxLayout(), Flow(gap=8, line_gap=0, last_at_right=True)
        self._rows = (self._row, words)
        for part in self._said:
            words.addWidget(part)
        words.addStretch()
        for tool in self._tools:
            tools.addWidget(tool)
        for row in (words, tools):
            self._row.addLayout(row)
        self._row.setStretch(0, 1)

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self._row.setContentsMargins(px(18), px(6), px(10), px(6))
        for row in self._rows:
            row.setSpacing(px(8))
        self._put_away()

"""The office's own lists, in place in the main window: which list, its entries, and the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.kept_lists import KeptList
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.entry_form import EntryForm
from hankeapp.ui.entry_picker import EntryPicker, EntryRole, RowList
from hankeapp.ui.labels import label, line
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column, page_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from hankeapp.services.list_keeping import ListEntry
    from hankeapp.ui.names import Names

_KINDS, _ENTRIES, _FORM = 140, 180, 220
"""The least widths in px at 100 % text."""


class ListsView(QWidget):
    """Shows and asks; the desk beside it changes the lists."""

    kept_chosen = Signal()
    entry_chosen = Signal()
    left = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.setObjectName("lists_view")
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kinds = RowList(tr("Lists"))
        self.picker = EntryPicker(tr("Entries"))
        self.forms = {kept: EntryForm(kept, names) for kept in KeptList}
        self.add = buttons.primary(tr("Add to the list…"), "plus")
        self._close = buttons.ordinary(tr("Close"))
        self._sentence = label(role="secondary", wrap=True)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        look().changed.connect(self._fit)
        self._fit()

    @property
    def kept(self) -> KeptList:
        """The list that is shown."""
        kept: KeptList = self.kinds.currentItem().data(EntryRole)
        return kept

    @property
    def entry(self) -> ListEntry | None:
        """The entry that is shown."""
        return self.picker.entry

    @property
    def form(self) -> EntryForm:
        """The fields of the list that is shown."""
        return self.forms[self.kept]

    def show_entries(self, entries: Sequence[ListEntry], current: str = "") -> None:
        """Show the entries of the list; the one with the id becomes the current one."""
        used = sum(bool(each.uses) for each in entries)
        count = trn("{n} entry", "{n} entries", len(entries))
        in_use = tr("{n} in use", n=used)
        self._sentence.setText(f"{self.kept.label}: {count}, {in_use}.")
        self.picker.show_entries(entries, current)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether it only shows."""
        self.add.setHidden(read_only)
        for form in self.forms.values():
            form.set_read_only(read_only=read_only)

    def take_focus(self) -> None:
        """Take the keyboard to the entries, or where there are none, to the lists."""
        target = self.picker.list if self.picker.list.count() else self.kinds
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_picked(self, entry: ListEntry | None) -> None:
        self._pages.setVisible(entry is not None)
        if entry is not None:
            self._pages.setCurrentIndex(list(KeptList).index(entry.kept))
            self.forms[entry.kept].show_entry(entry)
            self.entry_chosen.emit()

    def _reach_form(self) -> None:
        if self.entry is not None:
            self.form.take_focus()

    def _choose_kept(self) -> None:
        self.picker.search.clear()
        self.kept_chosen.emit()

    def _connect(self) -> None:
        self.picker.picked.connect(self._show_picked)
        self.picker.opened.connect(self._reach_form)
        self._close.clicked.connect(self.left)
        self.kinds.currentItemChanged.connect(self._choose_kept)
        self.kinds.opened.connect(self.picker.search.setFocus)
        escape = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _lay_out(self) -> None:
        for kept in KeptList:
            self.kinds.add(kept.label, kept)
            self._pages.addWidget(_Scrolled(self.forms[kept]))
        self.kinds.setCurrentRow(0)
        self._entries = QVBoxLayout()
        self._entries.addWidget(self.picker)
        self._kinds = QVBoxLayout()
        self._kinds.addWidget(self.kinds)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(self._kinds)
        columns.addWidget(line(down=True))
        columns.addLayout(self._entries, 2)
        columns.addWidget(line(down=True))
        columns.addWidget(self._pages, 3)
        column = bare_column(self)
        column.addWidget(page_head(tr("Organisations and lists"), self._sentence))
        column.addWidget(line())
        column.addLayout(columns, 1)
        column.addWidget(Foot((self._close, self.add)))

    def _fit(self) -> None:
        px = look().fonts.px
        self.kinds.setFixedWidth(px(_KINDS))
        self.picker.setMinimumWidth(px(_ENTRIES))
        self._pages.setMinimumWidth(px(_FORM))
        for box in (self._kinds, self._entries):
            box.setContentsMargins(px(12), px(12), px(12), px(12))


class _Scrolled(QScrollArea):
    """A form that scrolls; its labels stand above its fields before they are laid out where there is no room."""

    def __init__(self, form: EntryForm) -> None:
        super().__init__()
        self._form = form
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form.setProperty("ground", "base")
        form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(form)
        look().changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        self._form.fit(self.width())

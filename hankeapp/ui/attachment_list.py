"""The attachments of a project in the form: rows with small pictures, and the ways to add files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.attachment_item import AttachmentItem
from hankeapp.ui.labels import breakable, label, set_tool_tip
from hankeapp.ui.part_list import PartList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.fields import Part
    from hankeapp.ui.names import Names
    from hankeapp.ui.part_item import PartItem
    from hankeapp.ui.thumbnails import Thumbnails


class AttachmentList(PartList):
    """Asks for files, and shows that they are being read; who takes them in listens."""

    add_asked = Signal()
    paste_asked = Signal()
    stop_asked = Signal()
    shown = Signal(list)
    """The rows that came into view."""

    def __init__(self, part: Part, names: Names) -> None:
        super().__init__(part, names)
        self.add.setText(tr("Add attachments…"))
        set_tool_tip(self.add, tr("Files can be dropped on the project and pasted, too."))
        self.paste = buttons.quiet(tr("Paste from the clipboard"))
        self.paste.setObjectName("paste_attachments")
        self.paste.clicked.connect(self.paste_asked)
        self.foot.addWidget(self.paste)
        self.reading = _Reading()
        self.reading.stop.clicked.connect(self.stop_asked)
        self.content.addWidget(self.reading)

    @property
    @override
    def ways(self) -> list[QWidget]:
        return [self.add, self.paste]

    @override
    def show_rows(self, rows: Sequence[Any]) -> None:
        super().show_rows(rows)
        self.shown.emit(list(rows))

    def show_pictures(self, thumbnails: Thumbnails) -> None:
        """Show the small pictures as far as they are there."""
        for item in self.items:
            if isinstance(item, AttachmentItem):
                item.show_picture(thumbnails.get(item.row) if item.row is not None else None)

    def ask_caption(self, row: str) -> None:
        """Open a row by its id, and go to its caption."""
        for item in self.items:
            if isinstance(item, AttachmentItem) and item.row is not None and item.row.id == row:
                item.ask_caption()

    @property
    def holds_focus(self) -> bool:
        """Whether the keyboard is here."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @override
    def _made_item(self) -> PartItem:
        return AttachmentItem(self.part, self._names)

    @override
    def _ask_new(self) -> None:
        if not self._is_read_only:
            self.add_asked.emit()

    @override
    def _go_on(self) -> None:
        """Close the row that is written, and go to the next one."""
        item = self._focused()
        if item is not None:
            place = self.items.index(item)
            item.summary.click()
            self._step(self.items[place], 1)


class _Reading(QWidget):
    """How far the files have been read, and the way to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label(role="detail")
        self.stop = buttons.quiet(tr("Stop"), "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.stop)
        row.addStretch()
        self.hide()

    def say(self, name: str, share: float) -> None:
        """Tell which file is read, and which share of it has been."""
        self.words.setText(breakable(tr("Reading: {name}, {percent} %", name=name, percent=round(share * 100))))

    def leave(self) -> None:
        """Nothing is read any more."""
        if self.stop.hasFocus():
            self.focusNextPrevChild(False)  # noqa: FBT003 - Qt's own: backwards
        self.hide()

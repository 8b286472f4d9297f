"""The review of an import: its projects one after another beside their source, before anything is taken in."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QProgressBar, QSplitter
from typing_extensions import override

from hankeapp.translation import counted, tr
from hankeapp.ui import buttons
from hankeapp.ui.import_fields import ImportFields
from hankeapp.ui.import_keeping import ask_discard
from hankeapp.ui.import_list import CandidateList
from hankeapp.ui.import_model import CandidateModel
from hankeapp.ui.import_panes import fields_head, page_remarks, pane, queue_head, source_head
from hankeapp.ui.import_words import foreseen, on_the_whole, place_of
from hankeapp.ui.labels import label, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.source_text import SourceText
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.errors import KnownError
    from hankeapp.services.import_review import Review
    from hankeapp.services.register import Register

SIZE = (1390, 860)
"""Px at 100 % text, where the screen has room for it."""
_WIDTHS = (290, 540, 560)
_LEAST_WIDTHS = (150, 170, 320)
"""Px at 100 % text, of the three panes."""


class Leave(Enum):
    """How a person left the review."""

    LATER = "later"
    ADD = "add"
    DISCARD = "discard"
    COLUMNS = "columns"
    """To take the columns of the table for other fields."""
    PASTE = "paste"
    """To review what is on the clipboard."""


class ImportDialog(QDialog):
    """Left the queue, in the middle the source of the current project, right what was found in it.

    `left` says how it was left; `decided` tells of each decision, when it is made.
    """

    decided = Signal()

    def __init__(
        self,
        review: Review,
        register: Register | None = None,
        parent: QWidget | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        """`notes` are sentences about this review, told above it beside the source's own remarks."""
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(tr("Import projects – {name}", name=review.reading.source))
        self.left = Leave.LATER
        self.review = review
        self.model = CandidateModel(review, self)
        self.list = CandidateList(self.model)
        self._count = label(role="strong")
        self._bar = QProgressBar()
        self._panes = QSplitter()
        self._place = label(role="hint", wrap=True)
        self.text = SourceText()
        self.fields = ImportFields(review, register)
        self._notes = notes
        self._foreseen = label(role="detail", wrap=True)
        self.doubt = buttons.quiet("")
        self.columns = buttons.quiet(tr("Columns…"))
        set_tool_tip(self.doubt, "F8")
        if not review.reading.layout:
            self.text.setAccessibleName(tr("Source"))
        self.columns.setVisible(bool(review.reading.columns and review.reading.again))
        self.add = buttons.ordinary("", "plus")
        self.several = buttons.quiet("")
        self.discard = buttons.quiet(tr("Discard…"))
        self.leave_out = buttons.quiet(tr("Leave this out"))
        self.previous = buttons.ordinary(tr("Previous"))
        self.accept_next = buttons.primary(tr("Accept and next"), "check")
        self._lay_out()
        self.list.show_rows()
        self._connect()
        self._tell_count()
        self.list.setCurrentIndex(self.model.index(max(self._next_open(-1), 0)))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def row(self) -> int:
        """The place of the project that is looked at."""
        return self.list.currentIndex().row()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Only now it is as wide as it comes up: where there is little room each pane gives some of its own.
        if not event.spontaneous():
            self._panes.setSizes([width * self.width() // sum(_WIDTHS) for width in _WIDTHS])
        super().showEvent(event)

    @override
    def reject(self) -> None:
        """Close it; what was decided is there when it is opened again."""
        self.fields.commit()
        super().reject()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        self.fields.form.let_go()

    def _leave(self, how: Leave) -> None:
        self.fields.commit()
        self.left = how
        self.accept()

    # One project

    def _show_candidate(self, index: QModelIndex, before: QModelIndex) -> None:
        if not index.isValid():
            return
        if before.isValid():
            self.fields.commit()
        proposals = self.review.reading.proposals
        self._place.setText(place_of(self.review.reading, index.row()))
        self.text.show_paragraph(proposals, index.row())
        self.fields.show_entry(index.row())
        self._tell_doubts()

    # All of them

    def _accept_next(self) -> None:
        self.fields.commit()
        if self.model.accept(self.row):
            self._go_on()

    def _leave_out(self) -> None:
        self.model.leave_out(self.row)
        self._go_on()

    def _go_on(self) -> None:
        row = self._next_open(self.row)
        if row < 0:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.list.setCurrentIndex(self.model.index(row))

    def _next_open(self, row: int) -> int:
        """The next project of which nothing is decided; -1 where none is left."""
        entries = self.review.entries
        order = [*range(row + 1, len(entries)), *range(row + 1)]
        return next((at for at in order if not entries[at].is_settled), -1)

    def _go_back(self) -> None:
        self._step(-1)

    def _go_forward(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        row = min(max(self.row + by, 0), len(self.review.entries) - 1)
        self.list.setCurrentIndex(self.model.index(row))

    def _accept_several(self) -> None:
        self.fields.commit()
        self.model.accept_several(self.review.certain or self.review.rest)
        self._go_on()

    def _tell_count(self) -> None:
        counts, of = self.review.counts(), len(self.review.entries)
        self._count.setText(tr("{n} / {of} looked at", n=counted(counts.settled), of=counted(of)))
        self._bar.setRange(0, of)
        self._bar.setValue(counts.settled)
        self._foreseen.setText(foreseen(counts))
        self.several.setText(
            tr("Accept all certain ({n})", n=counted(counts.certain))
            if counts.certain
            else tr("Accept the rest ({n})", n=counted(counts.rest))
        )
        self.several.setVisible(bool(counts.certain or counts.rest))
        self.add.setText(tr("Add to register ({n})", n=counted(counts.accepted)))
        self.add.setEnabled(counts.accepted > 0)
        set_tool_tip(self.add, "Ctrl+Shift+Enter" if counts.accepted else tr("Accept at least one project."))

    def _tell_doubts(self) -> None:
        doubts = len(self.fields.doubts())
        self.doubt.setText(tr("Next uncertain ({n})", n=doubts))
        self.doubt.setVisible(bool(doubts))

    def _tell_refusal(self, row: int, problem: KnownError) -> None:
        self.list.setCurrentIndex(self.model.index(row))
        self.fields.tell_refusal(problem)

    def _add(self) -> None:
        if self.review.accepted:
            self._leave(Leave.ADD)

    def _ask_discard(self) -> None:
        if ask_discard(self):
            self._leave(Leave.DISCARD)

    def _change_columns(self) -> None:
        self._leave(Leave.COLUMNS)

    def _paste(self) -> None:
        self._leave(Leave.PASTE)

    def _connect(self) -> None:
        self.model.decided.connect(self._tell_count)
        self.model.decided.connect(self.decided)
        self.model.refused.connect(self._tell_refusal)
        self.list.selectionModel().currentChanged.connect(self._show_candidate)
        self.text.pointed.connect(self.fields.reach)
        for signal, act in (
            (self.fields.changed, self.model.tell),
            (self.fields.marked, self.text.mark),
            (self.add.clicked, self._add),
            (self.several.clicked, self._accept_several),
            (self.discard.clicked, self._ask_discard),
            (self.leave_out.clicked, self._leave_out),
            (self.list.removal_asked, self._leave_out),
            (self.previous.clicked, self._go_back),
            (self.accept_next.clicked, self._accept_next),
            (self.columns.clicked, self._change_columns),
            (self.doubt.clicked, self.fields.reach_doubt),
            (self.list.opened, self.fields.reach_doubt),
            (self.fields.form.same.clicked, self._tell_doubts),
            (self.fields.changed, self._tell_doubts),
        ):
            signal.connect(act)
        for keys, act in (
            ("Ctrl+Return", self._accept_next),
            ("Ctrl+Enter", self._accept_next),
            ("Ctrl+Shift+Return", self._add),
            ("Ctrl+Shift+Enter", self._add),
            ("Alt+Up", self._go_back),
            ("Alt+Down", self._go_forward),
            ("F8", self.fields.reach_doubt),
            ("Ctrl+V", self._paste),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        px = look().fonts.px
        panes = self._panes
        panes.setChildrenCollapsible(False)
        sides = (
            pane("sidebar", queue_head(self._count, self._bar), self.list),
            pane("base", source_head(self.text.accessibleName(), self._place, self.columns), self.text),
            pane("base", fields_head(self.doubt), self.fields),
        )
        for side, width in zip(sides, _LEAST_WIDTHS, strict=True):
            panes.addWidget(side)
            side.setMinimumWidth(px(width))
        for at, stretch in enumerate((0, 1, 0)):
            panes.setStretchFactor(at, stretch)
        column = bare_column(self)
        reading = self.review.reading
        if self._notes or reading.remarks:
            # How the person goes on stands above what is to be said of the source.
            title, *others = self._notes or (on_the_whole(reading),)
            column.addWidget(page_remarks(title, (*others, *reading.remarks)))
        column.addWidget(panes, 1)
        acts = (self.several, self.discard, self.leave_out, self.previous, self.accept_next)
        column.addWidget(Foot(acts, self._foreseen, lead=(self.add,)))
        open_at(self, *SIZE)

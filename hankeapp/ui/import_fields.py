"""What was found of one project of an import, and what a person makes of it: the right side of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.proposals import Certainty
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.import_form import ImportForm
from hankeapp.ui.import_slots import certainty_of, spans_of
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.look import look
from hankeapp.ui.names import Names
from hankeapp.ui.stacking import bare_column
from hankeapp.ui.target_choice import TargetChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.proposals import Suggestion
    from hankeapp.services.corrections import Corrections
    from hankeapp.services.import_entries import Entry
    from hankeapp.services.import_review import Review
    from hankeapp.services.register import Register
    from hankeapp.ui.import_slots import Slot


class ImportFields(QWidget):
    """Writes into the review what a person does, and tells of which project; without a register all are new."""

    changed = Signal(int)
    marked = Signal(object, bool)
    """The spans of the source behind the field that the keyboard is in, or the mouse over, and whether to go there."""

    def __init__(self, review: Review, register: Register | None) -> None:
        super().__init__()
        self._review = review
        self._row = 0
        self._slot: Slot | None = None
        """That in which the keyboard was last."""
        self.target = TargetChoice(register.titles if register else None)
        self.form = ImportForm(register.names() if register else NO_NAMES, Names(register.lists if register else None))
        self.remarks = InfoBar(Mood.NOTICE)
        self._lay_out()
        self.target.chosen.connect(self._match)
        self.form.written.connect(self._write)
        self.form.held.connect(self._hold)
        self.form.chosen.connect(self._choose)
        self.form.taken.connect(self._take)
        self.form.reached.connect(self._reach_slot)
        self.form.hovered.connect(self._hover)

    def show_entry(self, row: int) -> None:
        """Show a project of the review by its place."""
        self._row, self._slot = row, None
        self.target.show_entry(self._entry)
        self.form.show_entry(self._entry)
        self._show_remarks()

    def commit(self) -> None:
        """Take over what is being written."""
        self.form.commit()

    def reach(self, suggestion: Suggestion) -> None:
        """Take the keyboard to the field of what the source says."""
        for each in self._entry.findings:
            if (each.field, each.suggestion.span) == (suggestion.field, suggestion.span):
                self.form.reach(each.key)
                return

    def doubts(self) -> list[str]:
        """The keys of what is uncertain of the project, in the order of the form; an empty one for what it is."""
        entry = self._entry
        certain = entry.target.is_certain if entry.target is not None else not entry.matches
        rows = (each.slot for each in self.form.rows if certainty_of(entry, each.slot) is Certainty.UNCERTAIN)
        return ([] if certain else [""]) + [each.keys[0] for each in rows]

    def reach_doubt(self) -> None:
        """Take the keyboard to what is uncertain next after where it is, or else to the first field."""
        doubts = self.doubts()
        if not doubts:
            self.form.rows[0].take_focus("")
            return
        reached = doubts.index(self._slot.keys[0]) if self._slot and self._slot.keys[0] in doubts else -1
        if self.target.choice.hasFocus() and "" in doubts:
            reached = 0
        key = doubts[(reached + 1) % len(doubts)]
        if key:
            self.form.reach(key)
        else:
            self.target.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_refusal(self, problem: KnownError) -> None:
        """Say why the project cannot be accepted, and go to what waits for correction."""
        self.remarks.show_notice(tr("This project cannot be accepted yet."), str(problem))
        self.form.reach_wrong(getattr(problem, "field", ""))

    @property
    def _entry(self) -> Entry:
        return self._review.entries[self._row]

    def _show_remarks(self) -> None:
        remarks = self._entry.proposal.remarks
        if remarks:
            self.remarks.show_notice(tr("Check this project"), " ".join(remarks))
        else:
            self.remarks.hide()

    def _write(self, key: str, value: object) -> None:
        self._correct(self._entry.corrections.write(key, value))

    def _hold(self, key: str, content: str) -> None:
        self._correct(self._entry.corrections.hold(key, content))

    def _choose(self, places: Sequence[tuple[str, int]]) -> None:
        corrections = self._entry.corrections
        for key, at in places:
            corrections = corrections.choose(key, at)
        self._review.correct(self._row, corrections)
        self.form.renew(self._entry, {key for key, _ in places})
        self._show_remarks()
        self._refresh()

    def _correct(self, corrections: Corrections) -> None:
        self._review.correct(self._row, corrections)
        self._show_remarks()
        self._refresh()

    def _take(self, key: str, taken: bool) -> None:
        self._review.take(self._row, key, taken=taken)
        self._refresh()

    def _match(self, target: object) -> None:
        with questions.told(self):
            self._review.match(self._row, target)  # type: ignore[arg-type]
        self.show_entry(self._row)
        self.changed.emit(self._row)

    def _refresh(self) -> None:
        self.form.refresh(self._entry)
        self.changed.emit(self._row)

    def _reach_slot(self, slot: Slot) -> None:
        self._slot = slot
        self.marked.emit(spans_of(self._entry, slot), True)  # noqa: FBT003 - a signal's

    def _hover(self, slot: Slot | None) -> None:
        shown = slot or self._slot
        self.marked.emit(spans_of(self._entry, shown) if shown else (), False)  # noqa: FBT003 - a signal's

    def _lay_out(self) -> None:
        px = look().fonts.px
        above = QVBoxLayout()
        above.setContentsMargins(px(20), 0, px(16), px(8))
        above.setSpacing(px(6))
        above.addWidget(self.remarks)
        above.addWidget(self.target)
        column = bare_column(self)
        column.addLayout(above)
        column.addWidget(self.form, 1)

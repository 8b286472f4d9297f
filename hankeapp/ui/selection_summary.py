"""What the detail pane shows for several selected projects: how many of which status, and what can be done at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.domain.status import Status
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, status_words
from hankeapp.ui.flow import Flow
from hankeapp.ui.labels import label, set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.domain.project import ProjectId


class SelectionSummary(QWidget):
    """Each signal carries the ids that its act fits."""

    change_asked = Signal(list)
    end_asked = Signal(list)
    activate_asked = Signal(list)
    print_asked = Signal(list)
    export_asked = Signal()
    throw_away_asked = Signal(list)
    put_back_asked = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._statuses: Mapping[ProjectId, Status] = {}
        self.count = label(role="title")
        self.shares = label(role="secondary", wrap=True)
        self.change = buttons.ordinary(tr("Change projects…"), "pencil")
        self.end = buttons.ordinary(tr("End projects…"), "square-check")
        self.reactivate = buttons.ordinary(status_words.activating(Status.ENDED), "rotate-ccw")
        self.start = buttons.ordinary(status_words.activating(Status.PLANNED), "circle-play")
        self.print = buttons.ordinary(tr("Print…"), "printer")
        self.export = buttons.ordinary(tr("Export…"), "file-text")
        self.throw_away = buttons.ordinary(tr("Move to the trash"), "trash-2")
        self.put_back = buttons.ordinary(tr("Restore from the trash"), "rotate-ccw")
        self.throw_away.clicked.connect(self._ask_throw_away)
        self.put_back.clicked.connect(self._ask_put_back)
        self.change.clicked.connect(self._ask_change)
        self.end.clicked.connect(self._ask_end)
        self.reactivate.clicked.connect(self._ask_reactivate)
        self.start.clicked.connect(self._ask_start)
        self.print.clicked.connect(self._ask_print)
        self.export.clicked.connect(self._ask_export)
        self._acts = (
            self.change,
            self.end,
            self.reactivate,
            self.start,
            self.print,
            self.export,
            self.throw_away,
            self.put_back,
        )
        self._lay_out()

    def show_projects(self, statuses: Mapping[ProjectId, Status], *, is_trash: bool = False) -> None:
        """Show how many there are, and the acts that fit at least one of them."""
        self._statuses = statuses
        self.count.setText(trn("{n} project selected", "{n} projects selected", len(statuses)))
        counted = Counter(statuses.values())
        self.shares.setText(" · ".join(f"{status.label}: {counted[status]}" for status in Status if counted[status]))
        self.end.setVisible(not is_trash and any(status_words.can_end(status) for status in counted))
        self.reactivate.setVisible(not is_trash and Status.ENDED in counted)
        self.start.setVisible(not is_trash and Status.PLANNED in counted)
        self.change.setVisible(not is_trash)
        self.throw_away.setVisible(not is_trash)
        self.put_back.setVisible(is_trash)

    def set_read_only(self, read_only: bool, reason: str = "") -> None:
        """Whether no status can be changed; the buttons say why."""
        why = reason or tr("The register is open for reading only.")
        for button in (self.change, self.end, self.reactivate, self.start, self.throw_away, self.put_back):
            button.setEnabled(not read_only)
            set_tool_tip(button, why if read_only else "")

    def _ask_change(self) -> None:
        self.change_asked.emit(list(self._statuses))

    def _ask_end(self) -> None:
        self.end_asked.emit([each for each, status in self._statuses.items() if status_words.can_end(status)])

    def _ask_reactivate(self) -> None:
        self.activate_asked.emit(self._those(Status.ENDED))

    def _ask_start(self) -> None:
        self.activate_asked.emit(self._those(Status.PLANNED))

    def _ask_print(self) -> None:
        self.print_asked.emit(list(self._statuses))

    def _ask_export(self) -> None:
        self.export_asked.emit()

    def _ask_throw_away(self) -> None:
        self.throw_away_asked.emit(list(self._statuses))

    def _ask_put_back(self) -> None:
        self.put_back_asked.emit(list(self._statuses))

    def _those(self, wanted: Status) -> list[ProjectId]:
        return [each for each, status in self._statuses.items() if status is wanted]

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = Flow(gap=8, line_gap=8)
        for button in self._acts:
            flow.addWidget(button)
        acts.setLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 28)
        column.setSpacing(10)
        column.addWidget(self.count)
        column.addWidget(self.shares)
        column.addSpacing(6)
        column.addWidget(acts)
        column.addStretch()

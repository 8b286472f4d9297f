"""The review of what was read off a text, before anything is taken into the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from hankeapp.domain.naming import NO_NAMES
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, questions
from hankeapp.ui.check_all import CheckAll
from hankeapp.ui.import_list import CandidateList, FindingList
from hankeapp.ui.import_model import CandidateModel, FindingModel, ItemRole, shown
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import label, line, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.source_text import TINTS, SourceText
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.tint_label import TintLabel
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from hankeapp.domain.naming import Names
    from hankeapp.services.import_review import Entry, Review

SIZE = (1280, 780)
"""Px at 100 % text, where the screen has room for it."""


def ask_import(review: Review, names: Names, parent: QWidget | None) -> bool:
    """What of a reading to take in, decided in the review; False for changed minds."""
    return questions.run(ImportDialog(review, names, parent))


class ImportDialog(QDialog):
    """Left the projects, in the middle the source of the current one, right what was found in it."""

    def __init__(self, review: Review, names: Names = NO_NAMES, parent: QWidget | None = None) -> None:
        """`names` are those behind what the register has."""
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self._reading, self._source, self._names = review.reading, review.reading.source, names
        self.setWindowTitle(tr("Import projects – {name}", name=self._source))
        self.review = review
        self.model = CandidateModel(review, self)
        self._found = FindingModel(self)
        self._all = CheckAll()
        self._count = label(role="hint")
        self.list = CandidateList(self.model)
        self._place = label(role="hint", wrap=True)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.text = SourceText()
        self.fields = FindingList(self._found)
        self._remarks = InfoBar(Mood.NOTICE)
        self._matched = label(role="hint", wrap=True)
        self.targets = QComboBox()
        self.targets.setAccessibleName(tr("Taken in as"))
        self._foreseen = label(role="detail", wrap=True)
        self._certain = buttons.quiet("")
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._add = buttons.primary("", "plus")
        self._lay_out()
        self._connect()
        self._show_reading()

    def _show_reading(self) -> None:
        self._tell_count()
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_candidate(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        proposals = self._reading.proposals
        proposal = proposals[index.row()]
        self._place.setText(
            tr("{name} · paragraph {at} / {of}", name=self._source, at=index.row() + 1, of=len(proposals))
        )
        self.text.show_paragraph(proposals, index.row())
        self._show_match(self.review.entries[index.row()])
        self._show_findings()
        if proposal.remarks:
            self._remarks.show_notice(tr("Check this project"), " ".join(proposal.remarks))
        else:
            self._remarks.hide()

    def _show_match(self, entry: Entry) -> None:
        """Offer the projects that it may be; without any there is nothing to choose."""
        with QSignalBlocker(self.targets):
            self.targets.clear()
            self.targets.addItem(tr("A new project"), None)
            for each in entry.matches:
                self.targets.addItem(tr("Update: {name} ({number})", name=each.title, number=each.number), each)
            row = next((at for at, each in enumerate(entry.matches, 1) if each == entry.target), 0)
            self.targets.setCurrentIndex(row)
        self.targets.setVisible(bool(entry.matches))
        self._matched.setText(_reason(entry))
        self._matched.setVisible(bool(self._matched.text()))

    def _show_findings(self) -> None:
        row = self.list.currentIndex().row()
        self._found.show_findings(shown(self.review.entries[row], self._names))

    def _choose_target(self) -> None:
        row = self.list.currentIndex().row()
        with questions.told(self):
            self.review.match(row, self.targets.currentData())
        self.review.accept(row)
        self._matched.setText(_reason(self.review.entries[row]))
        self._show_findings()
        self.model.tell(row)

    def _toggle_finding(self, key: str) -> None:
        row = self.list.currentIndex().row()
        entry = self.review.entries[row]
        finding = next(each for each in entry.findings if each.key == key)
        self.review.take(row, key, taken=not entry.takes(finding))
        self._show_findings()
        self.model.tell(row)

    def _mark_finding(self, index: QModelIndex) -> None:
        self.text.mark_suggestion(index.data(ItemRole).suggestion if index.isValid() else None)

    def _tell_count(self) -> None:
        checked, of = len(self.model.checked), len(self._reading.proposals)
        self._all.show_share(checked, of)
        self._count.setText(tr("{checked} / {of} chosen", checked=checked, of=of))
        self._foreseen.setText(_foreseen(self.review))
        certain = len(self.review.certain)
        self._certain.setText(tr("Accept all certain ({n})", n=certain))
        self._certain.setVisible(certain > 0)
        self._add.setText(tr("Add to register ({n})", n=checked))
        self._add.setEnabled(checked > 0)
        set_tool_tip(self._add, "" if checked else tr("Check at least one project."))

    def _check_all(self, checked: bool) -> None:
        self.model.check_all(checked=checked)

    def _accept_certain(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.accept_certain()

    def _accept_checked(self) -> None:
        if self.model.checked:
            self.accept()

    def _connect(self) -> None:
        self.model.chosen.connect(self._tell_count)
        self._all.asked.connect(self._check_all)
        self.list.selectionModel().currentChanged.connect(self._show_candidate)
        self.targets.currentIndexChanged.connect(self._choose_target)
        self._found.toggled.connect(self._toggle_finding)
        self.fields.selectionModel().currentChanged.connect(self._mark_finding)
        self._certain.clicked.connect(self._accept_certain)
        self._cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self._accept_checked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._accept_checked)

    def _lay_out(self) -> None:
        px = look().fonts.px
        panes = QSplitter()
        panes.setChildrenCollapsible(False)
        for pane, _width in ((self._queue(), 340), (self._source_pane(), 520), (self._field_pane(), 420)):
            panes.addWidget(pane)
            pane.setMinimumWidth(px(190))
        panes.setSizes([px(340), px(520), px(420)])
        for at, stretch in enumerate((0, 1, 0)):
            panes.setStretchFactor(at, stretch)
        column = bare_column(self)
        if self._reading.remarks:
            column.addWidget(self._page_remarks())
        column.addWidget(panes, 1)
        column.addWidget(self._foot())
        open_at(self, *SIZE)

    def _page_remarks(self) -> QWidget:
        px = look().fonts.px
        around = QWidget()
        column = bare_column(around)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        bar = InfoBar(Mood.QUIET)
        bar.show_notice(tr("About the text as a whole"), " ".join(self._reading.remarks))
        column.addWidget(bar)
        return around

    def _queue(self) -> QWidget:
        pane = _pane("sidebar")
        head = _head()
        head.addWidget(self._all)
        head.addStretch()
        head.addWidget(self._count)
        column = bare_column(pane)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return pane

    def _source_pane(self) -> QWidget:
        px = look().fonts.px
        pane = _pane("base")
        head = _head()
        head.addWidget(label(tr("Source text"), "strong"))
        head.addWidget(self._place, 1)
        legend = QHBoxLayout()
        legend.setContentsMargins(px(16), 0, px(16), px(8))
        legend.setSpacing(px(8))
        for tint in TINTS:
            legend.addWidget(TintLabel(tint))
        legend.addStretch()
        column = bare_column(pane)
        column.addLayout(head)
        column.addLayout(legend)
        column.addWidget(line())
        column.addWidget(self.text, 1)
        return pane

    def _field_pane(self) -> QWidget:
        px = look().fonts.px
        pane = _pane("base")
        head = _head()
        head.addWidget(label(tr("Recognised"), "strong"))
        head.addStretch()
        around = QVBoxLayout()
        around.setContentsMargins(px(16), 0, px(16), px(8))
        for widget in (self._remarks, self.targets, self._matched):
            around.addWidget(widget)
        column = bare_column(pane)
        column.addLayout(head)
        column.addLayout(around)
        column.addWidget(self.fields, 1)
        return pane

    def _foot(self) -> QWidget:
        return Foot((self._certain, self._cancel, self._add), self._foreseen)


def _reason(entry: Entry) -> str:
    """Why it is taken for what it is taken for."""
    if entry.repeats is not None:
        return tr("The source told of the same project before ({n}.).", n=entry.repeats)
    return entry.target.by.reason if entry.target is not None else ""


def _foreseen(review: Review) -> str:
    """What would become of the register, counted."""
    counts = review.counts()
    told = [
        trn("{n} new project", "{n} new projects", counts.new) if counts.new else "",
        trn("{n} updated project", "{n} updated projects", counts.updated) if counts.updated else "",
        trn("{n} changed field", "{n} changed fields", counts.fields) if counts.fields else "",
        trn("{n} unchanged project", "{n} unchanged projects", counts.unchanged) if counts.unchanged else "",
        trn("{n} project left out", "{n} projects left out", counts.left_out) if counts.left_out else "",
    ]
    quiet = tr("The register does not change before this.")
    return f"{', '.join(each for each in told if each)}. {quiet}" if any(told) else quiet


def _pane(ground: str) -> QWidget:
    pane = QWidget()
    pane.setProperty("ground", ground)
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return pane


def _head() -> QHBoxLayout:
    px = look().fonts.px
    head = QHBoxLayout()
    head.setContentsMargins(px(16), px(10), px(16), px(8))
    head.setSpacing(px(8))
    return head

"""The review of what was read off a text, before anything is taken into the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, questions
from hankeapp.ui.check_all import CheckAll
from hankeapp.ui.import_delegates import FindingDelegate
from hankeapp.ui.import_list import CandidateList
from hankeapp.ui.import_model import CandidateModel, FindingModel, ItemRole, findings
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import label, line, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.source_text import TINTS, SourceText
from hankeapp.ui.stacking import bare_column, foot
from hankeapp.ui.tint_label import TintLabel
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QModelIndex

    from hankeapp.domain.proposals import Proposal, Reading

SIZE = (1280, 780)
"""Px at 100 % text, where the screen has room for it."""


def ask_import(
    reading: Reading, new: Collection[Proposal], source: str, parent: QWidget | None
) -> list[Proposal] | None:
    """Which projects of a text to take in; `new` are those that the register does not have. None for changed minds."""
    dialog = ImportDialog(reading, new, source, parent)
    return dialog.chosen if questions.run(dialog) else None


class ImportDialog(QDialog):
    """Left the projects, in the middle the source of the current one, right what was found in it."""

    def __init__(self, reading: Reading, new: Collection[Proposal], source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(tr("Import from text – {name}", name=source))
        self._reading = reading
        self._source = source
        self.model = CandidateModel(reading.proposals, new, self)
        self._found = FindingModel(self)
        self._all = CheckAll()
        self._count = label(role="hint")
        self.list = CandidateList(self.model)
        self._place = label(role="hint", wrap=True)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.text = SourceText()
        self.fields = QListView()
        self._remarks = InfoBar(Mood.NOTICE)
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._add = buttons.primary("", "plus")
        self._lay_out()
        self._connect()
        self._show_reading()

    @property
    def chosen(self) -> list[Proposal]:
        """The checked projects, in the order of the text."""
        return self.model.checked

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
        self._found.show_findings(findings(proposal, self._reading.layout))
        if proposal.remarks:
            self._remarks.show_notice(tr("Check this project"), " ".join(proposal.remarks))
        else:
            self._remarks.hide()

    def _mark_finding(self, index: QModelIndex) -> None:
        self.text.mark_suggestion(index.data(ItemRole).suggestion if index.isValid() else None)

    def _tell_count(self) -> None:
        checked, of = len(self.chosen), len(self._reading.proposals)
        self._all.show_share(checked, of)
        self._count.setText(tr("{checked} / {of} chosen", checked=checked, of=of))
        self._add.setText(tr("Add to register ({n})", n=checked))
        self._add.setEnabled(checked > 0)
        set_tool_tip(self._add, "" if checked else tr("Check at least one project."))

    def _check_all(self, checked: bool) -> None:
        self.model.check_all(checked=checked)

    def _accept_checked(self) -> None:
        if self.chosen:
            self.accept()

    def _connect(self) -> None:
        self.model.chosen.connect(self._tell_count)
        self._all.asked.connect(self._check_all)
        self.list.selectionModel().currentChanged.connect(self._show_candidate)
        self.fields.selectionModel().currentChanged.connect(self._mark_finding)
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
        around.addWidget(self._remarks)
        self.fields.setModel(self._found)
        self.fields.setItemDelegate(FindingDelegate(self.fields))
        self.fields.setAccessibleName(tr("Recognised"))
        self.fields.setResizeMode(QListView.ResizeMode.Adjust)
        self.fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look().changed.connect(self.fields.doItemsLayout)
        column = bare_column(pane)
        column.addLayout(head)
        column.addLayout(around)
        column.addWidget(self.fields, 1)
        return pane

    def _foot(self) -> QWidget:
        known = sum(candidate.is_known for candidate in self.model.candidates)
        words = tr("The register does not change before this.")
        if known:
            there = trn("{n} project is in the register already.", "{n} projects are in the register already.", known)
            words = f"{there} {words}"
        return foot((self._cancel, self._add), label(words, "detail", wrap=True))


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

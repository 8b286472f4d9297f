"""The foot of the window: what is saved, which file, how many projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, formatting, icons
from hankeapp.ui.labels import label, set_role, set_tool_tip
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

_HEIGHT = 28
"""Px at 100 % text."""
_LEAST_PATH = 60
"""Px at 100 % text."""


class StatusLine(QWidget):
    """Three calm sentences; what waits for the person has an icon in the colour of errors, and leads there."""

    drafts_asked = Signal()
    """The fields that wait are to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Status line"))
        self._icon = QLabel()
        self._saved = label(role="hint")
        self.lead = buttons.quiet("")
        self.lead.setObjectName("lead_to_drafts")
        self.lead.setProperty("place", "foot")
        self.lead.setAccessibleDescription(tr("Goes to the first of them."))
        self.lead.clicked.connect(self.drafts_asked)
        self._disk = QLabel()
        self._path = _Path()
        self._count = label(role="hint")
        self._mark = ("circle-check", "act_fg")
        self._why_read_only = ""
        self._last_saved: datetime | None = None
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self.lead)
        row.addWidget(self._saved)
        row.addStretch()
        row.addWidget(self._disk)
        row.addWidget(self._path)
        row.addSpacing(look().fonts.px(18))
        row.addWidget(self._count)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """What is said of saving."""
        return f"{self.lead.text()} {self._saved.text()}".strip()

    @property
    def count_text(self) -> str:
        """What is said of the list."""
        return self._count.text()

    def show_file(self, path: Path) -> None:
        """Which register is open."""
        self._path.setText(str(path))
        set_tool_tip(self._path, str(path))

    def show_example(self) -> None:
        """The register is the example, which goes when it is closed."""
        self._path.setText(tr("Example register, temporary"))

    def note_saved(self, moment: datetime) -> None:
        """Something was saved just now."""
        self._last_saved = moment

    def explain_read_only(self, why: str) -> None:
        """Say from now on why the register is read-only."""
        self._why_read_only = why
        self.show_state(0, is_writable=False)

    def show_state(self, drafts: int, *, is_writable: bool) -> None:
        """Whether all is on disk, how many fields hold what could not be saved, or that nothing can be changed."""
        if not is_writable:
            self._show("info", "soon_fg", self._why_read_only or tr("The register is read-only."))
        elif drafts:
            text = trn("{n} field waits for a correction.", "{n} fields wait for a correction.", drafts)
            self._show("circle-alert", "err_fg", tr("The other changes are saved."), text)
        else:
            time = formatting.clock_text(self._last_saved) if self._last_saved else ""
            text = tr("All changes saved at {time}", time=time) if time else tr("All changes are saved")
            self._show("circle-check", "act_fg", text)

    def show_count(self, shown: int, selected: int) -> None:
        """How many projects the list shows, and how many of them are selected."""
        self._tell_count(formatting.count_text(shown), selected)

    def show_hits(self, found: int, searched: int, selected: int) -> None:
        """How many of the projects searched were found, and how many of them are selected, if several are."""
        told = trn("{n} match among {all} projects", "{n} matches among {all} projects", found, all=searched)
        self._tell_count(told, selected if selected > 1 else 0)

    def _tell_count(self, told: str, selected: int) -> None:
        texts = [told]
        if selected:
            texts.append(trn("{n} selected", "{n} selected", selected))
        self._count.setText(", ".join(texts))

    def _show(self, icon: str, ink: str, text: str, lead: str = "") -> None:
        self._mark = (icon, ink)
        self._saved.setText(text)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self._draw()

    def _fit(self) -> None:
        """Take the sizes and colours of the look."""
        px = look().fonts.px
        self._row.setContentsMargins(px(14), px(2), px(14), px(2))
        # As high with the button as without: nothing above is to move.
        self.setMinimumHeight(px(_HEIGHT))
        self._row.setSpacing(px(6))
        self._draw()

    def _draw(self) -> None:
        icon, ink = self._mark
        tokens, size, ratio = look().tokens, look().fonts.px(14), self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(icon, getattr(tokens, ink), size, ratio))
        self._disk.setPixmap(icons.pixmap("hard-drive", tokens.text3, size, ratio))


class _Path(QLabel):
    """A path, that is cut in its middle where there is no room: a long one must not hold the window wide."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, "hint")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().fonts.px(_LEAST_PATH), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        upright = Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.rect(), upright, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )

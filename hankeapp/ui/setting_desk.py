"""The setting of pages as a person sees it: what takes long is asked first, tells how far it is, and can be stopped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hankeapp.services.printing import document_maker_beside, estimate
from hankeapp.translation import counted, tr
from hankeapp.ui.info_bar import Mood
from hankeapp.ui.print_remark import long_words
from hankeapp.ui.typesetter import Step, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hankeapp.services.past import Past
    from hankeapp.services.printing import Wish
    from hankeapp.services.register import Register
    from hankeapp.ui.info_bar import InfoBar
    from hankeapp.ui.typesetter import Read

PATIENCE = 10
"""Steps told of before a setting that was thought short is told of too: two seconds."""


class SettingDesk(QObject):
    """`wish` gives the register, or a past day of it, and what is to be printed of it; `remark` is where it is told."""

    begun = Signal()
    """Newer pages are coming."""
    put_off = Signal(str)
    """Why none are coming."""

    def __init__(self, wish: Callable[[], tuple[Register | Past, Wish]], remark: InfoBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._wish = wish
        self._remark = remark
        self._asked = self._confirmed = ""
        self._patience = PATIENCE
        self._shown: Step | None = None
        self.typesetter = Typesetter(self._take, self)
        self.typesetter.prepare()
        self.typesetter.progressed.connect(self._follow)
        remark.first_requested.connect(self._act_on_remark)

    def begin(self) -> None:
        """Set the pages now, or ask first."""
        if self._may_set():
            self.typesetter.begin()

    def renew(self) -> None:
        """Set them when no other wish follows at once, or ask first."""
        if self._may_set():
            self.typesetter.renew()

    def _take(self) -> Read:
        return partial(document_maker_beside, *self._wish())

    def _may_set(self) -> bool:
        """Whether the pages may be set at once; what was confirmed is asked again for another number of projects."""
        source, wish = self._wish()
        about = estimate(source, wish)
        self._asked = f"{wish.kind} {about}"
        if about.is_long and not about.is_too_large and self._asked != self._confirmed:
            self.typesetter.stop()
            self.put_off.emit(tr("The pages have not been set yet."))
            self._remark.show_notice(*long_words(about), first=tr("Set the pages"), mood=Mood.NOTICE)
            return False
        self.begun.emit()
        self._patience, self._shown = PATIENCE, None
        if about.is_long and not about.is_too_large:
            self._show(Step(0, about.projects))
        return True

    def _act_on_remark(self) -> None:
        """Set what takes long, or stop what is being set."""
        if self.typesetter.is_waiting:
            self.typesetter.stop()
            self._confirmed = ""
            self.put_off.emit(tr("The pages have not been set yet."))
            self._remark.show_notice(tr("Setting the pages was stopped."), "", first=tr("Set the pages"))
        else:
            self._confirmed = self._asked
            self.begin()

    def _follow(self, step: Step) -> None:
        self._patience -= 1
        if self._shown is not None or self._patience < 0:
            self._show(step)

    def _show(self, step: Step) -> None:
        if step != self._shown:
            self._remark.show_notice(*_words(step), first=tr("Stop setting the pages"), mood=Mood.QUIET)
            self._remark.show_progress(step.done, step.of)
            self._shown = step


def _words(step: Step) -> tuple[str, str]:
    meanwhile = tr("Meanwhile everything else can be used.")
    if step.done == step.of:
        return tr("The pages are being set."), meanwhile
    return tr("The projects are being read: {done} / {of}", done=counted(step.done), of=counted(step.of)), meanwhile

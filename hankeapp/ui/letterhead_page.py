"""The page of the settings on what stands in the title of printed documents: the office's name and its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from hankeapp.domain.pasted import plain_line
from hankeapp.domain.rules import LONGEST_LINE
from hankeapp.translation import tr
from hankeapp.ui import buttons, files, questions
from hankeapp.ui.look import look
from hankeapp.ui.settings_page import SettingsPage, flowing, say_why
from hankeapp.ui.thumbnails import thumbnail

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from hankeapp.services.letterheads import Letterheads
    from hankeapp.ui.settings import Settings

_PICTURE, _EDGE = QSize(150, 72), 6
"""Px at 100 % text."""


class LetterheadPage(SettingsPage):
    """What is set belongs to the open register: everyone who opens it prints so, and each change can be undone."""

    def __init__(self, letterheads: Letterheads | None, settings: Settings) -> None:
        told = tr("Belongs to the register: everyone who opens it prints with the same name and logo.")
        super().__init__(tr("Printouts"), told)
        self._letterheads = letterheads
        self._settings = settings
        self.name, self.alt = QLineEdit(), QLineEdit()
        self.choose = buttons.ordinary(tr("Choose a picture…"))
        self.remove = buttons.quiet(tr("Remove the logo"))
        self._picture = QLabel()
        for line in (self.name, self.alt):
            line.setMaxLength(LONGEST_LINE)
        above = tr("Stands above the title and in the foot of each page.")
        self.add_row(tr("Office's name"), self.name, above)
        self.add_row(
            tr("Logo or coat of arms"), self._logo(), tr("A PNG or a JPEG. It stands beside the title, on white.")
        )
        seen = tr("What is seen in the logo, for those who do not see it: “Coat of arms of Pori”.")
        self.add_row(tr("Logo in words"), self.alt, seen)
        self.finish()
        self._connect()

    @override
    def read(self) -> None:
        head = self._letterheads.now() if self._letterheads else None
        self.name.setText(head.name if head else "")
        self.alt.setText(head.alt_text if head else "")
        has_logo = bool(head and head.sha256)
        reason = self._refusal()
        say_why((self.name, self.choose), reason)
        say_why((self.alt,), reason or ("" if has_logo else tr("There is no logo.")))
        say_why((self.remove,), reason)
        self.remove.setVisible(has_logo)
        self._draw()

    @override
    def leave(self) -> None:
        self._take_name()
        self._take_alt()

    def _refusal(self) -> str:
        if self._letterheads is None:
            return tr("Open a register first.")
        return "" if self._letterheads.is_writable else tr("The register can only be read.")

    def _take_name(self) -> None:
        if self._letterheads and self.name.isEnabled() and self.name.isModified():
            with questions.told(self):
                self._letterheads.name(plain_line(self.name.text()))
                self.name.setModified(False)

    def _take_alt(self) -> None:
        if self._letterheads and self.alt.isEnabled() and self.alt.isModified():
            with questions.told(self):
                self._letterheads.describe(plain_line(self.alt.text()))
                self.alt.setModified(False)

    def _choose(self) -> None:
        path = files.ask_logo(self._settings, self) if self._letterheads else None
        if self._letterheads is None or path is None:
            return
        with questions.told(self):
            self._letterheads.take_logo(path)
        self.read()
        if not self.alt.text():
            self.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        if self._letterheads is not None:
            with questions.told(self):
                self._letterheads.remove_logo()
            self.read()
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        data = self._letterheads.logo() if self._letterheads else None
        image = thumbnail(data) if data else None
        self._picture.setVisible(image is not None)
        if image is not None:
            self._picture.setPixmap(_on_paper(image, self.devicePixelRatioF()))

    def _logo(self) -> QWidget:
        box = QWidget()
        box.setLayout(flowing(self._picture, self.choose, self.remove))
        box.setFocusProxy(self.choose)
        return box

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._take_name)
        self.alt.editingFinished.connect(self._take_alt)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)


def _on_paper(image: QImage, ratio: float) -> QPixmap:
    """The logo as it is printed: on white."""
    px = look().fonts.px
    room = QSize(px(_PICTURE.width()), px(_PICTURE.height())) * ratio
    fit = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled, edge = image.scaled(room.boundedTo(image.size()), *fit), round(px(_EDGE) * ratio)
    paper = QPixmap(scaled.size() + QSize(2 * edge, 2 * edge))
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(edge, edge, scaled)
    painter.end()
    paper.setDevicePixelRatio(ratio)
    return paper

"""One attachment in the form: a small picture or an icon before its words, and its fields once it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from hankeapp.domain.pictures import is_photo
from hankeapp.translation import mark, tr
from hankeapp.ui import icons
from hankeapp.ui.look import look
from hankeapp.ui.part_item import PartItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from hankeapp.domain.fields import Part
    from hankeapp.domain.parts import Attachment
    from hankeapp.ui.names import Names

_PICTURE = 48
_ICON = 20
_ALT_TEXT = "alt_text"
_UNITS = (mark("kB"), mark("MB"))
_STEP = 1024


class AttachmentItem(PartItem):
    """Asks for a text in place of a photo, and never insists."""

    def __init__(self, part: Part, names: Names) -> None:
        super().__init__(part, names)
        self._image: QImage | None = None
        self._sentences: Sequence[str] = ()
        self.picture = QLabel()
        self.summary.put(self.picture)
        look().changed.connect(self._draw)
        self._draw()

    def show_picture(self, image: QImage | None) -> None:
        """Show a small picture of the file; None for an icon."""
        if image is not self._image:
            self._image = image
            self._draw()

    @override
    def show_row(self, row: Any, place: int, count: int) -> None:
        super().show_row(row, place, count)
        self.warn(self._sentences)
        self._ask_alt_text()

    @override
    def warn(self, sentences: Sequence[str]) -> None:
        self._sentences = sentences
        missing = tr("The text for those who do not see the picture is missing.")
        super().warn([*sentences, missing] if self._lacks_text else sentences)

    @override
    def open(self) -> None:
        super().open()
        self._ask_alt_text()

    def ask_caption(self) -> None:
        """Go to the caption of what was just added."""
        self.open()
        self.editors["caption"].widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(self)

    @override
    def _words(self, row: Any) -> str:
        if not row.sha256:
            return " · ".join(filter(None, (row.caption or row.name, tr("no picture yet"))))
        return " · ".join(filter(None, (row.name, row.caption, size_text(row.size or 0))))

    @property
    def _lacks_text(self) -> bool:
        return self.row is not None and is_photo(self.row) and not self.row.alt_text

    def _ask_alt_text(self) -> None:
        """Of a document nobody asks what it shows."""
        if self.form is not None:
            row = next(each for each in self.form.rows if each.editors[0].field.name == _ALT_TEXT)
            row.setVisible(_may_be_seen(self.row) or bool(self.editors[_ALT_TEXT].content))

    def _draw(self) -> None:
        px, ratio = look().fonts.px, self.devicePixelRatioF()
        if self._image is None:
            pixmap = icons.pixmap("file-text", look().tokens.text2, px(_ICON), ratio)
        else:
            room = QSize(px(_PICTURE), px(_PICTURE)) * ratio
            scaled = self._image.scaled(
                room.boundedTo(self._image.size()),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap = QPixmap.fromImage(scaled)
            pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)


def size_text(size: int) -> str:
    """`1,2 MB`: the size of a file, with one decimal below ten."""
    amount, unit = size / _STEP, _UNITS[0]
    if amount >= _STEP:
        amount, unit = amount / _STEP, _UNITS[1]
    digits = f"{amount:.1f}".replace(".", ",") if 0.05 <= amount < 9.95 else f"{max(amount, 1):.0f}"
    return tr("{amount} {unit}", amount=digits, unit=tr(unit))


def _may_be_seen(row: Attachment | None) -> bool:
    return row is None or not row.sha256 or is_photo(row)

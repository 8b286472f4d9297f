"""The choice among print presets, and keeping what is wished for as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hankeapp.services.named_rows import called
from hankeapp.services.wishes import to_json, wish_of
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.labels import buddy, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.presets import PrintPreset
    from hankeapp.services.presets import Presets
    from hankeapp.services.printing import Wish


class PrintPresets(QWidget):
    """`chosen` tells of the wish of a preset; a name is typed for a new one, which `wish` is kept under."""

    chosen = Signal(object)

    def __init__(self, presets: Presets, wish: Callable[[], Wish], *, can_write: bool) -> None:
        super().__init__()
        self._presets = presets
        self._wish = wish
        self._can_write = can_write
        self._known: list[PrintPreset] = []
        self.name = ChoiceBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        line = self.name.lineEdit()
        assert line is not None  # it is editable
        line.setPlaceholderText(tr("Choose, or name a new one"))
        line.setAccessibleName(tr("Print preset"))
        self.save_button = buttons.ordinary(tr("Save"))
        self.remove_button = buttons.quiet(tr("Delete"))
        self._lay_out()
        self.name.lineEdit().setAccessibleName(self.name.accessibleName())  # type: ignore[union-attr]
        self._fill("")
        self.name.activated.connect(self._choose)
        self.name.editTextChanged.connect(self._enable)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)

    def save(self) -> None:
        """Keep what is wished for under the name that stands there."""
        with questions.told(self):
            self._fill(self._presets.save(self.name.currentText(), to_json(self._wish())).name)

    def remove(self) -> None:
        """Delete the preset of the name; undoing brings it back."""
        preset = self._named()
        if preset is not None:
            with questions.told(self):
                self._presets.remove(preset)
                self._fill("")

    def _choose(self) -> None:
        preset = self._named()
        if preset is not None:
            self.chosen.emit(wish_of(preset))

    def _named(self) -> PrintPreset | None:
        return called(self._known, self.name.currentText())

    def _fill(self, name: str) -> None:
        self._known = self._presets.all()
        with QSignalBlocker(self.name):
            self.name.clear()
            self.name.addItems([each.name for each in self._known])
            self.name.setEditText(name)
        self._enable()

    def _enable(self) -> None:
        refusal = "" if self._can_write else tr("The register can only be read.")
        named, known = bool(self.name.currentText().strip()), self._named() is not None
        self.save_button.setEnabled(self._can_write and named)
        set_tool_tip(self.save_button, refusal or ("" if named else tr("Give the preset a name first.")))
        self.remove_button.setEnabled(self._can_write and known)
        set_tool_tip(self.remove_button, refusal or ("" if known else tr("There is no preset of this name.")))

    def _lay_out(self) -> None:
        column = bare_column(self)
        column.setSpacing(look().fonts.px(6))
        column.addWidget(buddy(tr("Print preset"), self.name))
        column.addWidget(self.name)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        column.addLayout(row)

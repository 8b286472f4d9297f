"""The editor of a partial date: read as a person writes it, or picked from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from hankeapp.ui import date_words, formatting
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.fonts import Role
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Collection

    from hankeapp.domain.fields import Field
    from hankeapp.language.times import TimeKind


class DateEditor(LineEditor):
    """A partial date: as it is typed it says how it reads that; once it is saved, its normal form stands there."""

    def __init__(self, field: Field) -> None:
        self._dates = DateLine()
        super().__init__(field, self._dates)
        self._dates.textEdited.connect(self._tell_reading)
        self._dates.picked.connect(self.enter)

    @property
    def takes(self) -> Collection[TimeKind]:
        """What may be said of the date beyond itself: a start takes no “31.12.2023 asti”."""
        return self._dates.takes

    @takes.setter
    def takes(self, kinds: Collection[TimeKind]) -> None:
        self._dates.takes = kinds

    @override
    def show(self, value: object) -> None:
        super().show(value)
        self.remarked.emit("")

    @override
    def fit(self) -> None:
        super().fit()
        self._line.setFont(look().fonts.font(Role.BODY, tabular=True))

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value)

    @override
    def _read(self, content: str) -> object:
        return date_words.read_date(content, self.takes)

    def _tell_reading(self) -> None:
        self.remarked.emit(self._dates.reading if self.is_touched else "")

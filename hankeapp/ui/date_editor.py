"""The editor of a partial date."""

from __future__ import annotations

from typing_extensions import override

from hankeapp.domain.dates import PartialDate
from hankeapp.ui import formatting
from hankeapp.ui.fonts import Role
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look


class DateEditor(LineEditor):
    """A partial date, as a Finn writes it or as ISO; its normal form stands there once it is saved."""

    @override
    def fit(self) -> None:
        super().fit()
        self._line.setFont(look().fonts.font(Role.BODY, tabular=True))

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value)

    @override
    def _read(self, content: str) -> object:
        return PartialDate.parse(content) if content.strip() else None

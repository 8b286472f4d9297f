"""The editor of an amount of money or a share."""

from __future__ import annotations

from typing_extensions import override

from hankeapp.domain.amounts import parse_cents, parse_share
from hankeapp.domain.errors import FieldError
from hankeapp.domain.values import Cents
from hankeapp.translation import tr
from hankeapp.ui import formatting
from hankeapp.ui.fonts import Role
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look


class AmountEditor(LineEditor):
    """An amount of money or a share; its Finnish form stands there once it is saved."""

    @override
    def fit(self) -> None:
        super().fit()
        self._line.setFont(look().fonts.font(Role.BODY, tabular=True))

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value)

    @override
    def _read(self, content: str) -> object:
        if not content.strip():
            return None
        if self.field.type is not Cents:
            return parse_share(content)
        cents = parse_cents(content)
        if cents < 0:
            raise FieldError(self.field.name, tr("The amount is negative."), tr("Write it without the minus."))
        return cents

"""The editor of an amount of money or a share."""

from __future__ import annotations

from typing_extensions import override

from hankeapp.domain.amounts import parse_cents, parse_share
from hankeapp.domain.values import Cents
from hankeapp.ui.date_editor import DateEditor


class AmountEditor(DateEditor):
    """An amount of money or a share; its Finnish form stands there once it is saved."""

    @override
    def _read(self, content: str) -> object:
        if not content.strip():
            return None
        return parse_cents(content) if self.field.type is Cents else parse_share(content)

"""Qt's style sheet, filled in from `resources/style/window.qss` with the tokens and the text scale."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir

from hankeapp.paths import RESOURCES
from hankeapp.ui.fonts import FAMILY, Role

if TYPE_CHECKING:
    from hankeapp.ui.fonts import Fonts
    from hankeapp.ui.theme import Tokens

STYLE = RESOURCES / "style"
_PLACEHOLDER = re.compile(r"@(?P<token>[a-z_0-9]+)|\$(?P<role>[a-z_]+)|(?<![\w#.])(?P<units>\d+(?:\.\d+)?)u\b")


def text(tokens: Tokens, fonts: Fonts) -> str:
    """The style sheet: `@token` is a colour, `$role` a font, `12u` a length that grows with the text."""
    QDir.setSearchPaths("controls", [str(STYLE)])

    def filled(match: re.Match[str]) -> str:
        if match["token"]:
            return str(getattr(tokens, match["token"]))
        if match["role"]:
            role = Role[match["role"].upper()]
            return f'{role.weight} {fonts.points(role):.2f}pt "{FAMILY}"'
        return f"{fonts.px(float(match['units']))}px"

    return _PLACEHOLDER.sub(filled, _template())


@cache
def _template() -> str:
    return (STYLE / "window.qss").read_text(encoding="utf-8")

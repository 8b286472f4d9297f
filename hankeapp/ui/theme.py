"""The colours: named tokens, those of light and of dark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette


class Theme(Enum):
    """Which tokens the window wears."""

    LIGHT = "light"
    DARK = "dark"

    @property
    def tokens(self) -> Tokens:
        return DARK if self is Theme.DARK else LIGHT


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """Colours as `#RRGGBB` by what they are for; `outline` is the width of a control's outline."""

    window: str
    sidebar: str
    base: str
    subtle: str
    hover: str
    selected: str
    selected_inactive: str
    selected_edge: str
    """Drawn around what is selected; `transparent` where the fill says enough."""
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    text_selection: str
    on_text_selection: str
    plan_fg: str
    plan_bg: str
    act_fg: str
    act_bg: str
    end_fg: str
    end_bg: str
    over_fg: str
    over_bg: str
    soon_fg: str
    soon_bg: str
    err_fg: str
    err_bg: str
    hit: str
    hit_text: str
    snack: str
    snack_edge: str
    snack_text: str
    snack_link: str
    button: str
    button_hover: str
    track: str
    """What a segmented control's segments lie on, and `knob` the one that is down."""
    knob: str
    paper_table: str
    """The grey behind white pages of a preview."""
    controls: str
    """Which set of drawn check marks and arrows fits: `light` or `dark`."""
    outline: str = "1px"


LIGHT = Tokens(
    window="#F3F5F7",
    sidebar="#ECEFF3",
    base="#FFFFFF",
    subtle="#F6F8FA",
    hover="#EEF2F6",
    selected="#DCE9F8",
    selected_inactive="#E6EAEF",
    selected_edge="transparent",
    border="#DDE2E8",
    border_strong="#7B8794",
    text="#1A2330",
    text2="#485463",
    text3="#5E6A78",
    accent="#1F5FAE",
    accent_hover="#194E90",
    on_accent="#FFFFFF",
    link="#1F5FAE",
    text_selection="#1F5FAE",
    on_text_selection="#FFFFFF",
    plan_fg="#5F3B96",
    plan_bg="#F0EAF9",
    act_fg="#00604D",
    act_bg="#DFF3EE",
    end_fg="#45515F",
    end_bg="#E8ECF1",
    over_fg="#A12A12",
    over_bg="#FCEBE6",
    soon_fg="#7A5000",
    soon_bg="#FFF2D1",
    err_fg="#B01038",
    err_bg="#FBE9ED",
    hit="#FFE58A",
    hit_text="#1A2330",
    snack="#26303C",
    snack_edge="#26303C",
    snack_text="#F4F6F8",
    snack_link="#9CCBFF",
    button="#FFFFFF",
    button_hover="#EEF2F6",
    track="#EEF2F6",
    knob="#FFFFFF",
    paper_table="#D5DBE3",
    controls="light",
)

DARK = Tokens(
    window="#1B1F24",
    sidebar="#171A1F",
    base="#22272E",
    subtle="#272D35",
    hover="#2C333C",
    selected="#22405F",
    selected_inactive="#333B45",
    selected_edge="transparent",
    border="#363E48",
    border_strong="#7F8B99",
    text="#E8ECF1",
    text2="#BAC3CE",
    text3="#9BA6B3",
    accent="#7DB9FF",
    accent_hover="#A3CEFF",
    on_accent="#0B1B2E",
    link="#8CC1FF",
    text_selection="#2F6FBE",
    on_text_selection="#FFFFFF",
    plan_fg="#C9AEF5",
    plan_bg="#37304A",
    act_fg="#6FD6BB",
    act_bg="#1D3D37",
    end_fg="#BAC4D0",
    end_bg="#363E48",
    over_fg="#FF9D85",
    over_bg="#4A2A24",
    soon_fg="#F2C45C",
    soon_bg="#433718",
    err_fg="#FF96AB",
    err_bg="#4A2430",
    hit="#6B5710",
    hit_text="#FFF6D6",
    snack="#E6EAEF",
    snack_edge="#E6EAEF",
    snack_text="#1A2330",
    snack_link="#174F92",
    button="#2C333C",
    button_hover="#363E48",
    track="#171A1F",
    knob="#363E48",
    paper_table="#14171B",
    controls="dark",
)


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette of the tokens, for all three groups."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.base,
        QPalette.ColorRole.AlternateBase: tokens.subtle,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.base,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.on_accent,
        QPalette.ColorRole.Highlight: tokens.text_selection,
        QPalette.ColorRole.HighlightedText: tokens.on_text_selection,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.link,
        QPalette.ColorRole.LinkVisited: tokens.link,
        QPalette.ColorRole.PlaceholderText: tokens.text3,
        QPalette.ColorRole.ToolTipBase: tokens.snack,
        QPalette.ColorRole.ToolTipText: tokens.snack_text,
        QPalette.ColorRole.Light: tokens.base,
        QPalette.ColorRole.Midlight: tokens.border,
        QPalette.ColorRole.Mid: tokens.border_strong,
        QPalette.ColorRole.Dark: tokens.border_strong,
        QPalette.ColorRole.Shadow: tokens.text,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    return made


@lru_cache(maxsize=256)
def colour(token: str) -> QColor:
    """The colour of a token's `#RRGGBB`, kept; never change it."""
    return QColor(token)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two `#RRGGBB`, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(token: str) -> float:
    shares = [int(token[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

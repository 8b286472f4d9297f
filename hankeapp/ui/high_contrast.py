"""The tokens of high contrast: of a system's own contrast theme, or black and white of ours."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from hankeapp.ui.theme import Tokens

_Role = QPalette.ColorRole
_OWN = {
    # base, text, picked, text on picked, link
    "light": ("#FFFFFF", "#000000", "#003A8C", "#FFFFFF", "#003A8C"),
    "dark": ("#000000", "#FFFFFF", "#FFE500", "#000000", "#8FD0FF"),
}


def of_system(system: QPalette) -> Tokens:
    """Tokens of the colours that the system's contrast theme has."""
    roles = (_Role.Base, _Role.Text, _Role.Highlight, _Role.HighlightedText, _Role.Link)
    return _tokens(*[system.color(QPalette.ColorGroup.Active, role).name().upper() for role in roles])


def of_our_own(*, dark: bool) -> Tokens:
    """Tokens for those who want high contrast here, whatever the system has; every pair is 7 to 1 at least."""
    return _tokens(*_OWN["dark" if dark else "light"])


def _tokens(base: str, text: str, picked: str, on_picked: str, link: str) -> Tokens:
    """No fills behind chips and rows' flags, and outlines of 2 px."""
    grounds = dict.fromkeys(
        ("window", "sidebar", "base", "subtle", "hover", "selected", "selected_inactive", "paper_table"), base
    )
    controls = dict.fromkeys(("button", "button_hover", "track", "knob"), base)
    fills = dict.fromkeys(("plan_bg", "act_bg", "end_bg", "over_bg", "soon_bg", "err_bg"), base)
    inks = dict.fromkeys(
        ("text", "text2", "text3", "border", "border_strong", "snack_edge", "snack_text", "snack_link"), text
    )
    signs = dict.fromkeys(("plan_fg", "act_fg", "end_fg", "over_fg", "soon_fg", "err_fg"), text)
    marked = dict.fromkeys(("accent", "accent_hover", "text_selection", "hit", "selected_edge"), picked)
    on_marked = dict.fromkeys(("on_accent", "on_text_selection", "hit_text"), on_picked)
    return Tokens(
        **grounds,
        **controls,
        **fills,
        **inks,
        **signs,
        **marked,
        **on_marked,
        link=link,
        snack=base,
        controls="dark" if QColor(base).lightnessF() < QColor(text).lightnessF() else "light",
        outline="2px",
    )

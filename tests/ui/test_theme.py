import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from hankeapp.paths import RESOURCES
from hankeapp.ui import high_contrast, stylesheet
from hankeapp.ui.fonts import Fonts
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.theme import DARK, LIGHT, Theme, contrast, palette

TEXT, GRAPHICS = 4.5, 3.0

PAIRS = [
    # ink, ground, needed, computed in light, computed in dark
    ("text", "base", TEXT, 15.8, 12.7),
    ("text", "selected", TEXT, 12.9, 9.0),
    ("text2", "base", TEXT, 7.7, 8.4),
    ("text2", "sidebar", TEXT, 6.7, 9.8),
    ("text2", "selected", TEXT, 6.3, 6.0),
    ("text3", "base", TEXT, 5.5, 6.1),
    ("text3", "sidebar", TEXT, 4.8, 7.1),
    ("text3", "hover", TEXT, 4.9, 5.2),
    ("border_strong", "base", GRAPHICS, 3.7, 4.3),
    ("border_strong", "window", GRAPHICS, 3.4, 4.8),
    ("on_accent", "accent", TEXT, 6.4, 8.5),
    ("link", "base", TEXT, 6.4, 8.0),
    ("link", "selected", TEXT, 5.2, 5.7),
    ("accent", "base", GRAPHICS, 6.4, 7.3),
    ("accent", "window", GRAPHICS, 5.8, 8.1),
    ("accent", "selected", GRAPHICS, 5.2, 5.2),
    ("plan_fg", "plan_bg", TEXT, 7.0, 6.5),
    ("plan_fg", "base", TEXT, 8.2, 7.8),
    ("act_fg", "act_bg", TEXT, 6.5, 6.8),
    ("act_fg", "base", TEXT, 7.6, 8.6),
    ("act_fg", "selected", TEXT, 6.1, 6.1),
    ("end_fg", "end_bg", TEXT, 6.8, 6.1),
    ("end_fg", "base", TEXT, 8.1, 8.5),
    ("over_fg", "over_bg", TEXT, 6.4, 6.3),
    ("over_fg", "base", TEXT, 7.4, 7.5),
    ("over_fg", "selected", TEXT, 6.0, 5.3),
    ("soon_fg", "soon_bg", TEXT, 6.3, 7.1),
    ("soon_fg", "base", TEXT, 7.1, 9.2),
    ("soon_fg", "selected", TEXT, 5.7, 6.5),
    ("err_fg", "err_bg", TEXT, 6.0, 6.4),
    ("err_fg", "base", TEXT, 7.1, 7.3),
    ("hit_text", "hit", TEXT, 12.7, 6.5),
    ("snack_text", "snack", TEXT, 12.3, 13.1),
    ("snack_link", "snack", TEXT, 7.9, 6.8),
    ("text", "button", TEXT, 15.8, 10.7),
    ("text", "knob", TEXT, 15.8, 9.1),
    ("text", "track", TEXT, 14.0, 14.7),
    ("text2", "button", TEXT, 7.7, 7.1),
    ("border_strong", "track", GRAPHICS, 3.3, 5.0),
    ("border_strong", "knob", GRAPHICS, 3.7, 3.1),
    ("on_accent", "over_fg", TEXT, 7.4, 8.6),
]


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("ink", "ground", "needed", "light", "dark"), PAIRS)
def test_ink_can_be_read_on_its_ground(theme, ink, ground, needed, light, dark):
    tokens = theme.tokens
    ratio = contrast(getattr(tokens, ink), getattr(tokens, ground))
    assert ratio >= needed
    assert ratio == pytest.approx(light if theme is Theme.LIGHT else dark, abs=0.15)


_GROUNDS = ("window", "sidebar", "base", "subtle", "hover", "selected", "selected_inactive", "button_hover")
_SIGNS = ("plan_fg", "act_fg", "end_fg", "over_fg", "soon_fg", "err_fg")
USED = [
    *[(ink, ground, TEXT) for ink in ("text", "text2") for ground in _GROUNDS],
    # Rows that are selected or hovered keep the colours of their signs.
    *[(sign, ground, TEXT) for sign in _SIGNS for ground in ("base", "sidebar", "hover", "selected")],
    *[("text", ground, TEXT) for ground in ("over_bg", "soon_bg", "err_bg")],
    *[("text3", ground, TEXT) for ground in ("window", "sidebar", "base", "subtle", "hover")],
    *[("link", ground, TEXT) for ground in ("base", "subtle", "hover", "selected")],
    *[("border_strong", ground, GRAPHICS) for ground in ("sidebar", "subtle", "hover")],
    *[("accent", ground, GRAPHICS) for ground in ("sidebar", "subtle", "hover", "selected_inactive", "paper_table")],
    ("err_fg", "window", TEXT),
    ("text3", "paper_table", GRAPHICS),
    ("on_text_selection", "text_selection", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("hit_text", "hit", TEXT),
]
"""What stands on what besides: by the style sheet, and by what is painted."""
_EVERY = {
    "light": LIGHT,
    "dark": DARK,
    "contrast light": high_contrast.of_our_own(dark=False),
    "contrast dark": high_contrast.of_our_own(dark=True),
}


@pytest.mark.parametrize("theme", _EVERY)
@pytest.mark.parametrize(("ink", "ground", "needed"), USED)
def test_whatever_stands_on_a_ground_can_be_seen(theme, ink, ground, needed):
    tokens = _EVERY[theme]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= needed


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48)])
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("theme", Theme)
def test_style_sheet_is_filled_in_to_the_last_place(qapp, theme):
    assert not re.search(r"@[a-z]|\$[a-z]|\d+u\b", stylesheet.text(theme.tokens, Fonts()))


@pytest.mark.parametrize("theme", Theme)
def test_drawn_controls_wear_the_tokens(theme):
    tokens = theme.tokens
    allowed = {tokens.text, tokens.text2, tokens.on_accent}
    drawings = list((RESOURCES / "style").glob(f"*-{tokens.controls}.svg"))
    assert drawings
    for drawing in drawings:
        assert set(re.findall(r"#[0-9A-F]{6}", drawing.read_text())) <= allowed


def test_high_contrast_takes_the_systems_colours(qapp):
    system = palette(Theme.DARK.tokens)
    tokens = high_contrast.of_system(system)
    assert tokens.base == Theme.DARK.tokens.base
    assert tokens.over_fg == tokens.text
    assert tokens.over_bg == tokens.base
    assert tokens.outline == "2px"
    assert tokens.controls == "dark"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ink", "ground", "needed"), [(ink, ground, needed) for ink, ground, needed, *_ in PAIRS])
def test_own_high_contrast_is_higher_still(dark, ink, ground, needed):
    tokens = high_contrast.of_our_own(dark=dark)
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= (7 if needed == TEXT else TEXT)


def test_high_contrast_can_be_chosen(qapp, look):
    look.wear(ThemeChoice.CONTRAST)
    assert look.tokens in (high_contrast.of_our_own(dark=False), high_contrast.of_our_own(dark=True))
    assert contrast(qapp.palette().text().color().name(), qapp.palette().base().color().name()) == pytest.approx(21)


def test_the_systems_high_contrast_goes_before_a_choice(qapp, look, monkeypatch):
    look.wear(ThemeChoice.DARK)
    preferring = SimpleNamespace(contrastPreference=lambda: Qt.ContrastPreference.HighContrast)
    monkeypatch.setattr(look, "_accessibility", preferring)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.tokens.outline == "2px"
    assert look.tokens.over_fg == look.tokens.text
    assert qapp.palette().base().color().name().upper() == look.tokens.base

import re

import pytest

from hankeapp.paths import RESOURCES

STYLE = (RESOURCES / "print" / "style.typ").read_text(encoding="utf-8")
WHITE = "#FFFFFF"


def colour(name: str) -> str:
    return re.search(rf'\b{name}(?: =|:) tone\("(#\w{{6}})"\)', STYLE)[1]


def luminance(code: str) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    channels = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [WHITE, "tint"])
@pytest.mark.parametrize("name", ["ink", "secondary", "brand", "planned", "active", "ended", "overdue", "soon"])
def test_text_stands_out_on_paper_and_on_the_stripes_of_the_table(name: str, ground: str):
    assert contrast(colour(name), ground if ground == WHITE else colour(ground)) >= 4.5


def test_white_text_stands_out_on_the_title():
    assert contrast(WHITE, colour("brand")) >= 4.5

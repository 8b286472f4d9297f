"""Lines of text: they look the same whether they are laid out for once or kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from hankeapp.ui.fonts import Role


def picture(lines, draw):
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(lines.font)
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize("role", [Role.CARD, Role.CARD_DETAIL, Role.CARD_STATUS, Role.CELL])
@pytest.mark.parametrize("text", ["Käynnissä", "AVATAR – Työtä, 31.12.2023–", "fi ffi", "日本 x", "<b>a & b</b>"])
def test_a_line_looks_the_same_each_time_it_is_drawn(look, role, text):
    lines = look.fonts.lines(role)
    plain = picture(lines, lambda painter: painter.drawText(QPointF(10.25, 30.5), text))
    for _ in range(4):
        assert picture(lines, lambda painter: lines.draw(painter, 10.25, 30.5, text)) == plain
    assert (text in lines._laid) is (text != "日本 x")

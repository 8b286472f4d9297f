"""Every field that is declared: entered, changed, emptied, undone and done again at the real window, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.values import Cents, Codes, Key, Share
from tests.ui.writer import NAMES, PLACES, begun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.writer import Place, Writer

WRITTEN: dict[type, tuple[tuple[str, object], tuple[str, object]]] = {
    str: (("Ensin tämä", "Ensin tämä"), ("Sitten muuta", "Sitten muuta")),
    PartialDate: (("12/2022", PartialDate(2022, 12)), ("2021", PartialDate(2021))),
    Cents: (("1 234,5 €", Cents(123_450)), ("1.234,56", Cents(123_456))),
    Share: (("80", Share(8000)), ("66,67 %", Share(6667))),
    int: (("12", 12), ("1 200", 1200)),
    Key: ((NAMES[0], NAMES[0]), (NAMES[1], NAMES[1])),
    Codes: ((NAMES[0], (NAMES[0],)), ("; ".join(NAMES), NAMES)),
}
"""For each type of field, what is typed first and then, and the value that the register has of it."""
ADDRESSES = tuple((each, each) for each in ("https://www.pori.fi/hankkeet", "mailto:kirjaamo@pori.fi"))


def steps(writer: Writer) -> list[tuple[Callable[[], None], object]]:
    """How the field is entered, changed and emptied, and what the register has then."""
    field, focus = writer.place.field, writer.focus
    if isinstance(focus, QCheckBox):
        return [(lambda: writer.pick("Space"), 1), (lambda: writer.pick("Space"), 0)]
    if isinstance(focus, QComboBox):
        return _choices(writer, required=field.required)
    pairs = ADDRESSES if field.name == "address" else WRITTEN[field.type]
    nothing = () if field.type is Codes else "" if field.type is str else None
    written: list[tuple[Callable[[], None], object]] = [
        (lambda text=text: writer.put(text), value) for text, value in pairs
    ]
    return written if field.required else [*written, (lambda: writer.put(""), nothing)]


def _choices(writer: Writer, *, required: bool) -> list[tuple[Callable[[], None], object]]:
    members: list[object] = list(writer.place.field.type)  # type: ignore[call-overload]
    third = members[2] if required else members[1]
    chosen: list[tuple[Callable[[], None], object]] = [
        (lambda: writer.pick("End"), members[-1]),
        (lambda: writer.pick("Home", "Down", "Down"), third),
    ]
    return chosen if required else [*chosen, (lambda: writer.pick("Home"), None)]


@pytest.fixture(scope="module")
def writer(qapp, tmp_path_factory) -> Iterator[Writer]:
    writer = begun(tmp_path_factory.mktemp("every"))
    yield writer
    writer.leave()


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_field_is_entered_changed_emptied_undone_and_done_again(writer: Writer, place: Place) -> None:
    writer.go(place)
    values = [writer.kept]
    for act, value in steps(writer):
        act()
        assert writer.kept == value
        assert writer.drafts == 0
        values.append(value)
    for keys, value in (("Ctrl+Z", values[-2]), ("Ctrl+Y", values[-1])):
        writer.press(keys)
        assert writer.kept == value


@pytest.mark.parametrize("place", [each for each in PLACES if each.field.required], ids=str)
def test_field_that_must_be_there_is_not_emptied(writer: Writer, place: Place) -> None:
    writer.go(place)
    before = writer.kept
    if isinstance(writer.focus, QComboBox):
        writer.pick("Home")
        assert writer.kept is not None
        return
    writer.put("")
    assert writer.kept == before
    assert writer.drafts == 1
    writer.enter()
    writer.press("Ctrl+Z")
    writer.press("Tab")
    assert writer.drafts == 0
    assert writer.kept == before

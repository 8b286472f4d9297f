"""What cannot stand in a field: it is explained beside it, waits there, hinders nothing else, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.values import Cents
from hankeapp.translation import tr
from tests.ui.writer import PLACES, begun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.writer import Place, Writer

WRONG = {
    "start": ("31.2.2026", "32.1.2026", "13/2026", "2026-13-01", "0.0.0000", "ensi vuonna ehkä", "12/31/2026"),
    "budget_whole": ("abc", "-5", "−1 234,5 €", "99 999 999 999 999 999", "1,2,3", "1e9", "1234,567"),
    "fundings.rate": ("101", "-1", "puolet"),
    "fundings.granted": ("paljon", "9" * 30),
    "participations.count": ("kahdeksan", "-8", "8,5", "1" * 30),
    "links.address": ("ei osoite", "www.pori.fi", "javascript:alert(1)", "file:///etc/passwd", "https://", "http:// x"),
    "deadlines.due": ("30.2.2026", "pian"),
    "unit": ("Ei sellaista yksikköä",),
    "themes": ("; ; x",),
    "relations.project": ("Ei sellaista hanketta",),
}
ODD = {
    "budget_whole": (("1 234,5 €", Cents(123_450)), ("1.234,50", Cents(123_450)), ("  12 500,- ", Cents(1_250_000))),
    "start": (("1.1.2026", PartialDate(2026, 1, 1)), (" 2026 ", PartialDate(2026)), ("2026-02", PartialDate(2026, 2))),
    "contacts.email": (("maija(at)pori.fi", "maija(at)pori.fi"), ("@", "@")),
}
"""What looks wrong and is not, or is only warned of."""
LONG = "Hanke kehittää palveluja. " * 4000


def place_of(name: str) -> Place:
    return next(each for each in PLACES if str(each) == name)


@pytest.fixture(scope="module")
def writer(qapp, tmp_path_factory) -> Iterator[Writer]:
    writer = begun(tmp_path_factory.mktemp("bad"))
    yield writer
    writer.leave()


def paste(writer: Writer, **formats: object) -> None:
    data = QMimeData()
    if "html" in formats:
        data.setHtml(str(formats["html"]))
    if "text" in formats:
        data.setText(str(formats["text"]))
    if "image" in formats:
        data.setImageData(formats["image"])
    QGuiApplication.clipboard().setMimeData(data)
    writer.press("Ctrl+V")


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG.items() for text in texts])
def test_what_is_wrong_waits_beside_its_reason_and_is_taken_back(writer: Writer, name: str, text: str) -> None:
    writer.go(place_of(name))
    before = writer.kept
    writer.put(text)
    assert writer.kept == before
    assert writer.drafts == 1
    assert writer.editor.error
    assert writer.editor.widget.accessibleDescription() == tr("Error: {text}", text=writer.editor.error)
    assert writer.editor.content == text
    writer.write("notes", "Muu tallentuu.")
    assert writer.shown.notes == "Muu tallentuu."
    writer.enter()
    writer.press("Ctrl+Z")
    writer.press("Tab")
    assert writer.drafts == 0
    assert writer.kept == before


@pytest.mark.parametrize(("name", "text", "value"), [(name, *each) for name, those in ODD.items() for each in those])
def test_what_only_looks_wrong_is_taken(writer: Writer, name: str, text: str, value: object) -> None:
    writer.go(place_of(name))
    writer.put(text)
    assert writer.kept == value
    assert writer.drafts == 0


def test_swapped_dates_wait_until_either_is_put_right(writer: Writer) -> None:
    writer.go(place_of("end"))
    writer.put("2024")
    writer.place = place_of("start")
    writer.put("2026")
    assert writer.drafts == 1
    assert writer.kept is None
    writer.place = place_of("end")
    writer.put("2027")
    assert writer.drafts == 0
    assert (writer.shown.start, writer.shown.end) == (PartialDate(2026), PartialDate(2027))


def test_a_book_is_pasted_whole_into_a_text_and_taken_back(writer: Writer) -> None:
    writer.go(place_of("notes"))
    paste(writer, text=LONG)
    writer.press("Tab")
    assert writer.kept == LONG
    writer.press("Ctrl+Z")
    assert writer.kept == ""


@pytest.mark.parametrize("name", ["name", "acronym", "periods.concerns", "contacts.title"])
def test_a_book_in_a_line_waits_and_says_how_much_fits(writer: Writer, name: str) -> None:
    writer.go(place_of(name))
    before = writer.kept
    writer.press("Ctrl+A")
    paste(writer, text=LONG)
    writer.press("Tab")
    assert writer.kept == before
    assert "500" in writer.editor.error
    writer.enter()
    writer.press("Ctrl+Z")
    writer.press("Tab")
    assert (writer.kept, writer.drafts) == (before, 0)


@pytest.mark.parametrize("name", ["notes", "acronym", "contacts.title"])
def test_rich_text_is_pasted_plain(writer: Writer, name: str) -> None:
    writer.go(place_of(name))
    paste(writer, html="<h1>Otsikko</h1><script>x()</script>", text="Otsikko")
    writer.press("Tab")
    assert writer.kept == "Otsikko"


@pytest.mark.parametrize("name", ["notes", "acronym", "contacts.title", "start", "unit"])
def test_a_picture_is_not_pasted(writer: Writer, name: str) -> None:
    writer.go(place_of(name))
    before = writer.kept
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    paste(writer, image=picture)
    writer.press("Tab")
    assert (writer.kept, writer.drafts) == (before, 0)

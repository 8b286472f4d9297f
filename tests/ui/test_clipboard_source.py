"""What is copied elsewhere is read like a file: text, pieces of web pages, cells of Excel, a file."""

import pytest
from PySide6.QtCore import QMimeData, QUrl

from hankeapp.ui.clipboard_source import source_in

CELLS = 'Hankkeen nimi\tAlkaa\tRahoittaja\r\nUusi uimala\t2026\t"EU\nja muut"\r\nSilta\t1.5.2027\t\r\n'
LOOKS = "<html><table><tr><td>Hankkeen nimi<td>Alkaa<tr><td>Uusi uimala<td>2026</table>"
PAGE = "<meta charset='windows-1252'><h2>Aktiiviset hankkeet</h2><p><b>Räätäli</b> (2026): Ompelee €.</p>"


def mime(text="", html="", *paths):
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if paths:
        made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def names(source):
    return [each.value("name") for each in source.read().proposals]


def test_cells_are_a_table_whatever_they_look_like(qapp):
    source = source_in(mime(CELLS, LOOKS))
    assert source.said == "csv"
    assert names(source) == ["Uusi uimala", "Silta"]


def test_a_piece_of_a_web_page_keeps_its_shape_and_its_letters(qapp):
    (proposal,) = source_in(mime("Räätäli (2026): Ompelee €.", PAGE)).read().proposals
    assert proposal.value("name") == "Räätäli"
    assert "Ompelee €." in proposal.text


def test_a_text_is_a_page(qapp):
    assert names(source_in(mime("Aktiiviset hankkeet:\n\nSatamatie (2026): Uusi tie.\n"))) == ["Satamatie"]


def test_a_copied_file_is_read(qapp, tmp_path):
    path = tmp_path / "hankkeet.csv"
    path.write_text("Hankkeen nimi;Alkaa\r\nUusi uimala;2026\r\n", "utf-8")
    source = source_in(mime("hankkeet.csv", "", path))
    assert (source.name, names(source)) == ("hankkeet.csv", ["Uusi uimala"])
    assert names(source_in(mime("", "", path, path))) == ["Uusi uimala", "Uusi uimala"]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_is_nothing(qapp, text):
    assert source_in(mime(text)) is None

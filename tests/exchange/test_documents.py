"""Saved web pages and text documents: what is left out, hostile ones, and a page that came again."""

import io
import zipfile
from pathlib import Path

import pytest

from hankeapp.domain.errors import KnownError
from hankeapp.domain.kinds import CityRole
from hankeapp.exchange.reading import read
from hankeapp.exchange.web_kinds import is_docx
from hankeapp.paths import EXAMPLE_PAGE
from tests.exchange.documents import document

PAGES = Path(__file__).parent / "data" / "pages"
PAGE = (PAGES / "lehtoranta.html").read_bytes()


def test_what_no_reader_sees_is_left_out():
    texts = " ".join(each.text for each in read("sivu.html", PAGE).proposals)
    for unseen in ("evästeitä", "Mainos", "Sisäinen huomautus", "Palvelut", "Kaupunginhallitus", "dataLayer"):
        assert unseen not in texts


def test_a_document_has_headings_labels_and_tables():
    first, second = read("hankkeet.docx", document()).proposals
    assert (first.value("name"), first.value("start").iso, first.value("fundings").funder) == (
        "Kylät elävät", "2024", "Museovirasto",
    )  # fmt: skip
    assert (second.value("name"), second.status.value, second.is_paragraph) == ("Silta", "ended", False)


def test_a_page_in_its_envelope():
    body = PAGE.decode().encode("utf-8")
    envelope = b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    part = b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert len(read("sivu.mhtml", envelope + part + body + b"\r\n--x--\r\n").proposals) == 9


def zipped(name, content):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        zipped("word/document.xml", b"0" * 60_000_000),
        zipped("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
        zipped("word/document.xml", b"<w:document/>"),
        document()[:2000],
        b"<html><body>" + b"x" * 100_000_000,
        b"<html><body>" + b"<div>" * 90_000 + b"Hanke",
        b"<html><body><script>Hanke: x</script></body></html>",
        b'<!DOCTYPE html [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>',
        b"<html><body><table>" + b"<tr><td>" * 5_000,
        b"<html",
        b"<html><body>" + b"<p>" * 100_001,
        b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" * 2_000,
    ],
    ids=["bomb", "entities", "no document", "half", "large", "deep", "script", "html entities", "open tables", "begun",
         "tags", "envelopes"],
)  # fmt: skip
def test_the_hostile_are_refused_or_read(data):
    with pytest.raises(KnownError):
        read("tiedosto", data)


def test_tables_in_tables_are_read_once():
    """Reading the words of each cell first took twice as long for each table around."""
    deep = 60
    page = "<h2>Käynnissä olevat hankkeet</h2>" + "<table><tr><td>" * deep + "<p>Aspu-hanke: Tuetaan asumista.</p>"
    (only,) = read("sivu.html", f"<html><body>{page}{'</td></tr></table>' * deep}".encode()).proposals
    assert only.value("name") == "Aspu"


def test_a_text_document_is_told_by_its_directory_not_by_words_in_it():
    assert is_docx("a", document())
    assert not is_docx("a", zipped("content.txt", b"word/document.xml"))
    assert is_docx("a.docx", document()[:2000])


def test_wrong_bytes_in_a_page_are_read_and_told():
    page = PAGE.replace(b"Rantaraitti kaikille", b"R\xe4ntaraitti kaikille")
    reading = read("sivu.html", page)
    assert reading.proposals[0].value("name") == "Räntaraitti kaikille"
    assert len(reading.remarks) == 1


def test_a_page_that_came_again_tells_the_same_of_what_did_not_change():
    before = EXAMPLE_PAGE.read_text("utf-8")
    paragraphs = before.split("\n\n")
    moved = next(each for each in paragraphs if each.startswith("Healint"))
    gone = next(each for each in paragraphs if each.startswith("Harrastamisen"))
    kept = [each for each in paragraphs if each not in {moved, gone}]
    after = "\n\n".join([*kept, moved, "Uusi alku -hanke: Hankkeessa kehitetään uutta vuosina 2026–2027."])
    after = after.replace("kolmevuotinen (2024–2026)", "nelivuotinen (2024–2027)")
    old = {each.value("name"): each for each in read("a.txt", before.encode()).proposals}
    new = {each.value("name"): each for each in read("a.txt", after.encode()).proposals}
    assert old.keys() - new.keys() == {"Harrastamisen Suomen malli"}
    assert new.keys() - old.keys() == {"Uusi alku"}
    same = [name for name in old.keys() & new.keys() if old[name].suggestions == new[name].suggestions]
    assert set(old) & set(new) - set(same) == {"Ilmastokestävät pientaloalueet"}
    assert new["Healint"].status.value == "ended"


@pytest.mark.parametrize(
    ("words", "role"), [("osatoteuttaja", CityRole.CO_IMPLEMENTER), ("Osarahoittaja", CityRole.CO_FUNDER)]
)
def test_a_label_tells_the_role_of_the_town(words, role):
    lines = f"Hankkeen nimi: Silta\nKaupungin rooli: {words}\nToteutusaika: 2024–2026\nRahoittaja: EAKR"
    (proposal,) = read("hanke.txt", f"Käynnissä olevat hankkeet\n\n{lines}\n".encode()).proposals
    assert proposal.value("city_role") is role


@pytest.mark.parametrize("last", ["Kaupungin rooli: Osarahoittaja", "Vastuuyksikkö: Elinvoima", "Rahasto: EAKR"])
def test_lines_with_labels_go_with_the_project_above_them(last):
    lines = f"Hankkeen nimi: Silta\nToteutusaika: 2024–2026\nRahoittaja: EAKR\n{last}"
    (proposal,) = read("hanke.txt", f"Käynnissä olevat hankkeet\n\n{lines}\n".encode()).proposals
    assert proposal.text == lines


def test_a_heading_that_only_repeats_the_beginning_of_a_text_is_not_part_of_it():
    text = "Satama palaa, SATU-hanke: Hankkeessa korjataan Porin sataman laiturit vuosina 2024–2026."
    other = "Valopolku-hanke: Hankkeessa valaistaan rannan polku."
    said = f"<h3>SATU – Satama palaa</h3><p>{text}</p><h3>Valopolku (2025–2027)</h3><p>{other}</p>"
    page = f"<html><body><h1>Hankkeet</h1><h2>Aktiiviset hankkeet</h2>{said}</body></html>".encode()
    first, second = read("sivu.html", page).proposals
    assert (first.text, first.value("acronym")) == (text, "SATU")
    assert (second.value("start").iso, second.text.endswith(other)) == ("2025", True)

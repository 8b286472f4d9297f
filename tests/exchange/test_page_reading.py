"""Reading pages of many shapes, and refusing what is no page."""

import codecs

import pytest

from hankeapp.domain.errors import PageError
from hankeapp.domain.rules import LONGEST_LINE
from hankeapp.domain.status import Status
from hankeapp.exchange.page_reading import LARGEST, MOST, read_page


def texts(page):
    return [(each.status.value, each.text) for each in read_page(page.encode()).proposals]


def names(page):
    return [each.value("name") for each in read_page(page.encode()).proposals]


def test_lines_without_blank_lines_between_are_paragraphs():
    page = "Hankkeet\nKäynnissä:\nA-hanke: Hankkeessa a.\nB: Hankkeessa b.\nPäättyneet:\nC: Hankkeessa c.\n"
    assert texts(page) == [
        ("active", "A-hanke: Hankkeessa a."),
        ("active", "B: Hankkeessa b."),
        ("ended", "C: Hankkeessa c."),
    ]


def test_a_list_of_names():
    assert names("Käynnissä\nKirjasto 2030\nHyvä arki -hanke\nLiikkuva koulu\n") == [
        "Kirjasto 2030",
        "Hyvä arki",
        "Liikkuva koulu",
    ]


def test_a_paragraph_over_several_lines_is_one():
    page = "Käynnissä\n\nILPI – Ilmastokestävät pientalot: Hankkeessa keskitytään\npientaloihin ja\nnotkelmiin.\n"
    assert [len(text.splitlines()) for _, text in texts(page)] == [3]
    assert names(page) == ["Ilmastokestävät pientalot"]


def test_a_heading_is_never_a_sentence():
    page = "Käynnissä\n\nA: Hankkeessa a.\n\nPäättyneet hankkeet esitellään syksyllä.\n\nB: Hankkeessa b.\n"
    assert {status for status, _ in texts(page)} == {"active"}


def test_an_introduction_under_a_heading_is_no_project():
    page = "Käynnissä\n\nTällä sivulla kerrotaan hankkeista.\n\nA: Hankkeessa a.\n\nB: Hankkeessa b.\n"
    assert names(page) == ["A", "B"]


def test_sub_headings_are_no_projects():
    page = "Käynnissä\n\nOpetus\n\nA: Hanke a.\n\nB: Hanke b.\n\nYmpäristö:\n\nC: Hanke c.\n\nD: Hanke d."
    reading = read_page(page.encode())
    assert [each.value("name") for each in reading.proposals] == ["A", "B", "C", "D"]
    assert reading.layout.gaps == ((1, "\n\nOpetus\n\n"), (3, "\n\nYmpäristö:\n\n"))


def test_names_above_their_texts():
    page = (
        "Käynnissä\n\nHyvä arki\n\nHankkeessa a.\n\nHankkeessa b.\n\n"
        "Liikkuva koulu (2024–2025)\n\nOppilaat leikkivät.\n"
    )
    assert texts(page) == [
        ("active", "Hyvä arki\n\nHankkeessa a.\n\nHankkeessa b."),
        ("active", "Liikkuva koulu (2024–2025)\n\nOppilaat leikkivät."),
    ]
    assert names(page) == ["Hyvä arki", "Liikkuva koulu"]


def test_a_page_without_headings_tells_that_its_projects_were_taken_as_active():
    page = "Kaupungin hankkeet\n\nKuvateksti\n\nAspu-hanke: Hankkeessa autetaan asunnottomia.\n\nYhteystiedot\n"
    reading = read_page(page.encode())
    assert [(each.status, each.value("name")) for each in reading.proposals] == [(Status.ACTIVE, "Aspu")]
    assert len(reading.remarks) == 1
    assert reading.layout.sections[0].heading == ""


def test_projects_above_the_first_heading_are_active_and_told():
    page = "Hankkeet\n\nAspu-hanke: Hankkeessa autetaan.\n\nPäättyneet hankkeet\n\nB: Hankkeessa b.\n"
    reading = read_page(page.encode())
    assert [each.status for each in reading.proposals] == [Status.ACTIVE, Status.ENDED]
    assert len(reading.remarks) == 1


@pytest.mark.parametrize(
    "page",
    [
        "",
        "\n\n",
        "Hankkeet",
        "Aktiiviset hankkeet:\n\nPäättyneitä hankkeita:\n",
        "Resepti: jauhoja.\n\nSekoita ja paista.",
    ],
)
def test_a_page_without_projects_is_refused(page):
    with pytest.raises(PageError) as refused:
        read_page(page.encode())
    assert len(refused.value.sentences) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"\0\1\2\3",
        b"%PDF-1.7 tekstia",
        b"PK\x03\x04docx",
        b"<!DOCTYPE html><html><body>Aktiiviset hankkeet:</body></html>",
        b"{\\rtf1 Aktiiviset hankkeet:}",
        "Käynnissä:\n\nÖljy: Hanke.".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"\x00\xd8a",
        codecs.BOM_UTF8 + b"K\xe4ynniss\xe4",
        "Käynnissä:\n\nÖljy säästyy: Hanke kehittää öljyn säästöä.".encode()[:-2] + b"\xff",
        b"\x81\x8d\x8f",
    ],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(PageError) as refused:
        read_page(data)
    assert len(refused.value.sentences) == 3


@pytest.mark.parametrize(
    ("filling", "told"),
    [(b"x" * LARGEST, "koko on 6 Mt, ja verkkosivun enintään 5 Mt"), (b"x\n\n" * MOST, f"enintään {MOST}")],
)
def test_what_is_too_large_is_refused(filling, told):
    with pytest.raises(PageError, match=told) as refused:
        read_page("Käynnissä:\n\nÖljy-hanke: Hankkeessa säästetään.\n\n".encode() + filling)
    assert len(refused.value.sentences) == 3


def test_windows_1252_is_read_and_told():
    reading = read_page("Käynnissä:\n\nÄlykäs arki -hanke: Hankkeessa säästetään 5 €.".encode("cp1252"))
    assert reading.proposals[0].value("name") == "Älykäs arki"
    assert reading.layout.encoding == "cp1252"
    assert "Windows-1252" in reading.remarks[0]


def test_windows_1252_may_hold_two_bytes_that_utf_8_would_join():
    page = "Käynnissä:\n\n”HÄMÄ”-hanke: Hankkeessa säästetään öljyä."
    assert "Ä”".encode("cp1252").decode() == "Ĕ"
    assert read_page(page.encode("cp1252")).proposals[0].text == page.split("\n\n")[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_text(encoding):
    reading = read_page("Käynnissä:\n\nÄlykäs arki -hanke: Hankkeessa säästetään.".encode(encoding))
    assert (reading.layout.opening, reading.remarks) == ("", ())


@pytest.mark.parametrize("letters", ["Pitkänimi", "pitkä nimi "])
def test_a_name_of_ten_thousand_characters_is_shortened_and_told(letters):
    name = ("P" + letters * 1200)[:10_000].strip()
    (only,) = read_page(f"Käynnissä:\n\n{name}: Hankkeessa kehitetään.".encode()).proposals
    shortened = only.value("name")
    assert isinstance(shortened, str)
    assert len(shortened) <= LONGEST_LINE
    assert shortened.endswith("…")
    assert name.startswith(shortened[:-1])
    assert only.text.startswith(name)
    assert len(only.remarks) == 1


def test_emoji_and_controls_are_kept():
    text = "Aspu-hanke: Hankkeessa 🌱\x1b[1m kasvatetaan\x07 taimia."
    assert texts(f"Käynnissä:\n\n{text}\n") == [("active", text)]


@pytest.mark.parametrize(
    "page",
    [
        "Käynnissä:\n\n" + "a" * 190_000,
        "Käynnissä:\n\n" + "A: b " * 35_000,
        "Käynnissä:\n\n" + "-hanke " * 25_000,
        "Käynnissä:\n\n" + "Sana -" * 30_000,
        "Käynnissä:\n\n" + "(" * 190_000,
        "Käynnissä:\n\n" + " " * 190_000 + "Aspu-hanke: x",
        "Käynnissä:\n\n" + "\n\r" * 400_000 + "Aspu-hanke: x",
        "Käynnissä:\n" + "Nimi\n" * 5_000,
        "Käynnissä:\n\n" + "Aspu-hanke: Hankkeessa a.\n\n" * 2_000,
        "Päättyneet\n\n" * 20_000 + "Aspu-hanke: x",
        "Käynnissä:\n\n" + "on mukana " * 18_000 + "Aspu-hankkeessa",
        "Käynnissä:\n\n" + "ohjelma 2021–2027 " * 10_000,
        "Käynnissä:\n\n" + "A – " * 45_000,
    ],
    ids=lambda page: page[11:31],
)
def test_a_large_page_of_one_pattern_is_read(page):
    assert read_page(page.encode()).proposals


def test_a_book_in_one_paragraph_is_refused():
    with pytest.raises(PageError):
        read_page(("Käynnissä:\n\nAspu-hanke: " + "a " * 100_000).encode())

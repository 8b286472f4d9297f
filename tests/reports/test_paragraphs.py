from hypothesis import given
from hypothesis import strategies as st

from hankeapp.reports.paragraphs import LONGEST_PARAGRAPH, LONGEST_TEXT, LONGEST_TITLE, line, passage


def test_each_line_of_a_text_is_a_paragraph():
    assert passage("Yksi.\n\n  Kaksi. \r\nKolme.\u2028Neljä.").paragraphs == ("Yksi.", "Kaksi.", "Kolme.", "Neljä.")


def test_an_empty_text_has_no_paragraphs():
    assert passage(" \n ").paragraphs == ()


def test_a_lead_in_that_repeats_the_title_is_left_out():
    assert passage("HINKU – Kohti: Kaupunki toimii.", "HINKU – Kohti").paragraphs == ("Kaupunki toimii.",)
    assert passage("Kampanja Porissa : Kampanja alkoi.", "Kampanja Porissa").paragraphs == ("Kampanja alkoi.",)


def test_a_lead_in_that_says_anything_else_is_printed():
    for text in ("Aspu-hanke: Tavoitteena on.", "Lähiöohjelma 2020-2022: Ohjelmassa on.", "Aspu ja muut: Kaikki."):
        assert passage(text, "Aspu", "Lähiöohjelma").paragraphs == (text,)


def test_a_rest_that_is_no_sentence_keeps_its_lead_in():
    assert passage("METKU: hankkeessa tarkasteltiin.", "METKU").paragraphs == ("METKU: hankkeessa tarkasteltiin.",)
    assert passage("METKU:", "METKU").paragraphs == ("METKU:",)


def test_only_the_first_colon_ends_a_lead_in():
    assert passage("Hanke: Tavoite: Parantaa.", "Hanke").paragraphs == ("Tavoite: Parantaa.",)


def test_a_text_that_is_too_long_is_cut_at_a_word_and_says_so():
    printed = passage("sana " * 20_000)
    assert sum(map(len, printed.paragraphs)) <= LONGEST_TEXT + 1
    assert printed.paragraphs[-1].endswith(" sana…")
    assert "100\N{NO-BREAK SPACE}000" in printed.remark


def test_a_text_of_ordinary_length_is_whole_and_says_nothing():
    assert passage("sana " * 3_999).remark == ""


def test_a_long_paragraph_is_divided_where_a_sentence_ends():
    printed = passage("Tämä on lause. " * 600)
    assert len(printed.paragraphs) > 1
    assert all(paragraph.endswith("lause.") for paragraph in printed.paragraphs)


@given(st.text(alphabet="ab. \n", max_size=9_000))
def test_nothing_but_blanks_is_lost_and_no_paragraph_is_too_long(text: str):
    printed = passage(text)
    assert "".join("".join(printed.paragraphs).split()) == "".join(text.split())
    assert all(0 < len(paragraph) <= LONGEST_PARAGRAPH for paragraph in printed.paragraphs)


def test_a_title_is_one_line_of_bounded_length():
    assert line(" Kaksi\n riviä ") == "Kaksi riviä"
    assert line("x" * 10_000) == "x" * LONGEST_TITLE + "…"
